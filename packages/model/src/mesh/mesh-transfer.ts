/** Node-wise values of one mesh at the points of another: each point in its element, or in the one it lies nearest to. */
import { writeShapeGradients } from "./element-gradient.ts";
import { computeMeanEdgeLength } from "./mean-edge-length.ts";
import { countTetrahedra, type TetrahedralMesh } from "./mesh.ts";

/** Where some points lie in a mesh. */
export interface MeshTransfer {
  /** 4 · pointCount; nodes of the mesh. */
  readonly nodes: Uint32Array;
  /** 4 · pointCount; none negative, the four of a point add to 1. */
  readonly weights: Float64Array;
}

/** Cells are this many mean edges wide. */
const EDGES_PER_CELL = 1.5;
/** So many cells away an element is still looked for. */
const MOST_RINGS = 40;

/**
 * Finds points in a mesh by a uniform grid over its elements.
 *
 * A point outside takes the weights of the element whose planes it lies least beyond, negative ones set to 0.
 *
 * @param points_mm  3 · pointCount; at most 40 cells of 1.5 mean edges from the mesh
 *
 * Cost: linear in elements and points.
 */
export function locatePointsInMesh(mesh: TetrahedralMesh, points_mm: Float64Array): MeshTransfer {
  const grid = buildElementGrid(mesh);
  const pointCount = points_mm.length / 3;
  const nodes = new Uint32Array(4 * pointCount);
  const weights = new Float64Array(4 * pointCount);
  const scratch = { gradients: new Float64Array(12), weights: new Float64Array(4) };
  const found: Found = { element: -1, miss_mm: Infinity, weights: new Float64Array(4), scratch };
  for (let point = 0; point < pointCount; point++) {
    findElement(found, mesh, grid, points_mm.subarray(3 * point, 3 * point + 3));
    nodes.set(mesh.tetrahedra.subarray(4 * found.element, 4 * found.element + 4), 4 * point);
    weights.set(found.weights, 4 * point);
  }
  return { nodes, weights };
}

/**
 * Linear interpolation of a field.
 *
 * @param out    written; pointCount; Infinity where a node that counts has none
 * @param field  one value a node of the mesh that the points were located in
 */
export function transferField(
  out: Float32Array | Float64Array,
  { nodes, weights }: MeshTransfer,
  field: Float32Array | Float64Array,
): void {
  for (let point = 0; point < out.length; point++) {
    let value = 0;
    for (let corner = 4 * point; corner < 4 * point + 4; corner++) {
      // An unreached node is Infinity; 0 times that must not become NaN.
      if (weights[corner]! > 0) value += weights[corner]! * field[nodes[corner]!]!;
    }
    out[point] = value;
  }
}

interface ElementGrid {
  readonly origin_mm: readonly [number, number, number];
  readonly cell_mm: number;
  readonly counts: readonly [number, number, number];
  /** Cell i lists elements[offsets[i] .. offsets[i + 1] - 1]. */
  readonly offsets: Uint32Array;
  readonly elements: Uint32Array;
}

function buildElementGrid(mesh: TetrahedralMesh): ElementGrid {
  const cell_mm = EDGES_PER_CELL * computeMeanEdgeLength(mesh);
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < mesh.points_mm.length; i++) {
    low[i % 3] = Math.min(low[i % 3]!, mesh.points_mm[i]!);
    high[i % 3] = Math.max(high[i % 3]!, mesh.points_mm[i]!);
  }
  const origin_mm = [low[0]!, low[1]!, low[2]!] as const;
  const [x, y, z] = low.map((value, axis) => Math.floor((high[axis]! - value) / cell_mm) + 1);
  const counts = [x!, y!, z!] as const;
  const offsets = new Uint32Array(x! * y! * z! + 1);
  const frame = { origin_mm, cell_mm, counts };
  visitCells(mesh, frame, (cell) => offsets[cell + 1]!++);
  for (let cell = 1; cell < offsets.length; cell++) offsets[cell]! += offsets[cell - 1]!;
  const next = offsets.slice(0, -1);
  const elements = new Uint32Array(offsets.at(-1)!);
  visitCells(mesh, frame, (cell, element) => {
    elements[next[cell]!++] = element;
  });
  return { ...frame, offsets, elements };
}

/** Every cell that the box of an element touches. */
function visitCells(
  mesh: TetrahedralMesh,
  { origin_mm, cell_mm, counts }: Omit<ElementGrid, "offsets" | "elements">,
  visit: (cell: number, element: number) => void,
): void {
  const first = [0, 0, 0];
  const last = [0, 0, 0];
  for (let element = 0; element < countTetrahedra(mesh); element++) {
    for (let axis = 0; axis < 3; axis++) {
      let low = Infinity;
      let high = -Infinity;
      for (let corner = 0; corner < 4; corner++) {
        const value = mesh.points_mm[3 * mesh.tetrahedra[4 * element + corner]! + axis]!;
        if (value < low) low = value;
        if (value > high) high = value;
      }
      first[axis] = Math.floor((low - origin_mm[axis]!) / cell_mm);
      last[axis] = Math.floor((high - origin_mm[axis]!) / cell_mm);
    }
    for (let x = first[0]!; x <= last[0]!; x++)
      for (let y = first[1]!; y <= last[1]!; y++)
        for (let z = first[2]!; z <= last[2]!; z++) visit((x * counts[1] + y) * counts[2] + z, element);
  }
}

interface Found {
  element: number;
  /** How far beyond the planes of its faces; 0 inside. */
  miss_mm: number;
  readonly weights: Float64Array;
  readonly scratch: { readonly gradients: Float64Array; readonly weights: Float64Array };
}

/** Looks in the point's own cell, then in ever wider shells of cells; one more shell than the first that has elements. */
function findElement(found: Found, mesh: TetrahedralMesh, grid: ElementGrid, point_mm: Float64Array): void {
  found.element = -1;
  found.miss_mm = Infinity;
  const center = [0, 1, 2].map((axis) => Math.floor((point_mm[axis]! - grid.origin_mm[axis]!) / grid.cell_mm));
  let foundAt = Infinity;
  for (let ring = 0; ring <= Math.min(MOST_RINGS, foundAt + 1) && found.miss_mm > 0; ring++) {
    visitShell(grid, center, ring, (element) => tryElement(found, mesh, element, point_mm));
    if (found.element >= 0 && foundAt === Infinity) foundAt = ring;
  }
}

function visitShell(
  { counts, offsets, elements }: ElementGrid,
  center: readonly number[],
  ring: number,
  visit: (element: number) => void,
): void {
  const [cx, cy, cz] = [center[0]!, center[1]!, center[2]!];
  for (let x = Math.max(0, cx - ring); x <= Math.min(counts[0] - 1, cx + ring); x++) {
    for (let y = Math.max(0, cy - ring); y <= Math.min(counts[1] - 1, cy + ring); y++) {
      for (let z = Math.max(0, cz - ring); z <= Math.min(counts[2] - 1, cz + ring); z++) {
        if (Math.max(Math.abs(x - cx), Math.abs(y - cy), Math.abs(z - cz)) !== ring) continue;
        const cell = (x * counts[1] + y) * counts[2] + z;
        for (let i = offsets[cell]!; i < offsets[cell + 1]!; i++) visit(elements[i]!);
      }
    }
  }
}

function tryElement(found: Found, mesh: TetrahedralMesh, element: number, point_mm: Float64Array): void {
  const { gradients, weights } = found.scratch;
  writeShapeGradients(gradients, mesh, element);
  const origin = 3 * mesh.tetrahedra[4 * element]!;
  const x = point_mm[0]! - mesh.points_mm[origin]!;
  const y = point_mm[1]! - mesh.points_mm[origin + 1]!;
  const z = point_mm[2]! - mesh.points_mm[origin + 2]!;
  let miss_mm = 0;
  for (let k = 0; k < 4; k++) {
    const [gx, gy, gz] = [gradients[3 * k]!, gradients[3 * k + 1]!, gradients[3 * k + 2]!];
    const weight = (k === 0 ? 1 : 0) + gx * x + gy * y + gz * z;
    weights[k] = Math.max(0, weight);
    if (weight < 0) miss_mm = Math.max(miss_mm, -weight / Math.hypot(gx, gy, gz));
  }
  if (miss_mm < ROUNDING_mm) miss_mm = 0;
  if (!(miss_mm < found.miss_mm)) return;
  found.element = element;
  found.miss_mm = miss_mm;
  const sum = weights[0]! + weights[1]! + weights[2]! + weights[3]!;
  for (let k = 0; k < 4; k++) found.weights[k] = weights[k]! / sum;
}

/** A point this near to a face lies on it. */
const ROUNDING_mm = 1e-9;
