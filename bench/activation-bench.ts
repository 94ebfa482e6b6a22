import {
  buildBlockBounds,
  buildEikonalOperator,
  combineFields,
  computeTotalActivationTime,
  computeTotalActivationTimeOfCandidates,
  countNodes,
  countTetrahedra,
  createEikonalScratch,
  createPointSource,
  createRandom,
  type EikonalOperator,
  type EikonalSeeds,
  findLatestCandidates,
  joinSeeds,
  type Point_mm,
  solveEikonalFast,
  solveEikonalReference,
} from "@tributary/model";
import type { BiventricularProblem } from "./biventricular-problem.ts";
import { measureOnce, summarizeTimes, type Timing } from "./timing.ts";

/** Mean edge that gives the problem about 101 000 nodes, mm. */
export const BENCH_EDGE_mm = 1.49;

/** Rounds before the first that counts. */
const WARM_UP_COUNT = 2;

export interface SolverFigures {
  readonly nodeCount: number;
  readonly elementCount: number;
  readonly reference: Timing;
  readonly fast: Timing;
  /** Reference over fast, medians of the interleaved run. */
  readonly medianRatio: number;
  readonly minimumRatio: number;
  /** Largest difference of the two solutions over all nodes. */
  readonly largestDifference_ms: number;
  /** Preparing the operator, once for all sources of a heart. */
  readonly operator_ms: number;
  /** How often the fast solver takes a node up. */
  readonly popsPerNode: number;
  readonly latestActivation_ms: number;
}

/**
 * The fast against the reference solver: one source on the lateral LV epicardium, each round one solve of both, the order
 * reversed every round so that neither always runs after the other. The warm-up is the same for both: with less of it the
 * first rounds still pay for compiling.
 */
export function benchSolvers(problem: BiventricularProblem, roundCount: number): SolverFigures {
  const { heart, tensor_mm2PerMs2 } = problem;
  let operator = buildEikonalOperator(heart, tensor_mm2PerMs2);
  const operator_ms = measureOnce(() => {
    operator = buildEikonalOperator(heart, tensor_mm2PerMs2);
  });
  const scratch = createEikonalScratch(operator);
  const seeds = placeSeeds(operator, problem.lateralSite_mm);
  const referenceTimes = new Float64Array(countNodes(heart));
  const fastTimes = new Float64Array(countNodes(heart));
  let popCount = 0;
  const solveReference = () => void solveEikonalReference(referenceTimes, heart, tensor_mm2PerMs2, seeds);
  const solveFast = () => {
    popCount = solveEikonalFast(fastTimes, operator, seeds, scratch).popCount;
  };
  for (let round = 0; round < WARM_UP_COUNT; round++) {
    solveReference();
    solveFast();
  }
  const reference_ms: number[] = [];
  const fast_ms: number[] = [];
  for (let round = 0; round < roundCount; round++) {
    const isFastFirst = round % 2 === 1;
    if (isFastFirst) fast_ms.push(measureOnce(solveFast));
    reference_ms.push(measureOnce(solveReference));
    if (!isFastFirst) fast_ms.push(measureOnce(solveFast));
  }
  const reference = summarizeTimes(reference_ms);
  const fast = summarizeTimes(fast_ms);
  return {
    nodeCount: countNodes(heart),
    elementCount: countTetrahedra(heart),
    reference,
    fast,
    medianRatio: reference.median_ms / fast.median_ms,
    minimumRatio: reference.minimum_ms / fast.minimum_ms,
    largestDifference_ms: fastTimes.reduce(
      (most, time, node) => Math.max(most, Math.abs(time - referenceTimes[node]!)),
      0,
    ),
    operator_ms,
    popsPerNode: popCount / countNodes(heart),
    latestActivation_ms: findLatest(fastTimes),
  };
}

export interface CombinationFigures {
  readonly nodeCount: number;
  readonly sourceCount: number;
  readonly configurationCount: number;
  /** Configurations a second on one core, from the full map of every configuration. */
  readonly fullMapRate: number;
  /** With bounds per block of nodes. */
  readonly blockRate: number;
  /** With the candidates of these three sources, their search not counted. */
  readonly candidateRate: number;
  readonly candidateCount: number;
  readonly findCandidates_ms: number;
  /** Whether all three give the same number for every configuration that was compared. */
  readonly isIdentical: boolean;
  readonly comparedCount: number;
}

/** The bench's three active sources: right septum, lateral and anterior LV epicardium. */
const ACTIVE_SITES_mm: readonly Point_mm[] = [
  [34, 0, -10],
  [-33, 0, 0],
  [-10, 31, -5],
];
const COMPARED_COUNT = 300;

/** Total activation time of three delayed sources, many times over: the inner loop of every plan. */
export function benchCombination(problem: BiventricularProblem, configurationCount: number): CombinationFigures {
  const operator = buildEikonalOperator(problem.heart, problem.tensor_mm2PerMs2);
  const fields = ACTIVE_SITES_mm.map((site_mm) => solveField(operator, site_mm));
  const bounds = buildBlockBounds(fields);
  const delays = drawDelays(configurationCount, fields.length);
  let candidates = findLatestCandidates(fields, bounds);
  const findCandidates_ms = measureOnce(() => {
    candidates = findLatestCandidates(fields, bounds);
  });
  const byBlocks = new Float64Array(configurationCount);
  const byCandidates = new Float64Array(configurationCount);
  const block_ms = measureOnce(() => {
    for (const [i, delay] of delays.entries()) byBlocks[i] = computeTotalActivationTime(fields, delay, bounds);
  });
  const candidate_ms = measureOnce(() => {
    for (const [i, delay] of delays.entries())
      byCandidates[i] = computeTotalActivationTimeOfCandidates(candidates, delay);
  });
  const compared = delays.slice(0, COMPARED_COUNT);
  const map = new Float64Array(countNodes(problem.heart));
  const byMap = new Float64Array(compared.length);
  const map_ms = measureOnce(() => {
    for (const [i, delay] of compared.entries()) {
      combineFields(map, undefined, fields, delay);
      byMap[i] = findLatest(map);
    }
  });
  return {
    nodeCount: countNodes(problem.heart),
    sourceCount: fields.length,
    configurationCount,
    fullMapRate: (1000 * compared.length) / map_ms,
    blockRate: (1000 * configurationCount) / block_ms,
    candidateRate: (1000 * configurationCount) / candidate_ms,
    candidateCount: candidates.nodes.length,
    findCandidates_ms,
    isIdentical:
      byBlocks.every((time, i) => time === byCandidates[i]) && byMap.every((time, i) => time === byBlocks[i]),
    comparedCount: compared.length,
  };
}

function placeSeeds(operator: EikonalOperator, site_mm: Point_mm): EikonalSeeds {
  const source = createPointSource(operator, site_mm);
  if (source.kind !== "placed") throw new Error(`the source could not be placed: ${source.kind}`);
  return joinSeeds([source]);
}

function solveField(operator: EikonalOperator, site_mm: Point_mm): Float32Array {
  const times_ms = new Float64Array(countNodes(operator.mesh));
  solveEikonalFast(times_ms, operator, placeSeeds(operator, site_mm), createEikonalScratch(operator));
  return Float32Array.from(times_ms);
}

/** Delays of -80 to 80 ms against the first source, in steps of 1 ms, seeded. */
function drawDelays(configurationCount: number, sourceCount: number): Float64Array[] {
  const random = createRandom(1);
  return Array.from({ length: configurationCount }, () =>
    Float64Array.from({ length: sourceCount }, (_, source) =>
      source === 0 ? 0 : Math.floor(161 * random.uniform()) - 80,
    ),
  );
}

function findLatest(times_ms: Float64Array): number {
  let latest_ms = -Infinity;
  for (let node = 0; node < times_ms.length; node++) {
    if (times_ms[node]! > latest_ms && times_ms[node]! < Infinity) latest_ms = times_ms[node]!;
  }
  return latest_ms;
}
