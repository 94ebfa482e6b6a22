import { type AtrioventricularConduction, intrinsicDelay_ms } from "@tributary/model";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import type { RhythmTiming } from "./schedule-pulses.ts";

/** The delays that are searched; every AV with every VV. */
export interface DelayGrid {
  /** One entry, undefined, where there is no AV axis. */
  readonly avDelays_ms: readonly (number | undefined)[];
  readonly vvDelays_ms: readonly number[];
}

/** Shortest AV delay that is searched: below it the atria have no time to empty; assumed. */
const SHORTEST_AV_ms = 40;
const AV_STEP_ms = 20;
const VV_LIMIT_ms = 80;
const VV_STEP_ms = 20;

/**
 * The grid for a rhythm: VV from -80 to 80 ms; AV from 40 ms to the first delay at which the pulses are inhibited, where
 * the PR interval is known. Without it, in AV block and in atrial fibrillation, no AV delay changes the activation.
 */
export function createDelayGrid({ rvSense_ms }: RhythmTiming): DelayGrid {
  const vvDelays_ms = listSteps(-VV_LIMIT_ms, VV_LIMIT_ms, VV_STEP_ms);
  if (rvSense_ms === undefined) return { avDelays_ms: [undefined], vvDelays_ms };
  const last_ms = Math.max(SHORTEST_AV_ms, Math.ceil(rvSense_ms / AV_STEP_ms) * AV_STEP_ms);
  return { avDelays_ms: listSteps(SHORTEST_AV_ms, last_ms, AV_STEP_ms), vvDelays_ms };
}

/** When the conducted beat starts, on the clock of the sensed atrial event; never before that event. */
export function findIntrinsicStart_ms(atrioventricular: AtrioventricularConduction): number | undefined {
  const prInterval_ms = intrinsicDelay_ms(atrioventricular);
  return prInterval_ms === undefined
    ? undefined
    : Math.max(0, Math.round(prInterval_ms - PLAN_PARAMETERS.atrialSensingDelay_ms.value));
}

/**
 * @param intrinsicStart_ms  of `findIntrinsicStart_ms`
 * @param rvArrival_ms       of the conducted front at the RV electrode, after the first root
 */
export function timeRhythm(intrinsicStart_ms: number | undefined, rvArrival_ms: number | undefined): RhythmTiming {
  if (intrinsicStart_ms === undefined || rvArrival_ms === undefined) {
    return { intrinsicStart_ms: undefined, rvSense_ms: undefined };
  }
  const rvSense_ms = intrinsicStart_ms + rvArrival_ms + PLAN_PARAMETERS.ventricularSensingLatency_ms.value;
  return { intrinsicStart_ms, rvSense_ms };
}

function listSteps(first: number, last: number, step: number): number[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
}
