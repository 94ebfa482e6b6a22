import { countNodes, countTetrahedra, type TetrahedralMesh } from "./mesh.ts";

/** Which elements touch each node, in compressed rows: node i has elements[offsets[i] .. offsets[i + 1] - 1]. */
export interface NodeElements {
  /** nodeCount + 1. */
  readonly offsets: Uint32Array;
  /** 4 · elementCount element indices, rising within a node. */
  readonly elements: Uint32Array;
}

/** Lists the elements of every node. Cost: two passes over the tetrahedra. */
export function buildNodeElements(mesh: TetrahedralMesh): NodeElements {
  const { tetrahedra } = mesh;
  const nodeCount = countNodes(mesh);
  const offsets = new Uint32Array(nodeCount + 1);
  for (let i = 0; i < tetrahedra.length; i++) offsets[tetrahedra[i]! + 1]!++;
  for (let node = 0; node < nodeCount; node++) offsets[node + 1]! += offsets[node]!;
  const next = offsets.slice(0, nodeCount);
  const elements = new Uint32Array(tetrahedra.length);
  for (let i = 0; i < tetrahedra.length; i++) elements[next[tetrahedra[i]!]!++] = i >>> 2;
  return { offsets, elements };
}

/** The faces of a positively oriented tetrahedron 0-1-2-3, counter-clockwise from outside; face f lacks vertex f. */
const TETRAHEDRON_FACES = [
  [1, 2, 3],
  [0, 3, 2],
  [0, 1, 3],
  [0, 2, 1],
] as const;

/**
 * The faces that belong to one tetrahedron only, outward (counter-clockwise seen from outside).
 *
 * @returns 3 · triangleCount node indices, in the order of the elements they bound
 *
 * Cost: linear; every face is looked for among the elements of its lowest node.
 */
export function extractBoundaryTriangles(mesh: TetrahedralMesh): Uint32Array {
  const faceNeighbors = buildFaceNeighbors(mesh);
  let faceCount = 0;
  for (let i = 0; i < faceNeighbors.length; i++) if (faceNeighbors[i] === NO_NEIGHBOR) faceCount++;
  const triangles = new Uint32Array(3 * faceCount);
  let entry = 0;
  for (let i = 0; i < faceNeighbors.length; i++) {
    if (faceNeighbors[i] !== NO_NEIGHBOR) continue;
    const first = i & ~3;
    for (const corner of TETRAHEDRON_FACES[i & 3]!) triangles[entry++] = mesh.tetrahedra[first + corner]!;
  }
  return triangles;
}

/** Marks a face without a neighbor in `buildFaceNeighbors`. */
export const NO_NEIGHBOR = 0xffffffff;

/** For face f of element e (the face opposite vertex f), entry 4e + f: the element behind it, or NO_NEIGHBOR. */
export function buildFaceNeighbors(mesh: TetrahedralMesh): Uint32Array {
  const { tetrahedra } = mesh;
  const faceCount = 4 * countTetrahedra(mesh);
  const neighbors = new Uint32Array(faceCount).fill(NO_NEIGHBOR);
  const firstOfNode = new Uint32Array(countNodes(mesh)).fill(NO_NEIGHBOR);
  const nextOfFace = new Uint32Array(faceCount).fill(NO_NEIGHBOR);
  const middleOfFace = new Uint32Array(faceCount);
  const highOfFace = new Uint32Array(faceCount);
  for (let face = 0; face < faceCount; face++) {
    const first = face & ~3;
    const [i, j, k] = TETRAHEDRON_FACES[face & 3]!;
    const a = tetrahedra[first + i]!;
    const b = tetrahedra[first + j]!;
    const c = tetrahedra[first + k]!;
    const low = Math.min(a, b, c);
    const high = Math.max(a, b, c);
    const middle = a + b + c - low - high;
    let previous = NO_NEIGHBOR;
    let other = firstOfNode[low]!;
    while (other !== NO_NEIGHBOR && (middleOfFace[other] !== middle || highOfFace[other] !== high)) {
      previous = other;
      other = nextOfFace[other]!;
    }
    if (other === NO_NEIGHBOR) {
      middleOfFace[face] = middle;
      highOfFace[face] = high;
      nextOfFace[face] = firstOfNode[low]!;
      firstOfNode[low] = face;
      continue;
    }
    neighbors[face] = other >>> 2;
    neighbors[other] = face >>> 2;
    if (previous === NO_NEIGHBOR) firstOfNode[low] = nextOfFace[other]!;
    else nextOfFace[previous] = nextOfFace[other]!;
  }
  return neighbors;
}
