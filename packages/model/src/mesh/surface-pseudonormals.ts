import { angleBetween, normalize, subtract, type Vector3 } from "../numerics/vector3.ts";
import type { TriangleSurface } from "./mesh.ts";
import { areaVector, cornersOfTriangle } from "./triangle-geometry.ts";

/** Normals by which the sign of a distance is told wherever the nearest point lies; not all of unit length. */
export interface SurfacePseudonormals {
  /** 3 per triangle, unit. */
  readonly faces: Float64Array;
  /** 9 per triangle: sum of the two face normals at the edges 0-1, 1-2, 2-0. */
  readonly edges: Float64Array;
  /** 3 per point: face normals weighted by the triangle's angle there. */
  readonly points: Float64Array;
}

/**
 * Source: Baerentzen and Aanaes, IEEE Trans Vis Comput Graph 2005;11:243: with angle weights the sign is right for every
 * closed surface.
 */
export function computePseudonormals({ points_mm: p, triangles }: TriangleSurface): SurfacePseudonormals {
  const faces = new Float64Array(triangles.length);
  const edges = new Float64Array(3 * triangles.length);
  const points = new Float64Array(p.length);
  const pointCount = p.length / 3;
  const edgeOfKey = new Map<number, number>();
  for (let first = 0; first < triangles.length; first += 3) {
    const corners = cornersOfTriangle(p, triangles, first / 3);
    faces.set(normalize(areaVector(...corners)), first);
    for (let corner = 0; corner < 3; corner++) {
      const point = triangles[first + corner]!;
      const next = triangles[first + ((corner + 1) % 3)]!;
      const angle_rad = cornerAngle(corners, corner);
      const edge = 3 * (first + corner);
      const opposite = edgeOfKey.get(next * pointCount + point);
      if (opposite === undefined) edgeOfKey.set(point * pointCount + next, edge);
      for (let axis = 0; axis < 3; axis++) {
        const normal = faces[first + axis]!;
        points[3 * point + axis]! += angle_rad * normal;
        edges[edge + axis]! += normal;
        if (opposite === undefined) continue;
        edges[edge + axis]! += edges[opposite + axis]!;
        edges[opposite + axis] = edges[edge + axis]!;
      }
    }
  }
  return { faces, edges, points };
}

function cornerAngle(corners: readonly [Vector3, Vector3, Vector3], corner: number): number {
  const at = corners[corner]!;
  return angleBetween(subtract(corners[(corner + 1) % 3]!, at), subtract(corners[(corner + 2) % 3]!, at));
}
