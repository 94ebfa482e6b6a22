import { type PatchClock, readPatchTimes } from "@tributary/model";
import type { RvSite } from "../plan.ts";
import { combineBeat, listBeatDelays, listBeatFields } from "../search/paced-beat.ts";
import { listEntries, type SearchProblem } from "../search/search-problem.ts";
import { fieldOfCathode } from "../search/sweep-cathode.ts";

/** What pairs of leads are timed on; arrays may be shared between threads. */
export interface TimedProblem {
  readonly problem: SearchProblem;
  readonly clock: PatchClock;
}

/** A cathode with the right-ventricular lead at one place. */
export interface TimedPair {
  readonly cathode: number;
  readonly rvSite: RvSite;
}

/**
 * Activation times of the patches for every pair of delays of one pair of leads.
 *
 * @returns entries times patches, ms after the first front of the beat; NaN where the pulses are not delivered, with the
 *          right-ventricular lead elsewhere, and in a patch that is not reached
 */
export function timeEntries({ problem, clock }: TimedProblem, { cathode, rvSite }: TimedPair): Float32Array {
  const entries = listEntries(problem.rv);
  const patchCount = clock.nodes.length;
  const out_ms = new Float32Array(entries.length * patchCount).fill(NaN);
  const lv_ms = fieldOfCathode(problem, cathode);
  const times_ms = new Float32Array(lv_ms.length);
  for (const [index, entry] of entries.entries()) {
    const delays_ms = entry.rv.site === rvSite ? listBeatDelays(problem, entry) : undefined;
    if (!delays_ms) continue;
    combineBeat(times_ms, { fields: listBeatFields(problem, entry.rv, lv_ms), delays_ms });
    out_ms.set(readPatchTimes(clock, times_ms), index * patchCount);
  }
  return out_ms;
}
