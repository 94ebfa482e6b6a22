/** What comes from outside and is no sense: magnet, programmer's emergency key, activity. */
import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER } from "../log/marker.ts";
import type { GeneratorState } from "./generator-state.ts";
import { type GeneratorTiming, REGIME } from "./generator-timing.ts";
import { ATR_PHASE } from "./mode-switch.ts";
import { sensorTarget_ppm } from "./sensor-rate.ts";

/** A magnet makes the mode asynchronous as long as it lies there; a cycle under way ends as it would have. */
export function applyMagnet(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  isOn: boolean,
  out: LogBuffer,
): void {
  appendEvent(out, time_us, isOn ? MARKER.MAGNET_ON : MARKER.MAGNET_OFF, 0);
  if (isOn) state.regime = REGIME.MAGNET;
  else if (state.regime === REGIME.MAGNET)
    state.regime = state.atrPhase === ATR_PHASE.FALLBACK ? REGIME.FALLBACK : REGIME.PERMANENT;
  keepTimersOfRegime(state, timing, time_us);
}

/** Pace-Now: VVI at 65 ppm until the generator is programmed again. */
export function paceNow(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  appendEvent(out, time_us, MARKER.PACE_NOW, 0);
  state.regime = REGIME.PACE_NOW;
  keepTimersOfRegime(state, timing, time_us);
}

/** Timers the new behavior has no use for stop, those it needs run at least as long as it wants them to. */
function keepTimersOfRegime(state: GeneratorState, timing: GeneratorTiming, time_us: number): void {
  const { pacesAtrium, pacesVentricle, isDual, lowerInterval_us } = timing.behaviors[state.regime]!;
  if (!isDual) stopAvInterval(state);
  if (!pacesAtrium) state.atrialEscapeAt_us = Infinity;
  else if (!isDual) state.atrialEscapeAt_us = restartFrom_us(state.lastAtrial_us, lowerInterval_us, time_us);
  if (!pacesVentricle) {
    state.ventricularEscapeAt_us = Infinity;
    return;
  }
  state.ventricularEscapeAt_us = restartFrom_us(state.lastVentricular_us, lowerInterval_us, time_us);
  if (state.avEndAt_us < Infinity) state.avEndAt_us = Math.max(state.avEndAt_us, state.upperRateUntil_us);
  else if (pacesAtrium)
    state.atrialEscapeAt_us = Math.max(time_us, state.ventricularEscapeAt_us - state.nextPacedAv_us);
}

function stopAvInterval(state: GeneratorState): void {
  state.avEndAt_us = Infinity;
  state.safetyPaceAt_us = Infinity;
}

/** One interval after the last event; at once where that has passed, from now where there was none. */
function restartFrom_us(last_us: number, interval_us: number, time_us: number): number {
  return last_us === -Infinity ? time_us + interval_us : Math.max(time_us, last_us + interval_us);
}

/** A new activity, 0 to 1; the rate follows with reaction and recovery time. */
export function applyActivity(state: GeneratorState, timing: GeneratorTiming, activityFraction: number): void {
  state.sensorTarget_ppm = sensorTarget_ppm(timing, activityFraction);
}
