import {
  buildEikonalOperator,
  combineFields,
  computeMeshVolume,
  countNodes,
  createEikonalScratch,
  createPointSource,
  joinSeeds,
  type Point_mm,
  type PointSource,
  type SourceSeeds,
  solveEikonalFast,
} from "@tributary/model";
import { describe, expect, test } from "vitest";
import { BENCH_EDGE_mm, benchCombination, benchSolvers } from "./activation-bench.ts";
import { createBiventricularProblem } from "./biventricular-problem.ts";

const PROBLEM = createBiventricularProblem(BENCH_EDGE_mm);

describe("the heart that speed is measured on", () => {
  test("has 164 mL of muscle and about 101 000 nodes", () => {
    expect(Math.abs(computeMeshVolume(PROBLEM.heart) / 1000 - 164)).toBeLessThan(1);
    expect(Math.abs(countNodes(PROBLEM.heart) - 101_000)).toBeLessThan(2000);
  });

  test("is activated at the same times by both solvers, to 0.01 ms", () => {
    expect(benchSolvers(PROBLEM, 1).largestDifference_ms).toBeLessThan(0.01);
  });

  test("has the same total activation time from blocks, candidates and the full map", () => {
    const figures = benchCombination(PROBLEM, 2000);
    expect(figures.isIdentical).toBe(true);
    expect(figures.comparedCount).toBe(300);
  });
});

test("on a whole heart the joint solve is never later than the smallest field, and earlier by less than 0.5 h / v_t", () => {
  const edge_mm = 2;
  const { heart, tensor_mm2PerMs2 } = createBiventricularProblem(edge_mm);
  const operator = buildEikonalOperator(heart, tensor_mm2PerMs2);
  const scratch = createEikonalScratch(operator);
  const solve = (sources: readonly SourceSeeds[], delays_ms: readonly number[]) => {
    const times_ms = new Float64Array(countNodes(heart));
    solveEikonalFast(times_ms, operator, joinSeeds(sources, delays_ms), scratch);
    return times_ms;
  };
  const sites: Point_mm[] = [
    [34, 0, -10],
    [-33, 0, 0],
    [-10, 31, -5],
  ];
  const sources = sites.map((site) => createPointSource(operator, site) as PointSource);
  const delays_ms = [12, 0, 20];
  const joint = solve(sources, delays_ms);
  const smallest = new Float64Array(joint.length);
  const fields = sources.map((source) => solve([source], [0]));
  combineFields(smallest, undefined, fields, delays_ms);
  let mostLate = -Infinity;
  let mostEarly = -Infinity;
  for (const [node, time_ms] of joint.entries()) {
    mostLate = Math.max(mostLate, time_ms - smallest[node]!);
    mostEarly = Math.max(mostEarly, smallest[node]! - time_ms);
  }
  expect(mostLate).toBeLessThanOrEqual(1e-6);
  expect(mostEarly).toBeLessThan((0.5 * edge_mm) / 0.3);
});
