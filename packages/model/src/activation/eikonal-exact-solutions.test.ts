import { describe, expect, test } from "vitest";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import { joinSeeds } from "./eikonal-seeds.ts";
import { createProblem, fiberTensor, nodeAt, placeSource, SOLVERS } from "./test-problems.fixture.ts";

describe.each(SOLVERS)("$name solver against exact solutions", ({ solve }) => {
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
});
