import { describe, expect, test } from "vitest";
import {
  cubicMillimetersFromMilliliters,
  degreesFromRadians,
  LENGTH_UNITS,
  millilitersFromCubicMillimeters,
  millimetersFromFrench,
  millimetersPer,
  millisecondsFromSeconds,
  millivoltsPer,
  radiansFromDegrees,
  samplingIntervalFromRate,
  samplingRateFromInterval,
  VOLTAGE_UNITS,
} from "./convert.ts";

describe("unit conversions", () => {
  test("a meter is a thousand millimeters, a micrometer a thousandth of one", () => {
    expect(LENGTH_UNITS.map(millimetersPer)).toEqual([0.001, 1, 10, 1000]);
  });

  test("angles and volumes come back unchanged", () => {
    expect(degreesFromRadians(radiansFromDegrees(37))).toBeCloseTo(37, 12);
    expect(radiansFromDegrees(180)).toBe(Math.PI);
    expect(millilitersFromCubicMillimeters(cubicMillimetersFromMilliliters(259))).toBe(259);
  });

  test("a 6 French catheter is 2 mm across", () => {
    expect(millimetersFromFrench(6)).toBe(2);
  });

  test("a volt is a thousand millivolts, a microvolt a thousandth of one", () => {
    expect(VOLTAGE_UNITS.map(millivoltsPer)).toEqual([0.001, 1, 1000]);
  });

  test("500 samples a second lie 2 ms apart", () => {
    expect(samplingIntervalFromRate(500)).toBe(2);
    expect(samplingRateFromInterval(2)).toBe(500);
    expect(millisecondsFromSeconds(0.002)).toBe(2);
  });
});
