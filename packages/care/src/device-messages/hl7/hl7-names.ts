/** Coding system of this program's own codes; those of no registry begin with 99. */
export const OWN_SYSTEM = "99TRIBUTARY";
/** The observation that says how many there are, itself included. */
export const COUNT_NAME = "message.observationCount";
