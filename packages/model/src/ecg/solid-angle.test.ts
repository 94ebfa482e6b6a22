import { expect, test } from "vitest";
import { createIcosphere } from "../mesh/icosphere.ts";
import { cornersOfTriangle } from "../mesh/triangle-geometry.ts";
import { pointAt, subtract, type Vector3 } from "../numerics/vector3.ts";
import { addDoubleLayerRow, prepareDoubleLayer } from "./double-layer.ts";
import { computeSolidAngle, writeCornerSolidAngles } from "./solid-angle.ts";

const SPHERE = createIcosphere(10, 1);

function sumSolidAngles(view: Vector3): number {
  let sum = 0;
  for (let triangle = 0; triangle < SPHERE.triangles.length / 3; triangle++) {
    const [a, b, c] = cornersOfTriangle(SPHERE.points_mm, SPHERE.triangles, triangle);
    sum += computeSolidAngle(subtract(a, view), subtract(b, view), subtract(c, view));
  }
  return sum;
}

test("a closed surface has 4π from inside and 0 from outside", () => {
  expect(sumSolidAngles([3, -2, 1])).toBeCloseTo(4 * Math.PI, 10);
  expect(sumSolidAngles([12, 5, -7])).toBeCloseTo(0, 10);
});

test("an octant seen from its center is π/2", () => {
  expect(computeSolidAngle([1, 0, 0], [0, 1, 0], [0, 0, 1])).toBeCloseTo(Math.PI / 2, 14);
});

test("the shares of the corners are the integrals of the linear shape functions", () => {
  const corners: [Vector3, Vector3, Vector3] = [
    [1, 0.2, 0.5],
    [0.1, 1.3, 0.7],
    [-0.5, -0.2, 1.1],
  ];
  const shares = new Float64Array(3);
  writeCornerSolidAngles(shares, corners);
  // By a mid-point sum over 160 000 parts of the triangle.
  expect(shares[0]).toBeCloseTo(0.348719, 5);
  expect(shares[1]).toBeCloseTo(0.265771, 5);
  expect(shares[2]).toBeCloseTo(0.340457, 5);
  expect(shares[0]! + shares[1]! + shares[2]!).toBeCloseTo(computeSolidAngle(...corners), 14);
});

test("a triangle seen from its own plane has none", () => {
  const shares = new Float64Array(3);
  writeCornerSolidAngles(shares, [
    [0, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
  ]);
  expect([...shares]).toEqual([0, 0, 0]);
});

test("the double layer of a node is the sum of the shares of all triangles", () => {
  const row = new Float64Array(SPHERE.points_mm.length / 3);
  addDoubleLayerRow(row, prepareDoubleLayer(SPHERE), 17);
  const expected = new Float64Array(row.length);
  const shares = new Float64Array(3);
  const view = pointAt(SPHERE.points_mm, 17);
  for (let triangle = 0; triangle < SPHERE.triangles.length / 3; triangle++) {
    const nodes = SPHERE.triangles.subarray(3 * triangle, 3 * triangle + 3);
    if (nodes.includes(17)) continue;
    const [a, b, c] = cornersOfTriangle(SPHERE.points_mm, SPHERE.triangles, triangle);
    writeCornerSolidAngles(shares, [subtract(a, view), subtract(b, view), subtract(c, view)]);
    for (let i = 0; i < 3; i++) expected[nodes[i]!]! += shares[i]! / (2 * Math.PI);
  }
  for (let node = 0; node < row.length; node++) expect(row[node]).toBeCloseTo(expected[node]!, 13);
});
