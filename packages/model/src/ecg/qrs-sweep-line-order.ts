import type { SweepNodes } from "./qrs-sweep-nodes.ts";
import { NO_TIME_ticks, TICK_BITS, TICKS_IN_ONE_ms, UNREACHED_FROM_ticks } from "./qrs-sweep-ticks.ts";

/** Sources that keep their delays to each other. */
export interface DelayedSources {
  /** One a source, nodeCount each; see `toTicks`. */
  readonly times_ticks: readonly Int32Array[];
  /** One a source, whole ms within ±4096; Infinity switches a source off. */
  readonly delays_ms: ArrayLike<number>;
}

/** Configurations in which one group of sources is delayed more and more against another. */
export interface DelayLine {
  readonly fixed: DelayedSources;
  readonly moving: DelayedSources;
  /** What is added to all delays of the moving group, one configuration each: whole ms, rising, at least one. */
  readonly shifts_ms: ArrayLike<number>;
}

/**
 * When each node passes from the moving group to the fixed one.
 *
 * The moving group wins a node while C + shift < M (M the fixed group's time there, C the moving one's without the shift,
 * ties to the fixed group), so in the first `winCount` configurations and in no later one.
 */
export interface DelayLineOrder {
  /** M and C, nodeCount; UNREACHED_FROM_ticks where unreached. */
  readonly fixed_ticks: Int32Array;
  readonly moving_ticks: Int32Array;
  /** Nodes by rising win count; those with count c stand from offsets[c] to offsets[c + 1], c = 0 to shiftCount. */
  readonly nodes: Uint32Array;
  readonly offsets: Uint32Array;
}

export function orderDelayLine({ nodeCount }: SweepNodes, line: DelayLine): DelayLineOrder {
  const fixed_ticks = combineTicks(line.fixed, nodeCount);
  const moving_ticks = combineTicks(line.moving, nodeCount);
  const counts = countShifts(line.shifts_ms);
  const first_ms = line.shifts_ms[0]!;
  const winCounts = new Uint16Array(nodeCount);
  const offsets = new Uint32Array(line.shifts_ms.length + 2);
  for (let node = 0; node < nodeCount; node++) {
    const longest_ms = (fixed_ticks[node]! - moving_ticks[node]! - 1) >> TICK_BITS;
    const isReached = moving_ticks[node]! < UNREACHED_FROM_ticks;
    const winCount = isReached ? counts[Math.min(counts.length - 1, Math.max(0, longest_ms - first_ms + 1))]! : 0;
    winCounts[node] = winCount;
    offsets[winCount + 1]!++;
  }
  for (let i = 1; i < offsets.length; i++) offsets[i]! += offsets[i - 1]!;
  const next = offsets.slice();
  const nodes = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) nodes[next[winCounts[node]!]!++] = node;
  return { fixed_ticks, moving_ticks, nodes, offsets };
}

/** Entry i: how many shifts are no longer than the first one plus i − 1 ms; the last entry counts them all. */
function countShifts(shifts_ms: ArrayLike<number>): Uint16Array {
  const first_ms = shifts_ms[0]!;
  const last_ms = shifts_ms[shifts_ms.length - 1]!;
  const counts = new Uint16Array(last_ms - first_ms + 2);
  for (let i = 1, count = 0; i < counts.length; i++) {
    while (count < shifts_ms.length && shifts_ms[count]! <= first_ms + i - 1) count++;
    counts[i] = count;
  }
  return counts;
}

/** The earliest of a group at each node. */
function combineTicks({ times_ticks, delays_ms }: DelayedSources, nodeCount: number): Int32Array {
  const earliest_ticks = new Int32Array(nodeCount).fill(UNREACHED_FROM_ticks);
  for (const [source, field_ticks] of times_ticks.entries()) {
    if (delays_ms[source] === Number.POSITIVE_INFINITY) continue;
    const delay_ticks = delays_ms[source]! * TICKS_IN_ONE_ms;
    for (let node = 0; node < nodeCount; node++) {
      const difference = field_ticks[node]! + delay_ticks - earliest_ticks[node]!;
      earliest_ticks[node]! += difference & (difference >> 31);
    }
  }
  return earliest_ticks;
}

/**
 * Latest activation of each configuration over the nodes that count.
 *
 * The fixed group's nodes at step s are those with win counts up to s: a running maximum from the front; the moving
 * group's are the rest: a running maximum from the back.
 *
 * @returns shiftCount, ticks; NO_TIME_ticks where no node is reached
 */
export function findLatestOfLine(order: DelayLineOrder, shifts_ms: ArrayLike<number>, mask?: Uint8Array): Int32Array {
  const latest_ticks = new Int32Array(shifts_ms.length);
  let fixedLatest_ticks = NO_TIME_ticks;
  for (let step = 0; step < shifts_ms.length; step++) {
    fixedLatest_ticks = Math.max(fixedLatest_ticks, findLatestOfCount(order, order.fixed_ticks, step, mask));
    latest_ticks[step] = fixedLatest_ticks;
  }
  let movingLatest_ticks = NO_TIME_ticks;
  for (let step = shifts_ms.length - 1; step >= 0; step--) {
    movingLatest_ticks = Math.max(movingLatest_ticks, findLatestOfCount(order, order.moving_ticks, step + 1, mask));
    latest_ticks[step] = Math.max(latest_ticks[step]!, movingLatest_ticks + shifts_ms[step]! * TICKS_IN_ONE_ms);
  }
  return latest_ticks;
}

function findLatestOfCount(
  { nodes, offsets }: DelayLineOrder,
  times_ticks: Int32Array,
  winCount: number,
  mask: Uint8Array | undefined,
): number {
  let latest_ticks = NO_TIME_ticks;
  for (let i = offsets[winCount]!; i < offsets[winCount + 1]!; i++) {
    const time_ticks = times_ticks[nodes[i]!]!;
    if (time_ticks <= latest_ticks || time_ticks === UNREACHED_FROM_ticks) continue;
    if (mask === undefined || mask[nodes[i]!]) latest_ticks = time_ticks;
  }
  return latest_ticks;
}
