import type { ResponseEntry } from "./search-problem.ts";

/**
 * The delays with the shortest total activation time among those that the generator delivers; of equals the one nearest to
 * simultaneous pacing, then the first.
 *
 * @param totals_ms  one an entry; NaN where the pulses are not delivered
 */
export function findBestEntry(totals_ms: ArrayLike<number>, entries: readonly ResponseEntry[]): number | undefined {
  let best: number | undefined;
  for (const [index, entry] of entries.entries()) {
    const total_ms = totals_ms[index]!;
    if (Number.isNaN(total_ms) || entry.refusal !== undefined) continue;
    if (best !== undefined) {
      const difference_ms = total_ms - totals_ms[best]!;
      if (difference_ms > 0) continue;
      if (difference_ms === 0 && Math.abs(entry.vvDelay_ms) >= Math.abs(entries[best]!.vvDelay_ms)) continue;
    }
    best = index;
  }
  return best;
}
