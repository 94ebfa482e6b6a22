import { countTetrahedra, type TetrahedralMesh } from "./mesh.ts";

/**
 * Gradients of the four linear shape functions of one tetrahedron, 1/mm.
 *
 * @param out12  written; gradient of vertex k in out12[3k .. 3k+2]; they sum to zero
 * @returns the signed volume, mm3; out12 is not finite where it is 0
 */
export function writeShapeGradients(out12: Float64Array, mesh: TetrahedralMesh, element: number): number {
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
  const vwx = vy * wz - vz * wy;
  const vwy = vz * wx - vx * wz;
  const vwz = vx * wy - vy * wx;
  const determinant = ux * vwx + uy * vwy + uz * vwz;
  const inverse = 1 / determinant;
  out12[3] = vwx * inverse;
  out12[4] = vwy * inverse;
  out12[5] = vwz * inverse;
  out12[6] = (wy * uz - wz * uy) * inverse;
  out12[7] = (wz * ux - wx * uz) * inverse;
  out12[8] = (wx * uy - wy * ux) * inverse;
  out12[9] = (uy * vz - uz * vy) * inverse;
  out12[10] = (uz * vx - ux * vz) * inverse;
  out12[11] = (ux * vy - uy * vx) * inverse;
  out12[0] = -(out12[3]! + out12[6]! + out12[9]!);
  out12[1] = -(out12[4]! + out12[7]! + out12[10]!);
  out12[2] = -(out12[5]! + out12[8]! + out12[11]!);
  return determinant / 6;
}

/**
 * Gradient of a linear nodal field in every element.
 *
 * @param outGradient  written; 3 · elementCount, unit of the field per mm
 * @param nodeValues   nodeCount
 */
export function computeElementGradients(
  outGradient: Float64Array,
  mesh: TetrahedralMesh,
  nodeValues: Float64Array,
): void {
  const shape = new Float64Array(12);
  const elementCount = countTetrahedra(mesh);
  for (let element = 0; element < elementCount; element++) {
    writeShapeGradients(shape, mesh, element);
    let gx = 0;
    let gy = 0;
    let gz = 0;
    for (let k = 0; k < 4; k++) {
      const value = nodeValues[mesh.tetrahedra[4 * element + k]!]!;
      gx += value * shape[3 * k]!;
      gy += value * shape[3 * k + 1]!;
      gz += value * shape[3 * k + 2]!;
    }
    outGradient[3 * element] = gx;
    outGradient[3 * element + 1] = gy;
    outGradient[3 * element + 2] = gz;
  }
}
