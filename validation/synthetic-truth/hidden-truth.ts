import { degreesFromRadians, measureQrs, radiansFromDegrees, simulateEcg } from "@tributary/model";
import {
  type Candidates,
  type HeartModel,
  type HeartSearch,
  type MeasuredFindings,
  type PlanHost,
  type PlanInput,
  type RankedSite,
  rankSites,
  searchHeart,
} from "@tributary/plan";
import { EVERY_CATHODE_mm } from "../study-plan.ts";
import type { HiddenConduction } from "./virtual-patients.ts";

/** What pacing would do in a virtual patient, and what a reader would measure before it. */
export interface HiddenTruth {
  readonly search: HeartSearch;
  /** Best resynchronization first. */
  readonly ranked: readonly RankedSite[];
  /** QRS duration to 1 ms, axis to 1 degree. */
  readonly findings: MeasuredFindings;
}

/** What a truth is computed on, and how. */
export interface TruthRun {
  readonly host: PlanHost;
  readonly candidates: Candidates;
  readonly hidden: HiddenConduction;
  readonly estimates: Parameters<typeof searchHeart>[3]["estimates"];
}

/** Solves every source at the hidden parameters and searches every cathode and setting. */
export async function computeTruth(
  model: HeartModel,
  input: PlanInput,
  { host, candidates, hidden, estimates }: TruthRun,
): Promise<HiddenTruth> {
  const { set, captureLatency_ms } = hidden;
  const run = { host, set, captureLatency_ms, estimates, knotStep_mm: EVERY_CATHODE_mm };
  const search = await searchHeart(model, input, candidates, run);
  const { times_ms, measures } = search.baseline;
  const { axis_rad } = measureQrs(simulateEcg(model.nodes.weights, times_ms, undefined));
  return {
    search,
    ranked: rankSites(candidates.sites, search.choices),
    findings: {
      qrsDuration_ms: Math.round(measures.qrsDuration_ms),
      frontalAxis_rad: radiansFromDegrees(Math.round(degreesFromRadians(axis_rad))),
      ecg: undefined,
    },
  };
}

/**
 * Total activation time in the truth with a lead left where the plan put it: the plan's cathode, right-ventricular site
 * and AV delay, VV the plan's or the best.
 *
 * @param entry  of the plan's entries
 * @returns ms; NaN where no pulse is delivered
 */
export function measureAsPlanned(
  { search }: HiddenTruth,
  planned: HeartSearch["entries"][number],
  cathode: number,
): { readonly asProgrammed_ms: number; readonly withBestVv_ms: number } {
  let asProgrammed_ms = NaN;
  let withBestVv_ms = Infinity;
  for (const [index, { rv, avDelay_ms, vvDelay_ms }] of search.entries.entries()) {
    if (rv.site !== planned.rv.site || avDelay_ms !== planned.avDelay_ms) continue;
    const total_ms = search.cathodes[cathode]!.response.totalActivationTime_ms[index]!;
    if (vvDelay_ms === planned.vvDelay_ms) asProgrammed_ms = total_ms;
    if (total_ms < withBestVv_ms) withBestVv_ms = total_ms;
  }
  return { asProgrammed_ms, withBestVv_ms: withBestVv_ms < Infinity ? withBestVv_ms : NaN };
}
