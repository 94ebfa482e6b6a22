/**
 * The state of the generator: running timers, windows that are still open, stamps of past events, counters.
 *
 * The machine reads times only as differences, so a state means the same at any hour: `writeCanonical` gives its numbers
 * relative to now, and two states with equal numbers have the same future. Skipping of steady rhythm and the exhaustive
 * search of states both rest on that.
 */
import {
  copyTachycardiaState,
  createTachycardiaState,
  shiftTachycardiaState,
  type TachycardiaState,
  writeTachycardiaCanonical,
} from "../tachycardia/tachycardia-state.ts";
import type { GeneratorTiming } from "./generator-timing.ts";

/** Timers that do something when they end; Infinity when not running. */
interface Timers {
  atrialEscapeAt_us: number;
  ventricularEscapeAt_us: number;
  /** End of the AV interval: the ventricular pace. */
  avEndAt_us: number;
  safetyPaceAt_us: number;
  /** Next pulse of the ventricular event under way. */
  nextPulseAt_us: number;
}

/** Ends of windows; past ones mean nothing. */
interface Windows {
  ventricularBlankUntil_us: number;
  ventricularRefractoryUntil_us: number;
  crosstalkUntil_us: number;
  ventricularNoiseUntil_us: number;
  leftBlankUntil_us: number;
  leftProtectedUntil_us: number;
  atrialBlankUntil_us: number;
  atrialPartialUntil_us: number;
  /** PVARP, or ARP in single-chamber atrial modes. */
  atrialRefractoryUntil_us: number;
  atrialNoiseUntil_us: number;
  /** No ventricular pace before; URI. */
  upperRateUntil_us: number;
  nonCompetitiveUntil_us: number;
}

/** Times of past events; -Infinity for never. */
interface Stamps {
  lastVentricular_us: number;
  /** Last atrial event with an effect on timing. */
  lastAtrial_us: number;
  /** Last atrial event of any kind, for the rate. */
  lastAtrialForRate_us: number;
  avStartedAt_us: number;
  /** Until when the right ventricle must be seen after a left-ventricular pulse alone. */
  backupUntil_us: number;
}

/** Counters and flags. */
interface Counters {
  regime: number;
  /** Last ventricular interval (CCL). */
  ventricularInterval_us: number;
  /** AV delay after the next atrial pace. */
  nextPacedAv_us: number;
  avIsTracked: number;
  /** An atrial event happened since the last ventricular one. */
  atrialSinceVentricular: number;
  /** One with an effect on timing did. */
  atrialTimedCycle: number;
  wasExtended: number;
  lastVentricularWasPaced: number;
  pulseIndex: number;
  /** 0 none, 1 right, 2 biventricular, 3 left: the sequence under way. */
  pulseSequence: number;
  pulseDetail: number;
  /** 0 nothing due, 1 right ventricle not yet seen after a left pulse, 2 seen. */
  backupState: number;
  sensorRate_ppm: number;
  sensorTarget_ppm: number;
  /** Mode switch: 0 none, 1 duration, 2 fallback. */
  atrPhase: number;
  atrFastBits: number;
  atrCounter: number;
  atrCyclesLeft: number;
  atrIntervalSum_us: number;
  atrIntervalsSummed: number;
  atrExitPending: number;
  atrRate_ppm: number;
  atrSlope_ppmPerUs: number;
  /** PMT: suspect VP-AS intervals in a row, the last of them, what is due. */
  pmtCount: number;
  pmtVa_us: number;
  /** 0 none, 1 AV changed, waiting for the next VP-AS. */
  pmtTest: number;
  pmtLockout: number;
  pmtPvarpDue: number;
  /** Added to the next AV delay. */
  avPerturbation_us: number;
  /** AV delay set by an algorithm; Infinity where none is. */
  algorithmAv_us: number;
  algorithmCyclesLeft: number;
  searchCyclesLeft: number;
  searchMeasured_us: number;
  leftOnly: number;
}

export interface GeneratorState extends Timers, Windows, Stamps, Counters {
  /** Undefined where the generator has no tachycardia side. */
  tachycardia: TachycardiaState | undefined;
}

export const TIMER_NAMES = [
  "atrialEscapeAt_us",
  "ventricularEscapeAt_us",
  "avEndAt_us",
  "safetyPaceAt_us",
  "nextPulseAt_us",
] as const satisfies readonly (keyof Timers)[];

export const WINDOW_NAMES = [
  "ventricularBlankUntil_us",
  "ventricularRefractoryUntil_us",
  "crosstalkUntil_us",
  "ventricularNoiseUntil_us",
  "leftBlankUntil_us",
  "leftProtectedUntil_us",
  "atrialBlankUntil_us",
  "atrialPartialUntil_us",
  "atrialRefractoryUntil_us",
  "atrialNoiseUntil_us",
  "upperRateUntil_us",
  "nonCompetitiveUntil_us",
] as const satisfies readonly (keyof Windows)[];

const STAMP_NAMES = [
  "lastVentricular_us",
  "lastAtrial_us",
  "lastAtrialForRate_us",
  "avStartedAt_us",
  "backupUntil_us",
] as const satisfies readonly (keyof Stamps)[];

const COUNTER_NAMES = [
  "regime",
  "ventricularInterval_us",
  "nextPacedAv_us",
  "avIsTracked",
  "atrialSinceVentricular",
  "atrialTimedCycle",
  "wasExtended",
  "lastVentricularWasPaced",
  "pulseIndex",
  "pulseSequence",
  "pulseDetail",
  "backupState",
  "sensorRate_ppm",
  "sensorTarget_ppm",
  "atrPhase",
  "atrFastBits",
  "atrCounter",
  "atrCyclesLeft",
  "atrIntervalSum_us",
  "atrIntervalsSummed",
  "atrExitPending",
  "atrRate_ppm",
  "atrSlope_ppmPerUs",
  "pmtCount",
  "pmtVa_us",
  "pmtTest",
  "pmtLockout",
  "pmtPvarpDue",
  "avPerturbation_us",
  "algorithmAv_us",
  "algorithmCyclesLeft",
  "searchCyclesLeft",
  "searchMeasured_us",
  "leftOnly",
] as const satisfies readonly (keyof Counters)[];

/** Past this age a stamp makes no difference: the longest interval that is compared with one is 2 s. */
const OLDEST_STAMP_us = 10e6;

/** A generator that is switched on at `time_us`, as if a ventricular event had just ended. */
export function createGeneratorState(timing: GeneratorTiming, time_us: number): GeneratorState {
  const behavior = timing.behaviors[0]!;
  const lri_us = behavior.lowerInterval_us;
  const pacesAtrium = behavior.pacesAtrium;
  return {
    atrialEscapeAt_us: pacesAtrium ? time_us + lri_us - (behavior.isDual ? timing.pacedAvDelay_us : 0) : Infinity,
    ventricularEscapeAt_us: behavior.pacesVentricle ? time_us + lri_us : Infinity,
    avEndAt_us: Infinity,
    safetyPaceAt_us: Infinity,
    nextPulseAt_us: Infinity,
    ventricularBlankUntil_us: -Infinity,
    ventricularRefractoryUntil_us: -Infinity,
    crosstalkUntil_us: -Infinity,
    ventricularNoiseUntil_us: -Infinity,
    leftBlankUntil_us: -Infinity,
    leftProtectedUntil_us: -Infinity,
    atrialBlankUntil_us: -Infinity,
    atrialPartialUntil_us: -Infinity,
    atrialRefractoryUntil_us: -Infinity,
    atrialNoiseUntil_us: -Infinity,
    upperRateUntil_us: -Infinity,
    nonCompetitiveUntil_us: -Infinity,
    lastVentricular_us: -Infinity,
    lastAtrial_us: -Infinity,
    lastAtrialForRate_us: -Infinity,
    avStartedAt_us: -Infinity,
    backupUntil_us: -Infinity,
    regime: 0,
    ventricularInterval_us: lri_us,
    nextPacedAv_us: timing.pacedAvDelay_us,
    avIsTracked: 0,
    atrialSinceVentricular: 1,
    atrialTimedCycle: 0,
    wasExtended: 0,
    lastVentricularWasPaced: 0,
    pulseIndex: 0,
    pulseSequence: 0,
    pulseDetail: 0,
    backupState: 0,
    sensorRate_ppm: timing.settings.lowerRateLimit_ppm,
    sensorTarget_ppm: timing.settings.lowerRateLimit_ppm,
    atrPhase: 0,
    atrFastBits: 0,
    atrCounter: 0,
    atrCyclesLeft: 0,
    atrIntervalSum_us: 0,
    atrIntervalsSummed: 0,
    atrExitPending: 0,
    atrRate_ppm: 0,
    atrSlope_ppmPerUs: 0,
    pmtCount: 0,
    pmtVa_us: 0,
    pmtTest: 0,
    pmtLockout: 0,
    pmtPvarpDue: 0,
    avPerturbation_us: 0,
    algorithmAv_us: Infinity,
    algorithmCyclesLeft: timing.settings.avSearchInterval_cycles,
    searchCyclesLeft: 0,
    searchMeasured_us: 0,
    leftOnly: 0,
    tachycardia: timing.settings.tachycardia && createTachycardiaState(timing.settings.tachycardia),
  };
}

export function copyGeneratorState(state: GeneratorState): GeneratorState {
  return { ...state, tachycardia: state.tachycardia && copyTachycardiaState(state.tachycardia) };
}

/**
 * Writes the state relative to now: what is left of each timer and window, how old each stamp is, each counter.
 *
 * @param out      filled from `from` on
 * @returns the index after the last number written
 */
export function writeGeneratorCanonical(out: number[], from: number, state: GeneratorState, now_us: number): number {
  let at = from;
  for (const name of TIMER_NAMES) out[at++] = state[name] - now_us;
  for (const name of WINDOW_NAMES) out[at++] = Math.max(0, state[name] - now_us);
  for (const name of STAMP_NAMES) out[at++] = Math.max(-OLDEST_STAMP_us, state[name] - now_us);
  for (const name of COUNTER_NAMES) out[at++] = state[name];
  return state.tachycardia ? writeTachycardiaCanonical(out, at, state.tachycardia, now_us) : at;
}

/** Moves every time of the state. */
export function shiftGeneratorState(state: GeneratorState, by_us: number): void {
  for (const name of TIMER_NAMES) state[name] += by_us;
  for (const name of WINDOW_NAMES) state[name] += by_us;
  for (const name of STAMP_NAMES) state[name] += by_us;
  if (state.tachycardia) shiftTachycardiaState(state.tachycardia, by_us);
}
