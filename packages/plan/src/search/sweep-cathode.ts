import { type BlockBounds, buildBlockBounds, computeTotalActivationTime } from "@tributary/model";
import { blendFields } from "../fields/knots.ts";
import type { BeatMeter } from "../heart/beat-meter.ts";
import { findBestEntry } from "./best-entry.ts";
import { combineBeat, listBeatDelays, listBeatFields } from "./paced-beat.ts";
import { type CathodeResponse, listEntries, type ResponseEntry, type SearchProblem } from "./search-problem.ts";

/** What every cathode of a problem shares, made ready once. */
export interface SweepSetting {
  readonly problem: SearchProblem;
  readonly meter: BeatMeter;
  readonly entries: readonly ResponseEntry[];
  readonly intrinsicBounds: BlockBounds | undefined;
  /** In the order of problem.rv. */
  readonly rvBounds: readonly BlockBounds[];
}

export function createSweepSetting(problem: SearchProblem, meter: BeatMeter): SweepSetting {
  return {
    problem,
    meter,
    entries: listEntries(problem.rv),
    intrinsicBounds: problem.intrinsic_ms && buildBlockBounds([problem.intrinsic_ms]),
    rvBounds: problem.rv.map(({ times_ms }) => buildBlockBounds([times_ms])),
  };
}

/**
 * Total activation time for every right-ventricular site, AV and VV delay with one cathode of the left-ventricular lead,
 * and all measures of the best of them.
 */
export function sweepCathode(setting: SweepSetting, cathode: number): CathodeResponse {
  const { problem, meter, entries } = setting;
  const lv_ms = fieldOfCathode(problem, cathode);
  const totalActivationTime_ms = sweepTotals(setting, lv_ms);
  const bestEntry = findBestEntry(totalActivationTime_ms, entries);
  if (bestEntry === undefined) return { cathode, totalActivationTime_ms, bestEntry, best: undefined };
  const entry = entries[bestEntry]!;
  const times_ms = new Float32Array(lv_ms.length);
  combineBeat(times_ms, {
    fields: listBeatFields(problem, entry.rv, lv_ms),
    delays_ms: listBeatDelays(problem, entry)!,
  });
  return { cathode, totalActivationTime_ms, bestEntry, best: meter.measureMap(times_ms, 0) };
}

/** The field of a cathode, blended from its knots, at the velocity of the problem. */
export function fieldOfCathode(problem: SearchProblem, cathode: number): Float32Array {
  const { lower, upper, blend } = problem.blends[cathode]!;
  const times_ms = new Float32Array(problem.nodes.nodeCount);
  blendFields(times_ms, problem.knots[lower]!, problem.knots[upper]!, { blend, scale: 1 / problem.velocityScale });
  return times_ms;
}

function sweepTotals({ problem, entries, intrinsicBounds, rvBounds }: SweepSetting, lv_ms: Float32Array): Float32Array {
  const totals_ms = new Float32Array(entries.length).fill(NaN);
  const lvBounds = buildBlockBounds([lv_ms]);
  for (const [option, rv] of problem.rv.entries()) {
    const fields = listBeatFields(problem, rv, lv_ms);
    const bounds = joinBounds(
      rvBounds[option]!,
      fields.length === 3 ? [rvBounds[option]!, lvBounds, intrinsicBounds!] : [rvBounds[option]!, lvBounds],
    );
    for (const [index, entry] of entries.entries()) {
      const delays_ms = entry.rv === rv ? listBeatDelays(problem, entry) : undefined;
      if (!delays_ms) continue;
      totals_ms[index] = computeTotalActivationTime(fields, delays_ms, bounds) - Math.min(...delays_ms);
    }
  }
  return totals_ms;
}

/** All paced fronts reach the same muscle, so the nodes that count are those of any one of them. */
function joinBounds({ nodeCount, counts }: BlockBounds, all: readonly BlockBounds[]): BlockBounds {
  return { nodeCount, counts, latest_ms: all.map(({ latest_ms }) => latest_ms[0]!) };
}
