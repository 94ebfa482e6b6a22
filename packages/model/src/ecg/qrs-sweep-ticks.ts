import type { TimeField } from "../activation/combine-fields.ts";

/**
 * Times of a sweep are whole ticks of 2^-16 ms in 32 bits: adding a delay is exact, the bin of 1 ms is a shift, and the
 * earlier of two times needs no branch. Range: |time| and |delay| below 4096 ms.
 */
export const TICK_BITS = 16;
export const TICKS_IN_ONE_ms = 2 ** TICK_BITS;
/** Time of an unreached node; with any delay in range it stays above UNREACHED_FROM_ticks. */
export const UNREACHED_ticks = 2 ** 30;
/** Delay of a source that is switched off. */
export const OFF_ticks = 2 ** 29;
/** Sums from here on mean "not reached". */
export const UNREACHED_FROM_ticks = 2 ** 29;
/** In place of a latest time where no node counts. */
export const NO_TIME_ticks = -(2 ** 30);

/** @returns nodeCount ticks, rounded down (at most 1.5e-5 ms early), so that no node changes its bin */
export function toTicks(times_ms: TimeField): Int32Array {
  const times_ticks = new Int32Array(times_ms.length);
  for (let node = 0; node < times_ticks.length; node++) {
    const time_ms = times_ms[node]!;
    times_ticks[node] = time_ms === Number.POSITIVE_INFINITY ? UNREACHED_ticks : Math.floor(time_ms * TICKS_IN_ONE_ms);
  }
  return times_ticks;
}

/** @param delays_ms  whole ms; Infinity for a source that is off */
export function setDelayTicks(outDelays_ticks: Int32Array, delays_ms: ArrayLike<number>): void {
  for (let i = 0; i < outDelays_ticks.length; i++) {
    outDelays_ticks[i] = delays_ms[i] === Number.POSITIVE_INFINITY ? OFF_ticks : delays_ms[i]! * TICKS_IN_ONE_ms;
  }
}

/** ms, or -Infinity where no node counts. */
export function toLatest_ms(latest_ticks: number): number {
  return latest_ticks < NO_TIME_ticks / 2 ? Number.NEGATIVE_INFINITY : latest_ticks / TICKS_IN_ONE_ms;
}
