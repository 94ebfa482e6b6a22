import type { GeneratorState } from "./generator-state.ts";
import type { GeneratorTiming } from "./generator-timing.ts";

/** Activity below this share of the highest does not count, by the programmed threshold; assumed. */
const THRESHOLD_FRACTION: Record<string, number> = {
  "very low": 0.05,
  low: 0.1,
  "medium low": 0.2,
  medium: 0.3,
  "medium high": 0.4,
  high: 0.5,
  "very high": 0.6,
};
const HIGHEST_RESPONSE = 16;

/**
 * Rate that an activity asks for, between LRL and MSR.
 *
 * LRL + (MSR - LRL) · response / 16 · (activity - threshold) / (1 - threshold), assumed linear.
 *
 * @param activityFraction  0 to 1
 */
export function sensorTarget_ppm(timing: GeneratorTiming, activityFraction: number): number {
  const { lowerRateLimit_ppm, maximumSensorRate_ppm, responseFactor, activityThreshold } = timing.settings;
  const threshold = THRESHOLD_FRACTION[activityThreshold]!;
  const above = Math.max(0, activityFraction - threshold) / (1 - threshold);
  const span_ppm = Math.max(0, maximumSensorRate_ppm - lowerRateLimit_ppm);
  return lowerRateLimit_ppm + Math.min(1, (2 * responseFactor * above) / HIGHEST_RESPONSE) * span_ppm;
}

/** Moves the sensor's rate toward its target: LRL to MSR takes the reaction time, back the recovery time. */
export function advanceSensorRate(state: GeneratorState, timing: GeneratorTiming, elapsed_us: number): void {
  const { lowerRateLimit_ppm, maximumSensorRate_ppm, reactionTime_s, recoveryTime_min } = timing.settings;
  if (state.sensorRate_ppm === state.sensorTarget_ppm) return;
  const span_ppm = Math.max(0, maximumSensorRate_ppm - lowerRateLimit_ppm);
  const rising = state.sensorTarget_ppm > state.sensorRate_ppm;
  const whole_us = rising ? reactionTime_s * 1e6 : recoveryTime_min * 60e6;
  const step_ppm = (span_ppm * elapsed_us) / whole_us;
  state.sensorRate_ppm = rising
    ? Math.min(state.sensorTarget_ppm, state.sensorRate_ppm + step_ppm)
    : Math.max(state.sensorTarget_ppm, state.sensorRate_ppm - step_ppm);
}
