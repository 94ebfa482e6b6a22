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

/** Timers the new behavior has no use for stop; one it needs and that does not run starts. */
function keepTimersOfRegime(state: GeneratorState, timing: GeneratorTiming, time_us: number): void {
  const { pacesAtrium, pacesVentricle, isDual, lowerInterval_us } = timing.behaviors[state.regime]!;
  const isAvRunning = state.avEndAt_us < Infinity;
  if (!isDual) {
    state.avEndAt_us = Infinity;
    state.safetyPaceAt_us = Infinity;
    state.crosstalkUntil_us = -Infinity;
  }
  if (!pacesAtrium) state.atrialEscapeAt_us = Infinity;
  else if (!isDual && state.atrialEscapeAt_us === Infinity) state.atrialEscapeAt_us = time_us + lowerInterval_us;
  if (!pacesVentricle) state.ventricularEscapeAt_us = Infinity;
  else if (state.ventricularEscapeAt_us === Infinity || (isAvRunning && !isDual))
    state.ventricularEscapeAt_us = Math.min(state.ventricularEscapeAt_us, time_us + lowerInterval_us);
}

/** A new activity, 0 to 1; the rate follows with reaction and recovery time. */
export function applyActivity(state: GeneratorState, timing: GeneratorTiming, activityFraction: number): void {
  state.sensorTarget_ppm = sensorTarget_ppm(timing, activityFraction);
}
