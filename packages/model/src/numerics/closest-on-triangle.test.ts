import { expect, test } from "vitest";
import { findClosestOnTriangle } from "./closest-on-triangle.ts";

const A = [0, 0, 0] as const;
const B = [4, 0, 0] as const;
const C = [0, 4, 0] as const;

test.each([
  ["above the inside", [1, 1, 5], [1, 1, 0]],
  ["beyond a corner", [-1, -2, 3], [0, 0, 0]],
  ["beyond corner b", [7, -1, 0], [4, 0, 0]],
  ["beyond corner c", [-1, 9, 0], [0, 4, 0]],
  ["beyond side ab", [2, -3, 1], [2, 0, 0]],
  ["beyond side ac", [-3, 1, 1], [0, 1, 0]],
  ["beyond side bc", [4, 4, 2], [2, 2, 0]],
] as const)("a point %s is projected there", (_where, point, expected) => {
  const closest = findClosestOnTriangle(point, A, B, C);
  for (let axis = 0; axis < 3; axis++) expect(closest[axis]).toBeCloseTo(expected[axis]!, 12);
});
