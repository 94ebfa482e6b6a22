import type { TetrahedralMesh } from "./mesh.ts";

/** Pairs of vertices of a tetrahedron. */
const PAIRS = [0, 1, 0, 2, 0, 3, 1, 2, 1, 3, 2, 3] as const;

/** Mean edge of a tetrahedral mesh, mm, each edge weighted by the number of elements around it. */
export function computeMeanEdgeLength(mesh: TetrahedralMesh): number {
  const { points_mm: p, tetrahedra } = mesh;
  let sum_mm = 0;
  for (let first = 0; first < tetrahedra.length; first += 4) {
    for (let i = 0; i < PAIRS.length; i += 2) {
      const a = 3 * tetrahedra[first + PAIRS[i]!]!;
      const b = 3 * tetrahedra[first + PAIRS[i + 1]!]!;
      const dx = p[a]! - p[b]!;
      const dy = p[a + 1]! - p[b + 1]!;
      const dz = p[a + 2]! - p[b + 2]!;
      sum_mm += Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return sum_mm / (1.5 * tetrahedra.length);
}
