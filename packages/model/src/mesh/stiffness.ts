import type { SparseMatrix } from "../numerics/sparse-matrix.ts";
import { writeShapeGradients } from "./element-gradient.ts";
import { countNodes, type TetrahedralMesh } from "./mesh.ts";
import { buildNodeElements } from "./mesh-topology.ts";

/**
 * Stiffness matrix of -∇·∇u with linear elements: A(i,j) = Σ_e V_e ∇N_i · ∇N_j, in mm.
 *
 * The off-diagonals are the cotangent weights; rows sum to zero, and a row without elements holds a single zero.
 *
 * Cost: linear in the elements; memory about 15 entries a node.
 */
export function assembleStiffness(mesh: TetrahedralMesh): SparseMatrix {
  const nodeCount = countNodes(mesh);
  const { tetrahedra } = mesh;
  const { offsets, elements } = buildNodeElements(mesh);
  const { rowOffsets, columns } = buildNodePattern(mesh, offsets, elements);
  const values = new Float64Array(columns.length);
  const entryOfColumn = new Uint32Array(nodeCount);
  const elementStiffness = computeElementStiffness(mesh);
  for (let row = 0; row < nodeCount; row++) {
    for (let entry = rowOffsets[row]!; entry < rowOffsets[row + 1]!; entry++) entryOfColumn[columns[entry]!] = entry;
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      const element = elements[i]!;
      const first = 4 * element;
      let own = 0;
      while (tetrahedra[first + own] !== row) own++;
      let rest = 0;
      for (let k = 0; k < 4; k++) {
        if (k === own) continue;
        const value = elementStiffness[6 * element + PAIR_INDEX[4 * own + k]!]!;
        values[entryOfColumn[tetrahedra[first + k]!]!]! += value;
        rest += value;
      }
      values[entryOfColumn[row]!]! -= rest;
    }
  }
  return { rowOffsets, columns, values };
}

/** Place of the vertex pair (i, j) among the six pairs of a tetrahedron, at 4i + j; the diagonal is not stored. */
const PAIR_INDEX = [0, 0, 1, 2, 0, 0, 3, 4, 1, 3, 0, 5, 2, 4, 5, 0] as const;

function computeElementStiffness(mesh: TetrahedralMesh): Float64Array {
  const elementCount = mesh.tetrahedra.length / 4;
  const out = new Float64Array(6 * elementCount);
  const g = new Float64Array(12);
  for (let element = 0; element < elementCount; element++) {
    const volume = writeShapeGradients(g, mesh, element);
    let pair = 6 * element;
    for (let i = 0; i < 3; i++) {
      for (let j = i + 1; j < 4; j++) {
        out[pair++] = volume * (g[3 * i]! * g[3 * j]! + g[3 * i + 1]! * g[3 * j + 1]! + g[3 * i + 2]! * g[3 * j + 2]!);
      }
    }
  }
  return out;
}

function buildNodePattern(mesh: TetrahedralMesh, offsets: Uint32Array, elements: Uint32Array) {
  const nodeCount = countNodes(mesh);
  const rowOffsets = new Uint32Array(nodeCount + 1);
  const lastSeenBy = new Int32Array(nodeCount).fill(-1);
  const neighbors = new Uint32Array(mesh.tetrahedra.length * 3 + nodeCount);
  let end = 0;
  for (let row = 0; row < nodeCount; row++) {
    const start = end;
    lastSeenBy[row] = row;
    neighbors[end++] = row;
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      const first = 4 * elements[i]!;
      for (let k = 0; k < 4; k++) {
        const node = mesh.tetrahedra[first + k]!;
        if (lastSeenBy[node] === row) continue;
        lastSeenBy[node] = row;
        neighbors[end++] = node;
      }
    }
    sortPiece(neighbors, start, end);
    rowOffsets[row + 1] = end;
  }
  return { rowOffsets, columns: neighbors.slice(0, end) };
}

/** Insertion sort: a row has about 15 entries. */
function sortPiece(list: Uint32Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const value = list[i]!;
    let at = i;
    while (at > from && list[at - 1]! > value) {
      list[at] = list[at - 1]!;
      at--;
    }
    list[at] = value;
  }
}
