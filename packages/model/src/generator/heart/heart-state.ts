import type { HeartTiming } from "./heart-timing.ts";

/** What happens next in the heart if no pulse comes; Infinity for nothing. */
interface HeartTimers {
  sinusAt_us: number;
  /** Next beat of atrial fibrillation, flutter or tachycardia. */
  fibrillationAt_us: number;
  /** The beat on its way through the AV node reaches the ventricles. */
  conductedAt_us: number;
  /** The beat on its way back reaches the atrium. */
  retrogradeAt_us: number;
  ventricularFocusAt_us: number;
  rightDeflectionAt_us: number;
  leftDeflectionAt_us: number;
  farFieldAt_us: number;
  leftFarFieldAt_us: number;
  tWaveAt_us: number;
  crosstalkAt_us: number;
  atrialNoiseAt_us: number;
  ventricularNoiseAt_us: number;
}

/** Times of past activations; a site's may lie ahead, when the front has not yet come to it. */
interface HeartStamps {
  lastAtrium_us: number;
  lastVentricle_us: number;
  lastNodeExit_us: number;
  rightSite_us: number;
  leftSite_us: number;
}

interface HeartCounters {
  fibrillationInterval_us: number;
  fibrillationSpreadFraction: number;
  focusInterval_us: number;
  capturedAtpPulses: number;
  atrialNoiseInterval_us: number;
  ventricularNoiseInterval_us: number;
  /** State of the random numbers, 32 bits. */
  random: number;
}

export interface HeartState extends HeartTimers, HeartStamps, HeartCounters {}

const HEART_TIMER_NAMES = [
  "sinusAt_us",
  "fibrillationAt_us",
  "conductedAt_us",
  "retrogradeAt_us",
  "ventricularFocusAt_us",
  "rightDeflectionAt_us",
  "leftDeflectionAt_us",
  "farFieldAt_us",
  "leftFarFieldAt_us",
  "tWaveAt_us",
  "crosstalkAt_us",
  "atrialNoiseAt_us",
  "ventricularNoiseAt_us",
] as const satisfies readonly (keyof HeartTimers)[];

const HEART_STAMP_NAMES = [
  "lastAtrium_us",
  "lastVentricle_us",
  "lastNodeExit_us",
  "rightSite_us",
  "leftSite_us",
] as const satisfies readonly (keyof HeartStamps)[];

const HEART_COUNTER_NAMES = [
  "fibrillationInterval_us",
  "fibrillationSpreadFraction",
  "focusInterval_us",
  "capturedAtpPulses",
  "atrialNoiseInterval_us",
  "ventricularNoiseInterval_us",
  "random",
] as const satisfies readonly (keyof HeartCounters)[];

/** Past this age an activation makes no difference: decrement has faded to less than a microsecond. */
const OLDEST_STAMP_us = 10e6;

/** A heart whose first sinus beat comes one interval after `time_us`. */
export function createHeartState(timing: HeartTiming, time_us: number, seed: number): HeartState {
  return {
    sinusAt_us: time_us + timing.sinusInterval_us,
    fibrillationAt_us: Infinity,
    conductedAt_us: Infinity,
    retrogradeAt_us: Infinity,
    ventricularFocusAt_us: Infinity,
    rightDeflectionAt_us: Infinity,
    leftDeflectionAt_us: Infinity,
    farFieldAt_us: Infinity,
    leftFarFieldAt_us: Infinity,
    tWaveAt_us: Infinity,
    crosstalkAt_us: Infinity,
    atrialNoiseAt_us: Infinity,
    ventricularNoiseAt_us: Infinity,
    lastAtrium_us: -Infinity,
    lastVentricle_us: -Infinity,
    lastNodeExit_us: -Infinity,
    rightSite_us: -Infinity,
    leftSite_us: -Infinity,
    fibrillationInterval_us: Infinity,
    fibrillationSpreadFraction: 0,
    focusInterval_us: Infinity,
    capturedAtpPulses: 0,
    atrialNoiseInterval_us: Infinity,
    ventricularNoiseInterval_us: Infinity,
    random: seed >>> 0,
  };
}

export function nextHeartEvent_us(state: HeartState): number {
  let next_us = state.sinusAt_us;
  if (state.fibrillationAt_us < next_us) next_us = state.fibrillationAt_us;
  if (state.conductedAt_us < next_us) next_us = state.conductedAt_us;
  if (state.retrogradeAt_us < next_us) next_us = state.retrogradeAt_us;
  if (state.ventricularFocusAt_us < next_us) next_us = state.ventricularFocusAt_us;
  if (state.rightDeflectionAt_us < next_us) next_us = state.rightDeflectionAt_us;
  if (state.leftDeflectionAt_us < next_us) next_us = state.leftDeflectionAt_us;
  if (state.farFieldAt_us < next_us) next_us = state.farFieldAt_us;
  if (state.leftFarFieldAt_us < next_us) next_us = state.leftFarFieldAt_us;
  if (state.tWaveAt_us < next_us) next_us = state.tWaveAt_us;
  if (state.crosstalkAt_us < next_us) next_us = state.crosstalkAt_us;
  if (state.atrialNoiseAt_us < next_us) next_us = state.atrialNoiseAt_us;
  if (state.ventricularNoiseAt_us < next_us) next_us = state.ventricularNoiseAt_us;
  return next_us;
}

/** Writes the heart's state relative to now; see `writeGeneratorCanonical`. */
export function writeHeartCanonical(out: number[], from: number, state: HeartState, now_us: number): number {
  let at = from;
  for (const name of HEART_TIMER_NAMES) out[at++] = state[name] - now_us;
  for (const name of HEART_STAMP_NAMES) out[at++] = Math.max(-OLDEST_STAMP_us, state[name] - now_us);
  for (const name of HEART_COUNTER_NAMES) out[at++] = state[name];
  return at;
}

/** Moves every time of the state. */
export function shiftHeartState(state: HeartState, by_us: number): void {
  for (const name of HEART_TIMER_NAMES) state[name] += by_us;
  for (const name of HEART_STAMP_NAMES) state[name] += by_us;
}

/** The next random number in [0, 1): Weyl sequence with a 32-bit finalizer, so that its state is one number. */
export function drawUniform(state: HeartState): number {
  state.random = (state.random + 0x9e3779b9) >>> 0;
  let z = state.random;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return ((z ^ (z >>> 15)) >>> 0) / 4294967296;
}

/** An interval spread evenly by a share of itself. */
export function spreadInterval_us(state: HeartState, interval_us: number, spreadFraction: number): number {
  if (spreadFraction === 0 || interval_us === Infinity) return interval_us;
  return Math.round(interval_us * (1 + spreadFraction * (2 * drawUniform(state) - 1)));
}
