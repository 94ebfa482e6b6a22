import { countTetrahedra, type TetrahedralMesh } from "../mesh/mesh.ts";
import type { VentricularCoordinates } from "./ventricular-coordinates.ts";

/** Ventricular coordinates of the middle of every element, each elementCount. */
export interface ElementCoordinates {
  readonly ab: Float64Array;
  readonly tm: Float64Array;
  /** In [0, 1). */
  readonly rt: Float64Array;
  /** 0 left, 1 right ventricle; the ventricle of most nodes, the left where they are even. */
  readonly tv: Uint8Array;
}

/**
 * Mean of the coordinates of the four nodes of each element. In elements across the middle surface of the septum, tm of
 * the nodes on the other side counts as negative, and the size of the mean is taken.
 */
export function computeElementCoordinates(
  mesh: TetrahedralMesh,
  coordinates: VentricularCoordinates,
): ElementCoordinates {
  const elementCount = countTetrahedra(mesh);
  const ab = new Float64Array(elementCount);
  const tm = new Float64Array(elementCount);
  const rt = new Float64Array(elementCount);
  const tv = new Uint8Array(elementCount);
  for (let element = 0; element < elementCount; element++) {
    let sine = 0;
    let cosine = 0;
    let rightCount = 0;
    let signedTm = 0;
    for (let k = 0; k < 4; k++) {
      const node = mesh.tetrahedra[4 * element + k]!;
      ab[element]! += coordinates.ab[node]! / 4;
      sine += coordinates.rtSin[node]!;
      cosine += coordinates.rtCos[node]!;
      rightCount += coordinates.tv[node]!;
      signedTm += coordinates.tv[node] ? coordinates.tm[node]! : -coordinates.tm[node]!;
    }
    tm[element] = Math.abs(signedTm) / 4;
    rt[element] = wrapRotational(Math.atan2(sine, cosine) / (2 * Math.PI));
    tv[element] = rightCount > 2 ? 1 : 0;
  }
  return { ab, tm, rt, tv };
}

/** rt in [0, 1) of a node. */
export function rotationalOfNode(coordinates: Pick<VentricularCoordinates, "rtSin" | "rtCos">, node: number): number {
  return wrapRotational(Math.atan2(coordinates.rtSin[node]!, coordinates.rtCos[node]!) / (2 * Math.PI));
}

function wrapRotational(value: number): number {
  const wrapped = value - Math.floor(value);
  return wrapped >= 1 ? 0 : wrapped;
}
