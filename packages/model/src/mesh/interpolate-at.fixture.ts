import { countTetrahedra, type TetrahedralMesh } from "./mesh.ts";
import { computeElementVolume } from "./mesh-volume.ts";

export interface PlaceInMesh {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/** The element that holds a point and its barycentric weights there, by asking every element; for tests. */
export function locatePoint(mesh: TetrahedralMesh, point_mm: readonly number[]): PlaceInMesh | undefined {
  const corner = { points_mm: new Float64Array(12), tetrahedra: Uint32Array.of(0, 1, 2, 3) };
  for (let element = 0; element < countTetrahedra(mesh); element++) {
    if (!isInBounds(mesh, element, point_mm)) continue;
    const nodes = mesh.tetrahedra.subarray(4 * element, 4 * element + 4);
    for (const [k, node] of nodes.entries()) {
      for (let axis = 0; axis < 3; axis++) corner.points_mm[3 * k + axis] = mesh.points_mm[3 * node + axis]!;
    }
    const whole = computeElementVolume(corner, 0);
    const weights = [0, 1, 2, 3].map((k) => {
      const points_mm = corner.points_mm.slice();
      points_mm.set(point_mm, 3 * k);
      return computeElementVolume({ points_mm, tetrahedra: corner.tetrahedra }, 0) / whole;
    });
    if (weights.every((weight) => weight > -1e-9)) return { nodes: [...nodes], weights };
  }
  return undefined;
}

export function interpolateAt({ nodes, weights }: PlaceInMesh, values: ArrayLike<number>): number {
  return nodes.reduce((sum, node, k) => sum + weights[k]! * values[node]!, 0);
}

function isInBounds(mesh: TetrahedralMesh, element: number, point_mm: readonly number[]): boolean {
  for (let axis = 0; axis < 3; axis++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < 4; k++) {
      const value = mesh.points_mm[3 * mesh.tetrahedra[4 * element + k]! + axis]!;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (point_mm[axis]! < low - 1e-9 || point_mm[axis]! > high + 1e-9) return false;
  }
  return true;
}
