import type { TriangleSurface } from "../mesh/mesh.ts";
import { computeSurfaceDistance, indexSurface } from "../mesh/surface-distance.ts";
import { areaVector, cornersOfTriangle } from "../mesh/triangle-geometry.ts";
import { cross, dot, pointAt, subtract, type Vector3 } from "../numerics/vector3.ts";

/** The nearest place on a surface: a triangle, its barycentric weights there, and how far away it is. */
export interface NearestPlace {
  readonly triangle: number;
  readonly weights: Vector3;
  readonly distance_mm: number;
}

/** A finder of the nearest point of a surface, closed or not; at least one triangle. */
export function createNearestTriangleFinder(surface: TriangleSurface): (query_mm: Vector3) => NearestPlace {
  const index = indexSurface(surface);
  const { nearest } = index;
  return ([x, y, z]) => {
    const distance_mm = Math.abs(computeSurfaceDistance(index, x, y, z));
    const [a, b, c] = cornersOfTriangle(surface.points_mm, surface.triangles, nearest.triangle);
    return { triangle: nearest.triangle, weights: weightsOf(pointAt(nearest.point, 0), a, b, c), distance_mm };
  };
}

/** Barycentric weights of a point of triangle abc; all on a where the triangle has no area. */
function weightsOf(point: Vector3, a: Vector3, b: Vector3, c: Vector3): Vector3 {
  const normal = areaVector(a, b, c);
  const square = dot(normal, normal);
  if (square === 0) return [1, 0, 0];
  const offset = subtract(point, a);
  const wb = dot(cross(offset, subtract(c, a)), normal) / square;
  const wc = dot(cross(subtract(b, a), offset), normal) / square;
  return [1 - wb - wc, wb, wc];
}
