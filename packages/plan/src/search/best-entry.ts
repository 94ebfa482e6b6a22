import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import type { ResponseEntry } from "./search-problem.ts";

/**
 * The delays with the shortest total activation time among those that are safely delivered; of equals the one nearest to
 * simultaneous pacing, then the first.
 *
 * @param totals_ms  one an entry; NaN where the pulses are not delivered
 */
export function findBestEntry(totals_ms: ArrayLike<number>, entries: readonly ResponseEntry[]): number | undefined {
  let best: number | undefined;
  for (const [index, entry] of entries.entries()) {
    const total_ms = totals_ms[index]!;
    if (Number.isNaN(total_ms) || !isSafelyDelivered(entry)) continue;
    if (best !== undefined) {
      const difference_ms = total_ms - totals_ms[best]!;
      if (difference_ms > 0) continue;
      if (difference_ms === 0 && Math.abs(entry.vvDelay_ms) >= Math.abs(entries[best]!.vvDelay_ms)) continue;
    }
    best = index;
  }
  return best;
}

/** Whether the first pulse leaves a margin to the sense that would inhibit it. */
export function isSafelyDelivered({ rv, avDelay_ms }: ResponseEntry): boolean {
  if (avDelay_ms === undefined || rv.rhythm.rvSense_ms === undefined) return true;
  return avDelay_ms + PLAN_PARAMETERS.avSafetyMargin_ms.value <= rv.rhythm.rvSense_ms;
}
