import { pointAt, type Vector3 } from "./vector3.ts";

/** Which part of a triangle is nearest: its inside, corner 0-2 (1 + i), or the edge from corner i to the next (4 + i). */
const TRIANGLE_INSIDE = 0;
export const TRIANGLE_CORNER = 1;
export const TRIANGLE_EDGE = 4;

/**
 * Nearest point of triangle abc to p.
 *
 * @param out   written: nearest point x, y, z, squared distance
 * @param a b c offsets of the corners in `points`
 * @returns the part of the triangle that the nearest point lies on
 *
 * Source: Ericson, Real-Time Collision Detection, 2005, section 5.1.5.
 */
export function findNearestOnTriangle(
  out: Float64Array,
  points: Float64Array,
  corners: { a: number; b: number; c: number },
  p: { x: number; y: number; z: number },
): number {
  const { a, b, c } = corners;
  const ax = points[a]!;
  const ay = points[a + 1]!;
  const az = points[a + 2]!;
  const ux = points[b]! - ax;
  const uy = points[b + 1]! - ay;
  const uz = points[b + 2]! - az;
  const vx = points[c]! - ax;
  const vy = points[c + 1]! - ay;
  const vz = points[c + 2]! - az;
  const wx = p.x - ax;
  const wy = p.y - ay;
  const wz = p.z - az;
  const uu = ux * ux + uy * uy + uz * uz;
  const uv = ux * vx + uy * vy + uz * vz;
  const vv = vx * vx + vy * vy + vz * vz;
  const d1 = ux * wx + uy * wy + uz * wz;
  const d2 = vx * wx + vy * wy + vz * wz;
  const d3 = d1 - uu;
  const d4 = d2 - uv;
  const d5 = d1 - uv;
  const d6 = d2 - vv;
  let s = 0;
  let t = 0;
  let part = TRIANGLE_INSIDE;
  const areaC = d1 * d4 - d3 * d2;
  const areaB = d5 * d2 - d1 * d6;
  const areaA = d3 * d6 - d5 * d4;
  if (d1 <= 0 && d2 <= 0) part = TRIANGLE_CORNER;
  else if (d3 >= 0 && d4 <= d3) {
    part = TRIANGLE_CORNER + 1;
    s = 1;
  } else if (d6 >= 0 && d5 <= d6) {
    part = TRIANGLE_CORNER + 2;
    t = 1;
  } else if (areaC <= 0 && d1 >= 0 && d3 <= 0) {
    part = TRIANGLE_EDGE;
    s = d1 / (d1 - d3);
  } else if (areaB <= 0 && d2 >= 0 && d6 <= 0) {
    part = TRIANGLE_EDGE + 2;
    t = d2 / (d2 - d6);
  } else if (areaA <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
    part = TRIANGLE_EDGE + 1;
    t = (d4 - d3) / (d4 - d3 + d5 - d6);
    s = 1 - t;
  } else {
    const sum = areaA + areaB + areaC;
    s = areaB / sum;
    t = areaC / sum;
  }
  const dx = wx - s * ux - t * vx;
  const dy = wy - s * uy - t * vy;
  const dz = wz - s * uz - t * vz;
  out[0] = p.x - dx;
  out[1] = p.y - dy;
  out[2] = p.z - dz;
  out[3] = dx * dx + dy * dy + dz * dz;
  return part;
}

/** The same for single points: the point of triangle abc nearest to p. */
export function findClosestOnTriangle(p: Vector3, a: Vector3, b: Vector3, c: Vector3): Vector3 {
  const out = new Float64Array(4);
  findNearestOnTriangle(out, Float64Array.of(...a, ...b, ...c), { a: 0, b: 3, c: 6 }, { x: p[0], y: p[1], z: p[2] });
  return pointAt(out, 0);
}
