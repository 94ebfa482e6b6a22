import type { LogBuffer } from "../log/event-log.ts";
import { ORIGIN } from "../log/marker.ts";
import { activateAtrium } from "./activate-atrium.ts";
import { activateVentricles } from "./activate-ventricles.ts";
import { type HeartState, spreadInterval_us } from "./heart-state.ts";
import type { HeartTiming } from "./heart-timing.ts";

/** Electrodes at which a step of the heart makes a deflection that the generator can see. */
export const DEFLECTION = { NONE: 0, A: 1, V: 2, LV: 3 } as const;

/**
 * Does one thing that is due in the heart now.
 *
 * @param time_us  as `nextHeartEvent_us` says
 * @returns the electrode with a deflection now, one at most
 */
export function stepHeart(state: HeartState, timing: HeartTiming, time_us: number, out: LogBuffer): number {
  if (state.rightDeflectionAt_us === time_us) {
    state.rightDeflectionAt_us = Infinity;
    return DEFLECTION.V;
  }
  if (state.leftDeflectionAt_us === time_us) {
    state.leftDeflectionAt_us = Infinity;
    return DEFLECTION.LV;
  }
  if (state.sinusAt_us === time_us) return beatOfSinus(state, timing, time_us, out);
  if (state.conductedAt_us === time_us) {
    state.conductedAt_us = Infinity;
    activateVentricles(state, timing, time_us, ORIGIN.CONDUCTED, out);
    return DEFLECTION.NONE;
  }
  if (state.retrogradeAt_us === time_us) {
    state.retrogradeAt_us = Infinity;
    return seenAtrium(activateAtrium(state, timing, time_us, ORIGIN.RETROGRADE, out), timing);
  }
  if (state.fibrillationAt_us === time_us) return beatOfFibrillation(state, timing, time_us, out);
  return stepRareEvent(state, timing, time_us, out);
}

function seenAtrium(isActivated: boolean, timing: HeartTiming): number {
  return isActivated && timing.isPSeen ? DEFLECTION.A : DEFLECTION.NONE;
}

function beatOfSinus(state: HeartState, timing: HeartTiming, time_us: number, out: LogBuffer): number {
  const isActivated = activateAtrium(state, timing, time_us, ORIGIN.SINUS, out);
  if (!isActivated)
    state.sinusAt_us = time_us + spreadInterval_us(state, timing.sinusInterval_us, timing.sinusSpreadFraction);
  return seenAtrium(isActivated, timing);
}

function beatOfFibrillation(state: HeartState, timing: HeartTiming, time_us: number, out: LogBuffer): number {
  const interval_us = spreadInterval_us(state, state.fibrillationInterval_us, state.fibrillationSpreadFraction);
  state.fibrillationAt_us = time_us + interval_us;
  return seenAtrium(activateAtrium(state, timing, time_us, ORIGIN.FIBRILLATION, out), timing);
}

function stepRareEvent(state: HeartState, timing: HeartTiming, time_us: number, out: LogBuffer): number {
  if (state.ventricularFocusAt_us === time_us) {
    state.ventricularFocusAt_us = time_us + state.focusInterval_us;
    activateVentricles(state, timing, time_us, ORIGIN.TACHYCARDIA, out);
    return DEFLECTION.NONE;
  }
  if (state.farFieldAt_us === time_us) {
    state.farFieldAt_us = Infinity;
    return DEFLECTION.A;
  }
  if (state.leftFarFieldAt_us === time_us) {
    state.leftFarFieldAt_us = Infinity;
    return DEFLECTION.LV;
  }
  if (state.tWaveAt_us === time_us) {
    state.tWaveAt_us = Infinity;
    return DEFLECTION.V;
  }
  if (state.crosstalkAt_us === time_us) {
    state.crosstalkAt_us = Infinity;
    return DEFLECTION.V;
  }
  if (state.atrialNoiseAt_us === time_us) {
    state.atrialNoiseAt_us = time_us + state.atrialNoiseInterval_us;
    return timing.isAtrialNoiseSeen ? DEFLECTION.A : DEFLECTION.NONE;
  }
  state.ventricularNoiseAt_us = time_us + state.ventricularNoiseInterval_us;
  return timing.isVentricularNoiseSeen ? DEFLECTION.V : DEFLECTION.NONE;
}
