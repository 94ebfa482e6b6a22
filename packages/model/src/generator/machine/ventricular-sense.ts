import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER } from "../log/marker.ts";
import { countTachycardiaInterval } from "../tachycardia/count-interval.ts";
import type { GeneratorState } from "./generator-state.ts";
import { type GeneratorTiming, REGIME } from "./generator-timing.ts";
import { noteRightVentricle, paceOnSense } from "./pace-ventricles.ts";
import { startEscape, startVentricularCycle } from "./ventricular-event.ts";

/**
 * A deflection at the right-ventricular electrode, larger than the sensitivity.
 *
 * In order: blanking (invisible), refractory, noise, cross-talk window, sense.
 */
export function senseVentricle(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  const behavior = timing.behaviors[state.regime]!;
  if (!behavior.seesVentricle || time_us < state.ventricularBlankUntil_us) return;
  noteRightVentricle(state, time_us);
  if (time_us < state.ventricularRefractoryUntil_us) {
    appendEvent(out, time_us, MARKER.VR, 0);
    state.ventricularNoiseUntil_us = time_us + timing.noiseWindow_us;
    if (countTachycardiaInterval(state, timing, time_us, out))
      startVentricularCycle(state, timing, time_us, "pace", out);
  } else if (time_us < state.ventricularNoiseUntil_us) {
    continueNoise(state, timing, time_us, out);
  } else if (time_us < state.crosstalkUntil_us && state.avEndAt_us < Infinity) {
    appendEvent(out, time_us, MARKER.VX, 0);
    const safety_us = Math.max(state.avStartedAt_us + timing.safetyAvDelay_us, state.ventricularRefractoryUntil_us);
    state.safetyPaceAt_us = Math.min(safety_us, state.avEndAt_us);
  } else if (state.safetyPaceAt_us < Infinity) {
    appendEvent(out, time_us, MARKER.VX, 0);
  } else {
    acceptVentricularSense(state, timing, time_us, out);
  }
}

function continueNoise(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  appendEvent(out, time_us, MARKER.VN, 0);
  state.ventricularNoiseUntil_us = time_us + timing.noiseWindow_us;
  if (!timing.noiseInhibits) return;
  state.avEndAt_us = Infinity;
  state.safetyPaceAt_us = Infinity;
  state.atrialTimedCycle = 0;
  startEscape(state, timing, time_us, false);
}

function acceptVentricularSense(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  const behavior = timing.behaviors[state.regime]!;
  const isPvc = behavior.isDual && behavior.seesAtrium && state.atrialSinceVentricular === 0;
  appendEvent(out, time_us, isPvc ? MARKER.PVC : MARKER.VS, 0);
  if (countTachycardiaInterval(state, timing, time_us, out)) {
    startVentricularCycle(state, timing, time_us, "pace", out);
    return;
  }
  if (!behavior.heedsVentricle) {
    // It times nothing in this mode; Pace-Now counts from it, so that no pulse falls into its refractory period.
    state.lastVentricular_us = time_us;
    return;
  }
  const wasInAv = state.avEndAt_us < Infinity;
  const interval_us = time_us - state.lastVentricular_us;
  startVentricularCycle(state, timing, time_us, isPvc ? "pvc" : "sense", out);
  const isCrtTrigger =
    timing.isTriggeredCrt &&
    state.regime !== REGIME.PACE_NOW &&
    (wasInAv || !behavior.tracksAtrium) &&
    interval_us >= timing.triggeredInterval_us;
  if (behavior.triggersVentricle || isCrtTrigger) paceOnSense(state, timing, time_us, out);
}

/** A deflection at the left-ventricular electrode: protects against a pace into its recovery, times nothing else. */
export function senseLeftVentricle(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  out: LogBuffer,
): void {
  if (!timing.isLvSensed || time_us < state.leftBlankUntil_us) return;
  appendEvent(out, time_us, MARKER.LS, 0);
  state.leftProtectedUntil_us = time_us + timing.lvProtection_us;
}
