import {
  buildEcgWeights,
  buildEikonalOperator,
  computeLeadFieldInfinite,
  convolveBins,
  countNodes,
  countSweepSamples,
  createEikonalScratch,
  createFrontTaps,
  createPointSource,
  createRandom,
  createSweepBins,
  createSweepSources,
  DEFAULT_CONDUCTIVITIES,
  findQrsBounds,
  joinSeeds,
  type Point_mm,
  prepareSweepField,
  type SweepBins,
  type SweepField,
  type SweepNodes,
  solveEikonalFast,
  sweepBins,
  sweepBinsReference,
  sweepDelayLine,
  type TimeField,
} from "@tributary/model";
import type { BiventricularProblem } from "./biventricular-problem.ts";
import { measureOnce } from "./timing.ts";

export interface SweepFigures {
  /** Configurations a second on one core: bins of 1 ms of eight leads, their slopes, QRS and total activation time. */
  readonly referenceRate: number;
  /** Delays in any order, with ready bins for each block of nodes. */
  readonly blockRate: number;
  /** Delays of one source in steps of 1 ms, ordering of the nodes included. */
  readonly lineRate: number;
  readonly prepareField_ms: number;
  /** Largest difference of slopes from the reference, as a share of the largest slope. */
  readonly largestDifferenceRatio: number;
  /** Whether total activation times are those of the reference. */
  readonly isTimeIdentical: boolean;
  readonly comparedCount: number;
}

/** Right septum, lateral and anterior LV epicardium. */
const SITES_mm: readonly Point_mm[] = [
  [34, 0, -10],
  [-33, 0, 0],
  [-10, 31, -5],
];
/** Around the bench's heart, whose septum looks to the right of the body; assumed. */
const ELECTRODES_mm = {
  R: [160, 120, 260],
  L: [-200, 120, 260],
  F: [-60, 120, -420],
  V1: [70, 90, 20],
  V2: [20, 110, 20],
  V3: [-30, 110, 0],
  V4: [-70, 95, -25],
  V5: [-105, 55, -25],
  V6: [-125, 0, -25],
} as const;
/** Rise of the membrane voltage, 10 to 90 percent and in all. */
const FRONT_WIDTH_ms = 6;
const FRONT_HEIGHT_mV = 110;
const COMPARED_COUNT = 60;
const LINE_COUNT = 8;
const LIMIT_ms = 80;

/** The eight leads of three delayed sources, many times over. */
export function benchEcgSweep(problem: BiventricularProblem, configurationCount: number): SweepFigures {
  const nodes = { nodeCount: countNodes(problem.heart), weights: buildWeights(problem) };
  const fields = solveFields(problem);
  let prepared: SweepField[] = [];
  const prepare_ms = measureOnce(() => {
    prepared = fields.map((field) => prepareSweepField(field, nodes));
  });
  const measureQrs = createQrsMeter();
  const delays = drawDelays(configurationCount);
  const bins = createSweepBins();
  const sources = createSweepSources(nodes, prepared);
  const block_ms = measureOnce(() => {
    for (const delays_ms of delays) {
      sweepBins(bins, sources, delays_ms);
      measureQrs(bins);
    }
  });
  const compared = delays.slice(0, COMPARED_COUNT);
  const reference_ms = measureOnce(() => {
    for (const delays_ms of compared) {
      sweepBinsReference(bins, fields, delays_ms, nodes);
      measureQrs(bins);
    }
  });
  return {
    referenceRate: (1000 * compared.length) / reference_ms,
    blockRate: (1000 * delays.length) / block_ms,
    lineRate: measureLineRate(prepared, nodes),
    prepareField_ms: prepare_ms / fields.length,
    ...compareWithReference(fields, prepared, nodes, compared),
  };
}

function measureLineRate(prepared: readonly SweepField[], nodes: SweepNodes): number {
  const [first, second, third] = prepared.map((field) => field.times_ticks) as [Int32Array, Int32Array, Int32Array];
  const measureQrs = createQrsMeter();
  const bins = createSweepBins();
  const shifts_ms = Array.from({ length: 2 * LIMIT_ms + 1 }, (_, i) => i - LIMIT_ms);
  const moving = { times_ticks: [third], delays_ms: [0] };
  const line_ms = measureOnce(() => {
    for (let i = 0; i < LINE_COUNT; i++) {
      const fixed = { times_ticks: [first, second], delays_ms: [0, 10 * i - 40] };
      sweepDelayLine(bins, { fixed, moving, shifts_ms }, nodes, () => measureQrs(bins));
    }
  });
  return (1000 * LINE_COUNT * shifts_ms.length) / line_ms;
}

function compareWithReference(
  fields: readonly TimeField[],
  prepared: readonly SweepField[],
  nodes: SweepNodes,
  compared: readonly number[][],
) {
  const [slopesOf, referenceSlopesOf] = [createConvolver(), createConvolver()];
  const [bins, referenceBins] = [createSweepBins(), createSweepBins()];
  const sources = createSweepSources(nodes, prepared);
  let largestDifference = 0;
  let largestSlope = 0;
  let isTimeIdentical = true;
  for (const delays_ms of compared) {
    sweepBins(bins, sources, delays_ms);
    sweepBinsReference(referenceBins, fields, delays_ms, nodes);
    isTimeIdentical &&= bins.latest_ms === referenceBins.latest_ms;
    const slopes = slopesOf(bins);
    for (const [i, slope] of referenceSlopesOf(referenceBins).entries()) {
      largestDifference = Math.max(largestDifference, Math.abs(slope - slopes[i]!));
      largestSlope = Math.max(largestSlope, Math.abs(slope));
    }
  }
  const largestDifferenceRatio = largestDifference / largestSlope;
  return { largestDifferenceRatio, isTimeIdentical, comparedCount: compared.length };
}

function createQrsMeter(): (bins: SweepBins) => number {
  const slopesOf = createConvolver();
  return (bins) => {
    const slopes_mVPerMs = slopesOf(bins);
    const bounds = findQrsBounds(slopes_mVPerMs, slopes_mVPerMs.length / 8, 1);
    return bounds ? bounds.offset_ms - bounds.onset_ms : Number.NaN;
  };
}

function createConvolver(): (bins: SweepBins) => Float64Array {
  const taps = createFrontTaps(FRONT_WIDTH_ms, FRONT_HEIGHT_mV);
  let slopes_mVPerMs = new Float64Array(0);
  return (bins) => {
    const length = 8 * countSweepSamples(bins, taps);
    if (slopes_mVPerMs.length < length) slopes_mVPerMs = new Float64Array(2 * length);
    convolveBins(slopes_mVPerMs, bins, taps);
    return slopes_mVPerMs.subarray(0, length);
  };
}

/** In an infinite medium, which costs a sweep the same as a body. */
function buildWeights({ heart, fiber }: BiventricularProblem): Float64Array {
  const { torso_SPerM } = DEFAULT_CONDUCTIVITIES;
  const leadField = computeLeadFieldInfinite(heart.points_mm, { electrodes_mm: ELECTRODES_mm }, torso_SPerM);
  return buildEcgWeights(heart, fiber, leadField, { conductivities: DEFAULT_CONDUCTIVITIES });
}

/** Fields cut to whole ticks of the sweep (2^-16 ms), so that both versions see the same times. */
function solveFields({ heart, tensor_mm2PerMs2 }: BiventricularProblem): Float64Array[] {
  const operator = buildEikonalOperator(heart, tensor_mm2PerMs2);
  const scratch = createEikonalScratch(operator);
  return SITES_mm.map((site_mm) => {
    const source = createPointSource(operator, site_mm);
    if (source.kind !== "placed") throw new Error(`the source could not be placed: ${source.kind}`);
    const times_ms = new Float64Array(countNodes(heart));
    solveEikonalFast(times_ms, operator, joinSeeds([source]), scratch);
    return times_ms.map((time_ms) => Math.floor(time_ms * 2 ** 16) / 2 ** 16);
  });
}

/** Delays of -80 to 80 ms against the first source, in steps of 1 ms, seeded. */
function drawDelays(configurationCount: number): number[][] {
  const random = createRandom(1);
  const draw = () => Math.floor((2 * LIMIT_ms + 1) * random.uniform()) - LIMIT_ms;
  return Array.from({ length: configurationCount }, () => SITES_mm.map((_, source) => (source === 0 ? 0 : draw())));
}
