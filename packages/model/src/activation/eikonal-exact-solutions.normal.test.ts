import { describe, expect, test } from "vitest";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import { computeTensorForm, invertTensor } from "../numerics/symmetric-tensor.ts";
import { joinSeeds } from "./eikonal-seeds.ts";
import {
  createProblem,
  createRotatedBox,
  nodeAt,
  placeSource,
  SOLVERS,
  type TestProblem,
} from "./test-problems.fixture.ts";

/** Exact times from the origin in a homogeneous convex domain: |x|_M. */
function exactTimes({ mesh, tensor_mm2PerMs2 }: TestProblem): Float64Array {
  const metric = new Float64Array(6);
  invertTensor(metric, 0, tensor_mm2PerMs2, 0);
  const p = mesh.points_mm;
  return Float64Array.from({ length: p.length / 3 }, (_, i) =>
    Math.sqrt(computeTensorForm(metric, 0, p[3 * i]!, p[3 * i + 1]!, p[3 * i + 2]!)),
  );
}

describe.each(SOLVERS)("$name solver against exact solutions on fine meshes", ({ solve }) => {
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
