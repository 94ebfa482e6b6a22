/**
 * The real pulse is a capacitor discharge, V0 exp(-t / tau) with tau = R C: what counts for capture is its mean.
 *
 * Source: Di Gregorio, Bioengineering 2025;12:194.
 */
import { type StrengthDuration, thresholdAtWidth } from "./strength-duration.ts";

/** tau of an output capacitor and an impedance: 1 uF into 1000 ohm is 1 ms. */
export function decayTime_ms(capacitance_uF: number, impedance_ohm: number): number {
  return (capacitance_uF * impedance_ohm) / 1000;
}

/** Mean over leading amplitude, (tau / t)(1 - exp(-t / tau)); 1 without decay (tau Infinity). */
export function meanAmplitudeRatio(pulseWidth_ms: number, tau_ms: number): number {
  if (tau_ms === Infinity) return 1;
  return (tau_ms / pulseWidth_ms) * -Math.expm1(-pulseWidth_ms / tau_ms);
}

/** Leading amplitude at threshold: that of the rectangular pulse over the mean of the real one. */
export function thresholdOfDecayingPulse(curve: StrengthDuration, pulseWidth_ms: number, tau_ms: number): number {
  return thresholdAtWidth(curve, pulseWidth_ms) / meanAmplitudeRatio(pulseWidth_ms, tau_ms);
}

/** Energy of a pulse, uJ: V^2 t / R times what the decay leaves of it. */
export function pulseEnergy(
  pulse: { readonly amplitude_V: number; readonly pulseWidth_ms: number; readonly impedance_ohm: number },
  tau_ms = Infinity,
): number {
  const { amplitude_V, pulseWidth_ms, impedance_ohm } = pulse;
  const left = meanAmplitudeRatio(pulseWidth_ms, tau_ms / 2);
  return (1000 * amplitude_V ** 2 * pulseWidth_ms * left) / impedance_ohm;
}

/**
 * Width at which the energy at threshold is least: the chronaxie itself for a rectangular pulse, less for a decaying one.
 *
 * With x = t / tau the energy is proportional to (t + c)^2 coth(x / 2); its derivative vanishes where
 * 2 sinh(x) = (t + c) / tau. Without decay dE/dt = 0 at t = c.
 *
 * Accuracy: bisection to 1e-6 ms.
 */
export function leastEnergyWidth_ms(chronaxie_ms: number, tau_ms: number): number {
  if (tau_ms === Infinity) return chronaxie_ms;
  return bisect((width_ms) => 2 * Math.sinh(width_ms / tau_ms) - (width_ms + chronaxie_ms) / tau_ms, chronaxie_ms);
}

/**
 * The longest useful width: beyond it the leading amplitude at threshold no longer falls. exp(x) - 1 - x = c / tau.
 *
 * Accuracy: bisection to 1e-6 ms.
 */
export function longestUsefulWidth_ms(chronaxie_ms: number, tau_ms: number): number {
  if (tau_ms === Infinity) return Infinity;
  const excess = (width_ms: number) => Math.expm1(width_ms / tau_ms) - width_ms / tau_ms - chronaxie_ms / tau_ms;
  return bisect(excess, 2 * tau_ms + 2 * chronaxie_ms);
}

/** Root in (0, high] of a function that is negative at 0 and rises through it once. */
function bisect(f: (width_ms: number) => number, high_ms: number): number {
  let low = 0;
  let high = high_ms;
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
