import { type GeneratorState, TIMER_NAMES } from "../machine/generator-state.ts";
import { type GeneratorTiming, RIGHT_PULSES } from "../machine/generator-timing.ts";

const OLDEST_STAMP_us = 10e6;

/**
 * Writes what of a state still has a part in the future of a generator with these settings and no magnet, programmer or
 * activity: timers and open windows relative to now, stamps that are still compared with, counters that are still read.
 *
 * Left out are: what belongs to a feature that is off; the pulse sequence when none is under way; the beginning of an AV
 * interval that is over or past its cross-talk window; a noise window that ends within refractory.
 *
 * @returns numbers written
 */
export function writeLiveState(out: number[], state: GeneratorState, timing: GeneratorTiming, now_us: number): number {
  let at = 0;
  for (const name of TIMER_NAMES) out[at++] = state[name] - now_us;
  at = writeWindows(out, at, state, timing, now_us);
  at = writeStamps(out, at, state, timing, now_us);
  return writeCounters(out, at, state, timing);
}

function writeWindows(
  out: number[],
  from: number,
  state: GeneratorState,
  timing: GeneratorTiming,
  now_us: number,
): number {
  let at = from;
  const left = (until_us: number) => Math.max(0, until_us - now_us);
  const isNoiseAhead = state.ventricularNoiseUntil_us > state.ventricularRefractoryUntil_us;
  out[at++] = left(state.ventricularBlankUntil_us);
  out[at++] = left(state.ventricularRefractoryUntil_us);
  out[at++] = state.avEndAt_us < Infinity ? left(state.crosstalkUntil_us) : 0;
  out[at++] = isNoiseAhead ? left(state.ventricularNoiseUntil_us) : 0;
  out[at++] = timing.isLvSensed ? left(state.leftBlankUntil_us) : 0;
  out[at++] = timing.pulses === RIGHT_PULSES ? 0 : left(state.leftProtectedUntil_us);
  out[at++] = left(state.atrialBlankUntil_us);
  out[at++] = left(state.atrialPartialUntil_us);
  out[at++] = left(state.atrialRefractoryUntil_us);
  out[at++] = left(state.atrialNoiseUntil_us);
  out[at++] = left(state.upperRateUntil_us);
  out[at++] = timing.nonCompetitive_us > 0 ? left(state.nonCompetitiveUntil_us) : 0;
  return at;
}

function writeStamps(
  out: number[],
  from: number,
  state: GeneratorState,
  timing: GeneratorTiming,
  now_us: number,
): number {
  let at = from;
  const { settings } = timing;
  const age = (stamp_us: number) => Math.max(-OLDEST_STAMP_us, stamp_us - now_us);
  const isAvRead = state.avEndAt_us < Infinity && (state.crosstalkUntil_us > now_us || settings.avAlgorithm !== "off");
  out[at++] = readsVentricularInterval(timing) || settings.pmtRule !== "off" ? age(state.lastVentricular_us) : 0;
  out[at++] = timing.isAtrialScheme || !timing.behaviors[0]!.isDual ? age(state.lastAtrial_us) : 0;
  out[at++] = settings.atrMode === "on" ? age(state.lastAtrialForRate_us) : 0;
  out[at++] = isAvRead ? age(state.avStartedAt_us) : 0;
  out[at++] = state.backupState === 0 ? 0 : age(state.backupUntil_us);
  return at;
}

function readsVentricularInterval({
  settings,
  behaviors,
  smoothingFraction,
  isTriggeredCrt,
}: GeneratorTiming): boolean {
  const isMeasured = settings.avAlgorithm === "lv-fusion" || settings.atrMode === "on" || isTriggeredCrt;
  return (
    settings.dynamicAvDelay === "on" || smoothingFraction < Infinity || behaviors[0]!.isRateModulated || isMeasured
  );
}

function writeCounters(out: number[], from: number, state: GeneratorState, timing: GeneratorTiming): number {
  let at = from;
  const hasPulse = state.nextPulseAt_us < Infinity;
  const watchesLoops = timing.settings.pmtRule !== "off";
  out[at++] = readsVentricularInterval(timing) ? state.ventricularInterval_us : 0;
  out[at++] = state.nextPacedAv_us;
  out[at++] = state.avEndAt_us < Infinity ? state.avIsTracked : 0;
  out[at++] = state.atrialSinceVentricular;
  out[at++] = timing.isAtrialScheme ? state.atrialTimedCycle : 0;
  out[at++] = timing.pvarpExtension_us > 0 ? state.wasExtended : 0;
  out[at++] = watchesLoops ? state.lastVentricularWasPaced : 0;
  out[at++] = hasPulse ? state.pulseIndex : 0;
  out[at++] = hasPulse ? state.pulseSequence : 0;
  out[at++] = hasPulse ? state.pulseDetail : 0;
  out[at++] = state.regime;
  out[at++] = state.backupState;
  out[at++] = state.sensorRate_ppm;
  out[at++] = state.atrPhase;
  out[at++] = state.atrFastBits;
  out[at++] = state.atrCounter;
  out[at++] = state.atrCyclesLeft;
  out[at++] = state.atrIntervalSum_us;
  out[at++] = state.atrExitPending;
  out[at++] = state.atrRate_ppm;
  out[at++] = state.pmtCount;
  out[at++] = watchesLoops ? state.pmtVa_us : 0;
  out[at++] = state.pmtTest;
  out[at++] = state.pmtLockout;
  out[at++] = state.pmtPvarpDue;
  out[at++] = state.avPerturbation_us;
  out[at++] = state.algorithmAv_us;
  out[at++] = timing.settings.avAlgorithm === "off" ? 0 : state.algorithmCyclesLeft;
  out[at++] = state.searchCyclesLeft;
  out[at++] = state.searchMeasured_us;
  out[at++] = state.leftOnly;
  return at;
}
