import { CALIBRATION_PARAMETERS } from "../fields/conduction-set.ts";

/** Half a millisecond: finer than any QRS duration is read. */
const TOLERANCE_ms = 0.5;
const MOST_STEPS = 8;

/**
 * The velocity scale at which the modeled QRS has the measured duration, inside its range.
 *
 * The duration falls as the scale rises, nearly as c + k / scale; a secant in 1 / scale finds it, kept inside the range.
 *
 * @param measureQrs  QRS duration in ms at a scale
 * @returns the scale and the duration reached there; at an end of the range where the measured one lies beyond it
 */
export function fitVelocityScale(
  measured_ms: number,
  measureQrs: (velocityScale: number) => number,
): { readonly velocityScale: number; readonly qrsDuration_ms: number } {
  const [lowScale, highScale] = CALIBRATION_PARAMETERS.velocityScale.range;
  const [fastest, slowest] = [1 / highScale, 1 / lowScale];
  let slowness = 1;
  let duration_ms = measureQrs(1);
  let slope_ms = duration_ms;
  for (let step = 0; step < MOST_STEPS && Math.abs(duration_ms - measured_ms) > TOLERANCE_ms; step++) {
    const next = Math.min(slowest, Math.max(fastest, slowness + (measured_ms - duration_ms) / slope_ms));
    if (next === slowness) break;
    const nextDuration_ms = measureQrs(1 / next);
    const secant_ms = (nextDuration_ms - duration_ms) / (next - slowness);
    // Durations come in whole milliseconds, so that the secant of two near points may vanish.
    if (secant_ms > 0.2 * duration_ms) slope_ms = secant_ms;
    slowness = next;
    duration_ms = nextDuration_ms;
  }
  return { velocityScale: 1 / slowness, qrsDuration_ms: duration_ms };
}
