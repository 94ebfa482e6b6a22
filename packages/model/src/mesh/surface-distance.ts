import { findNearestOnTriangle, TRIANGLE_CORNER, TRIANGLE_EDGE } from "../numerics/closest-on-triangle.ts";
import type { TriangleSurface } from "./mesh.ts";
import { computePseudonormals, type SurfacePseudonormals } from "./surface-pseudonormals.ts";
import { buildTriangleGrid, type TriangleGrid } from "./triangle-grid.ts";

/** A closed surface made ready for distance queries, with the scratch space of one query. */
export interface SurfaceIndex {
  readonly surface: TriangleSurface;
  readonly grid: TriangleGrid;
  readonly normals: SurfacePseudonormals;
  /** Center x, y, z and radius of a ball around each triangle. */
  readonly balls: Float64Array;
  readonly nearest: NearestTriangle;
}

/** The answer of the last query. */
interface NearestTriangle {
  triangle: number;
  part: number;
  squaredDistance: number;
  readonly point: Float64Array;
  readonly trial: Float64Array;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export function indexSurface(surface: TriangleSurface): SurfaceIndex {
  return {
    surface,
    grid: buildTriangleGrid(surface),
    normals: computePseudonormals(surface),
    balls: computeBalls(surface),
    nearest: { triangle: -1, part: 0, squaredDistance: 0, point: new Float64Array(4), trial: new Float64Array(4) },
  };
}

/**
 * Exact signed distance to a closed surface, mm, negative inside; `index.nearest` then tells where the nearest point is.
 *
 * Rings of grid cells are searched outward until none can hold anything nearer. Sign by angle-weighted pseudonormals.
 * Cost: some tens of triangles near the surface, more rings farther away.
 */
export function computeSurfaceDistance(index: SurfaceIndex, x: number, y: number, z: number): number {
  const { nearest, grid } = index;
  const p = { x, y, z };
  nearest.squaredDistance = Number.POSITIVE_INFINITY;
  const i = clampCell(x, 0, grid);
  const j = clampCell(y, 1, grid);
  const k = clampCell(z, 2, grid);
  let ring = grid.emptyRings[i + grid.counts[0] * (j + grid.counts[1] * k)]!;
  do {
    searchRing(index, p, i, j, k, ring);
    ring++;
  } while (nearest.squaredDistance > ((ring - 1) * grid.cell_mm) ** 2);
  return signOfNearest(index, p) * Math.sqrt(nearest.squaredDistance);
}

function clampCell(value: number, axis: 0 | 1 | 2, { origin_mm, cell_mm, counts }: TriangleGrid): number {
  return Math.min(counts[axis] - 1, Math.max(0, Math.floor((value - origin_mm[axis]) / cell_mm)));
}

/** Searches the cells `ring` cells away from cell (ci, cj, ck), except those that lie beyond what is already found. */
function searchRing(index: SurfaceIndex, p: Point, ci: number, cj: number, ck: number, ring: number): void {
  const { nearest, grid } = index;
  const [nx, ny, nz] = grid.counts;
  for (let k = Math.max(0, ck - ring); k <= Math.min(nz - 1, ck + ring); k++) {
    const squaredZ = gapToCell(p.z, 2, k, grid) ** 2;
    if (squaredZ >= nearest.squaredDistance) continue;
    for (let j = Math.max(0, cj - ring); j <= Math.min(ny - 1, cj + ring); j++) {
      const squaredYZ = squaredZ + gapToCell(p.y, 1, j, grid) ** 2;
      if (squaredYZ >= nearest.squaredDistance) continue;
      const isOnFace = Math.abs(k - ck) === ring || Math.abs(j - cj) === ring;
      const step = isOnFace || ring === 0 ? 1 : 2 * ring;
      for (let i = ci - ring; i <= ci + ring; i += step) {
        if (i < 0 || i >= nx || squaredYZ + gapToCell(p.x, 0, i, grid) ** 2 >= nearest.squaredDistance) continue;
        searchCell(index, p, i + nx * (j + ny * k));
      }
    }
  }
}

function gapToCell(value: number, axis: 0 | 1 | 2, cell: number, { origin_mm, cell_mm }: TriangleGrid): number {
  const low = origin_mm[axis] + cell * cell_mm;
  return Math.max(0, low - value, value - low - cell_mm);
}

function searchCell(index: SurfaceIndex, p: Point, cell: number): void {
  const { grid, balls, nearest, surface } = index;
  const end = grid.offsets[cell + 1]!;
  for (let entry = grid.offsets[cell]!; entry < end; entry++) {
    const triangle = grid.triangles[entry]!;
    const ball = 4 * triangle;
    const reach = Math.sqrt(nearest.squaredDistance) + balls[ball + 3]!;
    const squared = (p.x - balls[ball]!) ** 2 + (p.y - balls[ball + 1]!) ** 2 + (p.z - balls[ball + 2]!) ** 2;
    if (squared > reach * reach) continue;
    const corners = {
      a: 3 * surface.triangles[3 * triangle]!,
      b: 3 * surface.triangles[3 * triangle + 1]!,
      c: 3 * surface.triangles[3 * triangle + 2]!,
    };
    const part = findNearestOnTriangle(nearest.trial, surface.points_mm, corners, p);
    if (nearest.trial[3]! >= nearest.squaredDistance) continue;
    nearest.squaredDistance = nearest.trial[3]!;
    nearest.triangle = triangle;
    nearest.part = part;
    nearest.point.set(nearest.trial);
  }
}

function signOfNearest({ nearest, normals, surface }: SurfaceIndex, p: Point): number {
  const { triangle, part, point } = nearest;
  let normal = normals.faces;
  let at = 3 * triangle;
  if (part >= TRIANGLE_EDGE) {
    normal = normals.edges;
    at = 9 * triangle + 3 * (part - TRIANGLE_EDGE);
  } else if (part >= TRIANGLE_CORNER) {
    normal = normals.points;
    at = 3 * surface.triangles[3 * triangle + part - TRIANGLE_CORNER]!;
  }
  const side =
    (p.x - point[0]!) * normal[at]! + (p.y - point[1]!) * normal[at + 1]! + (p.z - point[2]!) * normal[at + 2]!;
  return side < 0 ? -1 : 1;
}

function computeBalls({ points_mm: p, triangles }: TriangleSurface): Float64Array {
  const balls = new Float64Array((4 * triangles.length) / 3);
  for (let triangle = 0; triangle < triangles.length / 3; triangle++) {
    const corners = [0, 1, 2].map((k) => 3 * triangles[3 * triangle + k]!);
    const center = [0, 1, 2].map((axis) => corners.reduce((sum, corner) => sum + p[corner + axis]!, 0) / 3);
    const radius = Math.max(
      ...corners.map((c) => Math.hypot(p[c]! - center[0]!, p[c + 1]! - center[1]!, p[c + 2]! - center[2]!)),
    );
    balls.set([...center, radius], 4 * triangle);
  }
  return balls;
}
