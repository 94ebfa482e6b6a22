import { expect, test } from "vitest";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import { combineFields } from "./combine-fields.ts";
import { joinSeeds } from "./eikonal-seeds.ts";
import { labelSources, NO_SOURCE } from "./source-labels.ts";
import {
  createProblem,
  createRotatedBox,
  fiberTensor,
  placeSource,
  SOLVERS,
  seedsAt,
} from "./test-problems.fixture.ts";

const fast = SOLVERS[1];

test("labels agree with the smallest single field wherever it wins by more than one edge", () => {
  const problem = createRotatedBox(1);
  const sources = [
    placeSource(problem, [-7, -6, 1]),
    placeSource(problem, [6, 8, -3]),
    placeSource(problem, [2, -9, 9]),
  ];
  const delays_ms = [3, 0, 5];
  const seeds = joinSeeds(sources, delays_ms);
  const joint = fast.solve(problem, seeds);
  const labels = new Uint16Array(joint.length);
  labelSources(labels, problem.operator, joint, seeds);
  const fields = sources.map((source) => fast.solve(problem, joinSeeds([source])));
  const smallest = new Float64Array(joint.length);
  const winners = new Uint16Array(joint.length);
  combineFields(smallest, winners, fields, delays_ms);
  for (let node = 0; node < joint.length; node++) {
    const others = fields.map((field, i) => (i === winners[node] ? Infinity : field[node]! + delays_ms[i]!));
    if (Math.min(...others) - smallest[node]! > 1 / 0.3) expect(labels[node]).toBe(winners[node]);
  }
});

test("a tie goes to the lower source, and unreached nodes have none", () => {
  const mesh = createBoxMesh({ size_mm: [8, 1, 1], cellCount: [8, 1, 1] });
  const problem = createProblem(mesh, (x) => (x > 6 ? [0, 0, 0, 0, 0, 0] : fiberTensor(0.5, 0.5, [1, 0, 0])));
  const face = (x: number) => [0, 9, 18, 27].map((row) => row + x);
  const first = { nodes: face(6), times_ms: [0, 0, 0, 0] };
  const second = { nodes: face(0), times_ms: [0, 0, 0, 0] };
  const seeds = joinSeeds([first, second]);
  const labels = new Uint16Array(mesh.points_mm.length / 3);
  labelSources(labels, problem.operator, fast.solve(problem, seeds), seeds);
  expect([...labels.subarray(0, 9)]).toEqual([1, 1, 1, 0, 0, 0, 0, NO_SOURCE, NO_SOURCE]);
});

test("two seeds on one node with one time belong to the lower source", () => {
  const problem = createRotatedBox(5);
  const seeds = seedsAt([7, 7]);
  const labels = new Uint16Array(125);
  labelSources(labels, problem.operator, fast.solve(problem, seeds), seeds);
  expect(new Set(labels)).toEqual(new Set([0]));
});
