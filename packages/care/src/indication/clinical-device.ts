/** What an indication may advise; "CRT" where a guideline leaves the defibrillator open, "CPP" includes both CRT and CSP. */
export type ClinicalDevice = "CRT" | "CRT-P" | "CRT-D" | "CSP" | "CPP" | "RVP" | "ICD" | "epicardial LV lead";
