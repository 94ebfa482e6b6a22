import { describe, expect, test } from "vitest";
import {
  decayTime_ms,
  leastEnergyWidth_ms,
  longestUsefulWidth_ms,
  meanAmplitudeRatio,
  pulseEnergy,
  thresholdOfDecayingPulse,
} from "./decaying-pulse.ts";
import { thresholdAtWidth } from "./strength-duration.ts";

const CURVE = { rheobase_V: 0.5, chronaxie_ms: 0.35 };

function findLeast(f: (width_ms: number) => number): number {
  let best = 0.01;
  for (let width_ms = 0.01; width_ms < 3; width_ms += 0.001) if (f(width_ms) < f(best)) best = width_ms;
  return best;
}

function energyAtThreshold(pulseWidth_ms: number, tau_ms: number): number {
  const amplitude_V = thresholdOfDecayingPulse(CURVE, pulseWidth_ms, tau_ms);
  return pulseEnergy({ amplitude_V, pulseWidth_ms, impedance_ohm: 500 }, tau_ms);
}

describe("the decaying pulse", () => {
  test("a rectangular pulse has its own amplitude as mean", () => {
    expect(meanAmplitudeRatio(0.5, Infinity)).toBe(1);
    expect(thresholdOfDecayingPulse(CURVE, 0.5, Infinity)).toBe(thresholdAtWidth(CURVE, 0.5));
  });

  test("after one decay time the mean is 1 - 1/e", () => {
    expect(meanAmplitudeRatio(2, 2)).toBeCloseTo(1 - Math.exp(-1), 12);
  });

  test("2.5 V, 0.4 ms into 500 ohm at 60 a minute are 158 J a year, and 144 J of the real pulse", () => {
    const pulse = { amplitude_V: 2.5, pulseWidth_ms: 0.4, impedance_ohm: 500 };
    const pulsesAYear = 8766 * 3600;
    expect(1e-6 * pulseEnergy(pulse) * pulsesAYear).toBeCloseTo(158, 0);
    expect(1e-6 * pulseEnergy(pulse, decayTime_ms(8.6, 500)) * pulsesAYear).toBeCloseTo(144, 0);
  });

  test("the energy of a rectangular pulse at threshold is least at the chronaxie", () => {
    expect(findLeast((width) => energyAtThreshold(width, Infinity))).toBeCloseTo(0.35, 2);
    expect(leastEnergyWidth_ms(0.35, Infinity)).toBe(0.35);
  });

  test("that of a decaying pulse is least at a shorter width", () => {
    const tau_ms = 1;
    const width_ms = leastEnergyWidth_ms(0.35, tau_ms);
    expect(width_ms).toBeLessThan(0.35);
    expect(findLeast((width) => energyAtThreshold(width, tau_ms))).toBeCloseTo(width_ms, 2);
  });

  test("beyond the longest useful width the leading amplitude at threshold rises again", () => {
    const tau_ms = 1;
    const width_ms = longestUsefulWidth_ms(0.35, tau_ms);
    expect(findLeast((width) => thresholdOfDecayingPulse(CURVE, width, tau_ms))).toBeCloseTo(width_ms, 2);
    expect(longestUsefulWidth_ms(0.35, Infinity)).toBe(Infinity);
  });
});
