import { schedulePulses } from "../timing/schedule-pulses.ts";
import type { PacedDelays, RvOption, SearchProblem } from "./search-problem.ts";

/** The fields of one pair of leads and their starts for one pair of delays. */
export interface PacedBeat {
  /** Right ventricle, left ventricle, and the conducted beat where it takes part. */
  readonly fields: readonly Float32Array[];
  readonly delays_ms: readonly number[];
}

/** Fields of a pair of leads; the conducted beat last where the rhythm has one to fuse with. */
export function listBeatFields({ intrinsic_ms }: SearchProblem, rv: RvOption, lv_ms: Float32Array): Float32Array[] {
  return intrinsic_ms && rv.rhythm.intrinsicStart_ms !== undefined
    ? [rv.times_ms, lv_ms, intrinsic_ms]
    : [rv.times_ms, lv_ms];
}

/** Starts of the fields of `listBeatFields`, whole ms; undefined where the pulses are not delivered. */
export function listBeatDelays(
  { captureLatency_ms }: SearchProblem,
  { rv, avDelay_ms, vvDelay_ms }: PacedDelays,
): number[] | undefined {
  const schedule = schedulePulses(rv.rhythm, avDelay_ms, vvDelay_ms);
  if (!schedule.isDelivered) return undefined;
  const delays_ms = [schedule.rv_ms! + captureLatency_ms, schedule.lv_ms! + captureLatency_ms];
  if (schedule.intrinsic_ms !== undefined) delays_ms.push(schedule.intrinsic_ms);
  return delays_ms;
}

/**
 * Node-wise minimum of delayed fields, from the first start on.
 *
 * @param outTimes_ms  written; nodeCount
 */
export function combineBeat(outTimes_ms: Float32Array, { fields, delays_ms }: PacedBeat): void {
  const first_ms = Math.min(...delays_ms);
  outTimes_ms.fill(Infinity);
  for (const [index, field] of fields.entries()) {
    const delay_ms = delays_ms[index]! - first_ms;
    for (let node = 0; node < field.length; node++) {
      const time_ms = field[node]! + delay_ms;
      if (time_ms < outTimes_ms[node]!) outTimes_ms[node] = time_ms;
    }
  }
}
