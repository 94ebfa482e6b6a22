import { MEASURES, type Measure, type ScoreWeights } from "../plan.ts";
import { rateValue } from "./utilities.ts";

/** The values that a score is made of; none of them is a vein's name or a segment's number. */
export type MeasureValues = Readonly<Record<Measure, number>>;

/** Weighted mean of the utilities, 0 to 1. */
export function scoreValues(values: MeasureValues, weights: ScoreWeights): number {
  let sum = 0;
  let weightSum = 0;
  for (const measure of MEASURES) {
    sum += weights[measure] * rateValue(measure, values[measure]);
    weightSum += weights[measure];
  }
  // All weight on measures that are not computed yet: then nothing tells the sites apart.
  return weightSum === 0 ? 0 : sum / weightSum;
}

/** Whether no other one is at least as good in every measure of some weight and better in one. */
export function markPareto(all: readonly MeasureValues[], weights: ScoreWeights): boolean[] {
  const counted = MEASURES.filter((measure) => weights[measure] > 0);
  const utilities = all.map((values) => counted.map((measure) => rateValue(measure, values[measure])));
  return utilities.map((own) => !utilities.some((other) => isBetter(other, own)));
}

function isBetter(other: readonly number[], own: readonly number[]): boolean {
  return other.every((value, i) => value >= own[i]!) && other.some((value, i) => value > own[i]!);
}
