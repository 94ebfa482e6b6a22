import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  computeTensorExtremes,
  computeTensorForm,
  computeTensorProduct,
  invertTensor,
  isZeroTensor,
} from "./symmetric-tensor.ts";

const ENTRY = fc.double({ min: -2, max: 2, noNaN: true });

describe("symmetric tensors", () => {
  test("the inverse of a diagonal tensor holds the reciprocals", () => {
    const inverse = new Float64Array(6);
    invertTensor(inverse, 0, Float64Array.of(0.36, 0, 0, 0.09, 0, 0.04), 0);
    expect(computeTensorForm(inverse, 0, 0.6, 0.3, 0.2)).toBeCloseTo(3, 12);
  });

  test("the extremes of a rotated tensor are its squared velocities", () => {
    const cosine = Math.cos(Math.PI / 6);
    const sine = Math.sin(Math.PI / 6);
    const extra = 0.36 - 0.09;
    const tensor = Float64Array.of(
      0.09 + extra * cosine * cosine,
      extra * cosine * sine,
      0,
      0.09 + extra * sine * sine,
      0,
      0.09,
    );
    const [smallest, largest] = computeTensorExtremes(tensor, 0);
    expect(smallest).toBeCloseTo(0.09, 9);
    expect(largest).toBeCloseTo(0.36, 9);
  });

  test("the form of a vector lies between the extremes", () => {
    fc.assert(
      fc.property(fc.array(ENTRY, { minLength: 9, maxLength: 9 }), (numbers) => {
        const tensor = Float64Array.from(numbers.slice(0, 6));
        const [x, y, z] = numbers.slice(6) as [number, number, number];
        const squared = x * x + y * y + z * z;
        const [smallest, largest] = computeTensorExtremes(tensor, 0);
        const form = computeTensorForm(tensor, 0, x, y, z);
        expect(form).toBeGreaterThanOrEqual(smallest * squared - 1e-6);
        expect(form).toBeLessThanOrEqual(largest * squared + 1e-6);
        expect(computeTensorProduct(tensor, 0, Float64Array.of(x, y, z), 0, 0)).toBeCloseTo(form, 9);
      }),
    );
  });

  test("only six zeros are a zero tensor", () => {
    expect(isZeroTensor(new Float64Array(6), 0)).toBe(true);
    expect(isZeroTensor(Float64Array.of(0, 0, 0, 0, 0, 1e-9), 0)).toBe(false);
  });
});
