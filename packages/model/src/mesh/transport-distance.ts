import type { TetrahedralMesh } from "./mesh.ts";
import { buildNodeElements, type NodeElements } from "./mesh-topology.ts";
import { buildUpwindStencil, type TransportField, type UpwindStencil } from "./upwind-stencil.ts";

export interface TransportStatus {
  readonly status: "converged" | "iteration-limit";
  readonly sweeps: number;
  /** Nodes that follow the edge of steepest descent of the potential because the field led them nowhere. */
  readonly edgeNodeCount: number;
  /** Nodes from which no source was reached: left at Infinity. */
  readonly unreachedCount: number;
}

/**
 * Length of the trajectory of a vector field from its source to each node: solves ∇d · t = 1, d = 0 at sources.
 *
 * From each node one straight step against t, averaged over the elements around the node, leads to a point of the
 * opposite face of one of them; d is the step plus the linear interpolation of d there (semi-Lagrangian, upwind). The
 * weights are positive, so d rises strictly along the step and never overshoots. Nodes are swept in the order of the
 * potential, in which nearly all dependencies are already final; sweeps repeat until nothing moves.
 *
 * @param outDistance_mm  written; nodeCount
 * @param isSource        nodeCount, 1 where d = 0
 * @param sign            1: distance from the low end of the field; -1: from its high end
 *
 * Accuracy: first order in the edge length, exact for straight parallel trajectories.
 * Cost: linear; memory 8 numbers a node.
 * Source: the equation and its use, Schuler et al., Med Image Anal 2021;74:102247, section 2; they solve it by least
 * squares, which is neither monotone nor as fast.
 */
export function computeTransportDistance(
  outDistance_mm: Float64Array,
  mesh: TetrahedralMesh,
  field: TransportField,
  isSource: Uint8Array,
  sign: 1 | -1,
): TransportStatus {
  const nodeElements = buildNodeElements(mesh);
  const stencil = buildUpwindStencil(mesh, nodeElements, field, isSource, sign);
  const order = orderNodes(field.potential, isSource, sign);
  outDistance_mm.fill(Number.POSITIVE_INFINITY);
  for (let node = 0; node < isSource.length; node++) if (isSource[node]) outDistance_mm[node] = 0;
  guessAlongEdges(outDistance_mm, stencil, order);
  const unreachedCount = linkStrandedNodes(outDistance_mm, stencil, mesh, nodeElements, order);
  const { sweeps, hasConverged } = sweepUntilStill(outDistance_mm, stencil, order);
  return {
    status: hasConverged ? "converged" : "iteration-limit",
    sweeps,
    edgeNodeCount: stencil.edgeNodeCount,
    unreachedCount,
  };
}

const MAX_SWEEPS = 400;
/** Largest change at which sweeping stops, mm. */
const STILL_mm = 1e-7;

function orderNodes(potential: Float64Array, isSource: Uint8Array, sign: 1 | -1): Uint32Array {
  const nodes: number[] = [];
  for (let node = 0; node < isSource.length; node++) if (!isSource[node]) nodes.push(node);
  return Uint32Array.from(nodes).sort((a, b) => sign * (potential[a]! - potential[b]!) || a - b);
}

/** A first guess: the descent of the potential along edges; Infinity where that ends in a local minimum. */
function guessAlongEdges(outDistance_mm: Float64Array, stencil: UpwindStencil, order: Uint32Array): void {
  for (let i = 0; i < order.length; i++) {
    const node = order[i]!;
    const start = stencil.steepest[node]!;
    if (start !== node) outDistance_mm[node] = stencil.steepestStep_mm[node]! + outDistance_mm[start]!;
  }
}

/**
 * Links nodes without a guess (around local minima, which flat elements can make) to reached neighbors, layer by layer.
 *
 * @returns the number of nodes that no chain of edges joins to a source
 */
function linkStrandedNodes(
  outDistance_mm: Float64Array,
  stencil: UpwindStencil,
  mesh: TetrahedralMesh,
  { offsets, elements }: NodeElements,
  order: Uint32Array,
): number {
  let stranded = Array.from(order).filter((node) => outDistance_mm[node] === Number.POSITIVE_INFINITY);
  while (stranded.length > 0) {
    const links: { node: number; to: number; distance_mm: number }[] = [];
    for (const node of stranded) {
      let to = -1;
      let distance_mm = Number.POSITIVE_INFINITY;
      for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
        for (let k = 0; k < 4; k++) {
          const vertex = mesh.tetrahedra[4 * elements[i]! + k]!;
          const candidate_mm = outDistance_mm[vertex]! + measureEdge(mesh.points_mm, node, vertex);
          if (candidate_mm >= distance_mm) continue;
          distance_mm = candidate_mm;
          to = vertex;
        }
      }
      if (to >= 0) links.push({ node, to, distance_mm });
    }
    if (links.length === 0) return stranded.length;
    for (const { node, to, distance_mm } of links) {
      outDistance_mm[node] = distance_mm;
      stencil.upwindNodes[3 * node] = to;
      stencil.weights.fill(0, 3 * node, 3 * node + 3);
      stencil.weights[3 * node] = 1;
      stencil.step_mm[node] = measureEdge(mesh.points_mm, node, to);
    }
    stranded = stranded.filter((node) => outDistance_mm[node] === Number.POSITIVE_INFINITY);
  }
  return 0;
}

function measureEdge(p: Float64Array, a: number, b: number): number {
  return Math.hypot(p[3 * a]! - p[3 * b]!, p[3 * a + 1]! - p[3 * b + 1]!, p[3 * a + 2]! - p[3 * b + 2]!);
}

function sweepUntilStill(outDistance_mm: Float64Array, stencil: UpwindStencil, order: Uint32Array) {
  const { upwindNodes, weights, step_mm } = stencil;
  for (let sweep = 1; sweep <= MAX_SWEEPS; sweep++) {
    let change = 0;
    for (let i = 0; i < order.length; i++) {
      const node = order[i]!;
      let value = step_mm[node]!;
      if (!(value > 0)) continue;
      for (let slot = 3 * node; slot < 3 * node + 3; slot++) {
        if (weights[slot]! > 0) value += weights[slot]! * outDistance_mm[upwindNodes[slot]!]!;
      }
      const difference = Math.abs(value - outDistance_mm[node]!);
      if (difference > change) change = difference;
      outDistance_mm[node] = value;
    }
    if (change < STILL_mm) return { sweeps: sweep, hasConverged: true };
  }
  return { sweeps: MAX_SWEEPS, hasConverged: false };
}
