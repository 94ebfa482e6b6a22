import type { SourceId } from "../figures/source-catalog.ts";
import type { RuleOrigin } from "../rules/clinical-rule.ts";
import type { Criterion } from "../rules/criterion.ts";
import type { ClinicalDevice } from "./clinical-device.ts";

/** Guidelines whose tables are shipped, by their short names. */
export const GUIDELINES = ["ESC21", "HRS23", "AHA22", "CCS17", "TA314"] as const;
export type GuidelineId = (typeof GUIDELINES)[number];

export const GUIDELINE_SOURCES: Readonly<Record<GuidelineId, SourceId>> = {
  ESC21: "esc21",
  HRS23: "hrs23",
  AHA22: "aha22",
  CCS17: "ccs17",
  TA314: "ta314",
};

/** The question a row answers; verdicts are formed of one question's rows only. */
export type IndicationTopic =
  | "resynchronization"
  | "defibrillator"
  | "conductionSystemPacing"
  | "rightVentricularPacing"
  | "surveillance"
  | "leadChoice";

/**
 * One row of a guideline's table.
 *
 * `stance` says whether it advises for or against; "notRetrieved" marks a row that is known to exist and whose class
 * nobody has looked up: where it covers a patient the answer is "unknown", never "not indicated".
 */
export interface IndicationRow extends RuleOrigin {
  readonly id: string;
  readonly guideline: GuidelineId;
  readonly topic: IndicationTopic;
  /** In this program's own words. */
  readonly advice: string;
  readonly stance: "for" | "against" | "notRetrieved";
  readonly devices: readonly ClinicalDevice[];
  readonly when: Criterion;
  /** As the guideline prints it: "I", "2a", "strong"; undefined where it was not retrieved. */
  readonly recommendationClass: string | undefined;
  readonly levelOfEvidence: string | undefined;
  /** Whether class and level were each confirmed; `confirmed` is true only where the class was. */
  readonly isLevelConfirmed: boolean;
}

/** Classes of all guidelines on one scale: 1 is to be done, 2 should, 3 may, 4 should not. */
const CLASS_RANKS: Readonly<Record<string, number>> = {
  I: 1,
  "1": 1,
  strong: 1,
  recommended: 1,
  IIa: 2,
  "2a": 2,
  IIb: 3,
  "2b": 3,
  weak: 3,
  III: 4,
  "3": 4,
  "strong against": 4,
};

/** Rank of a row's class, 1 strongest advice for to 4 against; undefined where the class was not retrieved. */
export function classRank({ recommendationClass }: IndicationRow): number | undefined {
  return recommendationClass === undefined ? undefined : CLASS_RANKS[recommendationClass];
}
