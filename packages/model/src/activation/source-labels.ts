import type { EikonalOperator } from "./eikonal-operator.ts";
import type { EikonalSeeds } from "./eikonal-seeds.ts";
import {
  createFaceMinimum,
  createFaceProblem,
  createMetricField,
  type FaceMinimum,
  type FaceProblem,
  loadElementMetric,
  loadFaceProblem,
  type MetricField,
  minimizeOverFace,
} from "./local-solver.ts";

/** The label of a node that no source reached. */
export const NO_SOURCE = 0xffff;
/** Two candidate times this close are a tie, which the source with the lower index wins. */
const TIE_MS = 1e-9;

/**
 * The source whose front activates each node first: labels spread with the front, from earlier to later nodes.
 *
 * A node that still has the time of a seed takes that seed's source. Any other node takes the label of the corner that
 * weighs most in the best path into it, among the corners activated before it. Where all earlier neighbors agree there
 * is nothing to decide, so the local problem is solved near the fusion lines only.
 *
 * @param outSources  written; nodeCount; NO_SOURCE where unreached
 * @param times_ms    the solution of either solver for these seeds
 *
 * Accuracy: the fusion line is drawn through elements; a node within one edge of it may carry either label.
 */
export function labelSources(
  outSources: Uint16Array,
  operator: EikonalOperator,
  times_ms: Float64Array,
  seeds: EikonalSeeds,
): void {
  outSources.fill(NO_SOURCE);
  for (let i = 0; i < seeds.nodes.length; i++) {
    const node = seeds.nodes[i]!;
    const holdsTime = seeds.times_ms[i]! <= times_ms[node]! + TIE_MS;
    if (holdsTime && seeds.sources[i]! < outSources[node]!) outSources[node] = seeds.sources[i]!;
  }
  const order = Uint32Array.from(times_ms.keys()).sort((a, b) => times_ms[a]! - times_ms[b]! || a - b);
  const work = createLabelWork();
  for (const node of order) {
    if (times_ms[node] === Infinity) break;
    if (outSources[node] !== NO_SOURCE) continue;
    const agreed = findAgreedLabel(outSources, operator, times_ms, node);
    outSources[node] = agreed ?? decideLabel(work, outSources, operator, times_ms, node);
  }
}

/** The label of all neighbors activated before the node, or undefined when they differ. */
function findAgreedLabel(
  sources: Uint16Array,
  operator: EikonalOperator,
  times_ms: Float64Array,
  node: number,
): number | undefined {
  const { corners, offsets } = operator;
  const { tetrahedra } = operator.mesh;
  let label = NO_SOURCE;
  for (let slot = offsets[node]!; slot < offsets[node + 1]!; slot++) {
    const first = corners[slot]! & ~3;
    for (let corner = 0; corner < 4; corner++) {
      const neighbor = tetrahedra[first + corner]!;
      if (!(times_ms[neighbor]! < times_ms[node]!)) continue;
      if (label === NO_SOURCE) label = sources[neighbor]!;
      else if (label !== sources[neighbor]) return undefined;
    }
  }
  return label;
}

interface LabelWork {
  readonly minimum: FaceMinimum;
  readonly problem: FaceProblem;
  readonly field: MetricField;
}

function createLabelWork(): LabelWork {
  return {
    minimum: createFaceMinimum(),
    problem: createFaceProblem(),
    field: createMetricField(1),
  };
}

/** The label that the best path into the node carries. */
function decideLabel(
  work: LabelWork,
  sources: Uint16Array,
  operator: EikonalOperator,
  times_ms: Float64Array,
  node: number,
): number {
  const { field, minimum, problem } = work;
  const { corners, mesh, offsets } = operator;
  let label = NO_SOURCE;
  let best_ms = Infinity;
  for (let slot = offsets[node]!; slot < offsets[node + 1]!; slot++) {
    const element = corners[slot]! >>> 2;
    const corner = corners[slot]! & 3;
    loadElementMetric(field, 0, operator.tensor_mm2PerMs2, element);
    loadFaceProblem(problem, mesh, element, corner, times_ms);
    minimizeOverFace(minimum, problem, field, 0);
    if (!(minimum.time_ms < best_ms + TIE_MS)) continue;
    const candidate = findHeaviestLabel(minimum, sources, operator, times_ms, corners[slot]!);
    if (minimum.time_ms < best_ms - TIE_MS || candidate < label) label = candidate;
    best_ms = Math.min(best_ms, minimum.time_ms);
  }
  return label;
}

/** The label of the heaviest corner of the path's start that is activated before the node; ties to the lower source. */
function findHeaviestLabel(
  minimum: FaceMinimum,
  sources: Uint16Array,
  operator: EikonalOperator,
  times_ms: Float64Array,
  entry: number,
): number {
  const { tetrahedra } = operator.mesh;
  const node = tetrahedra[entry]!;
  let label = NO_SOURCE;
  let heaviest = 0;
  for (let other = 0, place = 0; other < 4; other++) {
    if (other === (entry & 3)) continue;
    const corner = tetrahedra[(entry & ~3) + other]!;
    const weight = minimum.weights[place++]!;
    if (weight < heaviest || weight === 0 || !(times_ms[corner]! < times_ms[node]!)) continue;
    if (weight > heaviest || sources[corner]! < label) label = sources[corner]!;
    heaviest = weight;
  }
  return label;
}
