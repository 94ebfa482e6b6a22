/** Antibiotic before the incision: by weight, allergy and carriage; one dose, none after closure. */
import type { TaskRule } from "../calendar/task.ts";
import type { FactId } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { knownValue, listOpenFacts } from "../facts/resolve-fact.ts";
import { origin, type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";

export type AntibioticDrug = "cefazolin" | "vancomycin";

interface AntibioticDose {
  readonly drug: AntibioticDrug;
  readonly dose_mg: number;
  /** Longest time from its start to the incision. */
  readonly startWithin_min: number;
  readonly origin: RuleOrigin;
}

export type AntibioticPlan =
  | { readonly kind: "doses"; readonly doses: readonly AntibioticDose[]; readonly rules: readonly TaskRule[] }
  | { readonly kind: "cannotDecide"; readonly missing: readonly FactId[] };

/** Longest time from the start of each drug to the incision, minutes. */
export const ANTIBIOTIC_WINDOW_min: Readonly<Record<AntibioticDrug, number>> = { cefazolin: 60, vancomycin: 120 };

const CEFAZOLIN = origin("padit", "conventional arm; one source disputes the step to 3 g", true);
const VANCOMYCIN = origin("padit", "conventional arm for allergy, 15 mg/kg", true);
const HEAVY_kg = 120;
const REDOSE_h = 4;
const VANCOMYCIN_mgPerKg = 15;
/** Largest single dose of vancomycin; from memory. */
const VANCOMYCIN_CAP_mg = 2000;

const NEEDED_FACTS = ["weight_kg", "betaLactamAllergy", "mrsaCarrier"] as const satisfies FactId[];

/**
 * The antibiotic for this patient.
 *
 * Severe beta-lactam allergy: vancomycin. Carrier of MRSA: vancomycin and cefazolin. Else cefazolin, also in a penicillin
 * allergy that is not severe. Weight, allergy and carriage must be known.
 */
export function planAntibiotic(records: readonly FactRecord[]): AntibioticPlan {
  const open = listOpenFacts(records, NEEDED_FACTS);
  const missing = [...open.missing, ...open.conflicts];
  if (missing.length > 0) return { kind: "cannotDecide", missing };
  const weight_kg = knownValue(records, "weight_kg")!;
  const isSevere = knownValue(records, "betaLactamAllergy") === "severe";
  const isCarrier = knownValue(records, "mrsaCarrier") === true;
  const doses = [
    ...(isSevere ? [] : [doseCefazolin(weight_kg)]),
    ...(isSevere || isCarrier ? [doseVancomycin(weight_kg)] : []),
  ];
  return { kind: "doses", doses, rules: doses.flatMap(ruleOf) };
}

function doseCefazolin(weight_kg: number): AntibioticDose {
  const dose_mg = weight_kg >= HEAVY_kg ? 3000 : 2000;
  return { drug: "cefazolin", dose_mg, startWithin_min: ANTIBIOTIC_WINDOW_min.cefazolin, origin: CEFAZOLIN };
}

function doseVancomycin(weight_kg: number): AntibioticDose {
  const dose_mg = Math.min(VANCOMYCIN_CAP_mg, Math.round(VANCOMYCIN_mgPerKg * weight_kg));
  return { drug: "vancomycin", dose_mg, startWithin_min: ANTIBIOTIC_WINDOW_min.vancomycin, origin: VANCOMYCIN };
}

function ruleOf({ drug, dose_mg, startWithin_min, origin: doseOrigin }: AntibioticDose): TaskRule[] {
  const start: TaskRule = {
    ...doseOrigin,
    id: `antibiotic.${drug}`,
    anchor: "incision",
    due: drug === "cefazolin" ? "-PT30M" : "-PT120M",
    window: { from: `-PT${startWithin_min}M`, to: "PT0M" },
    actor: "lab",
    text: `${drug} ${dose_mg / 1000} g, start at most ${startWithin_min} min before the incision`,
    drug,
  };
  if (drug === "vancomycin") return [start];
  const redose: TaskRule = {
    ...doseOrigin,
    id: `antibiotic.${drug}.redose`,
    anchor: "firstAntibiotic",
    due: `PT${REDOSE_h}H`,
    actor: "lab",
    text: `${drug} again if the wound is still open, or after 1.5 L of blood loss`,
    drug,
  };
  return [start, redose];
}

/** Decolonization of carriers; from memory. */
export function listDecolonizationRules(records: readonly FactRecord[]): TaskRule[] {
  if (knownValue(records, "mrsaCarrier") !== true) return [];
  return [
    {
      ...unconfirmed("practice", "decolonization of MRSA carriers (from memory)"),
      id: "decolonize",
      anchor: "incision",
      due: "-P5D",
      actor: "patient",
      text: "mupirocin nose ointment and chlorhexidine wash for five days",
      patientMessage: "washSkin",
    },
  ];
}
