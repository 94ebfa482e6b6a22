import { writeShapeGradients } from "../mesh/element-gradient.ts";
import type { TetrahedralMesh } from "../mesh/mesh.ts";

/** The four barycentric weights of one element as functions of space. */
export interface BarycentricMap {
  /** The first node of the element, mm; there the weights are 1, 0, 0, 0. */
  readonly origin_mm: readonly [number, number, number];
  /** 12 numbers: the gradient of each weight, 1/mm. */
  readonly gradients: Float64Array;
}

export function buildBarycentricMap(mesh: TetrahedralMesh, element: number): BarycentricMap {
  const gradients = new Float64Array(12);
  writeShapeGradients(gradients, mesh, element);
  const origin = 3 * mesh.tetrahedra[4 * element]!;
  const { points_mm } = mesh;
  return { origin_mm: [points_mm[origin]!, points_mm[origin + 1]!, points_mm[origin + 2]!], gradients };
}

/** The weights of the element's nodes at a point; they add to 1, and one is negative outside. */
export function evaluateBarycentric(
  map: BarycentricMap,
  at_mm: readonly [number, number, number],
): [number, number, number, number] {
  const offset = [at_mm[0] - map.origin_mm[0], at_mm[1] - map.origin_mm[1], at_mm[2] - map.origin_mm[2]] as const;
  return [1 + slopeOf(map, 0, offset), slopeOf(map, 1, offset), slopeOf(map, 2, offset), slopeOf(map, 3, offset)];
}

/** How much weight i grows along a vector in mm. */
export function slopeOf(map: BarycentricMap, i: number, vector_mm: readonly [number, number, number]): number {
  const g = map.gradients;
  return g[3 * i]! * vector_mm[0] + g[3 * i + 1]! * vector_mm[1] + g[3 * i + 2]! * vector_mm[2];
}
