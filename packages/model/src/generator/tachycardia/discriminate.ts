import type { TachycardiaState } from "./tachycardia-state.ts";

/** Intervals whose spread and mean are judged. */
const JUDGED_COUNT = 8;

/**
 * Whether a counted tachycardia is called ventricular.
 *
 * In this order: ventricles faster than atria; too irregular (atrial fibrillation); no sudden onset (sinus tachycardia);
 * a rhythm that was rejected for too long is treated all the same.
 */
export function isVentricular(state: TachycardiaState, zoneIndex: number, time_us: number): boolean {
  const { vFasterThanA_bpm, stability_ms, onset_percent, timeout_s } = state.settings.zones[zoneIndex]!.discriminators;
  const judged_us = state.intervals_us.slice(-JUDGED_COUNT);
  const mean_us = mean(judged_us);
  if (vFasterThanA_bpm !== "off" && 60e6 / mean_us - atrialRate_bpm(state, time_us) >= vFasterThanA_bpm) return true;
  const isTimedOut = timeout_s !== "off" && time_us - state.rejectedSince_us >= timeout_s * 1e6;
  if (isTimedOut && state.rejectedSince_us > -Infinity) return true;
  if (stability_ms !== "off" && Math.max(...judged_us) - Math.min(...judged_us) > 1000 * stability_ms) return false;
  if (onset_percent === "off" || state.slowIntervals_us.length === 0) return true;
  const shortening_percent = 100 * (1 - mean_us / mean(state.slowIntervals_us));
  return shortening_percent >= onset_percent;
}

/** Atrial rate of the last intervals; 0 when the atrium has been silent for two of them. */
function atrialRate_bpm(state: TachycardiaState, time_us: number): number {
  if (state.atrialIntervals_us.length === 0) return 0;
  const mean_us = mean(state.atrialIntervals_us);
  return time_us - state.lastAtrial_us > 2 * mean_us ? 0 : 60e6 / mean_us;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
