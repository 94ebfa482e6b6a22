/**
 * Atrial tachycardia response: fast atrial intervals open a duration counted in ventricular cycles, after which the
 * mode changes; it changes back when the intervals are slow again. Both changes wait for a ventricular event.
 *
 * Source: PACEMAKER System Specification, 2007, section 5 (8 of the last 10 open, 6 of 10 keep); the counter that rises
 * and falls: cardiocases, with the Liryc example 8, 8, 8.
 */
import { appendEvent, type LogBuffer } from "../log/event-log.ts";
import { MARKER } from "../log/marker.ts";
import type { GeneratorState } from "./generator-state.ts";
import { type GeneratorTiming, intervalFromRate_us, REGIME } from "./generator-timing.ts";

const HISTORY_MASK = 0x3ff;
const ENTRY_FAST_COUNT = 8;
const STAY_FAST_COUNT = 6;
/** Ventricular intervals whose mean is where the fallback starts. */
const MEAN_CYCLES = 10;
/** Without an atrial event for this long each ventricular event counts as slow; with 8 of 10 that is ours. */
const ATRIAL_SILENCE_us = 2_000_000;

export const ATR_PHASE = { NONE: 0, DURATION: 1, FALLBACK: 2 } as const;

/** Takes up an atrial event (AS, AR, Ab; an atrial pace ends a slow interval). */
export function countAtrialEvent(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  isPaced: boolean,
  out: LogBuffer,
): void {
  if (timing.settings.atrMode === "off" || !timing.behaviors[0]!.tracksAtrium) return;
  const interval_us = time_us - state.lastAtrialForRate_us;
  state.lastAtrialForRate_us = time_us;
  countInterval(state, timing, !isPaced && isFast(timing, interval_us));
  changePhase(state, timing, time_us, out);
}

/** Faster than URI; with the counter, at or above its own rate. */
function isFast(timing: GeneratorTiming, interval_us: number): boolean {
  if (timing.settings.modeSwitchRule === "8 of 10") return interval_us < timing.upperInterval_us;
  return interval_us <= intervalFromRate_us(timing.settings.modeSwitchRate_ppm);
}

function countInterval(state: GeneratorState, timing: GeneratorTiming, fast: boolean): void {
  if (timing.settings.modeSwitchRule === "counter") moveCounter(state, timing, fast);
  else state.atrFastBits = ((state.atrFastBits << 1) | (fast ? 1 : 0)) & HISTORY_MASK;
}

function moveCounter(state: GeneratorState, { settings }: GeneratorTiming, fast: boolean): void {
  const top = state.atrPhase === ATR_PHASE.NONE ? settings.modeSwitchEntryCount : settings.modeSwitchExitCount;
  state.atrCounter = Math.max(0, Math.min(top, state.atrCounter + (fast ? 1 : -1)));
}

function changePhase(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  if (state.atrPhase === ATR_PHASE.NONE) {
    if (!mayEnter(state, timing)) return;
    state.atrPhase = ATR_PHASE.DURATION;
    state.atrCounter = timing.settings.modeSwitchExitCount;
    state.atrCyclesLeft = timing.settings.atrDuration_cycles;
    state.atrIntervalSum_us = 0;
    state.atrIntervalsSummed = 0;
    appendEvent(out, time_us, MARKER.ATR_DURATION, 0);
  } else if (mustLeave(state, timing)) {
    if (state.atrPhase === ATR_PHASE.FALLBACK) state.atrExitPending = 1;
    else endModeSwitch(state, time_us, out);
  }
}

function mayEnter(state: GeneratorState, { settings }: GeneratorTiming): boolean {
  return settings.modeSwitchRule === "counter"
    ? state.atrCounter >= settings.modeSwitchEntryCount
    : countBits(state.atrFastBits) >= ENTRY_FAST_COUNT;
}

function mustLeave(state: GeneratorState, { settings }: GeneratorTiming): boolean {
  return settings.modeSwitchRule === "counter"
    ? state.atrCounter === 0
    : countBits(state.atrFastBits) < STAY_FAST_COUNT;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function endModeSwitch(state: GeneratorState, time_us: number, out: LogBuffer): void {
  state.atrPhase = ATR_PHASE.NONE;
  state.atrExitPending = 0;
  state.atrCounter = 0;
  appendEvent(out, time_us, MARKER.ATR_END, 0);
}

/** Counts a ventricular cycle; the mode changes here and nowhere else. */
export function advanceModeSwitch(
  state: GeneratorState,
  timing: GeneratorTiming,
  time_us: number,
  out: LogBuffer,
): void {
  if (timing.settings.atrMode === "off") return;
  if (time_us - state.lastAtrialForRate_us > ATRIAL_SILENCE_us) {
    countInterval(state, timing, false);
    changePhase(state, timing, time_us, out);
  }
  if (state.atrPhase === ATR_PHASE.DURATION) countDuration(state, timing, time_us, out);
  else if (state.atrPhase === ATR_PHASE.FALLBACK) advanceFallback(state, timing, time_us, out);
}

function countDuration(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  state.atrCyclesLeft--;
  if (state.atrCyclesLeft < MEAN_CYCLES) {
    state.atrIntervalSum_us += state.ventricularInterval_us;
    state.atrIntervalsSummed++;
  }
  if (state.atrCyclesLeft > 0) return;
  const lowerRate_ppm = timing.settings.lowerRateLimit_ppm;
  const mean_us = state.atrIntervalSum_us / state.atrIntervalsSummed;
  state.atrRate_ppm = Math.max(lowerRate_ppm, Math.min(60e6 / mean_us, timing.settings.upperRateLimit_ppm));
  state.atrSlope_ppmPerUs = (state.atrRate_ppm - lowerRate_ppm) / (timing.settings.atrFallbackTime_min * 60e6);
  state.atrPhase = ATR_PHASE.FALLBACK;
  if (state.regime === REGIME.PERMANENT) state.regime = REGIME.FALLBACK;
  appendEvent(out, time_us, MARKER.ATR_FALLBACK, 0);
}

function advanceFallback(state: GeneratorState, timing: GeneratorTiming, time_us: number, out: LogBuffer): void {
  if (state.atrExitPending === 1) {
    if (state.regime === REGIME.FALLBACK) state.regime = REGIME.PERMANENT;
    endModeSwitch(state, time_us, out);
    return;
  }
  const fall_ppm = state.atrSlope_ppmPerUs * state.ventricularInterval_us;
  state.atrRate_ppm = Math.max(timing.settings.lowerRateLimit_ppm, state.atrRate_ppm - fall_ppm);
}
