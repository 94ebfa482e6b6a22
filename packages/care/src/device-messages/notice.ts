/** Goes with every message that is written. */
export const NOTICE = "Research, planning and training use; not for diagnosis or live care.";
