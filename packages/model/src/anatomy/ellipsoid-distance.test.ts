import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeEllipsoidDistance } from "./ellipsoid-distance.ts";

const AXES = { a: 20, b: 30, c: 50 };

describe("computeEllipsoidDistance", () => {
  test("on a sphere it is the radius", () => {
    const sphere = { a: 7, b: 7, c: 7 };
    expect(computeEllipsoidDistance(3, 4, 12, sphere)).toBeCloseTo(6, 10);
    expect(computeEllipsoidDistance(0, 3, 0, sphere)).toBeCloseTo(-4, 7);
  });

  test("along the axes outside, and at the center, it is known by hand", () => {
    expect(computeEllipsoidDistance(25, 0, 0, AXES)).toBeCloseTo(5, 7);
    expect(computeEllipsoidDistance(0, 0, -58, AXES)).toBeCloseTo(8, 7);
    expect(computeEllipsoidDistance(0, 0, 0, AXES)).toBeCloseTo(-20, 6);
  });

  test("a point moved off the surface along its normal is as far as it was moved", () => {
    const offset = fc.double({ min: -5, max: 60, noNaN: true });
    const angle = fc.double({ min: 0, max: 6.3, noNaN: true });
    fc.assert(
      fc.property(angle, angle, offset, (u, v, distance) => {
        const foot = [
          AXES.a * Math.cos(u) * Math.cos(v),
          AXES.b * Math.sin(u) * Math.cos(v),
          AXES.c * Math.sin(v),
        ] as const;
        const normal = [foot[0] / AXES.a ** 2, foot[1] / AXES.b ** 2, foot[2] / AXES.c ** 2] as const;
        const scale = distance / Math.hypot(...normal);
        const found = computeEllipsoidDistance(
          foot[0] + scale * normal[0],
          foot[1] + scale * normal[1],
          foot[2] + scale * normal[2],
          AXES,
        );
        expect(found).toBeCloseTo(distance, 6);
      }),
      { seed: 1 },
    );
  });
});
