import { describe, expect, test } from "vitest";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import { computeTensorForm, invertTensor } from "../numerics/symmetric-tensor.ts";
import { joinSeeds } from "./eikonal-seeds.ts";
import {
  createProblem,
  createRotatedBox,
  fiberTensor,
  nodeAt,
  placeSource,
  SOLVERS,
  type TestProblem,
} from "./test-problems.ts";

/** Exact times from the origin in a homogeneous convex domain: |x|_M. */
function exactTimes({ mesh, tensor_mm2PerMs2 }: TestProblem): Float64Array {
  const metric = new Float64Array(6);
  invertTensor(metric, 0, tensor_mm2PerMs2, 0);
  const p = mesh.points_mm;
  return Float64Array.from({ length: p.length / 3 }, (_, i) =>
    Math.sqrt(computeTensorForm(metric, 0, p[3 * i]!, p[3 * i + 1]!, p[3 * i + 2]!)),
  );
}

describe.each(SOLVERS)("$name solver against exact solutions", ({ solve }) => {
  test("fibers turned 30 degrees in a box, h = 1 mm, from an exact 3 mm ball", () => {
    const problem = createRotatedBox(1);
    const times_ms = solve(problem, joinSeeds([placeSource(problem, [0, 0, 0])]));
    const expected: [number, number, number, number][] = [
      [10, 0, 0, 22.048],
      [0, 10, 0, 30.046],
      [10, 10, 0, 25.83],
      [-10, 10, 0, 45.941],
      [10, 10, 10, 42.17],
    ];
    for (const [x, y, z, exact_ms] of expected) {
      const error_ms = times_ms[nodeAt(problem, x, y, z)]! - exact_ms;
      expect(error_ms).toBeLessThan(2);
      expect(error_ms).toBeGreaterThan(-0.05);
    }
  });

  test("with the ball, halving the edge halves the largest error", () => {
    const [coarse, fine] = [2, 1].map((edge_mm) => {
      const problem = createRotatedBox(edge_mm);
      const times_ms = solve(problem, joinSeeds([placeSource(problem, [0, 0, 0])]));
      const exact = exactTimes(problem);
      return times_ms.reduce((largest, time, node) => Math.max(largest, time - exact[node]!), 0);
    });
    expect(coarse! / fine!).toBeGreaterThan(1.8);
    expect(coarse! / fine!).toBeLessThan(2.1);
    expect(fine).toBeCloseTo(1.88, 1);
  });

  test("fibers along x: the exact time along each axis of the box", () => {
    const mesh = createBoxMesh({ size_mm: [20, 7, 3], cellCount: [20, 7, 3] });
    const problem = createProblem(mesh, () => fiberTensor(0.6, 0.2, [1, 0, 0]));
    const times_ms = solve(problem, joinSeeds([placeSource(problem, [0, 0, 0])]));
    expect(times_ms[nodeAt(problem, 20, 0, 0)]).toBeCloseTo(33.333, 3);
    expect(times_ms[nodeAt(problem, 0, 7, 0)]).toBeCloseTo(35, 9);
    const corner_ms = times_ms[nodeAt(problem, 20, 7, 3)]!;
    expect(corner_ms).toBeGreaterThan(50.607 - 0.001);
    expect(corner_ms).toBeLessThan(50.607 + 2);
  });

  test("a plane wave crosses a wall with turning fibers in z / v_t exactly", () => {
    const mesh = createBoxMesh({ size_mm: [4, 4, 10], cellCount: [4, 4, 10] });
    const problem = createProblem(mesh, (_x, _y, z) => fiberTensor(0.6, 0.3, [Math.cos(z / 5), Math.sin(z / 5), 0]));
    const nodes = [...Array(25).keys()];
    const times_ms = solve(problem, joinSeeds([{ nodes, times_ms: nodes.map(() => 0) }]));
    for (const [node, time_ms] of times_ms.entries()) {
      expect(time_ms).toBeCloseTo(mesh.points_mm[3 * node + 2]! / 0.3, 9);
    }
  });

  test("speed growing linearly with depth", () => {
    const mesh = createBoxMesh({ size_mm: [24, 6, 14], cellCount: [24, 6, 14], origin_mm: [0, -3, 0] });
    const problem = createProblem(mesh, (_x, _y, z) => {
      const speed = 0.3 + 0.03 * z;
      return fiberTensor(speed, speed, [1, 0, 0]);
    });
    const times_ms = solve(problem, joinSeeds([placeSource(problem, [0, 0, 0])]));
    for (const [x, z, exact_ms] of [
      [0, 10, 23.105],
      [20, 0, 58.758],
      [20, 10, 48.352],
    ] as const) {
      expect(Math.abs(times_ms[nodeAt(problem, x, 0, z)]! - exact_ms)).toBeLessThan(0.03 * exact_ms);
    }
  });

  test("a curved metric pulled back from a homogeneous one", () => {
    const mesh = createBoxMesh({ size_mm: [14, 10, 10], cellCount: [28, 20, 20], origin_mm: [-2, -2.5, -2.5] });
    const problem = createProblem(mesh, (_x, y) => {
      // phi = (x + 2 sin(2 pi y / 20), y, z); D = J^-1 diag(0.36, 0.09, 0.09) J^-T.
      const slope = ((2 * Math.PI) / 20) * 2 * Math.cos((2 * Math.PI * y) / 20);
      return [0.36 + 0.09 * slope * slope, -0.09 * slope, 0, 0.09, 0, 0.09];
    });
    const times_ms = solve(problem, joinSeeds([placeSource(problem, [0, 0, 0], { ballRadius_mm: 1 })]));
    const time_ms = times_ms[nodeAt(problem, 10, 5, 5)]!;
    expect(Math.abs(time_ms - 30.912)).toBeLessThan(0.05 * 30.912);
  });
});
