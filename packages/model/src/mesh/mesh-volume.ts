import { countTetrahedra, type TetrahedralMesh } from "./mesh.ts";

/** Signed volume of one tetrahedron, mm3; positive for the vertex order of `TetrahedralMesh`. */
export function computeElementVolume(mesh: TetrahedralMesh, element: number): number {
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
  return (ux * (vy * wz - vz * wy) + uy * (vz * wx - vx * wz) + uz * (vx * wy - vy * wx)) / 6;
}

/** Volume of all elements, or of those that `isCounted` accepts, mm3. */
export function computeMeshVolume(mesh: TetrahedralMesh, isCounted?: (element: number) => boolean): number {
  let volume_mm3 = 0;
  const elementCount = countTetrahedra(mesh);
  for (let element = 0; element < elementCount; element++) {
    if (!isCounted || isCounted(element)) volume_mm3 += computeElementVolume(mesh, element);
  }
  return volume_mm3;
}
