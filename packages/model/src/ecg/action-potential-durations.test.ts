import { expect, test } from "vitest";
import { APD_PARAMETERS, assignActionPotentialDurations } from "./action-potential-durations.ts";

/** One node at each place. */
function durationAt(ab: number, tm: number, rt: number, tv: number): number {
  const coordinates = {
    ab: Float64Array.of(ab),
    tm: Float64Array.of(tm),
    rtSin: Float64Array.of(Math.sin(2 * Math.PI * rt)),
    rtCos: Float64Array.of(Math.cos(2 * Math.PI * rt)),
    tv: Uint8Array.of(tv),
  };
  return assignActionPotentialDurations(coordinates)[0]!;
}

test("the middle of the left epicardium has the mean duration", () => {
  expect(durationAt(0.5, 0, 0.3, 0)).toBe(APD_PARAMETERS.mean_ms.value);
});

test("base, endocardium and left ventricle last longer by their gradients", () => {
  expect(durationAt(1, 0, 0.3, 0) - durationAt(0, 0, 0.3, 0)).toBe(APD_PARAMETERS.baseMinusApex_ms.value);
  expect(durationAt(0.5, 1, 0.3, 0) - durationAt(0.5, 0, 0.3, 0)).toBe(APD_PARAMETERS.endoMinusEpi_ms.value);
  expect(durationAt(0.5, 0, 0.3, 0) - durationAt(0.5, 0, 1 / 3, 1)).toBeCloseTo(APD_PARAMETERS.lvMinusRv_ms.value, 9);
});

test("the septum lasts as long on its right as on its left, and nothing jumps at the grooves", () => {
  expect(durationAt(0.5, 0.7, 0.8, 1)).toBe(durationAt(0.5, 0.7, 0.8, 0));
  expect(durationAt(0.5, 0, 1e-9, 1)).toBeCloseTo(durationAt(0.5, 0, 1e-9, 0), 5);
  expect(durationAt(0.5, 0, 2 / 3 - 1e-9, 1)).toBeCloseTo(durationAt(0.5, 0, 0.7, 0), 5);
});
