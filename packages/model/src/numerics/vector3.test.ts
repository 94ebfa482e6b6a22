import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addScaled, angleBetween, cross, distance, dot, norm, normalize, subtract, type Vector3 } from "./vector3.ts";

const coordinate = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const vector = fc.tuple(coordinate, coordinate, coordinate);

describe("vectors of space", () => {
  test("x cross y is z", () => {
    expect(cross([1, 0, 0], [0, 1, 0])).toEqual([0, 0, 1]);
  });

  test("a cross product stands at right angles to both factors", () => {
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        const tolerance = 1e-12 * (1 + norm(a)) ** 2 * (1 + norm(b)) ** 2;
        expect(Math.abs(dot(cross(a, b), a))).toBeLessThanOrEqual(tolerance);
        expect(Math.abs(dot(cross(a, b), b))).toBeLessThanOrEqual(tolerance);
      }),
    );
  });

  test("a normalized vector has length 1, and zero stays zero", () => {
    expect(norm(normalize([3, -4, 12]))).toBeCloseTo(1, 15);
    expect(normalize([0, 0, 0])).toEqual([0, 0, 0]);
  });

  test("distance is the norm of the difference", () => {
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        expect(distance(a, b)).toBe(norm(subtract(a, b)));
      }),
    );
  });

  test("an angle of a millionth of a radian keeps twelve digits", () => {
    const ahead: Vector3 = [1, 0, 0];
    const angle_rad = 1e-6;
    const turned = addScaled([Math.cos(angle_rad), 0, 0], [0, 1, 0], Math.sin(angle_rad));
    expect(Math.abs(angleBetween(ahead, turned) / angle_rad - 1)).toBeLessThan(1e-12);
    expect(angleBetween(ahead, [-2, 0, 0])).toBe(Math.PI);
  });
});
