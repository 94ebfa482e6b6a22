import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import { countNodes, countTetrahedra } from "../mesh/mesh.ts";
import { createRandom } from "../numerics/random.ts";
import { computeTensorForm, invertTensor } from "../numerics/symmetric-tensor.ts";
import { buildEikonalOperator } from "./eikonal-operator.ts";
import { type EikonalSeeds, joinSeeds } from "./eikonal-seeds.ts";
import {
  createFaceMinimum,
  createFaceProblem,
  createMetricField,
  loadElementMetric,
  loadFaceProblem,
  minimizeOverFace,
} from "./local-solver.ts";
import {
  createProblem,
  createRandomProblem,
  fiberTensor,
  largestExcess,
  nodeAt,
  SOLVERS,
  seedsAt,
  type TestProblem,
} from "./test-problems.fixture.ts";

const SEED = fc.integer({ min: 1, max: 1_000_000 });

/** Sweeps over all corners of all elements until nothing changes: the definition of the discrete solution. */
function solveByBruteForce({ mesh, tensor_mm2PerMs2 }: TestProblem, seeds: EikonalSeeds): Float64Array {
  const times_ms = new Float64Array(countNodes(mesh)).fill(Infinity);
  for (const [i, node] of seeds.nodes.entries()) times_ms[node] = Math.min(times_ms[node]!, seeds.times_ms[i]!);
  const minimum = createFaceMinimum();
  const face = createFaceProblem();
  const field = createMetricField(1);
  for (let changed = true; changed; ) {
    changed = false;
    for (let entry = 0; entry < 4 * countTetrahedra(mesh); entry++) {
      loadElementMetric(field, 0, tensor_mm2PerMs2, entry >>> 2);
      loadFaceProblem(face, mesh, entry >>> 2, entry & 3, times_ms);
      minimizeOverFace(minimum, face, field, 0);
      const node = mesh.tetrahedra[entry]!;
      if (minimum.time_ms >= times_ms[node]! - 1e-12) continue;
      times_ms[node] = minimum.time_ms;
      changed = true;
    }
  }
  return times_ms;
}

describe.each(SOLVERS)("$name solver", ({ solve }) => {
  test("reaches the brute-force fixed point on random meshes with random tensors", () => {
    fc.assert(
      fc.property(SEED, (seed) => {
        const random = createRandom(seed);
        const problem = createRandomProblem(random, 4);
        const seeds = seedsAt([Math.floor(125 * random.uniform()), Math.floor(125 * random.uniform())], [0, 1]);
        const exact = solveByBruteForce(problem, seeds);
        const times_ms = solve(problem, seeds);
        expect(largestExcess(times_ms, exact)).toBeLessThan(1e-6);
        expect(largestExcess(exact, times_ms)).toBeLessThan(1e-6);
      }),
      { numRuns: 25 },
    );
  });

  test("never differs along an edge by more than the edge's length in the metric", () => {
    fc.assert(
      fc.property(SEED, (seed) => {
        const problem = createRandomProblem(createRandom(seed), 4);
        const times_ms = solve(problem, seedsAt([seed % 125]));
        const { mesh, tensor_mm2PerMs2 } = problem;
        const metric = new Float64Array(6);
        const edges = [
          [0, 1],
          [0, 2],
          [0, 3],
          [1, 2],
          [1, 3],
          [2, 3],
        ] as const;
        for (let element = 0; element < countTetrahedra(mesh); element++) {
          invertTensor(metric, 0, tensor_mm2PerMs2, 6 * element);
          for (const [i, j] of edges) {
            const a = mesh.tetrahedra[4 * element + i]!;
            const b = mesh.tetrahedra[4 * element + j]!;
            const [x, y, z] = [0, 1, 2].map((axis) => mesh.points_mm[3 * b + axis]! - mesh.points_mm[3 * a + axis]!);
            const length_ms = Math.sqrt(computeTensorForm(metric, 0, x!, y!, z!));
            expect(Math.abs(times_ms[a]! - times_ms[b]!)).toBeLessThanOrEqual(length_ms + 1e-6);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  test("an added source never makes a node later, and the joint solve never exceeds the earliest single one", () => {
    fc.assert(
      fc.property(SEED, (seed) => {
        const random = createRandom(seed);
        const problem = createRandomProblem(random, 5);
        const nodes = [0, 1, 2].map(() => Math.floor(216 * random.uniform()));
        const delays_ms = [0, 1, 2].map(() => 8 * random.uniform());
        const singles = nodes.map((node, i) => solve(problem, seedsAt([node], [delays_ms[i]!])));
        const joint = solve(problem, seedsAt(nodes, delays_ms));
        for (const single of singles) expect(largestExcess(joint, single)).toBeLessThanOrEqual(1e-6);
      }),
      { numRuns: 20 },
    );
  });

  test("twice the velocity halves the times, twice the size doubles them", () => {
    fc.assert(
      fc.property(SEED, (seed) => {
        const problem = createRandomProblem(createRandom(seed), 3);
        const { points_mm, tetrahedra } = problem.mesh;
        const doubled = { mesh: { points_mm: points_mm.map((x) => 2 * x), tetrahedra } };
        const faster = problem.tensor_mm2PerMs2.map((d) => 4 * d);
        const times_ms = solve(problem, seedsAt([0]));
        const same_ms = solve(withTensor(doubled, faster), seedsAt([0]));
        expect(largestExcess(times_ms, same_ms)).toBeLessThan(1e-7);
        expect(largestExcess(same_ms, times_ms)).toBeLessThan(1e-7);
        const halved_ms = solve(withTensor(problem, faster), seedsAt([0])).map((time) => 2 * time);
        expect(largestExcess(halved_ms, times_ms)).toBeLessThan(1e-7);
        expect(largestExcess(times_ms, halved_ms)).toBeLessThan(1e-7);
      }),
      { numRuns: 10 },
    );
  });

  test("two plane waves on a chain of cells: the joint solve equals the smallest of the fields", () => {
    const mesh = createBoxMesh({ size_mm: [40, 1, 1], cellCount: [40, 1, 1] });
    const problem = createProblem(mesh, () => fiberTensor(0.6, 0.6, [1, 0, 0]));
    const faceAt = (x: number) => ({
      nodes: [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ].map(([y, z]) => nodeAt(problem, x, y!, z!)),
      times_ms: [0, 0, 0, 0],
    });
    const delays_ms = [0, 12.3];
    const sources = [faceAt(0), faceAt(40)];
    const joint = solve(problem, joinSeeds(sources, delays_ms));
    const fields = sources.map((source) => solve(problem, joinSeeds([source])));
    for (const [node, time_ms] of joint.entries()) {
      expect(time_ms).toBeCloseTo(Math.min(fields[0]![node]!, fields[1]![node]! + 12.3), 6);
    }
  });

  test("elements with a zero tensor conduct nothing; what lies behind them alone stays unreached", () => {
    const mesh = createBoxMesh({ size_mm: [6, 2, 2], cellCount: [6, 2, 2] });
    const problem = createProblem(mesh, (x) =>
      x > 3 && x < 4 ? [0, 0, 0, 0, 0, 0] : fiberTensor(0.6, 0.3, [1, 0, 0]),
    );
    const times_ms = solve(problem, seedsAt([0]));
    expect(times_ms[nodeAt(problem, 3, 2, 2)]).toBeLessThan(Infinity);
    expect(times_ms[nodeAt(problem, 4, 0, 0)]).toBe(Infinity);
  });

  test("a seed that is too late is lowered, and one that comes long after the rest starts its own part", () => {
    const mesh = createBoxMesh({ size_mm: [6, 2, 2], cellCount: [6, 2, 2] });
    const open = createProblem(mesh, () => fiberTensor(0.6, 0.3, [1, 0, 0]));
    const far = nodeAt(open, 6, 0, 0);
    expect(solve(open, seedsAt([0, far], [0, 500]))[far]).toBeCloseTo(10, 9);
    const cut = createProblem(mesh, (x) => (x > 3 && x < 4 ? [0, 0, 0, 0, 0, 0] : fiberTensor(0.6, 0.3, [1, 0, 0])));
    const times_ms = solve(cut, seedsAt([0, far], [-20, 500]));
    expect(times_ms[0]).toBe(-20);
    expect(times_ms[nodeAt(cut, 4, 0, 0)]).toBeCloseTo(500 + 2 / 0.6, 9);
  });
});

/** The problem's mesh with another tensor. */
function withTensor({ mesh }: { mesh: TestProblem["mesh"] }, tensor_mm2PerMs2: Float64Array): TestProblem {
  return { mesh, tensor_mm2PerMs2, operator: buildEikonalOperator(mesh, tensor_mm2PerMs2) };
}
