/**
 * A log is a list of blocks; a block is a stretch of events and how many times it repeats. Stepping writes plain blocks
 * (once each); skipping a steady rhythm writes one block for all its cycles.
 */

/** Events that repeat: event i of repeat r is at start + r · duration + offset[i]. */
export interface LogBlock {
  readonly start_us: number;
  /** Length of one repeat; read only where repeatCount > 1. */
  readonly duration_us: number;
  readonly repeatCount: number;
  /** Rising, from `start_us`. */
  readonly offsets_us: Float64Array;
  readonly kinds: Uint8Array;
  readonly details: Uint8Array;
}

/** Events one after the other. */
export interface FlatLog {
  readonly count: number;
  readonly times_us: Float64Array;
  readonly kinds: Uint8Array;
  readonly details: Uint8Array;
}

/** Where events are written. */
export interface LogBuffer {
  count: number;
  times_us: Float64Array<ArrayBuffer>;
  kinds: Uint8Array<ArrayBuffer>;
  details: Uint8Array<ArrayBuffer>;
}

const FIRST_CAPACITY = 64;

export function createLogBuffer(): LogBuffer {
  return {
    count: 0,
    times_us: new Float64Array(FIRST_CAPACITY),
    kinds: new Uint8Array(FIRST_CAPACITY),
    details: new Uint8Array(FIRST_CAPACITY),
  };
}

/** Adds an event; times never fall. */
export function appendEvent(buffer: LogBuffer, time_us: number, kind: number, detail: number): void {
  const at = buffer.count;
  if (at === buffer.kinds.length) resizeBuffer(buffer, 2 * at);
  buffer.times_us[at] = time_us;
  buffer.kinds[at] = kind;
  buffer.details[at] = detail;
  buffer.count = at + 1;
}

/** Hands the memory on instead of leaving a copy to the garbage collector, which would go through the whole heap for it. */
function resizeBuffer(buffer: LogBuffer, capacity: number): void {
  buffer.times_us = new Float64Array(buffer.times_us.buffer.transfer(8 * capacity));
  buffer.kinds = new Uint8Array(buffer.kinds.buffer.transfer(capacity));
  buffer.details = new Uint8Array(buffer.details.buffer.transfer(capacity));
}

/** The whole buffer as one block from 0 on that happens once; the buffer's memory becomes the block's. */
export function closeBuffer(buffer: LogBuffer, duration_us: number): LogBlock {
  resizeBuffer(buffer, buffer.count);
  const { times_us, kinds, details } = buffer;
  return { start_us: 0, duration_us, repeatCount: 1, offsets_us: times_us, kinds, details };
}

/** Events from index `from` to before `to` as a block that happens `repeatCount` times. */
export function cutBlock(
  buffer: LogBuffer,
  [from, to]: readonly [number, number],
  repeats: Pick<LogBlock, "start_us" | "duration_us" | "repeatCount">,
): LogBlock {
  const offsets_us = buffer.times_us.slice(from, to);
  for (let i = 0; i < offsets_us.length; i++) offsets_us[i]! -= repeats.start_us;
  return {
    ...repeats,
    offsets_us,
    kinds: buffer.kinds.slice(from, to),
    details: buffer.details.slice(from, to),
  };
}

export function countEvents(blocks: readonly LogBlock[]): number {
  return blocks.reduce((sum, { kinds, repeatCount }) => sum + kinds.length * repeatCount, 0);
}

/** Every event of a log, one after the other. */
export function expandLog(blocks: readonly LogBlock[]): FlatLog {
  const count = countEvents(blocks);
  const flat = {
    count,
    times_us: new Float64Array(count),
    kinds: new Uint8Array(count),
    details: new Uint8Array(count),
  };
  let at = 0;
  for (const block of blocks) {
    for (let repeat = 0; repeat < block.repeatCount; repeat++) {
      const start_us = block.start_us + repeat * block.duration_us;
      flat.kinds.set(block.kinds, at);
      flat.details.set(block.details, at);
      for (const offset_us of block.offsets_us) flat.times_us[at++] = start_us + offset_us;
    }
  }
  return flat;
}

/** How often each kind of event happened, without expanding the log; index is the marker. */
export function countByKind(blocks: readonly LogBlock[]): Float64Array {
  const counts = new Float64Array(256);
  for (const { kinds, repeatCount } of blocks) for (const kind of kinds) counts[kind]! += repeatCount;
  return counts;
}
