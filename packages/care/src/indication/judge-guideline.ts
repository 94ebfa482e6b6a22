import type { FactId } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { listOpenFacts } from "../facts/resolve-fact.ts";
import { type CriterionTrace, evaluateCriterion } from "../rules/evaluate-criterion.ts";
import { classRank, type GuidelineId, type IndicationRow } from "./indication-row.ts";

/** A row with how each of its criteria was judged. */
export interface JudgedRow {
  readonly row: IndicationRow;
  readonly trace: CriterionTrace;
}

/**
 * What a guideline says of resynchronization in this patient.
 * "for", "against": a row applies. "noRow": the whole table was judged and none does. "cannotDecide": facts are missing or
 * in conflict. "unknown": no row applies, but one whose class was not retrieved covers the patient.
 */
export type IndicationStatus = "for" | "against" | "noRow" | "cannotDecide" | "unknown";

export interface GuidelineJudgment {
  readonly guideline: GuidelineId;
  readonly status: IndicationStatus;
  /** The row that carries the status: the strongest advice of those that apply. */
  readonly decisive: IndicationRow | undefined;
  readonly missing: readonly FactId[];
  readonly conflicts: readonly FactId[];
  /** Every row of the table. */
  readonly rows: readonly JudgedRow[];
  /** Rows on resynchronization that would also have to be judged if the named facts were known. */
  readonly open: readonly JudgedRow[];
}

/** Facts without which no statement on resynchronization is made, unless a row applies without them. */
const CORE_FACTS: readonly FactId[] = ["lvef_pct", "qrsDuration_ms", "qrsMorphology", "nyhaClass", "rhythm"];

/** Judges one guideline's table by the facts of a case. Rows on other questions are judged too, without a verdict. */
export function judgeGuideline(
  guideline: GuidelineId,
  table: readonly IndicationRow[],
  records: readonly FactRecord[],
): GuidelineJudgment {
  const rows = table.map((row) => ({ row, trace: evaluateCriterion(row.when, records) }));
  const asked = rows.filter(({ row }) => row.topic === "resynchronization");
  const open = asked.filter(({ trace }) => trace.truth === "unknown");
  const verdict = formVerdict(asked, open, records);
  const isUndecided = verdict.status === "cannotDecide";
  const core = listOpenFacts(records, CORE_FACTS);
  return {
    guideline,
    ...verdict,
    missing: isUndecided ? unique([...core.missing, ...open.flatMap(({ trace }) => trace.missing)]) : [],
    conflicts: isUndecided ? unique([...core.conflicts, ...open.flatMap(({ trace }) => trace.conflicts)]) : [],
    rows,
    open,
  };
}

interface Verdict {
  readonly status: IndicationStatus;
  readonly decisive: IndicationRow | undefined;
}

function formVerdict(asked: readonly JudgedRow[], open: readonly JudgedRow[], records: readonly FactRecord[]): Verdict {
  const met = asked.filter(({ trace }) => trace.truth === "met").map(({ row }) => row);
  const strongest = pickStrongest(met.filter(({ stance }) => stance === "for"));
  if (strongest) return { status: "for", decisive: strongest };

  const against = met.find(({ stance }) => stance === "against");
  const mayStillBeFor = open.some(({ row }) => row.stance !== "against");
  if (against) return mayStillBeFor ? undecided() : { status: "against", decisive: against };

  const isCoreMissing = listOpenFacts(records, CORE_FACTS).missing.length > 0;
  if (open.length > 0 || isCoreMissing) return undecided();
  const gap = met.find(({ stance }) => stance === "notRetrieved");
  return gap ? { status: "unknown", decisive: gap } : { status: "noRow", decisive: undefined };
}

function undecided(): Verdict {
  return { status: "cannotDecide", decisive: undefined };
}

function pickStrongest(rows: readonly IndicationRow[]): IndicationRow | undefined {
  return [...rows].sort((a, b) => classRank(a)! - classRank(b)!)[0];
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
