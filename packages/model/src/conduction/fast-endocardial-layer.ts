import { countNodes, type HeartMesh, SURFACE_LABEL } from "../mesh/mesh.ts";

/**
 * Marks the elements of the fast endocardial layer, the distal Purkinje network and the muscle it runs in.
 *
 * The layer is one element thick: every tetrahedron with a face on an endocardium whose mean ab is below the basal
 * limit. Neighboring faces share edges, so the fast wave never has to leave the layer, however thin it is.
 *
 * @param outFast  written; elementCount; 1 in the layer
 * @param heart    labeled mesh
 * @param ab       nodeCount, 0 apex to 1 base
 * @param basalLimit_ab  the layer ends here, 0 to 1
 * Source: that a fast layer reproduces measured activation: Lee 2019, Med Image Anal 57:197; kept in left bundle
 * branch block, where the front re-enters the network after crossing the septum.
 */
export function markFastEndocardialLayer(
  outFast: Uint8Array,
  heart: HeartMesh,
  ab: Float64Array,
  basalLimit_ab: number,
): void {
  outFast.fill(0);
  const { isEndocardialNode, faces } = collectEndocardialFaces(heart);
  const corners = new Uint32Array(4);
  for (let element = 0; element < outFast.length; element++) {
    let abSum = 0;
    let endocardialCount = 0;
    for (let corner = 0; corner < 4; corner++) {
      const node = heart.tetrahedra[4 * element + corner]!;
      abSum += ab[node]!;
      if (isEndocardialNode[node]) corners[endocardialCount++] = node;
    }
    // Only an element with three endocardial nodes can have an endocardial face: the set is asked rarely.
    if (endocardialCount < 3 || abSum / 4 > basalLimit_ab) continue;
    if (hasFaceIn(faces, corners, endocardialCount)) outFast[element] = 1;
  }
}

interface EndocardialFaces {
  readonly isEndocardialNode: Uint8Array;
  readonly faces: ReadonlySet<string>;
}

function collectEndocardialFaces(heart: HeartMesh): EndocardialFaces {
  const isEndocardialNode = new Uint8Array(countNodes(heart));
  const faces = new Set<string>();
  const { boundaryTriangles, boundaryLabels } = heart;
  for (let triangle = 0; triangle < boundaryLabels.length; triangle++) {
    const label = boundaryLabels[triangle];
    if (label !== SURFACE_LABEL.lvEndocardium && label !== SURFACE_LABEL.rvEndocardium) continue;
    const a = boundaryTriangles[3 * triangle]!;
    const b = boundaryTriangles[3 * triangle + 1]!;
    const c = boundaryTriangles[3 * triangle + 2]!;
    faces.add(faceKey(a, b, c));
    isEndocardialNode[a] = 1;
    isEndocardialNode[b] = 1;
    isEndocardialNode[c] = 1;
  }
  return { isEndocardialNode, faces };
}

function hasFaceIn(faces: ReadonlySet<string>, nodes: Uint32Array, count: number): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = nodes;
  if (faces.has(faceKey(a, b, c))) return true;
  return count === 4 && (faces.has(faceKey(a, b, d)) || faces.has(faceKey(a, c, d)) || faces.has(faceKey(b, c, d)));
}

function faceKey(a: number, b: number, c: number): string {
  const low = Math.min(a, b, c);
  const high = Math.max(a, b, c);
  return `${low},${a + b + c - low - high},${high}`;
}
