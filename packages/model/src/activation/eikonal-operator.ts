import { writeShapeGradients } from "../mesh/element-gradient.ts";
import { countNodes, countTetrahedra, type TetrahedralMesh } from "../mesh/mesh.ts";
import { computeTensorForm, computeTensorProduct, invertTensor, isZeroTensor } from "../numerics/symmetric-tensor.ts";

/**
 * Everything the fast solver needs of one mesh with one velocity tensor, computed once and shared by all sources.
 *
 * With linear shape functions φ and k_ij = −∇φ_i · D ∇φ_j, the eikonal equation of an element is
 * Σ_{i<j} k_ij (T_i − T_j)² = 1, the same six numbers whichever node is asked for; the ray through an element has the
 * flux Σ_j k_ij (T_j − T_i) at node i. Six metric edge lengths |x_i − x_j|_M serve the faces and edges.
 */
export interface EikonalOperator {
  readonly mesh: TetrahedralMesh;
  /** 6 · elementCount, mm²/ms². */
  readonly tensor_mm2PerMs2: Float64Array;
  /** 12 · elementCount: k (1/ms²) of edges 01, 02, 03, 12, 13, 23, then the lengths (ms) of the same edges. */
  readonly coefficients: Float64Array;
  /** nodeCount + 1 starts into `corners`. */
  readonly offsets: Uint32Array;
  /** For each node, 4 · element + corner of the conducting elements around it, rising. */
  readonly corners: Uint32Array;
  /** Shortest and longest metric edge of the conducting elements; 0 when nothing conducts. */
  readonly shortestEdge_ms: number;
  readonly longestEdge_ms: number;
  /** Longest edge of the conducting elements in space; bounds how far an element reaches from its nodes. */
  readonly longestEdge_mm: number;
}

/** Corners of the six edges, in the order of `EikonalOperator.coefficients`. */
const EDGE_CORNERS = [
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 2],
  [1, 3],
  [2, 3],
] as const;

const EUCLIDEAN_METRIC = Float64Array.of(1, 0, 0, 1, 0, 1);

/**
 * Prepares the eikonal equation of a mesh for `solveEikonalFast`.
 *
 * @param mesh              nodes in mm, tetrahedra with positive volume
 * @param tensor_mm2PerMs2  6 · elementCount, upper triangle; eigenvalues 0.01 to 16; all zero where nothing conducts
 * @throws never; call `checkEikonalInput` at the border
 *
 * Cost: one pass over the elements; 112 bytes an element.
 */
export function buildEikonalOperator(mesh: TetrahedralMesh, tensor_mm2PerMs2: Float64Array): EikonalOperator {
  const elementCount = countTetrahedra(mesh);
  const coefficients = new Float64Array(12 * elementCount);
  const metric = new Float64Array(6);
  const gradients = new Float64Array(12);
  let shortestEdge_ms = Infinity;
  let longestEdge_ms = 0;
  let longestEdge_mm = 0;
  for (let element = 0; element < elementCount; element++) {
    if (isZeroTensor(tensor_mm2PerMs2, 6 * element)) continue;
    invertTensor(metric, 0, tensor_mm2PerMs2, 6 * element);
    writeShapeGradients(gradients, mesh, element);
    for (const [edge, [i, j]] of EDGE_CORNERS.entries()) {
      const length_ms = measureEdge(mesh, metric, element, i, j);
      longestEdge_mm = Math.max(longestEdge_mm, measureEdge(mesh, EUCLIDEAN_METRIC, element, i, j));
      coefficients[12 * element + edge] = -computeTensorProduct(tensor_mm2PerMs2, 6 * element, gradients, 3 * i, 3 * j);
      coefficients[12 * element + 6 + edge] = length_ms;
      if (length_ms < shortestEdge_ms) shortestEdge_ms = length_ms;
      if (length_ms > longestEdge_ms) longestEdge_ms = length_ms;
    }
  }
  if (longestEdge_ms === 0) shortestEdge_ms = 0;
  const { offsets, corners } = listConductingCorners(mesh, tensor_mm2PerMs2);
  return {
    mesh,
    tensor_mm2PerMs2,
    coefficients,
    offsets,
    corners,
    shortestEdge_ms,
    longestEdge_ms,
    longestEdge_mm,
  };
}

function measureEdge(mesh: TetrahedralMesh, metric: Float64Array, element: number, i: number, j: number): number {
  const { points_mm: p, tetrahedra } = mesh;
  const a = 3 * tetrahedra[4 * element + i]!;
  const b = 3 * tetrahedra[4 * element + j]!;
  return Math.sqrt(computeTensorForm(metric, 0, p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!));
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
