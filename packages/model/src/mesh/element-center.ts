import type { Vector3 } from "../numerics/vector3.ts";
import type { TetrahedralMesh } from "./mesh.ts";

/** The mean of the four corners of a tetrahedron, mm. */
export function centerOfElement({ points_mm: p, tetrahedra }: TetrahedralMesh, element: number): Vector3 {
  const a = 3 * tetrahedra[4 * element]!;
  const b = 3 * tetrahedra[4 * element + 1]!;
  const c = 3 * tetrahedra[4 * element + 2]!;
  const d = 3 * tetrahedra[4 * element + 3]!;
  return [
    (p[a]! + p[b]! + p[c]! + p[d]!) / 4,
    (p[a + 1]! + p[b + 1]! + p[c + 1]! + p[d + 1]!) / 4,
    (p[a + 2]! + p[b + 2]! + p[c + 2]! + p[d + 2]!) / 4,
  ];
}
