import type { TimeField } from "../activation/combine-fields.ts";
import { addLeads } from "./qrs-sweep-add.ts";
import { SWEEP_LEAD_COUNT, type SweepNodes } from "./qrs-sweep-nodes.ts";
import { closeSweepBins, openSweepBins, type SweepBins } from "./qrs-sweep-result.ts";

/**
 * Bins of one finished activation map: for a map that is looked at once, where preparing its sources would cost more.
 *
 * @param out       written
 * @param times_ms  nodeCount; Infinity where unreached
 *
 * Cost: one pass to find the range, one to add; about 1 ms for 100 000 nodes.
 */
export function sweepBinsOfTimes(out: SweepBins, times_ms: TimeField, { weights, mask }: SweepNodes): void {
  let earliest_ms = Infinity;
  let latest_ms = -Infinity;
  let latestOfMask_ms = -Infinity;
  for (let node = 0; node < times_ms.length; node++) {
    const time_ms = times_ms[node]!;
    if (time_ms === Infinity) continue;
    if (time_ms < earliest_ms) earliest_ms = time_ms;
    if (time_ms > latest_ms) latest_ms = time_ms;
    if (mask?.[node] && time_ms > latestOfMask_ms) latestOfMask_ms = time_ms;
  }
  if (latest_ms === -Infinity) openSweepBins(out, 0, -1);
  else openSweepBins(out, Math.floor(earliest_ms), Math.floor(latest_ms));
  const { values, start_ms } = out;
  for (let node = 0; node < times_ms.length; node++) {
    const time_ms = times_ms[node]!;
    if (time_ms === Infinity) continue;
    addLeads(values, SWEEP_LEAD_COUNT * (Math.floor(time_ms) - start_ms), weights, SWEEP_LEAD_COUNT * node);
  }
  closeSweepBins(out, latest_ms, latestOfMask_ms);
}
