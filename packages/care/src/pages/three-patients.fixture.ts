import type { Case } from "@tributary/formats";
import { type ClinicalCase, readClinicalCase } from "../journey/clinical-case.ts";

type Clinic = NonNullable<Case["clinical"]>;

function read(
  id: string,
  patient: NonNullable<Case["patient"]>,
  clinical: Clinic,
  changes: Partial<Case> = {},
): ClinicalCase {
  return readClinicalCase({
    version: 1,
    id,
    title: `Patient ${id}`,
    patient,
    heart: { kind: "preset", preset: "dcm-lbbb-male" },
    conduction: { rhythm: "sinus", pattern: "lbbb", qrsDuration_ms: 160 },
    clinical,
    ...changes,
  });
}

const dated = (values: Record<string, number | boolean | string>): NonNullable<Clinic["facts"]> =>
  Object.entries(values).map(([fact, value]) => ({ fact, value, date: "2027-03-10" }));

const SCHEDULE: NonNullable<Clinic["schedule"]> = {
  zone: "Europe/Berlin",
  anchors: { sedation: "2027-03-30T07:30:00+02:00", incision: "2027-03-30T08:00:00+02:00" },
};

/** A new defibrillator with much known, an upgrade in permanent fibrillation, and one of whom hardly anything is known. */
export const THREE_PATIENTS: readonly ClinicalCase[] = [
  read(
    "new",
    { sex: "male", age_years: 66, ejectionFraction_pct: 28 },
    {
      facts: dated({ nyhaClass: 3, gdmt_months: 8, weight_kg: 84, creatinine_mgPerdL: 1.2, icdIndication: "primary" }),
      drugs: ["apixaban", "dapagliflozin"],
      variant: "deNovoCrtD",
      schedule: SCHEDULE,
    },
  ),
  read(
    "upgrade",
    { sex: "female", age_years: 79, ejectionFraction_pct: 33 },
    {
      facts: dated({ nyhaClass: 2, existingDevice: "pacemaker", observedRvPacing_pct: 96, rhythm: "permanentAf" }),
      drugs: ["warfarin"],
      variant: "singlePacemakerToCrtPPermanentAf",
      schedule: SCHEDULE,
    },
    { conduction: { rhythm: "atrialFibrillation", pattern: "rvPaced" } },
  ),
  read("unknown", {}, { variant: "deNovoCrtP" }, { conduction: { rhythm: "sinus", pattern: "nonspecific" } }),
];
