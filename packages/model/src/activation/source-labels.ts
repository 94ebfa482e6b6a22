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
const TIE_ms = 1e-9;
/** A share this close to the whole counts as the whole, so that mixtures end away from the fusion lines. */
const WHOLE_SHARE = 0.999;

/**
 * The source whose front activates each node first: labels spread with the front, from earlier to later nodes.
 *
 * A node that still has the time of a seed belongs to that seed's source. Any other node takes from each corner of the face
 * that its best path starts on a share of that corner's sources, by its weight in the path; the source with the largest
 * share labels the node. (Taking the heaviest corner's label instead would bend the fusion lines toward the mesh's edges.)
 * Where all earlier neighbors agree there is nothing to decide, so the local problem is solved near fusion lines only.
 *
 * @param outSources  written; nodeCount; NO_SOURCE where unreached
 * @param times_ms    the solution of either solver for these seeds
 *
 * Accuracy: a node whose two earliest sources are less than about one edge apart in time may carry either label.
 * Cost: one sort of the nodes, local solves along the fusion lines.
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
    const holdsTime = seeds.times_ms[i]! <= times_ms[node]! + TIE_ms;
    if (holdsTime && seeds.sources[i]! < outSources[node]!) outSources[node] = seeds.sources[i]!;
  }
  const order = Uint32Array.from(times_ms.keys()).sort((a, b) => times_ms[a]! - times_ms[b]! || a - b);
  const work = createLabelWork(operator, times_ms, outSources);
  for (const node of order) {
    if (times_ms[node] === Infinity) break;
    if (outSources[node] !== NO_SOURCE) continue;
    outSources[node] = findAgreedLabel(work, node) ?? decideLabel(work, node);
  }
}

/** The shares of the sources in a node; the label alone where one source has it all. */
type Mixture = ReadonlyMap<number, number>;

interface LabelWork {
  readonly operator: EikonalOperator;
  readonly times_ms: Float64Array;
  readonly sources: Uint16Array;
  readonly mixtures: Map<number, Mixture>;
  readonly minimum: FaceMinimum;
  readonly problem: FaceProblem;
  readonly field: MetricField;
}

function createLabelWork(operator: EikonalOperator, times_ms: Float64Array, sources: Uint16Array): LabelWork {
  return {
    operator,
    times_ms,
    sources,
    mixtures: new Map(),
    minimum: createFaceMinimum(),
    problem: createFaceProblem(),
    field: createMetricField(1),
  };
}

/** The label of all neighbors activated before the node, or undefined when they differ or are mixed. */
function findAgreedLabel({ mixtures, operator, sources, times_ms }: LabelWork, node: number): number | undefined {
  const { corners, offsets } = operator;
  const { tetrahedra } = operator.mesh;
  let label = NO_SOURCE;
  for (let slot = offsets[node]!; slot < offsets[node + 1]!; slot++) {
    const first = corners[slot]! & ~3;
    for (let corner = 0; corner < 4; corner++) {
      const neighbor = tetrahedra[first + corner]!;
      if (!(times_ms[neighbor]! < times_ms[node]!)) continue;
      if (label === NO_SOURCE) label = sources[neighbor]!;
      if (label !== sources[neighbor] || mixtures.has(neighbor)) return undefined;
    }
  }
  return label;
}

/** Solves the node's local problems, keeps its mixture and returns the label. */
function decideLabel(work: LabelWork, node: number): number {
  const { field, minimum, operator, problem, times_ms } = work;
  const { corners, mesh, offsets } = operator;
  let label = NO_SOURCE;
  let mixture: Mixture = new Map();
  let best_ms = Infinity;
  for (let slot = offsets[node]!; slot < offsets[node + 1]!; slot++) {
    const entry = corners[slot]!;
    loadElementMetric(field, 0, operator.tensor_mm2PerMs2, entry >>> 2);
    loadFaceProblem(problem, mesh, entry >>> 2, entry & 3, times_ms);
    minimizeOverFace(minimum, problem, field, 0);
    if (!(minimum.time_ms < best_ms + TIE_ms)) continue;
    const candidate = mixStart(work, entry);
    const candidateLabel = findLargestShare(candidate);
    if (minimum.time_ms < best_ms - TIE_ms || candidateLabel < label) {
      label = candidateLabel;
      mixture = candidate;
    }
    best_ms = Math.min(best_ms, minimum.time_ms);
  }
  if ((mixture.get(label) ?? 1) < WHOLE_SHARE) work.mixtures.set(node, mixture);
  return label;
}

/** The mixture at the start of the path in `work.minimum`, over the corners activated before the node of the entry. */
function mixStart(work: LabelWork, entry: number): Mixture {
  const { minimum, mixtures, operator, sources, times_ms } = work;
  const { tetrahedra } = operator.mesh;
  const node = tetrahedra[entry]!;
  const shares = new Map<number, number>();
  let sum = 0;
  for (let other = 0, place = 0; other < 4; other++) {
    if (other === (entry & 3)) continue;
    const corner = tetrahedra[(entry & ~3) + other]!;
    const weight = minimum.weights[place++]!;
    if (weight === 0 || !(times_ms[corner]! < times_ms[node]!)) continue;
    sum += weight;
    for (const [source, share] of mixtures.get(corner) ?? [[sources[corner]!, 1] as const]) {
      shares.set(source, (shares.get(source) ?? 0) + weight * share);
    }
  }
  for (const [source, share] of shares) shares.set(source, share / sum);
  return shares;
}

function findLargestShare(mixture: Mixture): number {
  let label = NO_SOURCE;
  let largest = 0;
  for (const [source, share] of mixture) {
    if (share < largest || (share === largest && source > label)) continue;
    label = source;
    largest = share;
  }
  return label;
}
