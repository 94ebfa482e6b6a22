import type { SurfaceIndex } from "./surface-distance.ts";

type Vector = readonly [number, number, number];

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
  origin: Vector,
  direction: Vector,
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
function intersectTriangle({ surface }: SurfaceIndex, triangle: number, origin: Vector, direction: Vector): number {
  const { points_mm: p, triangles } = surface;
  const a = 3 * triangles[3 * triangle]!;
  const b = 3 * triangles[3 * triangle + 1]!;
  const c = 3 * triangles[3 * triangle + 2]!;
  const u: Vector = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!];
  const v: Vector = [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!];
  const across = cross(direction, v);
  const determinant = dot(u, across);
  if (Math.abs(determinant) < 1e-12) return -1;
  const from: Vector = [origin[0] - p[a]!, origin[1] - p[a + 1]!, origin[2] - p[a + 2]!];
  const s = dot(from, across) / determinant;
  if (s < 0 || s > 1) return -1;
  const side = cross(from, u);
  const t = dot(direction, side) / determinant;
  if (t < 0 || s + t > 1) return -1;
  return dot(v, side) / determinant;
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
