import type { Case } from "@tributary/formats";
import type { FactValue } from "./fact-catalog.ts";
import { type FactRecord, recordFact } from "./fact-record.ts";

const MORPHOLOGY: Record<Case["conduction"]["pattern"], FactValue<"qrsMorphology">> = {
  normal: "normal",
  lbbb: "LBBB",
  rbbb: "RBBB",
  lafb: "fascicularBlock",
  lpfb: "fascicularBlock",
  nonspecific: "IVCD",
  rvPaced: "RVpaced",
};

/**
 * The clinical facts that a case file states. What it does not state stays missing: a case says nothing of NYHA class,
 * medical therapy or devices, and whether atrial fibrillation is permanent.
 */
export function factsFromCase(caseFile: Case): FactRecord[] {
  const origin = { kind: "caseFile", detail: caseFile.id } as const;
  const { patient = {}, conduction } = caseFile;
  return [
    ...(patient.sex === undefined ? [] : [recordFact("sex", patient.sex, { origin })]),
    ...(patient.age_years === undefined ? [] : [recordFact("age_years", patient.age_years, { origin })]),
    ...(patient.height_cm === undefined ? [] : [recordFact("height_cm", patient.height_cm, { origin })]),
    ...(patient.weight_kg === undefined ? [] : [recordFact("weight_kg", patient.weight_kg, { origin })]),
    ...(patient.ejectionFraction_pct === undefined
      ? []
      : [recordFact("lvef_pct", patient.ejectionFraction_pct, { origin })]),
    ...(conduction.qrsDuration_ms === undefined
      ? []
      : [recordFact("qrsDuration_ms", conduction.qrsDuration_ms, { origin })]),
    recordFact("qrsMorphology", MORPHOLOGY[conduction.pattern], { origin }),
    ...(conduction.rhythm === "sinus" ? [recordFact("rhythm", "sinus", { origin })] : []),
    ...(conduction.rhythm === "avBlock" ? [recordFact("avBlock", "complete", { origin })] : []),
  ];
}
