import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom, type Random } from "../numerics/random.ts";
import { computeTensorForm } from "../numerics/symmetric-tensor.ts";
import {
  createFaceMinimum,
  createFaceProblem,
  createMetricField,
  loadElementMetric,
  minimizeOverFace,
} from "./local-solver.ts";
import { fiberTensor } from "./test-problems.fixture.ts";

function createRandomLocalProblem(random: Random) {
  const problem = createFaceProblem();
  for (let i = 0; i < 9; i++) problem.edges_mm[i] = random.normal();
  for (let i = 0; i < 3; i++) problem.times_ms[i] = 3 * random.uniform();
  const field = createMetricField(1);
  const fiber = [random.normal(), random.normal(), random.normal()];
  loadElementMetric(field, 0, Float64Array.from(fiberTensor(0.3 + random.uniform(), 0.2 + random.uniform(), fiber)), 0);
  return { problem, field };
}

/** The path from one point of the face, by its weights. */
function timeFrom({ problem, field }: ReturnType<typeof createRandomLocalProblem>, w: readonly number[]): number {
  const e = problem.edges_mm;
  const along = (axis: number) => w[0]! * e[axis]! + w[1]! * e[3 + axis]! + w[2]! * e[6 + axis]!;
  const start = w.reduce((sum, weight, i) => sum + weight * problem.times_ms[i]!, 0);
  return start + Math.sqrt(computeTensorForm(field.metric_ms2PerMm2, 0, along(0), along(1), along(2)));
}

test("no start on the face is better, and the reported one has the reported time", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const random = createRandom(seed);
      const local = createRandomLocalProblem(random);
      const minimum = createFaceMinimum();
      minimizeOverFace(minimum, local.problem, local.field, 0);
      expect(timeFrom(local, [...minimum.weights])).toBeCloseTo(minimum.time_ms, 7);
      const steps = 60;
      let best_ms = Infinity;
      for (let i = 0; i <= steps; i++) {
        for (let j = 0; i + j <= steps; j++) {
          best_ms = Math.min(best_ms, timeFrom(local, [i / steps, j / steps, 1 - (i + j) / steps]));
        }
      }
      expect(minimum.time_ms).toBeLessThanOrEqual(best_ms + 1e-9);
      expect(minimum.time_ms).toBeGreaterThan(best_ms - 0.1);
    }),
    { numRuns: 200 },
  );
});

test("corners without a time are left out", () => {
  const problem = createFaceProblem();
  problem.edges_mm.set([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  const field = createMetricField(1);
  loadElementMetric(field, 0, Float64Array.from(fiberTensor(0.5, 0.5, [1, 0, 0])), 0);
  const minimum = createFaceMinimum();
  problem.times_ms.set([Infinity, 0, Infinity]);
  minimizeOverFace(minimum, problem, field, 0);
  expect(minimum.time_ms).toBeCloseTo(2, 12);
  problem.times_ms.set([Infinity, 0, 0]);
  minimizeOverFace(minimum, problem, field, 0);
  expect(minimum.time_ms).toBeCloseTo(2 / Math.SQRT2, 12);
  problem.times_ms.set([0, 0, 0]);
  minimizeOverFace(minimum, problem, field, 0);
  expect(minimum.time_ms).toBeCloseTo(2 / Math.sqrt(3), 12);
  problem.times_ms.fill(Infinity);
  minimizeOverFace(minimum, problem, field, 0);
  expect(minimum.time_ms).toBe(Infinity);
});
