import type { ImplicitShape } from "./implicit-shape.ts";

/**
 * A body-centered cubic lattice over a box, and the sign of a shape at its nodes.
 *
 * Two cubic grids of spacing a, "white" and "black", interlaced: black (i, j, k) sits half a cell beyond white
 * (i, j, k). Node number 2 · (i + nx · (j + ny · k)) is white, the next one black. A node's neighbors are the six of
 * its own color at distance a (long edges) and eight of the other color at distance √3/2 · a (short edges).
 */
export interface BodyCenteredLattice {
  readonly origin_mm: readonly [number, number, number];
  /** Spacing a of either grid, mm. */
  readonly spacing_mm: number;
  readonly counts: readonly [number, number, number];
}

/** Lattice values: distance and side of every node. */
export interface LatticeField {
  /** Signed distance, mm, negative inside; beyond one spacing from the surface only its sign is meant. */
  readonly values_mm: Float32Array;
  /** -1 inside, 0 on the surface, 1 outside. */
  readonly sides: Int8Array;
}

/** Cells of empty space kept around the shape, so that every inside node has all its neighbors. */
const MARGIN_CELLS = 2;
/** Nodes are first looked at in blocks of this many cells; a block farther from the surface than its own size is filled. */
const BLOCK_CELLS = 4;

/** A lattice around a box; its counts are whole blocks. */
export function createBodyCenteredLattice(
  bounds_mm: ImplicitShape["bounds_mm"],
  spacing_mm: number,
): BodyCenteredLattice {
  const originOf = (axis: 0 | 1 | 2) => bounds_mm[axis] - (MARGIN_CELLS + 0.25) * spacing_mm;
  const countOf = (axis: 0 | 1 | 2) => {
    const cells = Math.ceil((bounds_mm[axis + 3]! - originOf(axis)) / spacing_mm) + MARGIN_CELLS + 1;
    return BLOCK_CELLS * Math.ceil(cells / BLOCK_CELLS);
  };
  return {
    origin_mm: [originOf(0), originOf(1), originOf(2)],
    spacing_mm,
    counts: [countOf(0), countOf(1), countOf(2)],
  };
}

/** Writes the position of lattice node `node` to out[0 .. 2], mm. */
export function locateLatticeNode(out: Float64Array, lattice: BodyCenteredLattice, node: number): void {
  const { origin_mm, spacing_mm, counts } = lattice;
  const half = node & 1 ? 0.5 : 0;
  const cell = node >>> 1;
  const i = cell % counts[0];
  const rest = (cell - i) / counts[0];
  const j = rest % counts[1];
  const k = (rest - j) / counts[1];
  out[0] = origin_mm[0] + spacing_mm * (i + half);
  out[1] = origin_mm[1] + spacing_mm * (j + half);
  out[2] = origin_mm[2] + spacing_mm * (k + half);
}

/**
 * Signed distance and side of all lattice nodes.
 *
 * Because the distance changes by no more than the way walked (see `ImplicitShape`), a block whose center is farther
 * from the surface than any of its nodes is given the center's sign without looking at them.
 */
export function sampleLattice(shape: ImplicitShape, lattice: BodyCenteredLattice): LatticeField {
  const { origin_mm, spacing_mm, counts } = lattice;
  const [nx, ny, nz] = counts;
  const values_mm = new Float32Array(2 * nx * ny * nz);
  // Half a block's diagonal, and one long edge, so that no filled node has an edge that crosses the surface.
  const reach_mm = spacing_mm * (Math.sqrt(3) * (BLOCK_CELLS / 2) + 1.05);
  for (let k = 0; k < nz; k += BLOCK_CELLS) {
    for (let j = 0; j < ny; j += BLOCK_CELLS) {
      for (let i = 0; i < nx; i += BLOCK_CELLS) {
        const center = shape.signedDistance_mm(
          origin_mm[0] + spacing_mm * (i + BLOCK_CELLS / 2),
          origin_mm[1] + spacing_mm * (j + BLOCK_CELLS / 2),
          origin_mm[2] + spacing_mm * (k + BLOCK_CELLS / 2),
        );
        if (Math.abs(center) > reach_mm) fillBlock(values_mm, lattice, i, j, k, center);
        else sampleBlock(values_mm, shape, lattice, i, j, k);
      }
    }
  }
  const sides = Int8Array.from(values_mm, Math.sign);
  return { values_mm, sides };
}

function fillBlock(
  outValues_mm: Float32Array,
  { counts: [nx, ny] }: BodyCenteredLattice,
  i0: number,
  j0: number,
  k0: number,
  value_mm: number,
): void {
  for (let k = k0; k < k0 + BLOCK_CELLS; k++) {
    for (let j = j0; j < j0 + BLOCK_CELLS; j++) {
      const first = 2 * (i0 + nx * (j + ny * k));
      outValues_mm.fill(value_mm, first, first + 2 * BLOCK_CELLS);
    }
  }
}

function sampleBlock(
  outValues_mm: Float32Array,
  shape: ImplicitShape,
  lattice: BodyCenteredLattice,
  i0: number,
  j0: number,
  k0: number,
): void {
  const [nx, ny] = lattice.counts;
  const point = new Float64Array(3);
  for (let k = k0; k < k0 + BLOCK_CELLS; k++) {
    for (let j = j0; j < j0 + BLOCK_CELLS; j++) {
      const first = 2 * (i0 + nx * (j + ny * k));
      for (let node = first; node < first + 2 * BLOCK_CELLS; node++) {
        locateLatticeNode(point, lattice, node);
        outValues_mm[node] = shape.signedDistance_mm(point[0]!, point[1]!, point[2]!);
      }
    }
  }
}

/**
 * Node-number steps to the neighbors: 0 .. 5 long (-x, +x, -y, +y, -z, +z), then eight short ones.
 *
 * The short steps differ by color: a white node looks back to black cells, a black one ahead to white cells.
 */
export function listNeighborSteps(lattice: BodyCenteredLattice): { white: Int32Array; black: Int32Array } {
  const stepX = 2;
  const stepY = 2 * lattice.counts[0];
  const stepZ = stepY * lattice.counts[1];
  const long = [-stepX, stepX, -stepY, stepY, -stepZ, stepZ];
  const cells: number[] = [];
  for (const z of [0, stepZ]) for (const y of [0, stepY]) for (const x of [0, stepX]) cells.push(x + y + z);
  return {
    white: Int32Array.from([...long, ...cells.map((step) => 1 - step)]),
    black: Int32Array.from([...long, ...cells.map((step) => step - 1)]),
  };
}

/** Whether a node lies at least one cell inside the lattice, so that all its neighbors exist. */
export function hasAllNeighbors({ counts: [nx, ny, nz] }: BodyCenteredLattice, node: number): boolean {
  const cell = node >>> 1;
  const i = cell % nx;
  const rest = (cell - i) / nx;
  const j = rest % ny;
  const k = (rest - j) / ny;
  return i > 0 && j > 0 && k > 0 && i < nx - 1 && j < ny - 1 && k < nz - 1;
}
