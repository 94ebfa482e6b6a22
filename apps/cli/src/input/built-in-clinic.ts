import type { Case } from "@tributary/formats";

const VISIT = "2027-03-10";

/** What the clinic knows of the built-in patient: made up, complete enough for every step of the care to be shown. */
export const BUILT_IN_CLINIC: NonNullable<Case["clinical"]> = {
  facts: [
    { fact: "heartFailure", value: true, date: VISIT },
    { fact: "nyhaClass", value: 3, date: VISIT },
    { fact: "gdmt_months", value: 8, date: VISIT },
    { fact: "etiology", value: "nonischemic", date: VISIT },
    { fact: "priorInfarction", value: false, date: VISIT },
    { fact: "existingDevice", value: "none", date: VISIT },
    { fact: "icdIndication", value: "primary", date: VISIT },
    { fact: "survivalOverOneYear", value: true, date: VISIT },
    { fact: "sharedDecisionEncounter", value: true, date: VISIT },
    { fact: "weight_kg", value: 84, date: VISIT },
    { fact: "height_cm", value: 176, date: VISIT },
    { fact: "creatinine_mgPerdL", value: 1.2, date: VISIT },
    { fact: "potassium_mmolPerL", value: 4.4, date: VISIT },
    { fact: "hemoglobin_gPerdL", value: 13.8, date: VISIT },
    { fact: "platelets_e9PerL", value: 214, date: VISIT },
    { fact: "betaLactamAllergy", value: "none", date: VISIT },
    { fact: "contrastAllergy", value: "none", date: VISIT },
    { fact: "mrsaCarrier", value: false, date: VISIT },
    { fact: "activeInfection", value: false, date: VISIT },
    { fact: "priorDeviceProcedures", value: 0, date: VISIT },
  ],
  drugs: ["apixaban", "dapagliflozin"],
  variant: "deNovoCrtD",
  schedule: {
    zone: "Europe/Berlin",
    anchors: { sedation: "2027-03-30T07:30:00+02:00", incision: "2027-03-30T08:00:00+02:00" },
  },
};
