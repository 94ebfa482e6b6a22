import type { TriangleSurface } from "./mesh.ts";

/** Triangles listed by the cells of a uniform grid that their boxes touch. */
export interface TriangleGrid {
  readonly origin_mm: readonly [number, number, number];
  readonly cell_mm: number;
  readonly counts: readonly [number, number, number];
  /** Cell i lists triangles[offsets[i] .. offsets[i + 1] - 1]. */
  readonly offsets: Uint32Array;
  readonly triangles: Uint32Array;
  /** For every cell, how many cells away (Chebyshev) the nearest listed triangle is. */
  readonly emptyRings: Uint16Array;
}

/** Cells are this many mean edges wide, wider when there would be more than MOST_CELLS; measured to be about fastest. */
const EDGES_PER_CELL = 1.5;
const MOST_CELLS = 2_000_000;

/** Cost: linear in triangles and cells. */
export function buildTriangleGrid(surface: TriangleSurface): TriangleGrid {
  const bounds = boundsOfPoints(surface.points_mm);
  const size = [0, 1, 2].map((axis) => bounds[axis + 3]! - bounds[axis]!);
  const volume = size.reduce((product, length) => product * Math.max(length, 1e-3), 1);
  const cell_mm = Math.max(EDGES_PER_CELL * meanTriangleEdge(surface), Math.cbrt(volume / MOST_CELLS));
  const origin_mm = [bounds[0], bounds[1], bounds[2]] as const;
  const counts = size.map((length) => Math.floor(length / cell_mm) + 1) as unknown as readonly [number, number, number];
  const cellCount = counts[0] * counts[1] * counts[2];
  const grid = { origin_mm, cell_mm, counts };
  const offsets = new Uint32Array(cellCount + 1);
  visitCells(surface, grid, (_triangle, cell) => offsets[cell + 1]!++);
  for (let cell = 0; cell < cellCount; cell++) offsets[cell + 1]! += offsets[cell]!;
  const next = offsets.slice(0, cellCount);
  const triangles = new Uint32Array(offsets[cellCount]!);
  visitCells(surface, grid, (triangle, cell) => {
    triangles[next[cell]!++] = triangle;
  });
  return { ...grid, offsets, triangles, emptyRings: countEmptyRings(counts, offsets) };
}

/** minX, minY, minZ, maxX, maxY, maxZ of points. */
export function boundsOfPoints(points_mm: Float64Array): [number, number, number, number, number, number] {
  const low: [number, number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high: [number, number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < points_mm.length; i++) {
    low[i % 3] = Math.min(low[i % 3]!, points_mm[i]!);
    high[i % 3] = Math.max(high[i % 3]!, points_mm[i]!);
  }
  return [...low, ...high];
}

function meanTriangleEdge({ points_mm: p, triangles }: TriangleSurface): number {
  let sum = 0;
  for (let i = 0; i < triangles.length; i++) {
    const a = 3 * triangles[i]!;
    const b = 3 * triangles[i % 3 === 2 ? i - 2 : i + 1]!;
    sum += Math.hypot(p[a]! - p[b]!, p[a + 1]! - p[b + 1]!, p[a + 2]! - p[b + 2]!);
  }
  return sum / Math.max(1, triangles.length);
}

function visitCells(
  { points_mm: p, triangles }: TriangleSurface,
  { origin_mm, cell_mm, counts }: Pick<TriangleGrid, "origin_mm" | "cell_mm" | "counts">,
  visit: (triangle: number, cell: number) => void,
): void {
  const first = [0, 0, 0];
  const last = [0, 0, 0];
  for (let triangle = 0; triangle < triangles.length / 3; triangle++) {
    for (let axis = 0; axis < 3; axis++) {
      const a = p[3 * triangles[3 * triangle]! + axis]!;
      const b = p[3 * triangles[3 * triangle + 1]! + axis]!;
      const c = p[3 * triangles[3 * triangle + 2]! + axis]!;
      first[axis] = Math.floor((Math.min(a, b, c) - origin_mm[axis]!) / cell_mm);
      last[axis] = Math.min(counts[axis]! - 1, Math.floor((Math.max(a, b, c) - origin_mm[axis]!) / cell_mm));
    }
    for (let k = first[2]!; k <= last[2]!; k++) {
      for (let j = first[1]!; j <= last[1]!; j++) {
        for (let i = first[0]!; i <= last[0]!; i++) visit(triangle, i + counts[0] * (j + counts[1] * k));
      }
    }
  }
}

/** Distance to the nearest occupied cell, spreading ring by ring from all occupied cells at once. */
function countEmptyRings(counts: readonly [number, number, number], offsets: Uint32Array): Uint16Array {
  const rings = new Uint16Array(offsets.length - 1).fill(0xffff);
  for (let cell = 0; cell < rings.length; cell++) if (offsets[cell + 1]! > offsets[cell]!) rings[cell] = 0;
  let frontier: number[] = [];
  for (let cell = 0; cell < rings.length; cell++) if (rings[cell] === 0) frontier.push(cell);
  const [nx, ny, nz] = counts;
  for (let ring = 1; frontier.length > 0; ring++) {
    const reached: number[] = [];
    for (const cell of frontier) {
      const i = cell % nx;
      const j = Math.floor(cell / nx) % ny;
      const k = Math.floor(cell / (nx * ny));
      for (let dk = k > 0 ? -1 : 0; dk <= (k < nz - 1 ? 1 : 0); dk++) {
        for (let dj = j > 0 ? -1 : 0; dj <= (j < ny - 1 ? 1 : 0); dj++) {
          for (let di = i > 0 ? -1 : 0; di <= (i < nx - 1 ? 1 : 0); di++) {
            const next = cell + di + nx * (dj + ny * dk);
            if (rings[next] !== 0xffff) continue;
            rings[next] = ring;
            reached.push(next);
          }
        }
      }
    }
    frontier = reached;
  }
  return rings;
}
