/** Fasting before sedation. */
import type { TaskRule } from "../calendar/task.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { knownValue } from "../facts/resolve-fact.ts";
import { origin } from "../rules/clinical-rule.ts";

const ASA = origin("asaFasting", "minimum fasting periods", true);

function fast(id: string, hours: number, text: string, patientMessage: TaskRule["patientMessage"]): TaskRule {
  const due = `-PT${hours}H`;
  return {
    ...ASA,
    id,
    anchor: "sedation",
    due,
    window: { to: due },
    actor: "patient",
    text,
    ...(patientMessage && { patientMessage }),
  };
}

export const FASTING_RULES: readonly TaskRule[] = [
  fast("fasting.richFood", 8, "end of fried or fatty food and meat", "stopRichFood"),
  fast("fasting.lightFood", 6, "end of a light meal, milk and formula", "stopLightFood"),
  fast(
    "fasting.clearFluids",
    2,
    "end of clear fluids; morning tablets with a sip of water are allowed",
    "stopDrinking",
  ),
];

/** What makes the usual hours unsafe, for the clinician to look at. */
export function listFastingWarnings(records: readonly FactRecord[], drugClasses: readonly string[]): string[] {
  const warnings: string[] = [];
  if (knownValue(records, "gastroparesis") === true) warnings.push("gastroparesis: fasting times need review");
  if (knownValue(records, "pregnant") === true) warnings.push("pregnancy: fasting times need review");
  if (drugClasses.some((drugClass) => drugClass.startsWith("glp1"))) {
    warnings.push("GLP-1 receptor agonist: the stomach may be full despite fasting");
  }
  return warnings;
}
