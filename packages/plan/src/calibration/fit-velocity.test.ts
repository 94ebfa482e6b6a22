import fc from "fast-check";
import { expect, test } from "vitest";
import { CALIBRATION_PARAMETERS } from "../fields/conduction-set.ts";
import { fitVelocityScale } from "./fit-velocity.ts";

test("a duration of a constant and a part that scales is met within half a millisecond", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 4, max: 20, noNaN: true }),
      fc.double({ min: 90, max: 160, noNaN: true }),
      fc.double({ min: 0.7, max: 1.2, noNaN: true }),
      (constant, scaled, truth) => {
        const durationAt = (scale: number) => constant + scaled / scale;
        const fit = fitVelocityScale(durationAt(truth), durationAt);
        expect(Math.abs(fit.qrsDuration_ms - durationAt(truth))).toBeLessThanOrEqual(0.5);
        expect(fit.velocityScale).toBeCloseTo(truth, 1);
      },
    ),
  );
});

test("a duration in whole milliseconds is met too", () => {
  const durationAt = (scale: number) => Math.round(9 + 120 / scale);
  expect(fitVelocityScale(161, durationAt).qrsDuration_ms).toBe(161);
});

test("beyond the range the end of the range is given, with what it reaches", () => {
  const [low, high] = CALIBRATION_PARAMETERS.velocityScale.range;
  expect(fitVelocityScale(400, (scale) => 120 / scale)).toEqual({ velocityScale: low, qrsDuration_ms: 120 / low });
  const fast = fitVelocityScale(40, (scale) => 120 / scale);
  expect(fast.velocityScale).toBeCloseTo(high, 12);
});
