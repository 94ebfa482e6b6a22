/** Sedation: who needs an anesthesia professional, what is watched, when to act. */
import type { FactRecord } from "../facts/fact-record.ts";
import { origin, type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";
import { above, any, atMost, type Criterion, yes } from "../rules/criterion.ts";
import { type CriterionTrace, evaluateCriterion } from "../rules/evaluate-criterion.ts";

/** Ramsay's levels, from anxious to no response. */
export const RAMSAY_LEVELS = [
  "anxious",
  "calm and oriented",
  "responds to commands",
  "brisk response to a tap",
  "sluggish response to a tap",
  "no response",
] as const;

/** Levels aimed at; the deeper one only for a test of the defibrillator. */
export const RAMSAY_TARGET = { usual: [2, 3], defibrillatorTest: 4 } as const;

export interface SedationReason extends RuleOrigin {
  readonly id: string;
  readonly text: string;
  readonly leadsTo: "anesthesia" | "halfDose";
  readonly when: Criterion;
}

const PRACTICE = unconfirmed("practice", "sedation for device implants (from memory)");

const SEDATION_REASONS: readonly SedationReason[] = [
  { ...PRACTICE, id: "apnea", text: "severe sleep apnea", leadsTo: "anesthesia", when: yes("severeSleepApnea") },
  { ...PRACTICE, id: "flat", text: "cannot lie flat", leadsTo: "anesthesia", when: yes("cannotLieFlat") },
  {
    ...PRACTICE,
    id: "frail",
    text: "older than 70 years, or LVEF of at most 25 %: half the doses",
    leadsTo: "halfDose",
    when: any(above("age_years", 70), atMost("lvef_pct", 25)),
  },
];

/** What speaks for anesthesia or smaller doses in this patient; unknown where facts are missing. */
export function judgeSedation(records: readonly FactRecord[]): { reason: SedationReason; trace: CriterionTrace }[] {
  return SEDATION_REASONS.map((reason) => ({ reason, trace: evaluateCriterion(reason.when, records) }));
}

/** Usual steps of each drug, and the antidotes; for the clinician, all from memory. */
export const SEDATION_DOSES: readonly (RuleOrigin & { readonly text: string })[] = [
  { ...PRACTICE, text: "midazolam in steps of 0.5 to 2 mg" },
  { ...PRACTICE, text: "fentanyl in steps of 25 to 50 ug" },
  { ...PRACTICE, text: "naloxone 0.1 to 0.4 mg" },
  { ...PRACTICE, text: "flumazenil 0.2 mg" },
];

export interface VitalSigns {
  readonly spo2_pct?: number;
  readonly systolicPressure_mmHg?: number;
  readonly respiratoryRate_perMin?: number;
  readonly apnea_s?: number;
}

export interface RescueTrigger extends RuleOrigin {
  readonly sign: keyof VitalSigns;
  readonly limit: number;
  readonly isBelow: boolean;
  readonly text: string;
}

const MONITORING = origin("asaSedation", "monitoring of moderate sedation", false);

/** Minutes between two records of the signs. */
export const RECORD_EVERY_min = 5;

export const RESCUE_TRIGGERS: readonly RescueTrigger[] = [
  { ...MONITORING, sign: "spo2_pct", limit: 90, isBelow: true, text: "oxygen saturation below 90 %" },
  { ...MONITORING, sign: "systolicPressure_mmHg", limit: 90, isBelow: true, text: "systolic pressure below 90 mmHg" },
  { ...MONITORING, sign: "respiratoryRate_perMin", limit: 8, isBelow: true, text: "fewer than 8 breaths a minute" },
  { ...MONITORING, sign: "apnea_s", limit: 20, isBelow: false, text: "no breath for more than 20 s" },
];

/** The triggers that a set of signs meets; signs that are missing trigger nothing and are not called normal. */
export function listRescueTriggers(signs: VitalSigns): RescueTrigger[] {
  return RESCUE_TRIGGERS.filter(({ sign, limit, isBelow }) => {
    const value = signs[sign];
    return value !== undefined && (isBelow ? value < limit : value > limit);
  });
}
