/** The nine electrodes of a 12-lead ECG: right arm, left arm, left leg, six on the chest. */
export const ECG_ELECTRODES = ["R", "L", "F", "V1", "V2", "V3", "V4", "V5", "V6"] as const;
export type EcgElectrode = (typeof ECG_ELECTRODES)[number];

/** The leads that are independent; the other four follow from I and II. */
export const INDEPENDENT_LEADS = ["I", "II", "V1", "V2", "V3", "V4", "V5", "V6"] as const;
export type IndependentLead = (typeof INDEPENDENT_LEADS)[number];

/** The twelve leads in the order of a printed ECG. */
export const STANDARD_LEADS = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"] as const;
export type StandardLead = (typeof STANDARD_LEADS)[number];
