import { expect, test } from "vitest";
import { createRandom } from "../numerics/random.ts";
import { estimateCaptureLatency_ms } from "./capture-latency.ts";
import { CAPTURE_PARAMETERS, DEFAULT_CAPTURE } from "./capture-parameters.ts";
import { estimateCaptureThreshold } from "./capture-threshold.ts";
import { impedanceClass } from "./impedance-class.ts";
import { sampleCaptureParameters } from "./sample-capture-parameters.ts";

const random = createRandom(11);
const draws = Array.from({ length: 4000 }, () => sampleCaptureParameters(random));

test("drawn thresholds at a known distance have the spread they are said to have, about the usual one", () => {
  const usual = estimateCaptureThreshold({ distanceToViable_mm: 0.7, pulseWidth_ms: 0.5 });
  const logs = draws.map((parameters) => {
    const { chronaxie_ms } = DEFAULT_CAPTURE;
    const setting = { distanceToViable_mm: 0.7, pulseWidth_ms: 0.5 };
    return Math.log(estimateCaptureThreshold(setting, { ...parameters, chronaxie_ms }) / usual);
  });
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const deviation = Math.sqrt(logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / logs.length);
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(deviation).toBeCloseTo(DEFAULT_CAPTURE.thresholdSpread_ln, 1);
});

test("what is drawn from a range stays in it, half of it below the usual value", () => {
  for (const name of ["chronaxie_ms", "fatRatio", "clearanceRatio", "anodalRatio"] as const) {
    const { value, range } = CAPTURE_PARAMETERS[name];
    const values = draws.map((draw) => draw[name]);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(range[0]);
    expect(Math.max(...values)).toBeLessThanOrEqual(range[1]);
    expect(values.filter((drawn) => drawn < value).length / values.length).toBeCloseTo(0.5, 1);
  }
});

test("latency is longest at threshold, settled at three times it, and longer in scar by 20 to 40 ms in all", () => {
  expect(estimateCaptureLatency_ms(1, false) - estimateCaptureLatency_ms(3, false)).toBeCloseTo(5, 12);
  expect(estimateCaptureLatency_ms(3, false)).toBe(8);
  expect(estimateCaptureLatency_ms(10, false)).toBe(8);
  expect(estimateCaptureLatency_ms(3, true)).toBeGreaterThanOrEqual(20);
  expect(estimateCaptureLatency_ms(1, true)).toBeLessThanOrEqual(40);
});

test("a pair within the lead has the highest impedance, a vector to the can the lowest", () => {
  expect(["unipolar", "extendedBipolar", "bipolar"].map((kind) => impedanceClass(kind as "bipolar"))).toEqual([
    "low",
    "usual",
    "high",
  ]);
});
