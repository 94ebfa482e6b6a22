import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitStrengthDuration, strengthDurationRatio, thresholdAtWidth, thresholdCharge } from "./strength-duration.ts";

describe("strength and duration", () => {
  test("0.85 V at 0.5 ms and 0.675 V at 1 ms are a rheobase of 0.5 V and a chronaxie of 0.35 ms", () => {
    const fit = fitStrengthDuration(
      { pulseWidth_ms: 0.5, threshold_V: 0.85 },
      { pulseWidth_ms: 1, threshold_V: 0.675 },
    )!;
    expect(fit.rheobase_V).toBeCloseTo(0.5, 9);
    expect(fit.chronaxie_ms).toBeCloseTo(0.35, 9);
  });

  test("the threshold at the chronaxie is twice the rheobase", () => {
    expect(thresholdAtWidth({ rheobase_V: 0.4, chronaxie_ms: 0.3 }, 0.3)).toBeCloseTo(0.8, 12);
  });

  test.each([
    [0.2, 1.24],
    [0.3, 1.33],
    [0.4, 1.42],
  ])("three times the width at 0.5 ms and a chronaxie of %d ms is a margin of %d", (chronaxie_ms, margin) => {
    const ratio = strengthDurationRatio(0.5, chronaxie_ms) / strengthDurationRatio(1.5, chronaxie_ms);
    expect(ratio).toBeCloseTo(margin, 2);
  });

  test("charge grows along a straight line with width and is I_rh c at width 0", () => {
    const curve = { rheobase_V: 0.5, chronaxie_ms: 0.35 };
    expect(thresholdCharge(curve, 0, 500)).toBeCloseTo(0.35, 12);
    expect(thresholdCharge(curve, 1, 500) - thresholdCharge(curve, 0, 500)).toBeCloseTo(1, 12);
  });

  test.each([
    ["equal widths", 0.5, 1, 0.5, 1],
    ["a threshold that falls faster than the width grows", 0.5, 1, 1, 0.4],
    ["a threshold that rises with width", 0.5, 1, 1, 1.2],
  ])("%s fit no curve", (_name, width1, threshold1, width2, threshold2) => {
    const a = { pulseWidth_ms: width1, threshold_V: threshold1 };
    const b = { pulseWidth_ms: width2, threshold_V: threshold2 };
    expect(fitStrengthDuration(a, b)).toBeUndefined();
  });

  test("any curve is found again from two of its points, and falls with width", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        fc.double({ min: 0.05, max: 0.8, noNaN: true }),
        (rheobase_V, chronaxie_ms) => {
          const curve = { rheobase_V, chronaxie_ms };
          const point = (pulseWidth_ms: number) => ({
            pulseWidth_ms,
            threshold_V: thresholdAtWidth(curve, pulseWidth_ms),
          });
          const fit = fitStrengthDuration(point(0.3), point(1.1))!;
          expect(fit.rheobase_V).toBeCloseTo(rheobase_V, 9);
          expect(fit.chronaxie_ms).toBeCloseTo(chronaxie_ms, 9);
          expect(point(0.2).threshold_V).toBeGreaterThan(point(0.4).threshold_V);
        },
      ),
    );
  });
});
