import { BENCH_EDGE_mm, benchCombination, benchSolvers } from "./activation-bench.ts";
import { createBiventricularProblem } from "./biventricular-problem.ts";
import { benchCirculation, type CirculationFigures } from "./circulation-bench.ts";
import { benchEcgSweep, type SweepFigures } from "./ecg-sweep-bench.ts";
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
const ECG_CONFIGURATION_COUNT = 2000;
const LEAST_ECG_RATE = 500;
const MOST_ECG_DIFFERENCE_RATIO = 1e-9;
/** 18 of the left ventricle, 1 of the right, 2 atria. */
const GOAL_PATCHES = 21;
const LEAST_BEAT_RATE = 100;
const MOST_MESHING_ms = 10_000;

/** The solvers in turn on one heart, the combination of three of its fields, the ECG, and beats of the circulation. */
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
  onStage("configurations with the 12-lead ECG", 0.9);
  const sweep = benchEcgSweep(problem, ECG_CONFIGURATION_COUNT);
  onStage("beats of the circulation", 0.97);
  const circulation = benchCirculation();
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
    ...listSweepRows(sweep),
    ...listCirculationRows(circulation),
  ];
}

function listCirculationRows({ beatRates, periodic_ms, periodicBeatCount }: CirculationFigures): BenchRow[] {
  return [
    ...beatRates.map(({ patchCount, rate }) => {
      const name = `beats of the circulation, ${patchCount} patches`;
      return patchCount === GOAL_PATCHES
        ? once(name, "1/s per core", rate, `>= ${LEAST_BEAT_RATE}`, rate >= LEAST_BEAT_RATE)
        : once(name, "1/s per core", rate);
    }),
    once(`to a periodic state, 21 patches, ${periodicBeatCount} beats`, "ms", periodic_ms),
  ];
}

function listSweepRows(sweep: SweepFigures): BenchRow[] {
  const { blockRate, largestDifferenceRatio, isTimeIdentical, comparedCount } = sweep;
  const name = "configurations with the QRS of 12 leads, 1 ms bins";
  const isClose = largestDifferenceRatio <= MOST_ECG_DIFFERENCE_RATIO;
  const goal = `<= ${MOST_ECG_DIFFERENCE_RATIO}`;
  return [
    once(`${name}, every node`, "1/s per core", sweep.referenceRate),
    once(
      `${name}, ready bins per block`,
      "1/s per core",
      blockRate,
      `>= ${LEAST_ECG_RATE}`,
      blockRate >= LEAST_ECG_RATE,
    ),
    once(`${name}, lines of delays`, "1/s per core", sweep.lineRate),
    once("preparing a field for them, once a source", "ms", sweep.prepareField_ms),
    once("largest difference of their slopes, of the largest", "ratio", largestDifferenceRatio, goal, isClose),
    once(
      `their total activation times equal (${comparedCount} compared)`,
      "1 = yes",
      isTimeIdentical ? 1 : 0,
      "1",
      isTimeIdentical,
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
