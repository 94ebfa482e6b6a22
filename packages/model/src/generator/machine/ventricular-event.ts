import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER } from "../log/marker.ts";
import { notePaceForTachycardia } from "../tachycardia/count-interval.ts";
import { advanceAvAlgorithm } from "./av-algorithm.ts";
import { pacedAvDelay_us, searchExtension_us } from "./av-delay.ts";
import { escapeInterval_us, upperRateHold_us, ventricularFloor_us } from "./escape-interval.ts";
import type { GeneratorState } from "./generator-state.ts";
import { EMERGENCY_REFRACTORY_us, type GeneratorTiming, REGIME } from "./generator-timing.ts";
import { advanceModeSwitch } from "./mode-switch.ts";
import { forgetLoop, pvarpAgainstLoop_us } from "./pacemaker-mediated-tachycardia.ts";
import { advanceSensorRate } from "./sensor-rate.ts";

export type VentricularCause = "pace" | "sense" | "pvc";

/** A VA interval is never shorter: the AV delay gives way. Assumed. */
const SHORTEST_VA_us = 150_000;

/**
 * Starts a ventricular cycle: ends the AV interval, restarts escape, URI, VRP, PVARP and blanking.
 *
 * Both ventricles share one event: it is the first pulse of a sequence, or the right-ventricular sense.
 */
export function startVentricularCycle(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  cause: VentricularCause,
  out: LogBuffer,
): void {
  const isPaced = cause === "pace";
  const interval_us = time_us - state.lastVentricular_us;
  if (interval_us < Infinity) {
    state.ventricularInterval_us = interval_us;
    advanceSensorRate(state, timing, interval_us);
  }
  advanceAvAlgorithm(state, timing, measureConduction_us(state, timing, time_us, isPaced));
  state.lastVentricular_us = time_us;
  state.lastVentricularWasPaced = isPaced ? 1 : 0;
  if (isPaced) notePaceForTachycardia(state, time_us, out);
  closeAvInterval(state);
  advanceModeSwitch(state, timing, time_us, out);
  openVentricularWindows(state, timing, time_us, isPaced);
  openAtrialWindows(state, timing, time_us, cause, out);
  startEscape(state, timing, time_us, !isPaced);
  state.atrialSinceVentricular = 0;
  state.atrialTimedCycle = 0;
}

/** Conduction time of a sense in the AV interval, as if after an atrial pace; 0 where there is none. */
function measureConduction_us(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  isPaced: boolean,
): number {
  if (isPaced || state.avEndAt_us === Infinity) return 0;
  const offset_us = state.avIsTracked === 1 ? timing.sensedAvOffset_us : 0;
  return time_us - state.avStartedAt_us - offset_us;
}

function closeAvInterval(state: GeneratorState): void {
  state.avEndAt_us = Infinity;
  state.safetyPaceAt_us = Infinity;
}

function openVentricularWindows(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  isPaced: boolean,
): void {
  const blank_us = isPaced ? timing.ventricularBlankingAfterPace_us : timing.ventricularBlankingAfterSense_us;
  state.ventricularBlankUntil_us = time_us + blank_us;
  const isEmergency = state.regime === REGIME.PACE_NOW;
  const refractory_us = isEmergency ? EMERGENCY_REFRACTORY_us : timing.ventricularRefractory_us;
  state.ventricularRefractoryUntil_us = time_us + refractory_us;
  state.leftBlankUntil_us = time_us + timing.lvBlanking_us;
  state.upperRateUntil_us = time_us + upperRateHold_us(state, timing);
}

function openAtrialWindows(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  cause: VentricularCause,
  out: LogBuffer,
): void {
  if (!timing.behaviors[state.regime]!.isDual && !timing.behaviors[REGIME.PERMANENT]!.isDual) return;
  state.atrialBlankUntil_us = Math.max(state.atrialBlankUntil_us, time_us + timing.pvabAbsolute_us);
  state.atrialPartialUntil_us = time_us + timing.pvab_us;
  const pvarp_us = cause === "pace" ? pvarpAgainstLoop_us(state, timing, time_us, out) : timing.pvarp_us;
  if (cause !== "pace") forgetLoop(state);
  const isExtended = cause === "pvc" && timing.pvarpExtension_us > 0 && state.wasExtended === 0;
  state.wasExtended = isExtended ? 1 : 0;
  if (isExtended) appendEvent(out, time_us, MARKER.PVARP_EXTENDED, 0);
  state.atrialRefractoryUntil_us = time_us + pvarp_us + (isExtended ? timing.pvarpExtension_us : 0);
}

/** Lower rate from the ventricular event: V-V with a constant VA interval, or A-A where the atrium is counted. */
export function startEscape(state: GeneratorState, timing: GeneratorTiming, time_us: number, bySense: boolean): void {
  const behavior = timing.behaviors[state.regime]!;
  const escape_us = escapeInterval_us(state, timing, bySense);
  const countsAtrium = timing.isAtrialScheme && behavior.pacesAtrium && state.atrialTimedCycle === 1;
  const extension_us = searchExtension_us(state, timing);
  const va_us = Math.max(SHORTEST_VA_us, escape_us + extension_us - pacedAvDelay_us(state, timing));
  state.nextPacedAv_us = escape_us + extension_us - va_us;
  const atrialEscape_us = countsAtrium
    ? Math.max(time_us + SHORTEST_VA_us, state.lastAtrial_us + escape_us)
    : time_us + va_us;
  state.atrialEscapeAt_us = behavior.pacesAtrium && behavior.pacesVentricle ? atrialEscape_us : Infinity;
  const ventricularEscape_us = countsAtrium
    ? atrialEscape_us + state.nextPacedAv_us
    : time_us + escape_us + extension_us;
  state.ventricularEscapeAt_us = behavior.pacesVentricle
    ? Math.max(ventricularEscape_us, ventricularFloor_us(state, timing))
    : Infinity;
}
