import { combineFields, type TimeField } from "../activation/combine-fields.ts";
import { SWEEP_LEAD_COUNT, type SweepNodes } from "./qrs-sweep-nodes.ts";
import { closeSweepBins, openSweepBins, type SweepBins } from "./qrs-sweep-result.ts";

/**
 * Bins of one configuration from every node: T = min over sources of (field + delay), each node's weights into the bin of T.
 *
 * The plain statement of what `sweepBins` and `sweepDelayLine` compute.
 *
 * @param out        written
 * @param fields     one a source, nodeCount, ms; Infinity where unreached
 * @param delays_ms  one a source, whole ms; Infinity switches a source off
 */
export function sweepBinsReference(
  out: SweepBins,
  fields: readonly TimeField[],
  delays_ms: ArrayLike<number>,
  { nodeCount, weights, mask }: SweepNodes,
): void {
  const times_ms = new Float64Array(nodeCount);
  combineFields(times_ms, undefined, fields, delays_ms);
  const [earliest_ms, latest_ms] = findRange(times_ms);
  if (latest_ms < earliest_ms) openSweepBins(out, 0, -1);
  else openSweepBins(out, Math.floor(earliest_ms), Math.floor(latest_ms));
  let latestOfMask_ms = Number.NEGATIVE_INFINITY;
  for (let node = 0; node < nodeCount; node++) {
    const time_ms = times_ms[node]!;
    if (time_ms === Number.POSITIVE_INFINITY) continue;
    const to = SWEEP_LEAD_COUNT * (Math.floor(time_ms) - out.start_ms);
    const from = SWEEP_LEAD_COUNT * node;
    for (let lead = 0; lead < SWEEP_LEAD_COUNT; lead++) out.values[to + lead]! += weights[from + lead]!;
    if (mask?.[node] && time_ms > latestOfMask_ms) latestOfMask_ms = time_ms;
  }
  closeSweepBins(out, latest_ms, latestOfMask_ms);
}

/** Earliest and latest of the finite times; Infinity and -Infinity without any. */
function findRange(times_ms: Float64Array): [number, number] {
  let earliest_ms = Number.POSITIVE_INFINITY;
  let latest_ms = Number.NEGATIVE_INFINITY;
  for (const time_ms of times_ms) {
    if (time_ms < earliest_ms) earliest_ms = time_ms;
    if (time_ms > latest_ms && time_ms < Number.POSITIVE_INFINITY) latest_ms = time_ms;
  }
  return [earliest_ms, latest_ms];
}
