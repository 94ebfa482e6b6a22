import { countNodes, countTetrahedra, type TetrahedralMesh } from "./mesh.ts";

/** Levels of the Hilbert curve: 2^10 cells along each axis, finer than any heart mesh. */
const LEVELS = 10;
/** Sort keys hold curve position (30 bits) and node (23 bits), or lowest node and element, in one exact double. */
const NODE_RANGE = 2 ** 23;
const ELEMENT_RANGE = 2 ** 28;

/**
 * Renumbers nodes and elements along a Hilbert curve, and drops nodes that no element uses.
 *
 * Neighbors in space become neighbors in memory, which is what the solvers' speed depends on.
 * Elements follow their lowest node. Source: Skilling, AIP Conf Proc 2004;707:381 (curve position by bit operations).
 */
export function orderMeshSpatially(mesh: TetrahedralMesh): TetrahedralMesh {
  const nodeOrder = orderAlongCurve(mesh.points_mm);
  const isUsed = new Uint8Array(countNodes(mesh));
  for (const node of mesh.tetrahedra) isUsed[node] = 1;
  const newNumber = new Uint32Array(isUsed.length);
  const points_mm = new Float64Array(3 * isUsed.reduce((sum, used) => sum + used, 0));
  let count = 0;
  for (const node of nodeOrder) {
    if (!isUsed[node]) continue;
    points_mm.set(mesh.points_mm.subarray(3 * node, 3 * node + 3), 3 * count);
    newNumber[node] = count++;
  }
  return { points_mm, tetrahedra: orderElements(mesh, newNumber) };
}

function orderElements(mesh: TetrahedralMesh, newNumber: Uint32Array): Uint32Array {
  const elementCount = countTetrahedra(mesh);
  const keys = new Float64Array(elementCount);
  const old = mesh.tetrahedra;
  for (let element = 0; element < elementCount; element++) {
    const first = 4 * element;
    const lowest = Math.min(
      newNumber[old[first]!]!,
      newNumber[old[first + 1]!]!,
      newNumber[old[first + 2]!]!,
      newNumber[old[first + 3]!]!,
    );
    keys[element] = lowest * ELEMENT_RANGE + element;
  }
  keys.sort();
  const tetrahedra = new Uint32Array(old.length);
  for (let i = 0; i < elementCount; i++) {
    const element = keys[i]! % ELEMENT_RANGE;
    for (let corner = 0; corner < 4; corner++) tetrahedra[4 * i + corner] = newNumber[old[4 * element + corner]!]!;
  }
  return tetrahedra;
}

/** Indices of points (3 coordinates each) in the order in which a Hilbert curve through their box meets them. */
export function orderAlongCurve(points_mm: Float64Array): Uint32Array {
  const count = points_mm.length / 3;
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let extent_mm = Number.MIN_VALUE;
  for (let i = 0; i < points_mm.length; i++) low[i % 3] = Math.min(low[i % 3]!, points_mm[i]!);
  for (let i = 0; i < points_mm.length; i++) extent_mm = Math.max(extent_mm, points_mm[i]! - low[i % 3]!);
  const scale = (2 ** LEVELS - 1) / extent_mm;
  const cell = new Int32Array(3);
  const keys = new Float64Array(count);
  for (let point = 0; point < count; point++) {
    for (let axis = 0; axis < 3; axis++) cell[axis] = Math.floor((points_mm[3 * point + axis]! - low[axis]!) * scale);
    keys[point] = hilbertPosition(cell) * NODE_RANGE + point;
  }
  keys.sort();
  return Uint32Array.from(keys, (key) => key % NODE_RANGE);
}

/** Position of a cell along the curve; `cell` (three coordinates of LEVELS bits) is overwritten. */
function hilbertPosition(cell: Int32Array): number {
  for (let bit = 1 << (LEVELS - 1); bit > 1; bit >>= 1) {
    const lower = bit - 1;
    for (let axis = 0; axis < 3; axis++) {
      if (cell[axis]! & bit) {
        cell[0]! ^= lower;
        continue;
      }
      const exchanged = (cell[0]! ^ cell[axis]!) & lower;
      cell[0]! ^= exchanged;
      cell[axis]! ^= exchanged;
    }
  }
  cell[1]! ^= cell[0]!;
  cell[2]! ^= cell[1]!;
  let gray = 0;
  for (let bit = 1 << (LEVELS - 1); bit > 1; bit >>= 1) if (cell[2]! & bit) gray ^= bit - 1;
  let position = 0;
  for (let level = LEVELS - 1; level >= 0; level--) {
    for (let axis = 0; axis < 3; axis++) position = 2 * position + (((cell[axis]! ^ gray) >> level) & 1);
  }
  return position;
}
