import type { GeneratorState } from "./generator-state.ts";
import { type Behavior, type GeneratorTiming, intervalFromRate_us, REGIME } from "./generator-timing.ts";

/**
 * How long the generator waits for the next spontaneous event of the chamber that times it.
 *
 * LRI or hysteresis interval, shortened by the sensor, by the fallback of a mode switch and by rate smoothing; never
 * below the limit of rate smoothing upward, URI where it applies, or runaway protection.
 *
 * @param bySense  the event that starts it was a sense outside refractory
 * @returns integer microseconds
 */
export function escapeInterval_us(state: GeneratorState, timing: GeneratorTiming, bySense: boolean): number {
  const behavior = timing.behaviors[state.regime]!;
  const sensor_us = sensorInterval_us(state, behavior);
  let interval_us = bySense ? behavior.hysteresisInterval_us : behavior.lowerInterval_us;
  if (sensor_us < behavior.lowerInterval_us) interval_us = sensor_us;
  if (state.regime === REGIME.FALLBACK) interval_us = Math.min(interval_us, intervalFromRate_us(state.atrRate_ppm));
  if (isSmoothed(state, timing)) interval_us = smoothInterval_us(state, timing, interval_us);
  return Math.max(interval_us, timing.runawayInterval_us);
}

/** Interval the sensor asks for; Infinity where it has no say. */
function sensorInterval_us(state: GeneratorState, behavior: Behavior): number {
  return behavior.isRateModulated ? intervalFromRate_us(state.sensorRate_ppm) : Infinity;
}

/** Keeps an interval within the programmed share of the last one, but never longer than it was. */
function smoothInterval_us(state: GeneratorState, timing: GeneratorTiming, interval_us: number): number {
  const longest_us = Math.round(state.ventricularInterval_us * (1 + timing.smoothingFraction));
  const shortest_us = Math.round(state.ventricularInterval_us * (1 - timing.smoothingFraction));
  const smoothed_us = Math.max(shortest_us, Math.min(interval_us, longest_us));
  return Math.min(interval_us, Math.max(smoothed_us, timing.upperInterval_us));
}

/** Rate smoothing belongs to the permanent mode. */
function isSmoothed(state: GeneratorState, timing: GeneratorTiming): boolean {
  return timing.smoothingFraction < Infinity && state.regime === REGIME.PERMANENT;
}

/** No ventricular pace follows a ventricular event sooner: URI, or more with rate smoothing upward; LRI at most. */
export function upperRateHold_us(state: GeneratorState, timing: GeneratorTiming): number {
  const heldRegime = state.regime === REGIME.PACE_NOW ? REGIME.PACE_NOW : REGIME.PERMANENT;
  const lower_us = timing.behaviors[heldRegime]!.lowerInterval_us;
  if (!isSmoothed(state, timing)) return Math.min(timing.upperInterval_us, lower_us);
  const smoothed_us = Math.round(state.ventricularInterval_us * (1 - timing.smoothingFraction));
  return Math.min(lower_us, Math.max(timing.upperInterval_us, smoothed_us));
}

/** No ventricular pace before: URI, or the sensor's shortest interval where that paces. */
export function ventricularFloor_us(state: GeneratorState, timing: GeneratorTiming): number {
  if (timing.behaviors[state.regime]!.isAsynchronous) return -Infinity;
  if (!isSensorDriven(state, timing)) return state.upperRateUntil_us;
  return state.lastVentricular_us + Math.min(timing.upperInterval_us, timing.sensorInterval_us);
}

/** The sensor asks for a rate above the lower rate. */
export function isSensorDriven(state: GeneratorState, timing: GeneratorTiming): boolean {
  const behavior = timing.behaviors[state.regime]!;
  return sensorInterval_us(state, behavior) < behavior.lowerInterval_us;
}
