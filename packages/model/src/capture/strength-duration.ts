/**
 * How the threshold of a pulse depends on its width t: V(t) = V_rh (1 + c / t), with rheobase V_rh and chronaxie c.
 *
 * In charge (Weiss) that is a straight line, Q = I_rh (t + c). Both say the same for a rectangular pulse.
 * Source: Lapicque 1907; charge form as in Di Gregorio, Bioengineering 2025;12:194.
 */

export interface StrengthDuration {
  /** Threshold of an endless pulse. */
  readonly rheobase_V: number;
  /** Width at which the threshold is twice the rheobase. */
  readonly chronaxie_ms: number;
}

/** Amplitude and width of a pulse that just captures. */
export interface ThresholdPoint {
  readonly pulseWidth_ms: number;
  readonly threshold_V: number;
}

/** Threshold over rheobase, 1 + c / t. */
export function strengthDurationRatio(pulseWidth_ms: number, chronaxie_ms: number): number {
  return 1 + chronaxie_ms / pulseWidth_ms;
}

/** Threshold of a rectangular pulse. */
export function thresholdAtWidth({ rheobase_V, chronaxie_ms }: StrengthDuration, pulseWidth_ms: number): number {
  return rheobase_V * strengthDurationRatio(pulseWidth_ms, chronaxie_ms);
}

/** Charge of a rectangular pulse at threshold, uC: Q = (V_rh / R) (t + c). */
export function thresholdCharge(
  { rheobase_V, chronaxie_ms }: StrengthDuration,
  pulseWidth_ms: number,
  impedance_ohm: number,
): number {
  return (1000 * rheobase_V * (pulseWidth_ms + chronaxie_ms)) / impedance_ohm;
}

/**
 * Rheobase and chronaxie from two measured thresholds, by the line through their charges V t = V_rh (t + c).
 *
 * @returns undefined where the two do not follow the law: equal widths, a threshold that does not fall with width, or
 *   one that falls faster than the charge would grow
 */
export function fitStrengthDuration(a: ThresholdPoint, b: ThresholdPoint): StrengthDuration | undefined {
  const chargeA = a.threshold_V * a.pulseWidth_ms;
  const chargeB = b.threshold_V * b.pulseWidth_ms;
  const rheobase_V = (chargeB - chargeA) / (b.pulseWidth_ms - a.pulseWidth_ms);
  const chronaxie_ms = chargeA / rheobase_V - a.pulseWidth_ms;
  return rheobase_V > 0 && rheobase_V < Infinity && chronaxie_ms >= 0 ? { rheobase_V, chronaxie_ms } : undefined;
}
