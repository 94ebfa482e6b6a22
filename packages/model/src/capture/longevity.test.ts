import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  batteryYears,
  DEFAULT_LONGEVITY,
  estimateLongevity_years,
  type PacingOutput,
  pulseCharge,
} from "./longevity.ts";

/** Rectangular pulses. */
const IDEAL = { ...DEFAULT_LONGEVITY, outputCapacitance_uF: Infinity };

/** A CRT-P: atrium 2 V in 20 %, right ventricle 2 V in all beats, both 0.4 ms into 500 ohm; LV as given, in all beats. */
function outputsWith(amplitude_V: number, pulseWidth_ms: number, impedance_ohm: number): PacingOutput[] {
  const right = { amplitude_V: 2, pulseWidth_ms: 0.4, impedance_ohm: 500 };
  return [
    { ...right, pacedFraction: 0.2 },
    { ...right, pacedFraction: 1 },
    { amplitude_V, pulseWidth_ms, impedance_ohm, pacedFraction: 1 },
  ];
}

describe("longevity", () => {
  test.each([
    [1.5, 0.4, 700, 12.7],
    [2.5, 0.5, 700, 11.7],
    [4, 0.5, 500, 7.6],
    [5, 1, 500, 4.6],
  ])(
    "an LV output of %d V, %d ms into %d ohm lets a CRT-P last %d years",
    (amplitude_V, width_ms, impedance, years) => {
      expect(estimateLongevity_years(outputsWith(amplitude_V, width_ms, impedance), 60, IDEAL)).toBeCloseTo(years, 1);
    },
  );

  test.each([
    [2.3, 20, 13.1],
    [3, 30, 11.4],
  ])("%d Ah at %d uA are %d years", (capacity_Ah, current_uA, years) => {
    expect(batteryYears(capacity_Ah, current_uA)).toBeCloseTo(years, 1);
  });

  test("the droop of the pulse saves charge, about 5 % of 0.4 ms into 500 ohm", () => {
    const pulse = { amplitude_V: 2.5, pulseWidth_ms: 0.4, impedance_ohm: 500 };
    expect(pulseCharge(pulse, IDEAL)).toBeCloseTo(2, 12);
    expect(pulseCharge(pulse) / 2).toBeCloseTo(0.955, 3);
  });

  test("a step above a multiple of the battery costs another charge", () => {
    const years = (amplitude_V: number) => estimateLongevity_years(outputsWith(amplitude_V, 0.5, 500), 60);
    expect(years(2.5) - years(2.6)).toBeGreaterThan(5 * (years(2.4) - years(2.5)));
  });

  test("more of anything never makes a battery last longer", () => {
    const amount = fc.double({ min: 0.5, max: 7, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.double({ min: 0.1, max: 1.5, noNaN: true }), (a, b, width_ms) => {
        const years = (amplitude_V: number) => estimateLongevity_years(outputsWith(amplitude_V, width_ms, 600), 70);
        expect(years(Math.max(a, b))).toBeLessThanOrEqual(years(Math.min(a, b)));
      }),
    );
  });
});
