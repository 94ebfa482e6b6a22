import { expect, test } from "vitest";
import { createBoxMesh } from "./box-mesh.ts";
import { locatePointsInMesh, transferField } from "./mesh-transfer.ts";

const mesh = createBoxMesh({ size_mm: [12, 8, 6], cellCount: [6, 4, 3] });
const linear = (p: ArrayLike<number>, i: number) => 3 + 2 * p[i]! - p[i + 1]! + 0.5 * p[i + 2]!;
const field = Float64Array.from({ length: mesh.points_mm.length / 3 }, (_, node) => linear(mesh.points_mm, 3 * node));

function transfer(points_mm: Float64Array): Float64Array {
  const values = new Float64Array(points_mm.length / 3);
  transferField(values, locatePointsInMesh(mesh, points_mm), field);
  return values;
}

test("a linear field is met exactly at the nodes of a finer mesh of the same box", () => {
  const fine = createBoxMesh({ size_mm: [12, 8, 6], cellCount: [11, 9, 7] });
  for (const [node, value] of transfer(fine.points_mm).entries()) {
    expect(value).toBeCloseTo(linear(fine.points_mm, 3 * node), 9);
  }
});

test("a point outside takes the value of the face that it lies above", () => {
  const { points_mm } = createBoxMesh({ size_mm: [12, 8, 6], cellCount: [3, 2, 2] });
  const outside = Float64Array.from(points_mm, (value, i) => (i % 3 === 2 && value > 5.9 ? value + 0.1 : value));
  for (const [node, value] of transfer(outside).entries()) {
    expect(Math.abs(value - linear(points_mm, 3 * node))).toBeLessThan(0.11);
  }
});

test("weights of every point are not negative and add to 1", () => {
  const { weights } = locatePointsInMesh(mesh, Float64Array.of(-1, -2, 0.5, 20, 3, 3, 5.1, 4.2, 3.3));
  for (let point = 0; point < 3; point++) {
    const own = weights.subarray(4 * point, 4 * point + 4);
    expect(Math.min(...own)).toBeGreaterThanOrEqual(0);
    expect(own.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  }
});
