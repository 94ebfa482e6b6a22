import { describe, expect, test } from "vitest";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import { interpolateAtLocation, locateInMuscle } from "./muscle-location.ts";
import { createPointSource } from "./point-source.ts";
import { createProblem, fiberTensor, nodeAt, placeSource } from "./test-problems.fixture.ts";

const MUSCLE = fiberTensor(0.6, 0.2, [1, 0, 0]);
const SCAR = [0, 0, 0, 0, 0, 0] as const;
const BOX = createBoxMesh({ size_mm: [8, 8, 8], cellCount: [8, 8, 8] });

function timeOf(source: { nodes: ArrayLike<number>; times_ms: ArrayLike<number> }, node: number): number | undefined {
  const place = Array.from(source.nodes).indexOf(node);
  return place < 0 ? undefined : source.times_ms[place];
}

describe("a point source", () => {
  test("sets the exact time at every node of the ball, and at no other", () => {
    const problem = createProblem(BOX, () => MUSCLE);
    const center = [4.2, 3.9, 4.1] as const;
    const source = placeSource(problem, center, { startTime_ms: 5 });
    const p = BOX.points_mm;
    let inside = 0;
    for (let node = 0; node < p.length / 3; node++) {
      const x = p[3 * node]! - center[0];
      const y = p[3 * node + 1]! - center[1];
      const z = p[3 * node + 2]! - center[2];
      const time_ms = timeOf(source, node);
      if (Math.hypot(x, y, z) <= 3) {
        inside++;
        expect(time_ms).toBeCloseTo(5 + Math.hypot(x / 0.6, y / 0.2, z / 0.2), 7);
      } else expect(time_ms).toBeUndefined();
    }
    expect(source.nodes.length).toBe(inside);
    expect(source.location.distance_mm).toBe(0);
  });

  test("adds up the pieces of a path through two tissues", () => {
    const problem = createProblem(BOX, (x) => fiberTensor(x < 4 ? 0.5 : 1, x < 4 ? 0.5 : 1, [1, 0, 0]));
    const source = placeSource(problem, [3, 4, 4]);
    expect(timeOf(source, nodeAt(problem, 6, 4, 4))).toBeCloseTo(1 / 0.5 + 2 / 1, 7);
    expect(timeOf(source, nodeAt(problem, 4, 6, 4))).toBeCloseTo(Math.sqrt(5) / 0.5, 7);
  });

  test("a path along the border of two tissues takes the faster one", () => {
    const problem = createProblem(BOX, (x) => fiberTensor(x < 4 ? 0.5 : 1, x < 4 ? 0.5 : 1, [1, 0, 0]));
    const source = placeSource(problem, [4, 4, 4]);
    expect(timeOf(source, nodeAt(problem, 4, 6, 4))).toBeCloseTo(2, 7);
  });

  test("leaves out nodes whose straight path meets scar", () => {
    const problem = createProblem(BOX, (x) => (x > 4 && x < 5 ? SCAR : MUSCLE));
    const source = placeSource(problem, [3.5, 4, 4]);
    expect(timeOf(source, nodeAt(problem, 4, 4, 4))).toBeCloseTo(0.5 / 0.6, 7);
    expect(timeOf(source, nodeAt(problem, 6, 4, 4))).toBeUndefined();
  });

  test("outside the muscle it acts on the nearest muscle and says how far that is", () => {
    const problem = createProblem(BOX, () => MUSCLE);
    const source = placeSource(problem, [4.3, 4.4, 9.5]);
    expect(source.location.distance_mm).toBeCloseTo(1.5, 9);
    expect(source.location.position_mm[2]).toBeCloseTo(8, 9);
    expect(source.location.position_mm[0]).toBeCloseTo(4.3, 9);
  });

  test("at a node, with a ball smaller than an element, the node starts at zero", () => {
    const problem = createProblem(BOX, () => MUSCLE);
    const node = nodeAt(problem, 2, 2, 2);
    expect(timeOf(placeSource(problem, node, { ballRadius_mm: 0.1 }), node)).toBe(0);
  });

  test("without conducting muscle there is no source", () => {
    const problem = createProblem(BOX, () => SCAR);
    expect(createPointSource(problem.operator, [4, 4, 4])).toEqual({ kind: "noConductingMuscle" });
  });
});

test("a linear field is interpolated exactly inside the muscle", () => {
  const problem = createProblem(BOX, () => MUSCLE);
  const field = Float64Array.from({ length: BOX.points_mm.length / 3 }, (_, node) => 3 + 2 * BOX.points_mm[3 * node]!);
  const location = locateInMuscle(problem.operator, [2.37, 5.1, 6.66])!;
  expect(interpolateAtLocation(problem.operator.mesh, field, location)).toBeCloseTo(3 + 2 * 2.37, 9);
});

test("corners that a front does not reach are left to the others; where it reaches none it never arrives", () => {
  const problem = createProblem(BOX, () => MUSCLE);
  const location = locateInMuscle(problem.operator, [2.37, 5.1, 6.66])!;
  const field = new Float64Array(BOX.points_mm.length / 3).fill(40);
  const corners = [0, 1, 2, 3].map((corner) => problem.operator.mesh.tetrahedra[4 * location.element + corner]!);
  for (const node of corners.slice(1)) field[node] = Infinity;
  expect(interpolateAtLocation(problem.operator.mesh, field, location)).toBeCloseTo(40, 9);
  field[corners[0]!] = Infinity;
  expect(interpolateAtLocation(problem.operator.mesh, field, location)).toBe(Infinity);
});
