import { describe, expect, test } from "vitest";
import { createRandom } from "../numerics/random.ts";
import { joinSeeds } from "./eikonal-seeds.ts";
import { interpolateAtLocation, locateInMuscle } from "./muscle-location.ts";
import { createRotatedBox, largestExcess, placeSource, SOLVERS, type TestProblem } from "./test-problems.fixture.ts";

describe.each(SOLVERS)("$name solver in a box of fibers", ({ solve }) => {
  test("three delayed sources in a box: the smallest of the fields is late by less than 0.5 h / v_t", () => {
    const random = createRandom(7);
    const problem = createRotatedBox(2);
    const sources = [0, 1, 2].map(() =>
      placeSource(problem, [20 * random.uniform() - 10, 20 * random.uniform() - 10, 20 * random.uniform() - 10]),
    );
    const delays_ms = [0, 6, 11];
    const joint = solve(problem, joinSeeds(sources, delays_ms));
    const fields = sources.map((source) => solve(problem, joinSeeds([source])));
    const smallest = joint.map((_, node) => Math.min(...fields.map((field, i) => field[node]! + delays_ms[i]!)));
    expect(largestExcess(joint, smallest)).toBeLessThanOrEqual(1e-6);
    expect(largestExcess(smallest, joint)).toBeLessThan((0.5 * 2) / 0.3);
  });

  test("the time from a to b is the time from b to a within 2 %", () => {
    const problem = createRotatedBox(1);
    const a = [-6.3, -4.1, 2.2] as const;
    const b = [7.7, 5.2, -3.4] as const;
    const there = solve(problem, joinSeeds([placeSource(problem, a)]));
    const back = solve(problem, joinSeeds([placeSource(problem, b)]));
    const ab = timeAt(problem, there, b);
    const ba = timeAt(problem, back, a);
    expect(Math.abs(ab - ba)).toBeLessThan(0.02 * ab);
  });
});

function timeAt(problem: TestProblem, times_ms: Float64Array, at_mm: readonly [number, number, number]): number {
  const location = locateInMuscle(problem.operator, at_mm)!;
  return interpolateAtLocation(problem.operator.mesh, times_ms, location);
}
