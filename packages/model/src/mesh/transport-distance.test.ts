import { describe, expect, test } from "vitest";
import { createBoxMesh } from "./box-mesh.ts";
import { countNodes, type TetrahedralMesh } from "./mesh.ts";
import { computeTransportDistance } from "./transport-distance.ts";

type Point = readonly [number, number, number];

function pointOf(mesh: TetrahedralMesh, node: number): Point {
  return [mesh.points_mm[3 * node]!, mesh.points_mm[3 * node + 1]!, mesh.points_mm[3 * node + 2]!];
}

/** A direction given at element middles and a potential given at nodes. */
function sampleField(mesh: TetrahedralMesh, direction: (p: Point) => Point, potential: (p: Point) => number) {
  const directions: number[] = [];
  for (let first = 0; first < mesh.tetrahedra.length; first += 4) {
    const corners = [0, 1, 2, 3].map((k) => pointOf(mesh, mesh.tetrahedra[first + k]!));
    const middle = [0, 1, 2].map((axis) => corners.reduce((sum, corner) => sum + corner[axis]! / 4, 0));
    directions.push(...direction(middle as unknown as Point));
  }
  return {
    direction: Float64Array.from(directions),
    potential: Float64Array.from({ length: countNodes(mesh) }, (_, node) => potential(pointOf(mesh, node))),
  };
}

/** Distances along circles about the z axis through a ring sector of the box, from the plane y = 0. */
function solveCircles(cellCount: number) {
  const mesh = createBoxMesh({ size_mm: [10, 10, 1], cellCount: [cellCount, cellCount, 1], origin_mm: [5, 0, 0] });
  const field = sampleField(
    mesh,
    ([x, y]) => [-y, x, 0],
    ([x, y]) => Math.atan2(y, x),
  );
  const isSource = Uint8Array.from({ length: countNodes(mesh) }, (_, node) => (pointOf(mesh, node)[1] === 0 ? 1 : 0));
  const distance_mm = new Float64Array(isSource.length);
  const status = computeTransportDistance(distance_mm, mesh, field, isSource, 1);
  let worst = 0;
  for (let node = 0; node < isSource.length; node++) {
    const [x, y] = pointOf(mesh, node);
    const radius = Math.hypot(x, y);
    if (radius < 6 || radius > 14) continue;
    worst = Math.max(worst, Math.abs(distance_mm[node]! - radius * Math.atan2(y, x)));
  }
  return { status, worst, distance_mm };
}

describe("computeTransportDistance", () => {
  test("along a constant direction the distance is exact, from both ends", () => {
    const mesh = createBoxMesh({ size_mm: [6, 4, 4], cellCount: [6, 4, 4] });
    const field = sampleField(
      mesh,
      () => [2, 0, 0],
      ([x]) => x,
    );
    const nodes = Array.from({ length: countNodes(mesh) }, (_, node) => pointOf(mesh, node));
    const fromLow = new Float64Array(nodes.length);
    const fromHigh = new Float64Array(nodes.length);
    computeTransportDistance(
      fromLow,
      mesh,
      field,
      Uint8Array.from(nodes, ([x]) => (x === 0 ? 1 : 0)),
      1,
    );
    computeTransportDistance(
      fromHigh,
      mesh,
      field,
      Uint8Array.from(nodes, ([x]) => (x === 6 ? 1 : 0)),
      -1,
    );
    for (const [node, [x]] of nodes.entries()) {
      expect(fromLow[node]).toBeCloseTo(x, 12);
      expect(fromHigh[node]).toBeCloseTo(6 - x, 12);
    }
  });

  test("along circles it is the arc length, with an error that falls in proportion to the edge", () => {
    const coarse = solveCircles(10);
    const fine = solveCircles(20);
    expect(coarse.status.status).toBe("converged");
    expect(coarse.worst).toBeLessThan(0.25);
    expect(coarse.worst / fine.worst).toBeGreaterThan(1.6);
  });

  test("it stays positive and finite where the field leaves the mesh", () => {
    const { distance_mm, status } = solveCircles(10);
    expect(status.unreachedCount).toBe(0);
    expect(distance_mm.every((value) => value >= 0 && value < 40)).toBe(true);
  });

  test("without a source nothing is reached", () => {
    const mesh = createBoxMesh({ size_mm: [1, 1, 1], cellCount: [1, 1, 1] });
    const field = sampleField(
      mesh,
      () => [1, 0, 0],
      ([x]) => x,
    );
    const distance_mm = new Float64Array(8);
    const status = computeTransportDistance(distance_mm, mesh, field, new Uint8Array(8), 1);
    expect(status.unreachedCount).toBe(8);
    expect(distance_mm.every((value) => value === Number.POSITIVE_INFINITY)).toBe(true);
  });
});
