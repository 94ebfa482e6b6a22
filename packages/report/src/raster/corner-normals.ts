import { radiansFromDegrees } from "@tributary/model";
import type { DrawnSurface } from "./rasterize-surface.ts";

/** Faces that meet at a sharper angle than this keep an edge between them: the basal rim stays a rim. */
const CREASE_COSINE = Math.cos(radiansFromDegrees(50));

/**
 * Unit normals for smooth shading, one per corner of each triangle, in patient space.
 *
 * The normal of a corner is the area-weighted mean of the faces around its point that lie within 50 degrees of the
 * corner's own face.
 *
 * @returns 9 · triangleCount values; zero for a degenerate triangle
 */
export function computeCornerNormals(surface: DrawnSurface): Float32Array {
  const { triangles } = surface;
  const faces = computeFaceNormals(surface);
  const { offsets, corners } = listCornersByPoint(triangles);
  const normals = new Float32Array(3 * triangles.length);
  for (let corner = 0; corner < triangles.length; corner++) {
    const own = 3 * Math.floor(corner / 3);
    const ownLength = Math.hypot(faces[own]!, faces[own + 1]!, faces[own + 2]!);
    let [x, y, z] = [0, 0, 0];
    const point = triangles[corner]!;
    for (let i = offsets[point]!; i < offsets[point + 1]!; i++) {
      const other = 3 * Math.floor(corners[i]! / 3);
      const [fx, fy, fz] = [faces[other]!, faces[other + 1]!, faces[other + 2]!];
      const along = fx * faces[own]! + fy * faces[own + 1]! + fz * faces[own + 2]!;
      if (along < CREASE_COSINE * ownLength * Math.hypot(fx, fy, fz)) continue;
      x += fx;
      y += fy;
      z += fz;
    }
    const length = Math.hypot(x, y, z) || 1;
    normals.set([x / length, y / length, z / length], 3 * corner);
  }
  return normals;
}

/** Normals whose length is twice the area. */
function computeFaceNormals({ points_mm: p, triangles }: DrawnSurface): Float64Array {
  const normals = new Float64Array(triangles.length);
  for (let t = 0; t < triangles.length; t += 3) {
    const a = 3 * triangles[t]!;
    const b = 3 * triangles[t + 1]!;
    const c = 3 * triangles[t + 2]!;
    const [ux, uy, uz] = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!];
    const [vx, vy, vz] = [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!];
    normals[t] = uy * vz - uz * vy;
    normals[t + 1] = uz * vx - ux * vz;
    normals[t + 2] = ux * vy - uy * vx;
  }
  return normals;
}

/** For each point the corners (positions in `triangles`) that use it, as a compressed list. */
function listCornersByPoint(triangles: ArrayLike<number>): { offsets: Uint32Array; corners: Uint32Array } {
  let last = -1;
  for (let i = 0; i < triangles.length; i++) last = Math.max(last, triangles[i]!);
  const offsets = new Uint32Array(last + 2);
  for (let i = 0; i < triangles.length; i++) offsets[triangles[i]! + 1]!++;
  for (let i = 0; i <= last; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice();
  const corners = new Uint32Array(triangles.length);
  for (let i = 0; i < triangles.length; i++) corners[next[triangles[i]!]!++] = i;
  return { offsets, corners };
}
