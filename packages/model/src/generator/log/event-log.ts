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
  times_us: Float64Array;
  kinds: Uint8Array;
  details: Uint8Array;
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
  if (buffer.count === buffer.kinds.length) growBuffer(buffer);
  buffer.times_us[buffer.count] = time_us;
  buffer.kinds[buffer.count] = kind;
  buffer.details[buffer.count] = detail;
  buffer.count++;
}

function growBuffer(buffer: LogBuffer): void {
  const capacity = 2 * buffer.kinds.length;
  const times_us = new Float64Array(capacity);
  const kinds = new Uint8Array(capacity);
  const details = new Uint8Array(capacity);
  times_us.set(buffer.times_us);
  kinds.set(buffer.kinds);
  details.set(buffer.details);
  Object.assign(buffer, { times_us, kinds, details });
}

/** Events from index `from` to before `to` as a block that happens `repeatCount` times. */
export function cutBlock(
  buffer: LogBuffer,
  [from, to]: readonly [number, number],
  repeats: Pick<LogBlock, "start_us" | "duration_us" | "repeatCount">,
): LogBlock {
  return {
    ...repeats,
    offsets_us: buffer.times_us.slice(from, to).map((time_us) => time_us - repeats.start_us),
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
