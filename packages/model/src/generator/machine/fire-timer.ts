import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import { type TachycardiaState, THERAPY_PHASE } from "../tachycardia/tachycardia-state.ts";
import { advancePacing, deliverShock, endCharge } from "../tachycardia/treat.ts";
import { isSensorDriven } from "./escape-interval.ts";
import type { GeneratorState } from "./generator-state.ts";
import type { GeneratorTiming } from "./generator-timing.ts";
import { endAtrialEscape } from "./pace-atrium.ts";
import { emitPulses, paceVentricles } from "./pace-ventricles.ts";
import { startVentricularCycle } from "./ventricular-event.ts";

/** When the generator acts next if nothing is sensed; Infinity for never (modes that pace nothing). */
export function nextTimer_us(state: GeneratorState): number {
  let next_us = state.nextPulseAt_us;
  if (state.safetyPaceAt_us < next_us) next_us = state.safetyPaceAt_us;
  if (state.avEndAt_us < next_us) next_us = state.avEndAt_us;
  if (state.ventricularEscapeAt_us < next_us) next_us = state.ventricularEscapeAt_us;
  if (state.atrialEscapeAt_us < next_us) next_us = state.atrialEscapeAt_us;
  if (state.tachycardia && state.tachycardia.nextAt_us < next_us) next_us = state.tachycardia.nextAt_us;
  return next_us;
}

/**
 * Does what is due at the next timer's end, which is the time it takes.
 *
 * Of timers that end together the first of: rest of a pulse sequence, tachycardia, safety pace, AV interval, ventricular
 * escape, atrial escape. A sense at the same instant goes before all of them.
 */
export function fireNextTimer(state: GeneratorState, timing: GeneratorTiming, out: LogBuffer): void {
  const time_us = nextTimer_us(state);
  if (state.nextPulseAt_us === time_us) emitPulses(state, timing, time_us, out);
  else if (state.tachycardia?.nextAt_us === time_us) fireTachycardiaTimer(state, state.tachycardia, timing, out);
  else if (state.safetyPaceAt_us === time_us) paceVentricles(state, timing, time_us, PACE_DETAIL.SAFETY, out);
  else if (isHeldByNoise(state, timing, time_us)) waitForNoise(state);
  else if (state.avEndAt_us === time_us) paceAtAvEnd(state, timing, time_us, out);
  else if (state.ventricularEscapeAt_us === time_us)
    paceVentricles(state, timing, time_us, escapeDetail(state, timing, time_us), out);
  else endAtrialEscape(state, timing, time_us, out);
}

/** Noise reversion: a deflection beyond refractory fell into the noise window, which has not yet run out. */
function isReverted(state: GeneratorState, timing: GeneratorTiming, time_us: number): boolean {
  const lastDeflection_us = state.ventricularNoiseUntil_us - timing.noiseWindow_us;
  return time_us < state.ventricularNoiseUntil_us && lastDeflection_us >= state.ventricularRefractoryUntil_us;
}

/** A ventricular pace is due while noise lasts that is programmed to inhibit: of a P wave within it, or a new regime. */
function isHeldByNoise(state: GeneratorState, timing: GeneratorTiming, time_us: number): boolean {
  if (!timing.noiseInhibits || !isReverted(state, timing, time_us)) return false;
  if (timing.behaviors[state.regime]!.isAsynchronous) return false;
  return state.avEndAt_us === time_us || state.ventricularEscapeAt_us === time_us;
}

function waitForNoise(state: GeneratorState): void {
  const until_us = state.ventricularNoiseUntil_us;
  if (state.avEndAt_us < Infinity) state.avEndAt_us = Math.max(until_us, state.avEndAt_us);
  state.ventricularEscapeAt_us = Math.max(until_us, state.ventricularEscapeAt_us);
}

function paceAtAvEnd(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  const tracked = state.avIsTracked === 1 ? PACE_DETAIL.TRACKED : 0;
  paceVentricles(state, timing, time_us, tracked | escapeDetail(state, timing, time_us), out);
}

function escapeDetail(state: GeneratorState, timing: GeneratorTiming, time_us: number): number {
  const isBlind = timing.behaviors[state.regime]!.isAsynchronous || isReverted(state, timing, time_us);
  return (isBlind ? PACE_DETAIL.ASYNCHRONOUS : 0) | (isSensorDriven(state, timing) ? PACE_DETAIL.SENSOR : 0);
}

function fireTachycardiaTimer(
  state: GeneratorState,
  tachycardia: TachycardiaState,
  timing: GeneratorTiming,
  out: LogBuffer,
): void {
  const time_us = tachycardia.nextAt_us;
  if (tachycardia.phase === THERAPY_PHASE.CHARGING) endCharge(tachycardia, time_us, out);
  else if (tachycardia.phase === THERAPY_PHASE.WAITING_FOR_SENSE) {
    deliverShock(tachycardia, time_us, out);
    startVentricularCycle(state, timing, time_us, "pace", out);
  } else paceAgainstTachycardia(state, tachycardia, timing, out);
}

/** One antitachycardia pulse; it waits for the end of refractory after a sense. Brady pacing rests meanwhile. */
function paceAgainstTachycardia(
  state: GeneratorState,
  tachycardia: TachycardiaState,
  timing: GeneratorTiming,
  out: LogBuffer,
): void {
  const time_us = tachycardia.nextAt_us;
  if (state.lastVentricularWasPaced === 0 && time_us < state.ventricularRefractoryUntil_us) {
    tachycardia.nextAt_us = state.ventricularRefractoryUntil_us;
    return;
  }
  startVentricularCycle(state, timing, time_us, "pace", out);
  state.atrialEscapeAt_us = Infinity;
  appendEvent(out, time_us, MARKER.TP, 0);
  if (tachycardia.settings.biventricularAtp && timing.pulses !== timing.leftPulses)
    appendEvent(out, time_us, MARKER.TP, PACE_DETAIL.FURTHER);
  advancePacing(tachycardia, time_us);
}
