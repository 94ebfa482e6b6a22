import { deriveFacts } from "../facts/derive-facts.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { listOldFindings } from "../facts/resolve-fact.ts";
import { type CriterionTrace, evaluateCriterion } from "../rules/evaluate-criterion.ts";
import { CONTRAINDICATIONS, type Contraindication } from "./contraindications.ts";
import { COVERAGE_ROWS, type CoverageRow } from "./coverage.ts";
import { DEVICE_FACTORS, type DeviceFactor } from "./device-choice.ts";
import { classRank, GUIDELINES, type GuidelineId, type IndicationRow } from "./indication-row.ts";
import { type GuidelineJudgment, judgeGuideline } from "./judge-guideline.ts";
import { AHA22_ROWS } from "./tables/aha22-rows.ts";
import { CCS17_ROWS } from "./tables/ccs17-rows.ts";
import { ESC21_ROWS } from "./tables/esc21-rows.ts";
import { HRS23_ROWS } from "./tables/hrs23-rows.ts";
import { TA314_ROWS } from "./tables/ta314-rows.ts";

export const INDICATION_TABLES: Readonly<Record<GuidelineId, readonly IndicationRow[]>> = {
  ESC21: ESC21_ROWS,
  HRS23: HRS23_ROWS,
  AHA22: AHA22_ROWS,
  CCS17: CCS17_ROWS,
  TA314: TA314_ROWS,
};

/** Two guidelines that say different things of this patient. */
export interface GuidelineDisagreement {
  readonly guidelines: readonly [GuidelineId, GuidelineId];
  /** stance: one for and one against. class: both for, with another strength. */
  readonly kind: "stance" | "class";
}

/** A row of a table that is not a guideline's, judged. */
export interface Judged<Row> {
  readonly row: Row;
  readonly trace: CriterionTrace;
}

export interface IndicationAssessment {
  /** One judgment for each guideline; they are never merged into one. */
  readonly guidelines: readonly GuidelineJudgment[];
  readonly disagreements: readonly GuidelineDisagreement[];
  readonly contraindications: readonly Judged<Contraindication>[];
  readonly deviceFactors: readonly Judged<DeviceFactor>[];
  readonly coverage: readonly Judged<CoverageRow>[];
  /** Findings older than they stay current. */
  readonly oldFindings: readonly FactRecord[];
}

/**
 * What each guideline says of this patient, with the trace of every criterion.
 *
 * @param records  the facts of the case
 * @param asOf     local date that intervals are counted to, "2026-11-27"
 */
export function assessIndication(records: readonly FactRecord[], asOf: string): IndicationAssessment {
  const facts = deriveFacts(records, asOf);
  const guidelines = GUIDELINES.map((id) => judgeGuideline(id, INDICATION_TABLES[id], facts));
  const judgeRows = <Row extends { readonly when: Contraindication["when"] }>(rows: readonly Row[]) =>
    rows.map((row) => ({ row, trace: evaluateCriterion(row.when, facts) }));
  return {
    guidelines,
    disagreements: listDisagreements(guidelines),
    contraindications: judgeRows(CONTRAINDICATIONS),
    deviceFactors: judgeRows(DEVICE_FACTORS),
    coverage: judgeRows(COVERAGE_ROWS),
    oldFindings: listOldFindings(records, asOf),
  };
}

function listDisagreements(judgments: readonly GuidelineJudgment[]): GuidelineDisagreement[] {
  return judgments.flatMap((a, i) =>
    judgments.slice(i + 1).flatMap((b): GuidelineDisagreement[] => {
      const kind = compare(a, b);
      return kind === undefined ? [] : [{ guidelines: [a.guideline, b.guideline], kind }];
    }),
  );
}

function compare(a: GuidelineJudgment, b: GuidelineJudgment): GuidelineDisagreement["kind"] | undefined {
  const isDecided = ({ status }: GuidelineJudgment) => status === "for" || status === "against";
  if (!isDecided(a) || !isDecided(b)) return undefined;
  if (a.status !== b.status) return "stance";
  return classRank(a.decisive!) === classRank(b.decisive!) ? undefined : "class";
}
