import type { PlanUncertainty } from "../plan.ts";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import { correlateRanks, quantile } from "../statistics/statistics.ts";
import type { Draw } from "../uncertainty/draw.ts";
import type { ScoredStudy } from "../uncertainty/score-study.ts";
import type { PlanParts } from "./plan-parts.ts";

/** The parameters of a draw that are told apart in the sensitivities. */
const DRAWN_PARAMETERS: readonly { name: string; read: (draw: Draw) => number }[] = [
  { name: "global velocity", read: ({ set }) => set.velocityScale },
  { name: "velocity of the fast layer", read: ({ set }) => set.shape.fastLayerRatio },
  { name: "anisotropy", read: ({ set }) => set.shape.anisotropyRatio },
  { name: "velocity of the septum", read: ({ set }) => set.shape.septumRatio },
  { name: "capture latency", read: ({ captureLatency_ms }) => captureLatency_ms },
];

/** How sure the ranking is. A provisional plan makes no draws and says so. */
export function describeUncertainty(parts: PlanParts, study: ScoredStudy | undefined): PlanUncertainty {
  const shift_mm = PLAN_PARAMETERS.registrationError_mm.value;
  if (!study || study.sites.length === 0) {
    return {
      drawCount: 0,
      sensitivities: [],
      shareBestStays: parts.ranked.length > 0 ? 1 : 0,
      shareBestVein: parts.ranked.length > 0 ? 1 : 0,
      registration: { shift_mm, shareTopChanges: 0 },
      drawModel: { nodeCount: 0, rankCorrelation: 1, isTopSiteSame: true, medianError_ms: 0 },
      remarks: [study ? "There is no site to be sure of." : "Provisional: no draws were made yet."],
    };
  }
  return {
    drawCount: study.study.draws.length,
    sensitivities: listSensitivities(study),
    shareBestStays: study.sharesBest[0]!,
    // A sum of shares may exceed 1 by a rounding.
    shareBestVein: Math.min(
      1,
      study.sites.reduce(
        (sum, { vein }, index) => (vein === study.sites[0]!.vein ? sum + study.sharesBest[index]! : sum),
        0,
      ),
    ),
    registration: { shift_mm, shareTopChanges: study.shareLostByMiss },
    drawModel: compareDrawModel(parts, study),
    remarks: [
      "A value is that of the middle parameter set, for which site and delays were chosen; for other sets it is mostly later (by 6.7 ms on average in virtual patients), so the interval says more than the value.",
      "Spreads are those of the parameters that are drawn; what no parameter says (the shape of the heart, the veins, the physics left out) is not in them.",
      `A lead is seen against an image of the heart with an error of about ${shift_mm} mm: the target is a stretch of vein, never a point.`,
    ],
  };
}

function listSensitivities({ study }: ScoredStudy): PlanUncertainty["sensitivities"] {
  const outcome = study.results.map(({ sites }) => sites[0]!.totalActivationTime_ms);
  return DRAWN_PARAMETERS.map(({ name, read }) => {
    const correlation = correlateRanks(study.draws.map(read), outcome);
    return { parameter: name, correlation: Number.isNaN(correlation) ? 0 : correlation };
  }).sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
}

/** Rank correlation; 1 where there is no order to compare, all sites being equal. */
function correlateOrder(a: readonly number[], b: readonly number[]): number {
  const correlation = correlateRanks(a, b);
  return Number.isNaN(correlation) ? 1 : correlation;
}

/** The coarse mesh by itself, before it is given the times of the fine one, against that; both at the plan's own parameters. */
function compareDrawModel({ ranked, search }: PlanParts, scored: ScoredStudy): PlanUncertainty["drawModel"] {
  const fine_ms = ranked.map(({ choice }) => choice.totalActivationTime_ms);
  const coarse_ms = scored.study.coarse.sites.map(({ totalActivationTime_ms }) => totalActivationTime_ms);
  const bestOf = (times_ms: readonly number[]) => times_ms.indexOf(Math.min(...times_ms));
  const baselineError_ms =
    scored.study.coarse.baseline.totalActivationTime_ms - search.baseline.measures.totalActivationTime_ms;
  return {
    nodeCount: scored.study.nodeCount,
    rankCorrelation: correlateOrder(fine_ms, coarse_ms),
    isTopSiteSame: bestOf(fine_ms) === bestOf(coarse_ms),
    medianError_ms: quantile(
      fine_ms.map((time_ms, index) => Math.abs(coarse_ms[index]! - baselineError_ms - time_ms)),
      0.5,
    ),
  };
}
