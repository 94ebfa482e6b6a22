import { countTetrahedra, type TetrahedralMesh } from "./mesh.ts";
import { computeElementVolume } from "./mesh-volume.ts";

export interface MeshQuality {
  /** Smallest angle between two faces of an element, rad; 1.231 in a regular tetrahedron. */
  readonly minDihedral_rad: number;
  readonly maxDihedral_rad: number;
  /** The element with the smallest dihedral angle. */
  readonly worstElement: number;
  readonly minVolume_mm3: number;
  readonly minEdge_mm: number;
  /** Mean over elements of their six edges (an inner edge counts once per element around it). */
  readonly meanEdge_mm: number;
  readonly maxEdge_mm: number;
}

const EDGES = [
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 2],
  [1, 3],
  [2, 3],
] as const;

/**
 * Shape of the elements: dihedral angles, volumes, edges.
 *
 * Dihedral angle at the edge between faces i and j: π - angle of their outward normals.
 * Cost: linear, six angles an element. An empty mesh gives infinities.
 */
export function measureMeshQuality(mesh: TetrahedralMesh): MeshQuality {
  const elementCount = countTetrahedra(mesh);
  const cosines = new Float64Array(6);
  const edges_mm = new Float64Array(6);
  let highestCosine = -1;
  let lowestCosine = 1;
  let worstElement = 0;
  let minVolume_mm3 = Number.POSITIVE_INFINITY;
  let minEdge_mm = Number.POSITIVE_INFINITY;
  let maxEdge_mm = 0;
  let edgeSum_mm = 0;
  for (let element = 0; element < elementCount; element++) {
    computeDihedralCosines(cosines, mesh, element);
    computeEdgeLengths(edges_mm, mesh, element);
    for (let edge = 0; edge < 6; edge++) {
      const cosine = cosines[edge]!;
      if (cosine > highestCosine) {
        highestCosine = cosine;
        worstElement = element;
      }
      lowestCosine = Math.min(lowestCosine, cosine);
      minEdge_mm = Math.min(minEdge_mm, edges_mm[edge]!);
      maxEdge_mm = Math.max(maxEdge_mm, edges_mm[edge]!);
      edgeSum_mm += edges_mm[edge]!;
    }
    minVolume_mm3 = Math.min(minVolume_mm3, computeElementVolume(mesh, element));
  }
  return {
    minDihedral_rad: Math.acos(Math.min(1, highestCosine)),
    maxDihedral_rad: Math.acos(Math.max(-1, lowestCosine)),
    worstElement,
    minVolume_mm3,
    minEdge_mm,
    meanEdge_mm: edgeSum_mm / (6 * elementCount),
    maxEdge_mm,
  };
}

/** Writes the cosines of the six dihedral angles of one element, between the faces opposite vertices (0,1), (0,2), ... */
function computeDihedralCosines(outCosines: Float64Array, mesh: TetrahedralMesh, element: number): void {
  const { points_mm: p, tetrahedra } = mesh;
  const a = 3 * tetrahedra[4 * element]!;
  const b = 3 * tetrahedra[4 * element + 1]!;
  const c = 3 * tetrahedra[4 * element + 2]!;
  const d = 3 * tetrahedra[4 * element + 3]!;
  const ux = p[b]! - p[a]!;
  const uy = p[b + 1]! - p[a + 1]!;
  const uz = p[b + 2]! - p[a + 2]!;
  const vx = p[c]! - p[a]!;
  const vy = p[c + 1]! - p[a + 1]!;
  const vz = p[c + 2]! - p[a + 2]!;
  const wx = p[d]! - p[a]!;
  const wy = p[d + 1]! - p[a + 1]!;
  const wz = p[d + 2]! - p[a + 2]!;
  // Normals scaled by twice the face area; n0 + n1 + n2 + n3 = 0.
  const x1 = vy * wz - vz * wy;
  const y1 = vz * wx - vx * wz;
  const z1 = vx * wy - vy * wx;
  const x2 = wy * uz - wz * uy;
  const y2 = wz * ux - wx * uz;
  const z2 = wx * uy - wy * ux;
  const x3 = uy * vz - uz * vy;
  const y3 = uz * vx - ux * vz;
  const z3 = ux * vy - uy * vx;
  const x0 = -x1 - x2 - x3;
  const y0 = -y1 - y2 - y3;
  const z0 = -z1 - z2 - z3;
  const n0 = Math.sqrt(x0 * x0 + y0 * y0 + z0 * z0);
  const n1 = Math.sqrt(x1 * x1 + y1 * y1 + z1 * z1);
  const n2 = Math.sqrt(x2 * x2 + y2 * y2 + z2 * z2);
  const n3 = Math.sqrt(x3 * x3 + y3 * y3 + z3 * z3);
  outCosines[0] = -(x0 * x1 + y0 * y1 + z0 * z1) / (n0 * n1);
  outCosines[1] = -(x0 * x2 + y0 * y2 + z0 * z2) / (n0 * n2);
  outCosines[2] = -(x0 * x3 + y0 * y3 + z0 * z3) / (n0 * n3);
  outCosines[3] = -(x1 * x2 + y1 * y2 + z1 * z2) / (n1 * n2);
  outCosines[4] = -(x1 * x3 + y1 * y3 + z1 * z3) / (n1 * n3);
  outCosines[5] = -(x2 * x3 + y2 * y3 + z2 * z3) / (n2 * n3);
}

function computeEdgeLengths(outEdges_mm: Float64Array, mesh: TetrahedralMesh, element: number): void {
  const { points_mm: p, tetrahedra } = mesh;
  for (let edge = 0; edge < 6; edge++) {
    const [i, j] = EDGES[edge]!;
    const a = 3 * tetrahedra[4 * element + i]!;
    const b = 3 * tetrahedra[4 * element + j]!;
    const x = p[a]! - p[b]!;
    const y = p[a + 1]! - p[b + 1]!;
    const z = p[a + 2]! - p[b + 2]!;
    outEdges_mm[edge] = Math.sqrt(x * x + y * y + z * z);
  }
}
