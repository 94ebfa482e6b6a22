import type { BeatMeasures } from "../heart/beat-meter.ts";
import type { PumpFeatures } from "../mechanics/pump-features.ts";
import type { PumpMeasures } from "../mechanics/pump-measures.ts";
import type { Estimate, ScoreWeights } from "../plan.ts";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import { type MeasureValues, scoreValues } from "../score/score.ts";
import { quantile } from "../statistics/statistics.ts";
import type { DrawResult } from "./draw.ts";

/** What a site brings into every draw. */
export interface SummarizedSite {
  readonly vein: string;
  /** Middle of the cathode's stretch. */
  readonly arc_mm: number;
  /** Of the plan; the measures that draws do not change are taken from here. */
  readonly values: MeasureValues;
  readonly totalActivationTime_ms: number;
  readonly qLv_ms: number;
  /** One a draw; Infinity: none below the largest output. */
  readonly captureThresholds_V: readonly number[];
  readonly phrenicThresholds_V: readonly number[];
}

/** Tells what the pump does at a timing that was not simulated. */
export type PredictPump = (features: PumpFeatures) => PumpMeasures;

/** The draws, scored: draw by draw, then site by site. */
export interface ScoredDraws {
  readonly values: readonly (readonly MeasureValues[])[];
  readonly scores: readonly (readonly number[])[];
}

/** The draws, the same sites at the plan's own parameters, and the beat as it is now on the fine mesh. */
export interface DrawnBeats {
  readonly results: readonly DrawResult[];
  readonly central: DrawResult;
  readonly baseline: BeatMeasures;
  /** Undefined without a circulation. */
  readonly predictPump?: PredictPump | undefined;
}

/**
 * Scores every site in every draw.
 *
 * The coarse mesh says how much a time changes from the plan's own parameters to those of the draw; the fine mesh says
 * what it is there. Each time is the fine one multiplied by that ratio, so that the coarse mesh's own error cancels.
 */
export function scoreDraws(
  sites: readonly SummarizedSite[],
  { results, central, baseline, predictPump }: DrawnBeats,
  weights: ScoreWeights,
): ScoredDraws {
  const values = results.map((result, draw) => {
    const total_ms =
      baseline.totalActivationTime_ms *
      (result.baseline.totalActivationTime_ms / central.baseline.totalActivationTime_ms);
    const qrs_ms = baseline.qrsDuration_ms * (result.baseline.qrsDuration_ms / central.baseline.qrsDuration_ms);
    return sites.map((site, index): MeasureValues => {
      const beat = result.sites[index]!;
      const own = central.sites[index]!;
      const capture_V = site.captureThresholds_V[draw]!;
      const paced_ms = site.totalActivationTime_ms * (beat.totalActivationTime_ms / own.totalActivationTime_ms);
      return {
        ...site.values,
        resynchronization: 100 * (1 - paced_ms / total_ms),
        ...shiftPump(site.values, own.features, beat.features, predictPump),
        electricalDelay: (site.qLv_ms * (beat.qLv_ms / own.qLv_ms)) / qrs_ms,
        captureMargin: capture_V,
        phrenicMargin: site.phrenicThresholds_V[draw]! - capture_V,
      };
    });
  });
  return { values, scores: values.map((own) => own.map((measures) => scoreValues(measures, weights))) };
}

/** What was simulated for the plan, moved by what the surrogate says of the change in timing. */
function shiftPump(
  { pressureRise, workBalance }: MeasureValues,
  central: PumpFeatures | undefined,
  drawn: PumpFeatures | undefined,
  predict: PredictPump | undefined,
): Pick<MeasureValues, "pressureRise" | "workBalance"> {
  if (!predict || !central || !drawn) return { pressureRise, workBalance };
  const [before, after] = [predict(central), predict(drawn)];
  return {
    pressureRise: pressureRise + after.pressureRise - before.pressureRise,
    workBalance: workBalance + after.workBalance - before.workBalance,
  };
}

/** Share of the draws in which each site has the highest score; equals share it. */
export function shareBest({ scores }: ScoredDraws): number[] {
  const shares = new Array<number>(scores[0]?.length ?? 0).fill(0);
  for (const own of scores) {
    const best = Math.max(...own);
    const winners = own.flatMap((score, site) => (score === best ? [site] : []));
    for (const site of winners) shares[site]! += 1 / (winners.length * scores.length);
  }
  return shares;
}

/** Rank of each site in each draw, 1 the best; by site, then by draw. */
export function rankDraws({ scores }: ScoredDraws): number[][] {
  const siteCount = scores[0]?.length ?? 0;
  return Array.from({ length: siteCount }, (_, site) =>
    scores.map((own) => 1 + own.filter((score) => score > own[site]!).length),
  );
}

/**
 * The spread of a number over the draws, carried to its value on the fine mesh by ratio: the coarse mesh is late in all
 * draws alike.
 *
 * @param central  the number of the draw model at the plan's own parameters
 */
export function carrySpread(value: number, central: number, drawn: readonly number[]): Estimate {
  const factor = central !== 0 && Number.isFinite(central) ? value / central : 1;
  const low = quantile(drawn, 0.1) * factor;
  const high = quantile(drawn, 0.9) * factor;
  return { value, low: Math.min(value, low), high: Math.max(value, high) };
}

/**
 * How often missing the best site by the registration error, either way along its vein, leaves a lead that is worse than
 * the best site of another vein: then that vein would have been the better choice. Scores along a vein are linear
 * between its sites.
 *
 * @returns 0 without another vein
 */
export function shareLostByMiss(sites: readonly SummarizedSite[], { scores }: ScoredDraws, top: number): number {
  const shift_mm = PLAN_PARAMETERS.registrationError_mm.value;
  const inVein = sites.flatMap(({ vein }, index) => (vein === sites[top]!.vein ? [index] : []));
  let lost = 0;
  for (const own of scores) {
    const rival = Math.max(...own.filter((_, site) => sites[site]!.vein !== sites[top]!.vein));
    for (const sign of [-1, 1]) {
      const missed = interpolateScore(sites, inVein, own, sites[top]!.arc_mm + sign * shift_mm);
      if (missed < rival) lost++;
    }
  }
  return lost / (2 * scores.length);
}

function interpolateScore(
  sites: readonly SummarizedSite[],
  inVein: readonly number[],
  scores: readonly number[],
  arc_mm: number,
): number {
  const ordered = [...inVein].sort((a, b) => sites[a]!.arc_mm - sites[b]!.arc_mm);
  const above = ordered.findIndex((site) => sites[site]!.arc_mm >= arc_mm);
  if (above === 0) return scores[ordered[0]!]!;
  if (above < 0) return scores[ordered.at(-1)!]!;
  const [a, b] = [ordered[above - 1]!, ordered[above]!];
  const blend = (arc_mm - sites[a]!.arc_mm) / (sites[b]!.arc_mm - sites[a]!.arc_mm);
  return scores[a]! + blend * (scores[b]! - scores[a]!);
}
