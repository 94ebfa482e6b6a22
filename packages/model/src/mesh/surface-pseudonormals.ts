import type { TriangleSurface } from "./mesh.ts";

/** Normals by which the sign of a distance is told wherever the nearest point lies; not of unit length. */
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
    writeFaceNormal(faces, p, triangles, first);
    for (let corner = 0; corner < 3; corner++) {
      const point = triangles[first + corner]!;
      const next = triangles[first + ((corner + 1) % 3)]!;
      const angle_rad = cornerAngle(p, point, next, triangles[first + ((corner + 2) % 3)]!);
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

function writeFaceNormal(outFaces: Float64Array, p: Float64Array, triangles: Uint32Array, first: number): void {
  const a = 3 * triangles[first]!;
  const b = 3 * triangles[first + 1]!;
  const c = 3 * triangles[first + 2]!;
  const ux = p[b]! - p[a]!;
  const uy = p[b + 1]! - p[a + 1]!;
  const uz = p[b + 2]! - p[a + 2]!;
  const vx = p[c]! - p[a]!;
  const vy = p[c + 1]! - p[a + 1]!;
  const vz = p[c + 2]! - p[a + 2]!;
  const x = uy * vz - uz * vy;
  const y = uz * vx - ux * vz;
  const z = ux * vy - uy * vx;
  const length = Math.hypot(x, y, z) || 1;
  outFaces[first] = x / length;
  outFaces[first + 1] = y / length;
  outFaces[first + 2] = z / length;
}

function cornerAngle(p: Float64Array, at: number, to: number, or: number): number {
  const u = [0, 1, 2].map((axis) => p[3 * to + axis]! - p[3 * at + axis]!);
  const v = [0, 1, 2].map((axis) => p[3 * or + axis]! - p[3 * at + axis]!);
  const dot = u[0]! * v[0]! + u[1]! * v[1]! + u[2]! * v[2]!;
  const cosine = dot / (Math.hypot(u[0]!, u[1]!, u[2]!) * Math.hypot(v[0]!, v[1]!, v[2]!) || 1);
  return Math.acos(Math.min(1, Math.max(-1, cosine)));
}
