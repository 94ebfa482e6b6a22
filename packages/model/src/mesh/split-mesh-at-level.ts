import { countNodes, countTetrahedra, type HeartMesh } from "./mesh.ts";

/** A mesh whose elements lie wholly on one side of a level of a nodal field. */
export interface SplitMesh extends HeartMesh {
  /** elementCount; 1 where the field is above the level. */
  readonly isAbove: Uint8Array;
  /** nodeCount; 1 on the level: new nodes, and old ones close enough to it. */
  readonly isOnLevel: Uint8Array;
  /** elementCount; the element of the input that each element is a piece of. */
  readonly parentElement: Uint32Array;
  /** 2 · newNodeCount; the edge of the input on which each new node lies. Old nodes keep their index. */
  readonly newNodeEdges: Uint32Array;
  /** newNodeCount; share of the second end of that edge. */
  readonly newNodeFractions: Float64Array;
}

/** A level closer than this share of an edge to one of its ends is moved to that end, against slivers. */
const SNAP_FRACTION = 0.1;

/**
 * Cuts elements and boundary triangles along the level of a linear nodal field, so that the level is a surface of faces.
 *
 * Every edge that crosses the level is bisected at the crossing, the edges of an element in the order of their node
 * numbers. That order is the same in all elements around a face, so pieces match across faces, and no table of cases
 * is needed. Where the level runs within a tenth of an edge from a node, the node is taken to be on it.
 *
 * @param nodeValues  nodeCount, finite
 *
 * Cost: linear; the node count grows by the number of crossed edges.
 */
export function splitMeshAtLevel(heart: HeartMesh, nodeValues: Float64Array, level: number): SplitMesh {
  const side = classifyNodes(heart, nodeValues, level);
  const oldNodeCount = countNodes(heart);
  const cutOfEdge = new Map<number, number>();
  const newEdges: number[] = [];
  const fractions: number[] = [];

  function cutEdge(a: number, b: number): number {
    const key = Math.min(a, b) * oldNodeCount + Math.max(a, b);
    const known = cutOfEdge.get(key);
    if (known !== undefined) return known;
    const node = oldNodeCount + fractions.length;
    newEdges.push(a, b);
    fractions.push((level - nodeValues[a]!) / (nodeValues[b]! - nodeValues[a]!));
    cutOfEdge.set(key, node);
    return node;
  }

  const bisection: Bisection = { side, oldNodeCount, cutEdge };
  const tetrahedra: number[] = [];
  const isAbove: number[] = [];
  const parentElement: number[] = [];
  for (let element = 0; element < countTetrahedra(heart); element++) {
    const start = tetrahedra.length;
    appendPieces(tetrahedra, bisection, heart.tetrahedra, { first: 4 * element, cornerCount: 4 });
    for (let i = start; i < tetrahedra.length; i += 4) {
      isAbove.push(isPieceAbove(tetrahedra, i, side, heart, nodeValues, level, element) ? 1 : 0);
      parentElement.push(element);
    }
  }
  const triangles: number[] = [];
  const labels: number[] = [];
  for (let triangle = 0; triangle < heart.boundaryLabels.length; triangle++) {
    appendPieces(triangles, bisection, heart.boundaryTriangles, { first: 3 * triangle, cornerCount: 3 });
    while (labels.length < triangles.length / 3) labels.push(heart.boundaryLabels[triangle]!);
  }
  const newNodeEdges = Uint32Array.from(newEdges);
  const newNodeFractions = Float64Array.from(fractions);
  const isOnLevel = new Uint8Array(oldNodeCount + fractions.length).fill(1, oldNodeCount);
  for (let node = 0; node < oldNodeCount; node++) isOnLevel[node] = side[node] === 0 ? 1 : 0;
  return {
    points_mm: extendNodeField(heart.points_mm, 3, newNodeEdges, newNodeFractions),
    tetrahedra: new Uint32Array(tetrahedra),
    boundaryTriangles: new Uint32Array(triangles),
    boundaryLabels: new Uint8Array(labels),
    isAbove: new Uint8Array(isAbove),
    isOnLevel,
    parentElement: new Uint32Array(parentElement),
    newNodeEdges,
    newNodeFractions,
  };
}

/** A nodal field with `width` numbers a node, carried linearly to the new nodes of a split. */
export function extendNodeField(
  values: Float64Array,
  width: number,
  newNodeEdges: Uint32Array,
  newNodeFractions: Float64Array,
): Float64Array {
  const out = new Float64Array(values.length + width * newNodeFractions.length);
  out.set(values);
  let entry = values.length;
  for (let i = 0; i < newNodeFractions.length; i++) {
    const a = width * newNodeEdges[2 * i]!;
    const b = width * newNodeEdges[2 * i + 1]!;
    const f = newNodeFractions[i]!;
    for (let k = 0; k < width; k++) out[entry++] = (1 - f) * values[a + k]! + f * values[b + k]!;
  }
  return out;
}

interface Bisection {
  /** -1 below, 0 on, 1 above the level, for the nodes of the input. */
  readonly side: Int8Array;
  readonly oldNodeCount: number;
  readonly cutEdge: (a: number, b: number) => number;
}

function classifyNodes(heart: HeartMesh, nodeValues: Float64Array, level: number): Int8Array {
  const side = new Int8Array(nodeValues.length);
  for (let node = 0; node < side.length; node++) side[node] = Math.sign(nodeValues[node]! - level);
  const snapped = side.slice();
  for (let first = 0; first < heart.tetrahedra.length; first += 4) {
    for (let i = 0; i < 3; i++) {
      for (let j = i + 1; j < 4; j++) {
        const a = heart.tetrahedra[first + i]!;
        const b = heart.tetrahedra[first + j]!;
        if (side[a]! * side[b]! >= 0) continue;
        const fraction = (level - nodeValues[a]!) / (nodeValues[b]! - nodeValues[a]!);
        if (fraction < SNAP_FRACTION) snapped[a] = 0;
        else if (fraction > 1 - SNAP_FRACTION) snapped[b] = 0;
      }
    }
  }
  return snapped;
}

/** Appends the pieces of one simplex of a list; most are not cut and are copied. */
function appendPieces(
  out: number[],
  bisection: Bisection,
  simplices: Uint32Array,
  { first, cornerCount }: { readonly first: number; readonly cornerCount: number },
): void {
  let isBelow = false;
  let isAbove = false;
  for (let i = first; i < first + cornerCount; i++) {
    const side = bisection.side[simplices[i]!]!;
    if (side < 0) isBelow = true;
    else if (side > 0) isAbove = true;
  }
  if (isBelow && isAbove) {
    bisectSimplex(out, bisection, Array.from(simplices.subarray(first, first + cornerCount)));
    return;
  }
  for (let i = first; i < first + cornerCount; i++) out.push(simplices[i]!);
}

/** Appends the pieces of a tetrahedron or triangle; vertices keep their place, so orientation is kept. */
function bisectSimplex(out: number[], bisection: Bisection, corners: number[]): void {
  const { side, oldNodeCount, cutEdge } = bisection;
  let bestKey = Number.POSITIVE_INFINITY;
  let bestI = -1;
  let bestJ = -1;
  for (let i = 0; i + 1 < corners.length; i++) {
    const a = corners[i]!;
    if (a >= oldNodeCount || side[a] === 0) continue;
    for (let j = i + 1; j < corners.length; j++) {
      const b = corners[j]!;
      if (b >= oldNodeCount || side[a]! * side[b]! >= 0) continue;
      const key = Math.min(a, b) * oldNodeCount + Math.max(a, b);
      if (key >= bestKey) continue;
      bestKey = key;
      bestI = i;
      bestJ = j;
    }
  }
  if (bestI < 0) {
    for (const corner of corners) out.push(corner);
    return;
  }
  const cut = cutEdge(corners[bestI]!, corners[bestJ]!);
  const withoutI = corners.slice();
  withoutI[bestI] = cut;
  corners[bestJ] = cut;
  bisectSimplex(out, bisection, corners);
  bisectSimplex(out, bisection, withoutI);
}

/** The side of a piece is that of any vertex off the level; with none, that of the middle of its element. */
function isPieceAbove(
  tetrahedra: readonly number[],
  first: number,
  side: Int8Array,
  heart: HeartMesh,
  nodeValues: Float64Array,
  level: number,
  element: number,
): boolean {
  for (let k = 0; k < 4; k++) {
    const node = tetrahedra[first + k]!;
    if (node < side.length && side[node] !== 0) return side[node]! > 0;
  }
  let sum = 0;
  for (let k = 0; k < 4; k++) sum += nodeValues[heart.tetrahedra[4 * element + k]!]!;
  return sum / 4 > level;
}
