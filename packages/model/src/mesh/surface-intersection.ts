import type { TriangleSurface } from "./mesh.ts";
import { buildTriangleGrid } from "./triangle-grid.ts";

/**
 * A pair of triangles that pass through each other, or undefined.
 *
 * Two triangles cross when an edge of one passes through the inside of the other. Triangles that share one point are
 * tested by the edges opposite it; those that share an edge, or only touch, do not count. Coplanar overlap is not found.
 *
 * Cost: pairs that share a cell of a uniform grid and whose boxes overlap.
 */
export function findSelfIntersection(surface: TriangleSurface): readonly [number, number] | undefined {
  const { offsets, triangles } = buildTriangleGrid(surface);
  const boxes = computeBoxes(surface);
  for (let cell = 0; cell + 1 < offsets.length; cell++) {
    for (let i = offsets[cell]!; i < offsets[cell + 1]!; i++) {
      for (let j = i + 1; j < offsets[cell + 1]!; j++) {
        const a = triangles[i]!;
        const b = triangles[j]!;
        if (boxesOverlap(boxes, a, b) && trianglesCross(surface, a, b)) return [a, b];
      }
    }
  }
  return undefined;
}

function computeBoxes({ points_mm: p, triangles }: TriangleSurface): Float64Array {
  const boxes = new Float64Array(2 * triangles.length);
  for (let first = 0; first < triangles.length; first += 3) {
    for (let axis = 0; axis < 3; axis++) {
      const a = p[3 * triangles[first]! + axis]!;
      const b = p[3 * triangles[first + 1]! + axis]!;
      const c = p[3 * triangles[first + 2]! + axis]!;
      boxes[2 * first + axis] = Math.min(a, b, c);
      boxes[2 * first + 3 + axis] = Math.max(a, b, c);
    }
  }
  return boxes;
}

function boxesOverlap(boxes: Float64Array, a: number, b: number): boolean {
  for (let axis = 0; axis < 3; axis++) {
    if (boxes[6 * a + axis]! > boxes[6 * b + 3 + axis]! || boxes[6 * b + axis]! > boxes[6 * a + 3 + axis]!)
      return false;
  }
  return true;
}

function trianglesCross(surface: TriangleSurface, a: number, b: number): boolean {
  return someEdgeCrosses(surface, a, b) || someEdgeCrosses(surface, b, a);
}

/** Whether an edge of `cutter` that shares no point with `target` passes through it. */
function someEdgeCrosses({ points_mm, triangles }: TriangleSurface, cutter: number, target: number): boolean {
  const a = triangles[3 * target]!;
  const b = triangles[3 * target + 1]!;
  const c = triangles[3 * target + 2]!;
  for (let corner = 0; corner < 3; corner++) {
    const from = triangles[3 * cutter + corner]!;
    const to = triangles[3 * cutter + ((corner + 1) % 3)]!;
    if (from === a || from === b || from === c || to === a || to === b || to === c) continue;
    const start = orientation(points_mm, a, b, c, from);
    const end = orientation(points_mm, a, b, c, to);
    if (start * end >= 0) continue;
    const ab = orientation(points_mm, from, to, a, b);
    const bc = orientation(points_mm, from, to, b, c);
    const ca = orientation(points_mm, from, to, c, a);
    if ((ab > 0 && bc > 0 && ca > 0) || (ab < 0 && bc < 0 && ca < 0)) return true;
  }
  return false;
}

/** Six times the signed volume of the tetrahedron abcd. */
function orientation(p: Float64Array, a: number, b: number, c: number, d: number): number {
  const ox = p[3 * d]!;
  const oy = p[3 * d + 1]!;
  const oz = p[3 * d + 2]!;
  const ax = p[3 * a]! - ox;
  const ay = p[3 * a + 1]! - oy;
  const az = p[3 * a + 2]! - oz;
  const bx = p[3 * b]! - ox;
  const by = p[3 * b + 1]! - oy;
  const bz = p[3 * b + 2]! - oz;
  const cx = p[3 * c]! - ox;
  const cy = p[3 * c + 1]! - oy;
  const cz = p[3 * c + 2]! - oz;
  return ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
}
