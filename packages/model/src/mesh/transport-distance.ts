import type { TetrahedralMesh } from "./mesh.ts";
import { solveUpwind } from "./solve-upwind.ts";
import {
  averageDirections,
  buildUpwindStencil,
  type NodalField,
  prepareTransport,
  type TransportField,
  type TransportGeometry,
  type UpwindStencil,
} from "./upwind-stencil.ts";

export interface TransportStatus {
  /** `loop-unsolved`: nodes that depend on each other only, which keep the length along edges. */
  readonly status: "converged" | "loop-unsolved";
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
 * weights are positive, so d rises strictly along the step and never overshoots. Each node is solved after those it
 * depends on, the few that depend on each other together.
 *
 * @param outDistance_mm  written; nodeCount
 * @param isSource        nodeCount, 1 where d = 0
 * @param sign            1: distance from the low end of the field; -1: from its high end
 *
 * Accuracy: first order in the edge length, exact for straight parallel trajectories.
 * Cost: linear; memory 8 numbers a node and 13 an element.
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
  const geometry = prepareTransport(mesh);
  return solveTransport(outDistance_mm, geometry, averageDirections(geometry, field), { isSource, sign });
}

/** Lengths of the trajectories of a field to both of its ends, nodeCount each; see `computeTransportDistance`. */
export function computeTransportDistances(
  mesh: TetrahedralMesh,
  field: TransportField,
  isLowEnd: Uint8Array,
  isHighEnd: Uint8Array,
): { readonly toLow_mm: Float64Array; readonly toHigh_mm: Float64Array } {
  const geometry = prepareTransport(mesh);
  const toLow_mm = new Float64Array(isLowEnd.length);
  const toHigh_mm = new Float64Array(isHighEnd.length);
  const nodal = averageDirections(geometry, field);
  solveTransport(toLow_mm, geometry, nodal, { isSource: isLowEnd, sign: 1 });
  solveTransport(toHigh_mm, geometry, nodal, { isSource: isHighEnd, sign: -1 });
  return { toLow_mm, toHigh_mm };
}

interface TransportEnd {
  readonly isSource: Uint8Array;
  readonly sign: 1 | -1;
}

function solveTransport(
  outDistance_mm: Float64Array,
  geometry: TransportGeometry,
  field: NodalField,
  { isSource, sign }: TransportEnd,
): TransportStatus {
  const stencil = buildUpwindStencil(geometry, field, isSource, sign);
  guessAlongEdges(outDistance_mm, stencil, isSource);
  const unreachedCount = linkStrandedNodes(outDistance_mm, stencil, geometry);
  const status = solveUpwind(outDistance_mm, stencil);
  return { status, edgeNodeCount: stencil.edgeNodeCount, unreachedCount };
}

/** The descent of the potential along edges; Infinity where that ends in a local minimum. */
function guessAlongEdges(outDistance_mm: Float64Array, stencil: UpwindStencil, isSource: Uint8Array): void {
  const { steepest, steepestStep_mm } = stencil;
  const isKnown = isSource.slice();
  const path = new Uint32Array(isSource.length);
  for (let node = 0; node < isSource.length; node++) outDistance_mm[node] = isSource[node] ? 0 : Infinity;
  for (let first = 0; first < isSource.length; first++) {
    let depth = 0;
    let node = first;
    while (!isKnown[node]) {
      isKnown[node] = 1;
      path[depth++] = node;
      node = steepest[node]!;
    }
    while (depth > 0) {
      const lower = node;
      node = path[--depth]!;
      if (lower !== node) outDistance_mm[node] = steepestStep_mm[node]! + outDistance_mm[lower]!;
    }
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
  { mesh, nodeElements }: TransportGeometry,
): number {
  const { offsets, elements } = nodeElements;
  let stranded: number[] = [];
  for (let node = 0; node < outDistance_mm.length; node++) if (outDistance_mm[node] === Infinity) stranded.push(node);
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
