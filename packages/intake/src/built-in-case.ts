import type { Case } from "@tributary/formats";
import { BUILT_IN_CLINIC } from "./built-in-clinic.ts";

/** The patient that the program carries: dilated, left bundle branch block, generated veins, a quadripolar lead. */
export const BUILT_IN_CASE: Case = {
  version: 1,
  id: "built-in",
  title: "Built-in patient: dilated left ventricle with left bundle branch block",
  patient: { sex: "male", age_years: 66, ejectionFraction_pct: 28 },
  heart: { kind: "preset", preset: "dcm-lbbb-male" },
  // About 90 000 nodes: a plan in about a minute on two cores.
  edgeLength_mm: 1.7,
  scar: [],
  conduction: { rhythm: "sinus", pattern: "lbbb", prInterval_ms: 180, qrsDuration_ms: 160 },
  circulation: {
    heartRate_bpm: 72,
    systolicPressure_mmHg: 112,
    diastolicPressure_mmHg: 68,
    regurgitantOrifice_mm2: 0,
  },
  veins: { kind: "generated", seed: 105, group: "noCoronaryDisease" },
  lead: { kind: "catalog", model: "attain-performa-4298" },
  clinical: BUILT_IN_CLINIC,
};
