import { cross, pointAt, subtract, type Vector3 } from "../numerics/vector3.ts";

/** The three corners of triangle number `triangle`, mm. */
export function cornersOfTriangle(
  points_mm: Float64Array,
  triangles: Uint32Array,
  triangle: number,
): readonly [Vector3, Vector3, Vector3] {
  return [
    pointAt(points_mm, triangles[3 * triangle]!),
    pointAt(points_mm, triangles[3 * triangle + 1]!),
    pointAt(points_mm, triangles[3 * triangle + 2]!),
  ];
}

/** Normal of a triangle with twice its area as length, mm²; toward the side from which abc turn counter-clockwise. */
export function areaVector(a: Vector3, b: Vector3, c: Vector3): Vector3 {
  return cross(subtract(b, a), subtract(c, a));
}
