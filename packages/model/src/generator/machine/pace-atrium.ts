import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import { escapeInterval_us, isSensorDriven, ventricularFloor_us } from "./escape-interval.ts";
import type { GeneratorState } from "./generator-state.ts";
import type { GeneratorTiming } from "./generator-timing.ts";
import { countAtrialEvent } from "./mode-switch.ts";
import { forgetLoop } from "./pacemaker-mediated-tachycardia.ts";
import { advanceSensorRate } from "./sensor-rate.ts";

/** An atrial pace that would leave less AV delay than this is left out; assumed. */
const LEAST_AV_us = 30_000;

/** The atrial escape ends: paces, or waits for competition to pass. */
export function endAtrialEscape(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  state.atrialEscapeAt_us = Infinity;
  if (time_us < state.nonCompetitiveUntil_us) {
    if (state.nonCompetitiveUntil_us + LEAST_AV_us <= state.ventricularEscapeAt_us)
      state.atrialEscapeAt_us = state.nonCompetitiveUntil_us;
    return;
  }
  paceAtrium(state, timing, time_us, detailOfPace(state, timing), out);
}

function detailOfPace(state: GeneratorState, timing: GeneratorTiming): number {
  const behavior = timing.behaviors[state.regime]!;
  const asynchronous = behavior.isAsynchronous ? PACE_DETAIL.ASYNCHRONOUS : 0;
  return asynchronous | (isSensorDriven(state, timing) ? PACE_DETAIL.SENSOR : 0);
}

/** Paces the atrium; with a ventricle to pace, an AV interval, PAVB and the cross-talk window begin. */
function paceAtrium(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  detail: number,
  out: LogBuffer,
): void {
  appendEvent(out, time_us, MARKER.AP, detail);
  countAtrialEvent(state, timing, time_us, true, out);
  forgetLoop(state);
  const behavior = timing.behaviors[state.regime]!;
  state.atrialBlankUntil_us = time_us + timing.atrialBlankingAfterPace_us;
  if (!behavior.isDual) restartAtrialCycle(state, timing, time_us, false);
  else startPacedAvInterval(state, timing, time_us);
  state.lastAtrial_us = time_us;
}

function startPacedAvInterval(state: GeneratorState, timing: GeneratorTiming, time_us: number): void {
  const behavior = timing.behaviors[state.regime]!;
  state.atrialSinceVentricular = 1;
  state.atrialTimedCycle = 1;
  state.avStartedAt_us = time_us;
  state.avIsTracked = 0;
  const floor_us = ventricularFloor_us(state, timing);
  const wanted_us = Math.max(time_us + state.nextPacedAv_us, floor_us);
  state.avEndAt_us = Math.min(wanted_us, state.ventricularEscapeAt_us);
  state.ventricularBlankUntil_us = Math.max(
    state.ventricularBlankUntil_us,
    time_us + timing.ventricularBlankingAfterAtrialPace_us,
  );
  if (behavior.heedsVentricle && timing.safetyAvDelay_us < Infinity)
    state.crosstalkUntil_us = time_us + Math.min(timing.crosstalkWindow_us, timing.safetyAvDelay_us);
}

/** Single-chamber atrial modes: the atrial event itself starts the escape and ARP. */
export function restartAtrialCycle(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  bySense: boolean,
): void {
  const interval_us = time_us - state.lastAtrial_us;
  if (interval_us < Infinity) {
    state.ventricularInterval_us = interval_us;
    advanceSensorRate(state, timing, interval_us);
  }
  state.atrialRefractoryUntil_us = time_us + timing.atrialRefractory_us;
  const behavior = timing.behaviors[state.regime]!;
  state.atrialEscapeAt_us = behavior.pacesAtrium ? time_us + escapeInterval_us(state, timing, bySense) : Infinity;
}
