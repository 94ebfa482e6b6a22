import { describe, expect, test } from "vitest";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import { joinSeeds } from "./eikonal-seeds.ts";
import type { Point_mm } from "./muscle-location.ts";
import {
  createProblem,
  createRotatedBox,
  fiberTensor,
  nodeAt,
  placeSource,
  SOLVERS,
  type TestProblem,
} from "./test-problems.fixture.ts";
import { traceGeodesic } from "./trace-geodesic.ts";

const fast = SOLVERS[1];

function tracePath(problem: TestProblem, center_mm: Point_mm, target: number) {
  const source = placeSource(problem, center_mm);
  const seeds = joinSeeds([source]);
  const times_ms = fast.solve(problem, seeds);
  const origins_mm = [source.location.position_mm];
  const result = traceGeodesic({ operator: problem.operator, times_ms, seeds, origins_mm }, target);
  if (result.kind !== "path") throw new Error(result.kind);
  return { ...result, time_ms: times_ms[target]! };
}

/** Largest distance of the path's points from the straight line between its ends. */
function measureDeviation(points_mm: Float64Array): number {
  const last = points_mm.length - 3;
  const along = [0, 1, 2].map((axis) => points_mm[last + axis]! - points_mm[axis]!);
  const length = Math.hypot(...along);
  let largest = 0;
  for (let at = 0; at <= last; at += 3) {
    const from = [0, 1, 2].map((axis) => points_mm[at + axis]! - points_mm[axis]!);
    const fraction = from.reduce((sum, value, axis) => sum + value * along[axis]!, 0) / (length * length);
    largest = Math.max(largest, Math.hypot(...from.map((value, axis) => value - fraction * along[axis]!)));
  }
  return largest;
}

describe("a geodesic traced back to its source", () => {
  test.each([
    [0.6, 1, [10, 10, 10]],
    [0.3, 1, [10, 10, 0]],
    [0.3, 1, [-10, 10, 0]],
    [0.3, 1, [-10, 10, 10]],
    [0.3, 0.5, [10, -7, 4]],
    [0.15, 0.5, [-10, 10, 3]],
    [0.15, 0.5, [10, 3, -8]],
  ] as const)("is straight within one edge and as long as its time: v_t = %s, h = %s, to %s", (across, edge_mm, to) => {
    const problem = createRotatedBox(edge_mm, across);
    const path = tracePath(problem, [0, 0, 0], nodeAt(problem, to[0], to[1], to[2]));
    expect(measureDeviation(path.points_mm)).toBeLessThan(edge_mm);
    expect(Math.abs(path.length_ms - path.time_ms)).toBeLessThan(0.02 * path.time_ms);
    expect([...path.points_mm.subarray(-3)]).toEqual([0, 0, 0]);
  });

  test("dives into a fast layer and leaves it again", () => {
    const mesh = createBoxMesh({ size_mm: [40, 4, 6], cellCount: [40, 4, 6] });
    const problem = createProblem(mesh, (_x, _y, z) => fiberTensor(z > 5 ? 1.8 : 0.6, z > 5 ? 1.8 : 0.6, [1, 0, 0]));
    const path = tracePath(problem, [1, 2, 1], nodeAt(problem, 39, 2, 1));
    const highest_mm = Math.max(...path.points_mm.filter((_, i) => i % 3 === 2));
    expect(highest_mm).toBeGreaterThanOrEqual(5);
    expect(Math.abs(path.length_ms - path.time_ms)).toBeLessThan(0.02 * path.time_ms);
  });

  test("ends at the source that won", () => {
    const problem = createRotatedBox(2);
    const sources = [placeSource(problem, [-8, 0, 0]), placeSource(problem, [8, 0, 0])];
    const seeds = joinSeeds(sources, [0, 4]);
    const times_ms = fast.solve(problem, seeds);
    const origins_mm = sources.map((source) => source.location.position_mm);
    const trace = (x: number) =>
      traceGeodesic({ operator: problem.operator, times_ms, seeds, origins_mm }, nodeAt(problem, x, 4, 4));
    expect(trace(-6)).toMatchObject({ kind: "path", source: 0 });
    expect(trace(6)).toMatchObject({ kind: "path", source: 1 });
  });

  test("an unreached node has no path", () => {
    const problem = createProblem(createBoxMesh({ size_mm: [4, 1, 1], cellCount: [4, 1, 1] }), (x) =>
      x > 2 ? [0, 0, 0, 0, 0, 0] : fiberTensor(0.6, 0.3, [1, 0, 0]),
    );
    const seeds = joinSeeds([{ nodes: [0], times_ms: [0] }]);
    const times_ms = fast.solve(problem, seeds);
    const target = nodeAt(problem, 4, 1, 1);
    expect(traceGeodesic({ operator: problem.operator, times_ms, seeds }, target)).toEqual({ kind: "unreached" });
  });
});
