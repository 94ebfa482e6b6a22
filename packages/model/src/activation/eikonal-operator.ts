import { writeShapeGradients } from "../mesh/element-gradient.ts";
import { countNodes, countTetrahedra, type TetrahedralMesh } from "../mesh/mesh.ts";
import { computeTensorForm, computeTensorProduct, invertTensor, isZeroTensor } from "../numerics/symmetric-tensor.ts";
import { REINSERTION_THRESHOLD_ms } from "./eikonal-seeds.ts";

/**
 * Everything the fast solver needs of one mesh with one velocity tensor, computed once and shared by all sources.
 *
 * With linear shape functions φ and k_ij = −∇φ_i · D ∇φ_j, the eikonal equation of an element is
 * Σ_{i<j} k_ij (T_i − T_j)² = 1, the same six numbers whichever node is asked for; the ray through an element has the
 * flux Σ_j k_ij (T_i − T_j) at node i.
 */
export interface EikonalOperator {
  readonly mesh: TetrahedralMesh;
  /** 6 · elementCount, mm²/ms². */
  readonly tensor_mm2PerMs2: Float64Array;
  /** 8 · elementCount: k (1/ms²) of edges 01, 02, 03, 12, 13, 23, then the element's `nodes`: together 64 bytes. */
  readonly couplings: Float64Array;
  /** The same memory as indices: the four nodes of an element start at 16 · element + 12. */
  readonly nodes: Uint32Array;
  /** nodeCount + 1 starts into `corners`. */
  readonly offsets: Uint32Array;
  /** For each node, 4 · element + corner of the conducting elements around it, rising. */
  readonly corners: Uint32Array;
  /** Shortest and longest metric edge of the conducting elements; 0 when nothing conducts. */
  readonly shortestEdge_ms: number;
  readonly longestEdge_ms: number;
  /** An element of at most this Σ k_ij (T_i − T_j)² improves none of its nodes by the reinsertion threshold. */
  readonly slownessLimit: number;
  /** Longest edge of the conducting elements in space; bounds how far an element reaches from its nodes. */
  readonly longestEdge_mm: number;
}

/** Corners of the six edges, in the order of `EikonalOperator.couplings`. */
const EDGE_CORNERS = Uint8Array.of(0, 1, 0, 2, 0, 3, 1, 2, 1, 3, 2, 3);

/**
 * Prepares the eikonal equation of a mesh for `solveEikonalFast`.
 *
 * @param mesh              nodes in mm, tetrahedra with positive volume
 * @param tensor_mm2PerMs2  6 · elementCount, upper triangle; eigenvalues 0.01 to 16; all zero where nothing conducts
 * @throws never; call `checkEikonalInput` at the border
 *
 * Cost: one pass over the elements; 80 bytes an element.
 */
export function buildEikonalOperator(mesh: TetrahedralMesh, tensor_mm2PerMs2: Float64Array): EikonalOperator {
  const elementCount = countTetrahedra(mesh);
  const couplings = new Float64Array(8 * elementCount);
  const nodes = new Uint32Array(couplings.buffer);
  const metric = new Float64Array(6);
  const gradients = new Float64Array(12);
  const extremes: EdgeExtremes = { shortest_ms2: Infinity, longest_ms2: 0, longest_mm2: 0 };
  for (let element = 0; element < elementCount; element++) {
    for (let i = 0; i < 4; i++) nodes[16 * element + 12 + i] = mesh.tetrahedra[4 * element + i]!;
    if (isZeroTensor(tensor_mm2PerMs2, 6 * element)) continue;
    invertTensor(metric, 0, tensor_mm2PerMs2, 6 * element);
    writeShapeGradients(gradients, mesh, element);
    for (let edge = 0; edge < 6; edge++) {
      const i = EDGE_CORNERS[2 * edge]!;
      const j = EDGE_CORNERS[2 * edge + 1]!;
      couplings[8 * element + edge] = -computeTensorProduct(tensor_mm2PerMs2, 6 * element, gradients, 3 * i, 3 * j);
      includeEdge(extremes, mesh, metric, 4 * element + i, 4 * element + j);
    }
  }
  const longestEdge_ms = Math.sqrt(extremes.longest_ms2);
  return {
    mesh,
    tensor_mm2PerMs2,
    couplings,
    nodes,
    ...listConductingCorners(mesh, tensor_mm2PerMs2),
    shortestEdge_ms: longestEdge_ms === 0 ? 0 : Math.sqrt(extremes.shortest_ms2),
    longestEdge_ms,
    // A path of length L improves by at most (√s − 1) L ≤ (s − 1) L / 2.
    slownessLimit: 1 + (2 * REINSERTION_THRESHOLD_ms) / longestEdge_ms,
    longestEdge_mm: Math.sqrt(extremes.longest_mm2),
  };
}

/** Squares, so that no edge needs a root of its own. */
interface EdgeExtremes {
  shortest_ms2: number;
  longest_ms2: number;
  longest_mm2: number;
}

function includeEdge(
  out: EdgeExtremes,
  { points_mm: p, tetrahedra }: TetrahedralMesh,
  metric: Float64Array,
  from: number,
  to: number,
): void {
  const a = 3 * tetrahedra[from]!;
  const b = 3 * tetrahedra[to]!;
  const x = p[b]! - p[a]!;
  const y = p[b + 1]! - p[a + 1]!;
  const z = p[b + 2]! - p[a + 2]!;
  const squared_ms2 = computeTensorForm(metric, 0, x, y, z);
  const squared_mm2 = x * x + y * y + z * z;
  if (squared_ms2 < out.shortest_ms2) out.shortest_ms2 = squared_ms2;
  if (squared_ms2 > out.longest_ms2) out.longest_ms2 = squared_ms2;
  if (squared_mm2 > out.longest_mm2) out.longest_mm2 = squared_mm2;
}

function listConductingCorners(
  mesh: TetrahedralMesh,
  tensor_mm2PerMs2: Float64Array,
): { offsets: Uint32Array; corners: Uint32Array } {
  const { tetrahedra } = mesh;
  const nodeCount = countNodes(mesh);
  const elementCount = countTetrahedra(mesh);
  const offsets = new Uint32Array(nodeCount + 1);
  for (let element = 0; element < elementCount; element++) {
    if (isZeroTensor(tensor_mm2PerMs2, 6 * element)) continue;
    for (let i = 4 * element; i < 4 * element + 4; i++) offsets[tetrahedra[i]! + 1]!++;
  }
  for (let node = 0; node < nodeCount; node++) offsets[node + 1]! += offsets[node]!;
  const next = offsets.slice(0, nodeCount);
  const corners = new Uint32Array(offsets[nodeCount]!);
  for (let element = 0; element < elementCount; element++) {
    if (isZeroTensor(tensor_mm2PerMs2, 6 * element)) continue;
    for (let i = 4 * element; i < 4 * element + 4; i++) corners[next[tetrahedra[i]!]!++] = i;
  }
  return { offsets, corners };
}
