import type { TriangleSurface } from "../mesh/mesh.ts";

/** The nearest place on a surface: a triangle, its barycentric weights there, and how far away it is. */
export interface NearestPlace {
  readonly triangle: number;
  readonly weights: readonly [number, number, number];
  readonly distance_mm: number;
}

interface Grid {
  readonly origin_mm: readonly number[];
  readonly cell_mm: number;
  readonly cells: readonly [number, number, number];
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;
}

/**
 * A finder of the nearest point of a triangle surface.
 *
 * Triangles are sorted into a uniform grid of about twice their edge; the search walks cells in growing shells and stops
 * when no unseen cell can be nearer.
 *
 * @param surface  at least one triangle; points may be shared with other meshes
 * @returns function of x, y, z in mm; exact to rounding
 * Cost: build n; query about one shell near the surface, more when far away.
 * Source: closest point on a triangle, Ericson, Real-Time Collision Detection, 2005, 5.1.5.
 */
export function createNearestTriangleFinder(
  surface: TriangleSurface,
): (x_mm: number, y_mm: number, z_mm: number) => NearestPlace {
  const grid = buildGrid(surface);
  const weights = new Float64Array(3);

  return (x_mm, y_mm, z_mm) => {
    const query = [x_mm, y_mm, z_mm] as const;
    const home = query.map((value, axis) => cellIndex(grid, value, axis));
    const shells = Math.max(...grid.cells);
    let best = { triangle: -1, weights: [1, 0, 0] as [number, number, number], distance_mm: Number.POSITIVE_INFINITY };
    for (let shell = 0; shell <= shells; shell++) {
      visitShell(grid, home, shell, (cell) => {
        for (let k = grid.offsets[cell]!; k < grid.offsets[cell + 1]!; k++) {
          const triangle = grid.items[k]!;
          const distance_mm = measureTriangleDistance(weights, surface, triangle, query);
          if (distance_mm < best.distance_mm) {
            best = { triangle, weights: [weights[0]!, weights[1]!, weights[2]!], distance_mm };
          }
        }
      });
      if (best.distance_mm <= shell * grid.cell_mm) break;
    }
    return best;
  };
}

function cellIndex(grid: Grid, value: number, axis: number): number {
  const index = Math.floor((value - grid.origin_mm[axis]!) / grid.cell_mm);
  return Math.min(grid.cells[axis]! - 1, Math.max(0, index));
}

function visitShell(grid: Grid, home: readonly number[], shell: number, visit: (cell: number) => void): void {
  const [nx, ny, nz] = grid.cells;
  const [hx, hy, hz] = home as [number, number, number];
  for (let k = Math.max(0, hz - shell); k <= Math.min(nz - 1, hz + shell); k++) {
    for (let j = Math.max(0, hy - shell); j <= Math.min(ny - 1, hy + shell); j++) {
      const onFace = Math.abs(k - hz) === shell || Math.abs(j - hy) === shell;
      const step = onFace || shell === 0 ? 1 : 2 * shell;
      for (let i = hx - shell; i <= hx + shell; i += step) {
        if (i >= 0 && i < nx) visit((k * ny + j) * nx + i);
      }
    }
  }
}

function buildGrid({ points_mm, triangles }: TriangleSurface): Grid {
  const triangleCount = triangles.length / 3;
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = low.map((value) => -value);
  const boxes = new Float64Array(6 * triangleCount);
  let edgeSum_mm = 0;
  for (let t = 0; t < triangleCount; t++) {
    for (let axis = 0; axis < 3; axis++) {
      const values = [0, 1, 2].map((corner) => points_mm[3 * triangles[3 * t + corner]! + axis]!);
      boxes[6 * t + axis] = Math.min(...values);
      boxes[6 * t + 3 + axis] = Math.max(...values);
      low[axis] = Math.min(low[axis]!, boxes[6 * t + axis]!);
      high[axis] = Math.max(high[axis]!, boxes[6 * t + 3 + axis]!);
      edgeSum_mm += boxes[6 * t + 3 + axis]! - boxes[6 * t + axis]!;
    }
  }
  const extent_mm = Math.max(...low.map((value, axis) => high[axis]! - value));
  const cell_mm = Math.max((2 * edgeSum_mm) / (3 * triangleCount), extent_mm / 64, 1e-9);
  const cells = low.map((value, axis) => Math.floor((high[axis]! - value) / cell_mm) + 1);
  const grid = { origin_mm: low, cell_mm, cells: cells as unknown as readonly [number, number, number] };
  return { ...grid, ...sortIntoCells(grid, boxes) };
}

function sortIntoCells(grid: Omit<Grid, "offsets" | "items">, boxes: Float64Array) {
  const [nx, ny, nz] = grid.cells;
  const offsets = new Uint32Array(nx * ny * nz + 1);
  const at = (value: number, axis: number) => Math.floor((value - grid.origin_mm[axis]!) / grid.cell_mm);
  const visit = (t: number, visitCell: (cell: number) => void) => {
    const box = boxes.subarray(6 * t, 6 * t + 6);
    for (let k = at(box[2]!, 2); k <= at(box[5]!, 2); k++)
      for (let j = at(box[1]!, 1); j <= at(box[4]!, 1); j++)
        for (let i = at(box[0]!, 0); i <= at(box[3]!, 0); i++) visitCell((k * ny + j) * nx + i);
  };
  const count = boxes.length / 6;
  for (let t = 0; t < count; t++) {
    visit(t, (cell) => {
      offsets[cell + 1]! += 1;
    });
  }
  for (let cell = 1; cell < offsets.length; cell++) offsets[cell]! += offsets[cell - 1]!;
  const items = new Uint32Array(offsets[offsets.length - 1]!);
  const next = offsets.slice();
  for (let t = 0; t < count; t++) {
    visit(t, (cell) => {
      items[next[cell]!] = t;
      next[cell]! += 1;
    });
  }
  return { offsets, items };
}

/** Distance from a point to a triangle; the barycentric weights of the nearest point are written. */
function measureTriangleDistance(
  outWeights: Float64Array,
  { points_mm, triangles }: TriangleSurface,
  triangle: number,
  query: readonly [number, number, number],
): number {
  const a = 3 * triangles[3 * triangle]!;
  const b = 3 * triangles[3 * triangle + 1]!;
  const c = 3 * triangles[3 * triangle + 2]!;
  let d1 = 0;
  let d2 = 0;
  let d3 = 0;
  let d4 = 0;
  let d5 = 0;
  let d6 = 0;
  for (let axis = 0; axis < 3; axis++) {
    const pa = points_mm[a + axis]!;
    const pb = points_mm[b + axis]!;
    const pc = points_mm[c + axis]!;
    const q = query[axis]!;
    d1 += (pb - pa) * (q - pa);
    d2 += (pc - pa) * (q - pa);
    d3 += (pb - pa) * (q - pb);
    d4 += (pc - pa) * (q - pb);
    d5 += (pb - pa) * (q - pc);
    d6 += (pc - pa) * (q - pc);
  }
  writeWeights(outWeights, d1, d2, d3, d4, d5, d6);
  let sum = 0;
  for (let axis = 0; axis < 3; axis++) {
    const nearest =
      outWeights[0]! * points_mm[a + axis]! +
      outWeights[1]! * points_mm[b + axis]! +
      outWeights[2]! * points_mm[c + axis]!;
    sum += (query[axis]! - nearest) ** 2;
  }
  return Math.sqrt(sum);
}

function writeWeights(out: Float64Array, d1: number, d2: number, d3: number, d4: number, d5: number, d6: number): void {
  const vc = d1 * d4 - d3 * d2;
  const vb = d5 * d2 - d1 * d6;
  const va = d3 * d6 - d5 * d4;
  let v = 0;
  let w = 0;
  if (d1 <= 0 && d2 <= 0) {
    // Corner a is nearest.
  } else if (d3 >= 0 && d4 <= d3) v = 1;
  else if (d6 >= 0 && d5 <= d6) w = 1;
  else if (vc <= 0 && d1 >= 0 && d3 <= 0) v = d1 / (d1 - d3);
  else if (vb <= 0 && d2 >= 0 && d6 <= 0) w = d2 / (d2 - d6);
  else if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
    w = (d4 - d3) / (d4 - d3 + (d5 - d6));
    v = 1 - w;
  } else {
    const sum = va + vb + vc;
    v = vb / sum;
    w = vc / sum;
  }
  out[0] = 1 - v - w;
  out[1] = v;
  out[2] = w;
}
