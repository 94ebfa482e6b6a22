import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capHeight, capVolume } from "./spherical-cap.ts";

describe("spherical cap", () => {
  test("a hemisphere of radius 1 has height 1 and a volume of 2/3, in units of π", () => {
    expect(capVolume(1)).toBeCloseTo(2 / 3, 14);
    expect(capHeight(2 / 3)).toBeCloseTo(1, 14);
  });

  test("height is found again from volume, on both sides of the plane and near it", () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (height) => {
        const found = capHeight(capVolume(height));
        expect(Math.abs(found - height)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(height)));
      }),
    );
  });

  test("the series near 0 joins the closed form", () => {
    const below = capHeight(0.99999e-4) / 0.99999e-4;
    const above = capHeight(1.00001e-4) / 1.00001e-4;
    expect(below / above - 1).toBeCloseTo(0, 10);
  });
});
