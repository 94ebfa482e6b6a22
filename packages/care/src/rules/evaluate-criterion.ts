import { type FactId, type FactValue, factLabel, factUnit } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { resolveFact } from "../facts/resolve-fact.ts";
import type { BandCriterion, Criterion } from "./criterion.ts";

/** Whether a criterion holds; "unknown" where a fact is missing or its values disagree in a way that matters. */
export type Truth = "met" | "notMet" | "unknown";

/** How a criterion was judged, down to each fact. */
export interface CriterionTrace {
  readonly text: string;
  readonly truth: Truth;
  /** What was found, of a criterion on one fact; "missing" where nothing was. */
  readonly observed?: string;
  readonly missing: readonly FactId[];
  readonly conflicts: readonly FactId[];
  readonly parts: readonly CriterionTrace[];
}

/**
 * Judges a criterion by the facts, in three-valued logic: a missing fact makes a criterion unknown only where it could
 * change the outcome, and is then named. A fact in conflict counts where all its values agree.
 */
export function evaluateCriterion(criterion: Criterion, records: readonly FactRecord[]): CriterionTrace {
  switch (criterion.op) {
    case "all":
      return combine(criterion.of, records, "notMet");
    case "any":
      return combine(criterion.of, records, "met");
    case "not":
      return negate(evaluateCriterion(criterion.of, records));
    case "atLeastBand":
      return evaluateBand(criterion, records);
    default:
      return evaluateLeaf(criterion, records);
  }
}

/** Of parts of which one of truth `decisive` decides: "notMet" for all of them, "met" for any. */
function combine(of: readonly Criterion[], records: readonly FactRecord[], decisive: "met" | "notMet"): CriterionTrace {
  const parts = of.map((part) => evaluateCriterion(part, records));
  const isDecided = parts.some(({ truth }) => truth === decisive);
  const open = isDecided ? [] : parts.filter(({ truth }) => truth === "unknown");
  const otherwise = decisive === "met" ? "notMet" : "met";
  return {
    text: parts.map(({ text }) => text).join(decisive === "met" ? " or " : "; "),
    truth: isDecided ? decisive : open.length > 0 ? "unknown" : otherwise,
    missing: unique(open.flatMap(({ missing }) => missing)),
    conflicts: unique(open.flatMap(({ conflicts }) => conflicts)),
    parts,
  };
}

function negate(trace: CriterionTrace): CriterionTrace {
  const opposite: Record<Truth, Truth> = { met: "notMet", notMet: "met", unknown: "unknown" };
  return { ...trace, text: `not (${trace.text})`, truth: opposite[trace.truth], parts: [trace] };
}

type Leaf = Exclude<Criterion, { op: "all" | "any" | "not" | "atLeastBand" }>;

function evaluateLeaf(leaf: Leaf, records: readonly FactRecord[]): CriterionTrace {
  return judgeFact(leaf.fact, records, describeLeaf(leaf), (value) => holds(leaf, value));
}

/** Above the band met, below it not; within it what the clinician judged, which is missing where nobody did. */
function evaluateBand(band: BandCriterion, records: readonly FactRecord[]): CriterionTrace {
  const { fact, low, high, judgedBy } = band;
  const text = `${factLabel(fact)} at least ${low} to ${high}${unitOf(fact)}`;
  const judgment = resolveFact(records, judgedBy);
  if (judgment.status === "known") return judgeFact(judgedBy, records, text, (value) => value === true);
  const value = resolveFact(records, fact);
  const isWithin = value.status === "known" && (value.value as number) >= low && (value.value as number) < high;
  if (isWithin) {
    const observed = `${value.value}${unitOf(fact)}, within the band`;
    return { text, truth: "unknown", observed, missing: [judgedBy], conflicts: [], parts: [] };
  }
  return judgeFact(fact, records, text, (found) => (found as number) >= high);
}

function judgeFact(
  fact: FactId,
  records: readonly FactRecord[],
  text: string,
  isMet: (value: FactValue) => boolean,
): CriterionTrace {
  const resolved = resolveFact(records, fact);
  if (resolved.status === "missing") {
    return { text, truth: "unknown", observed: "missing", missing: [fact], conflicts: [], parts: [] };
  }
  const values = resolved.status === "known" ? [resolved.value] : resolved.values;
  const outcomes = new Set(values.map(isMet));
  const observed = values.map((value) => showValue(fact, value)).join(" and ");
  if (outcomes.size > 1) return { text, truth: "unknown", observed, missing: [], conflicts: [fact], parts: [] };
  return { text, truth: outcomes.has(true) ? "met" : "notMet", observed, missing: [], conflicts: [], parts: [] };
}

function holds(leaf: Leaf, value: FactValue): boolean {
  if (leaf.op === "oneOf") return leaf.values.includes(value as string | boolean);
  const number = value as number;
  const compare = {
    atLeast: number >= leaf.limit,
    atMost: number <= leaf.limit,
    above: number > leaf.limit,
    below: number < leaf.limit,
  };
  return compare[leaf.op];
}

const SIGNS = { atLeast: ">=", atMost: "<=", above: ">", below: "<" } as const;

function describeLeaf(leaf: Leaf): string {
  const label = factLabel(leaf.fact);
  if (leaf.op !== "oneOf") return `${label} ${SIGNS[leaf.op]} ${leaf.limit}${unitOf(leaf.fact)}`;
  if (leaf.values.length === 1 && typeof leaf.values[0] === "boolean") return leaf.values[0] ? label : `no ${label}`;
  return `${label}: ${leaf.values.join(" or ")}`;
}

function showValue(fact: FactId, value: FactValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return `${value}${unitOf(fact)}`;
}

function unitOf(fact: FactId): string {
  const unit = factUnit(fact);
  return unit === undefined ? "" : ` ${unit}`;
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
