import { BENCH_EDGE_mm, benchCombination, benchSolvers } from "./activation-bench.ts";
import { createBiventricularProblem } from "./biventricular-problem.ts";
import { measureOnce } from "./timing.ts";

/** One figure as a person reads it. */
export interface BenchRow {
  readonly quantity: string;
  readonly unit: string;
  readonly median: number;
  /** Equal to the median where the figure was taken once. */
  readonly min: number;
  readonly max: number;
  /** What the project promises, in words; empty where nothing is. */
  readonly goal: string;
  /** Undefined where nothing is promised. */
  readonly pass: boolean | undefined;
}

const ROUND_COUNT = 7;
const CONFIGURATION_COUNT = 20_000;
const LEAST_RATIO = 8;
const MOST_DIFFERENCE_ms = 0.01;
const LEAST_RATE = 10_000;
const MOST_MESHING_ms = 10_000;

/** The solvers in turn on one heart, then the combination of three of its fields. */
export function runActivationBench(onStage: (stage: string, fraction: number) => void = () => {}): BenchRow[] {
  onStage("meshing the heart", 0);
  let problem = createBiventricularProblem(BENCH_EDGE_mm);
  const mesh_ms = measureOnce(() => {
    problem = createBiventricularProblem(BENCH_EDGE_mm);
  });
  onStage("solvers in turn", 0.2);
  const solvers = benchSolvers(problem, ROUND_COUNT);
  onStage("combining fields", 0.8);
  const combination = benchCombination(problem, CONFIGURATION_COUNT);
  const { reference, fast, medianRatio, largestDifference_ms } = solvers;
  return [
    once("nodes", "count", solvers.nodeCount),
    once("tetrahedra", "count", solvers.elementCount),
    once("meshing", "ms", mesh_ms, `<= ${MOST_MESHING_ms}`, mesh_ms <= MOST_MESHING_ms),
    timing("reference eikonal solver", reference),
    timing("fast eikonal solver, exact", fast),
    once("reference / fast, medians", "ratio", medianRatio, `>= ${LEAST_RATIO}`, medianRatio >= LEAST_RATIO),
    once(
      "largest difference of the two",
      "ms",
      largestDifference_ms,
      `<= ${MOST_DIFFERENCE_ms}`,
      largestDifference_ms <= MOST_DIFFERENCE_ms,
    ),
    once("operator, once per tensor", "ms", solvers.operator_ms),
    once("configurations, full map", "1/s per core", combination.fullMapRate),
    once(
      "configurations, bounds per block",
      "1/s per core",
      combination.blockRate,
      `>= ${LEAST_RATE}`,
      combination.blockRate >= LEAST_RATE,
    ),
    once("configurations, latest candidates", "1/s per core", combination.candidateRate),
    once("search for the candidates", "ms", combination.findCandidates_ms),
    once(
      `maxima equal to the full map's (${combination.comparedCount} compared)`,
      "1 = yes",
      combination.isIdentical ? 1 : 0,
      "1",
      combination.isIdentical,
    ),
  ];
}

function timing(
  quantity: string,
  { median_ms, minimum_ms, maximum_ms }: { median_ms: number; minimum_ms: number; maximum_ms: number },
): BenchRow {
  return { quantity, unit: "ms", median: median_ms, min: minimum_ms, max: maximum_ms, goal: "", pass: undefined };
}

function once(quantity: string, unit: string, value: number, goal = "", pass?: boolean): BenchRow {
  return { quantity, unit, median: value, min: value, max: value, goal, pass };
}
