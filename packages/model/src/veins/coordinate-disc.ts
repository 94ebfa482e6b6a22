/**
 * The epicardium laid flat: a disc with the apex at its center, ab the radius and rt the angle. Nothing is special on it
 * at the apex or where rt wraps, so that is where coordinates are interpolated and looked up.
 */

/** Disc position of (ab, rt). */
export function discFromCoordinates(ab: number, rt: number): [number, number] {
  const angle_rad = 2 * Math.PI * rt;
  return [ab * Math.cos(angle_rad), ab * Math.sin(angle_rad)];
}

/** ab and rt, rt in [0, 1), of a disc position. */
export function coordinatesFromDisc(u: number, v: number): { ab: number; rt: number } {
  const turn = Math.atan2(v, u) / (2 * Math.PI);
  const rt = turn < 0 ? turn + 1 : turn;
  return { ab: Math.hypot(u, v), rt: rt >= 1 ? 0 : rt };
}

/**
 * The rt used on the disc for a node of either ventricle: the right ventricle's free wall takes the place of the septum
 * (2/3 .. 1), which has no epicardium, so that both free walls close the disc without overlap.
 */
export function discRt(rt: number, isRight: boolean): number {
  return isRight ? 1 - rt / 2 : rt;
}

/** A place of a planar triangulation: triangle, weights, and the distance on the disc when it lies outside. */
export interface DiscPlace {
  readonly triangle: number;
  readonly weights: readonly [number, number, number];
  /** Distance on the disc from the asked position; 0 inside a triangle. */
  readonly outside: number;
  /** Weights of the asked position itself; outside the triangle some are negative. */
  readonly extrapolated: readonly [number, number, number];
}

const CELLS_A_SIDE = 96;
const HALF_WIDTH = 1.1;
const CELL_WIDTH = (2 * HALF_WIDTH) / CELLS_A_SIDE;

/**
 * A finder of the triangle that covers a disc position.
 *
 * @param disc       2 · pointCount disc positions
 * @param triangles  3 · triangleCount
 * @returns function of (u, v); where no triangle covers it, the nearest place of the nearest triangle
 */
export function createDiscFinder(disc: Float64Array, triangles: Uint32Array): (u: number, v: number) => DiscPlace {
  const grid = { disc, triangles, ...sortTrianglesIntoCells(disc, triangles) };
  const { offsets, items } = grid;
  return (u, v) => {
    const cell = cellOf(v) * CELLS_A_SIDE + cellOf(u);
    for (let k = offsets[cell]!; k < offsets[cell + 1]!; k++) {
      const weights = discWeights(disc, triangles, items[k]!, u, v);
      if (Math.min(...weights) >= -1e-9) return { triangle: items[k]!, weights, outside: 0, extrapolated: weights };
    }
    return findNearest(grid, u, v);
  };
}

function cellOf(value: number): number {
  const index = Math.floor(((value + HALF_WIDTH) / (2 * HALF_WIDTH)) * CELLS_A_SIDE);
  return Math.min(CELLS_A_SIDE - 1, Math.max(0, index));
}

function sortTrianglesIntoCells(disc: Float64Array, triangles: Uint32Array) {
  const lists: number[][] = Array.from({ length: CELLS_A_SIDE * CELLS_A_SIDE }, () => []);
  for (let t = 0; t < triangles.length / 3; t++) {
    const [a, b, c] = [triangles[3 * t]!, triangles[3 * t + 1]!, triangles[3 * t + 2]!];
    const us = [disc[2 * a]!, disc[2 * b]!, disc[2 * c]!];
    const vs = [disc[2 * a + 1]!, disc[2 * b + 1]!, disc[2 * c + 1]!];
    for (let j = cellOf(Math.min(...vs)); j <= cellOf(Math.max(...vs)); j++)
      for (let i = cellOf(Math.min(...us)); i <= cellOf(Math.max(...us)); i++) lists[j * CELLS_A_SIDE + i]!.push(t);
  }
  const offsets = new Uint32Array(lists.length + 1);
  for (let cell = 0; cell < lists.length; cell++) offsets[cell + 1] = offsets[cell]! + lists[cell]!.length;
  return { offsets, items: Uint32Array.from(lists.flat()) };
}

type Weights = readonly [number, number, number];

/** Barycentric weights; all -1 for a triangle without area, which then covers nothing. */
function discWeights(disc: Float64Array, triangles: Uint32Array, t: number, u: number, v: number): Weights {
  const [a, b, c] = [2 * triangles[3 * t]!, 2 * triangles[3 * t + 1]!, 2 * triangles[3 * t + 2]!];
  const bu = disc[b]! - disc[a]!;
  const bv = disc[b + 1]! - disc[a + 1]!;
  const cu = disc[c]! - disc[a]!;
  const cv = disc[c + 1]! - disc[a + 1]!;
  const area = bu * cv - bv * cu;
  if (Math.abs(area) < 1e-14) return [-1, -1, -1];
  const pu = u - disc[a]!;
  const pv = v - disc[a + 1]!;
  const wb = (pu * cv - pv * cu) / area;
  const wc = (bu * pv - bv * pu) / area;
  return [1 - wb - wc, wb, wc];
}

interface DiscGrid {
  readonly disc: Float64Array;
  readonly triangles: Uint32Array;
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;
}

/** Nearest place of the nearest triangle: cells in growing rings, until no unseen one can be nearer. */
function findNearest(grid: DiscGrid, u: number, v: number): DiscPlace {
  const { disc, triangles, offsets, items } = grid;
  const best = { triangle: 0, weights: [1, 0, 0] as Weights, outside: Number.POSITIVE_INFINITY };
  const home = [cellOf(u), cellOf(v)] as const;
  for (let ring = 0; ring < CELLS_A_SIDE; ring++) {
    visitRing(home, ring, (cell) => {
      for (let k = offsets[cell]!; k < offsets[cell + 1]!; k++) improveByEdges(best, disc, triangles, items[k]!, u, v);
    });
    if (best.outside <= ring * CELL_WIDTH) break;
  }
  const extrapolated = discWeights(disc, triangles, best.triangle, u, v);
  const isFlat = extrapolated[0] === -1 && extrapolated[1] === -1;
  return { ...best, extrapolated: isFlat ? best.weights : extrapolated };
}

function visitRing(home: readonly [number, number], ring: number, visit: (cell: number) => void): void {
  for (let j = home[1] - ring; j <= home[1] + ring; j++) {
    if (j < 0 || j >= CELLS_A_SIDE) continue;
    const step = Math.abs(j - home[1]) === ring || ring === 0 ? 1 : 2 * ring;
    for (let i = home[0] - ring; i <= home[0] + ring; i += step) {
      if (i >= 0 && i < CELLS_A_SIDE) visit(j * CELLS_A_SIDE + i);
    }
  }
}

function improveByEdges(
  best: { triangle: number; weights: Weights; outside: number },
  disc: Float64Array,
  triangles: Uint32Array,
  t: number,
  u: number,
  v: number,
): void {
  for (let edge = 0; edge < 3; edge++) {
    const from = triangles[3 * t + edge]!;
    const to = triangles[3 * t + ((edge + 1) % 3)]!;
    const du = disc[2 * to]! - disc[2 * from]!;
    const dv = disc[2 * to + 1]! - disc[2 * from + 1]!;
    const length2 = du * du + dv * dv;
    const along = length2 > 0 ? ((u - disc[2 * from]!) * du + (v - disc[2 * from + 1]!) * dv) / length2 : 0;
    const s = Math.min(1, Math.max(0, along));
    const outside = Math.hypot(u - disc[2 * from]! - s * du, v - disc[2 * from + 1]! - s * dv);
    if (outside >= best.outside) continue;
    const weights: [number, number, number] = [0, 0, 0];
    weights[edge] = 1 - s;
    weights[(edge + 1) % 3] = s;
    best.triangle = t;
    best.weights = weights;
    best.outside = outside;
  }
}
