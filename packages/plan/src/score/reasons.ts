import { MEASURES, type Measure, type ScoreWeights } from "../plan.ts";
import { type MeasureValues, scoreValues } from "./score.ts";
import { rateValue } from "./utilities.ts";

/** Scores nearer than this are not told apart by anything a person could measure; assumed. */
const CLOSE_SCORE = 0.01;

/** What a site is judged by, for a sentence. */
export interface ReasonInput {
  readonly values: MeasureValues;
  readonly totalActivationTime_ms: number;
  readonly captureThreshold_V: number;
  /** Infinity where no output reaches the nerve. */
  readonly phrenicThreshold_V: number;
}

/** One sentence on the best site: what it changes and what it costs. */
export function explainBest(best: ReasonInput, baselineTotal_ms: number): string {
  const { values, totalActivationTime_ms, captureThreshold_V } = best;
  const change = `total activation ${Math.round(baselineTotal_ms)} to ${Math.round(totalActivationTime_ms)} ms`;
  const delay = Number.isNaN(values.electricalDelay)
    ? ""
    : `, muscle active at ${Math.round(100 * values.electricalDelay)} % of the present QRS`;
  return `Highest score: ${change}${delay}, threshold ${captureThreshold_V.toFixed(1)} V, ${describePhrenic(best)}.`;
}

/** One sentence on another site: what it loses most against the best, and what it has instead. */
export function explainRank(own: ReasonInput, best: ReasonInput, weights: ScoreWeights): string {
  const gaps = MEASURES.map((measure) => ({
    measure,
    gap: weights[measure] * (rateValue(measure, best.values[measure]) - rateValue(measure, own.values[measure])),
  })).sort((a, b) => b.gap - a.gap || MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure));
  const worst = gaps[0]!;
  const better = gaps.at(-1)!;
  if (worst.gap <= 0) return "As good as the best in every measure that counts.";
  const difference = scoreValues(best.values, weights) - scoreValues(own.values, weights);
  const isClose = difference < CLOSE_SCORE;
  const loss = `${isClose ? "Nearly as good as the best; behind" : "Behind the best mostly"} in ${describeDifference(worst.measure, own, best)}`;
  return better.gap < 0 ? `${loss}; ahead in ${describeDifference(better.measure, own, best)}.` : `${loss}.`;
}

function describeDifference(measure: Measure, own: ReasonInput, best: ReasonInput): string {
  switch (measure) {
    case "resynchronization":
      return `resynchronization (${Math.round(own.totalActivationTime_ms)} against ${Math.round(best.totalActivationTime_ms)} ms)`;
    case "workBalance":
      return `balance of work (${own.values.workBalance.toFixed(1)} against ${best.values.workBalance.toFixed(1)} mJ/mL)`;
    case "pressureRise":
      return `rise of dP/dt max (${Math.round(own.values.pressureRise)} against ${Math.round(best.values.pressureRise)} %)`;
    case "electricalDelay":
      return `electrical delay (${percent(own.values.electricalDelay)} against ${percent(best.values.electricalDelay)} of QRS)`;
    case "viableMuscle":
      return `viable muscle (${percent(own.values.viableMuscle)} against ${percent(best.values.viableMuscle)})`;
    case "captureMargin":
      return `capture threshold (${own.captureThreshold_V.toFixed(2)} against ${best.captureThreshold_V.toFixed(2)} V)`;
    case "phrenicMargin":
      return `phrenic margin (${describeMargin(own)} against ${describeMargin(best)})`;
    case "reachAndStability":
      return `reach and stability (${own.values.reachAndStability.toFixed(2)} against ${best.values.reachAndStability.toFixed(2)})`;
  }
}

function describePhrenic({ phrenicThreshold_V, values }: ReasonInput): string {
  if (phrenicThreshold_V === Infinity) return "phrenic nerve out of reach";
  return `phrenic margin ${values.phrenicMargin.toFixed(1)} V`;
}

function describeMargin({ phrenicThreshold_V, values }: ReasonInput): string {
  return phrenicThreshold_V === Infinity ? "out of reach" : `${values.phrenicMargin.toFixed(1)} V`;
}

function percent(share: number): string {
  return Number.isNaN(share) ? "unknown" : `${Math.round(100 * share)} %`;
}
