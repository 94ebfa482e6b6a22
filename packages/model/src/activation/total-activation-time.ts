import { BLOCK_SIZE, type BlockBounds } from "./block-bounds.ts";
import type { TimeField } from "./combine-fields.ts";

/**
 * Total activation time of a combination of sources: the latest of min over i of (field_i + delay_i), counted from the
 * time zero of the delays, over the nodes that the bounds count. The same number as the maximum of the full map.
 *
 * A block's latest time is at most the smallest of its bounds plus delays. The block with the largest bound is visited first,
 * then only those whose bound exceeds the latest time found.
 *
 * @param fields     the fields the bounds were built from, in the same order
 * @param delays_ms  one a field, finite
 * @returns ms; -Infinity when no node counts
 *
 * As a function of one delay the result never falls and never rises faster than the delay.
 * Cost: fields x blocks, plus the blocks opened (about 1 in 10); see `findLatestCandidates` for long sweeps of delays.
 */
export function computeTotalActivationTime(
  fields: readonly TimeField[],
  delays_ms: ArrayLike<number>,
  bounds: BlockBounds,
): number {
  const blockCount = Math.ceil(bounds.nodeCount / BLOCK_SIZE);
  let firstBlock = -1;
  let largestBound_ms = -Infinity;
  for (let block = 0; block < blockCount; block++) {
    const bound_ms = boundBlock(bounds, delays_ms, block);
    if (bound_ms <= largestBound_ms) continue;
    largestBound_ms = bound_ms;
    firstBlock = block;
  }
  if (firstBlock < 0) return -Infinity;
  let latest_ms = findLatestInBlock(fields, delays_ms, bounds, firstBlock, -Infinity);
  for (let block = 0; block < blockCount; block++) {
    if (block !== firstBlock && boundBlock(bounds, delays_ms, block) > latest_ms) {
      latest_ms = findLatestInBlock(fields, delays_ms, bounds, block, latest_ms);
    }
  }
  return latest_ms;
}

function boundBlock(bounds: BlockBounds, delays_ms: ArrayLike<number>, block: number): number {
  let bound_ms = Infinity;
  for (let i = 0; i < bounds.latest_ms.length; i++) {
    const time_ms = bounds.latest_ms[i]![block]! + delays_ms[i]!;
    if (time_ms < bound_ms) bound_ms = time_ms;
  }
  return bound_ms;
}

function findLatestInBlock(
  fields: readonly TimeField[],
  delays_ms: ArrayLike<number>,
  bounds: BlockBounds,
  block: number,
  knownLatest_ms: number,
): number {
  const end = Math.min(bounds.nodeCount, (block + 1) * BLOCK_SIZE);
  let latest_ms = knownLatest_ms;
  for (let node = block * BLOCK_SIZE; node < end; node++) {
    if (!bounds.counts[node]) continue;
    let earliest_ms = Infinity;
    for (let i = 0; i < fields.length; i++) {
      const time_ms = fields[i]![node]! + delays_ms[i]!;
      if (time_ms < earliest_ms) earliest_ms = time_ms;
    }
    if (earliest_ms > latest_ms) latest_ms = earliest_ms;
  }
  return latest_ms;
}
