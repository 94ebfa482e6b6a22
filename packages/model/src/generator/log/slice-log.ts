import type { FlatLog, LogBlock } from "./event-log.ts";

/** The events from `from_us` to before `to_us`, one after the other, without expanding what lies outside. */
export function sliceLog(blocks: readonly LogBlock[], from_us: number, to_us: number): FlatLog {
  const times_us: number[] = [];
  const kinds: number[] = [];
  const details: number[] = [];
  for (const block of blocks) {
    for (let repeat = firstRepeat(block, from_us); repeat < block.repeatCount; repeat++) {
      const start_us = block.start_us + repeat * block.duration_us;
      if (start_us >= to_us) break;
      for (const [i, offset_us] of block.offsets_us.entries()) {
        const time_us = start_us + offset_us;
        if (time_us < from_us || time_us >= to_us) continue;
        times_us.push(time_us);
        kinds.push(block.kinds[i]!);
        details.push(block.details[i]!);
      }
    }
  }
  return {
    count: times_us.length,
    times_us: Float64Array.from(times_us),
    kinds: Uint8Array.from(kinds),
    details: Uint8Array.from(details),
  };
}

/** Events of a repeat may lie a little beyond its duration, so the repeat before is looked at too. */
function firstRepeat({ start_us, duration_us, repeatCount }: LogBlock, from_us: number): number {
  if (repeatCount === 1) return 0;
  return Math.max(0, Math.floor((from_us - start_us) / duration_us) - 1);
}
