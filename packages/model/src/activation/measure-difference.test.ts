import { expect, test } from "vitest";
import { measureActivationDifference } from "./measure-difference.ts";

test("mean, rms and largest difference are over the nodes both reach", () => {
  const first = Float64Array.of(0, 10, 20, Infinity, 5);
  const second = Float64Array.of(0, 11, 17, 3, Infinity);
  expect(measureActivationDifference(first, second)).toEqual({
    comparedCount: 3,
    oneSidedCount: 2,
    mean_ms: 2 / 3,
    rms_ms: Math.sqrt(10 / 3),
    largest_ms: 3,
    largestNode: 2,
  });
});

test("maps without a common node have no mean", () => {
  const difference = measureActivationDifference(Float64Array.of(Infinity), Float64Array.of(1));
  expect(difference.comparedCount).toBe(0);
  expect(difference.mean_ms).toBeNaN();
  expect(difference.largestNode).toBe(-1);
});
