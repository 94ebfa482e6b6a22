import { cross, dot, subtract, type Vector3 } from "../numerics/vector3.ts";
import type { SurfaceIndex } from "./surface-distance.ts";
import { cornersOfTriangle } from "./triangle-geometry.ts";

export interface RayHit {
  readonly triangle: number;
  readonly distance_mm: number;
}

/**
 * The first triangle that a ray meets, other than the one it starts from; undefined when it meets none.
 *
 * Cells are walked in half steps and each triangle of a cell is tested once for the whole ray.
 *
 * @param origin    within the surface's box, mm
 * @param direction unit vector
 */
export function castRay(
  index: SurfaceIndex,
  origin: Vector3,
  direction: Vector3,
  fromTriangle: number,
): RayHit | undefined {
  const { origin_mm, cell_mm, counts, offsets, triangles } = index.grid;
  const step = cell_mm / 2;
  let best: RayHit | undefined;
  let lastCell = -1;
  for (let walked = 0; !best || walked < best.distance_mm + cell_mm; walked += step) {
    const i = Math.floor((origin[0] + walked * direction[0] - origin_mm[0]) / cell_mm);
    const j = Math.floor((origin[1] + walked * direction[1] - origin_mm[1]) / cell_mm);
    const k = Math.floor((origin[2] + walked * direction[2] - origin_mm[2]) / cell_mm);
    if (i < 0 || j < 0 || k < 0 || i >= counts[0] || j >= counts[1] || k >= counts[2]) break;
    const cell = i + counts[0] * (j + counts[1] * k);
    if (cell === lastCell) continue;
    lastCell = cell;
    for (let entry = offsets[cell]!; entry < offsets[cell + 1]!; entry++) {
      const triangle = triangles[entry]!;
      if (triangle === fromTriangle) continue;
      const distance_mm = intersectTriangle(index, triangle, origin, direction);
      if (distance_mm > 0 && distance_mm < (best?.distance_mm ?? Number.POSITIVE_INFINITY))
        best = { triangle, distance_mm };
    }
  }
  return best;
}

/** Way along the ray to a triangle, or -1. Source: Möller and Trumbore, J Graph Tools 1997;2:21. */
function intersectTriangle({ surface }: SurfaceIndex, triangle: number, origin: Vector3, direction: Vector3): number {
  const [a, b, c] = cornersOfTriangle(surface.points_mm, surface.triangles, triangle);
  const u = subtract(b, a);
  const v = subtract(c, a);
  const across = cross(direction, v);
  const determinant = dot(u, across);
  if (Math.abs(determinant) < 1e-12) return -1;
  const from = subtract(origin, a);
  const s = dot(from, across) / determinant;
  if (s < 0 || s > 1) return -1;
  const side = cross(from, u);
  const t = dot(direction, side) / determinant;
  if (t < 0 || s + t > 1) return -1;
  return dot(v, side) / determinant;
}
