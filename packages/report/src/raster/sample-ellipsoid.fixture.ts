import type { DrawnSurface } from "./rasterize-surface.ts";

/**
 * A closed ellipsoid for tests: rings along z from the south to the north pole, triangles outward.
 *
 * @param radii_mm  along x, y, z
 */
export function createSampleEllipsoid(
  radii_mm: readonly [number, number, number],
  ringCount = 24,
): DrawnSurface & { readonly points_mm: Float64Array; readonly triangles: Uint32Array } {
  const around = 2 * ringCount;
  const points: number[] = [0, 0, -radii_mm[2]];
  for (let ring = 1; ring < ringCount; ring++) {
    const polar_rad = Math.PI * (ring / ringCount);
    for (let k = 0; k < around; k++) {
      const turn_rad = (2 * Math.PI * k) / around;
      const wide = Math.sin(polar_rad);
      points.push(
        radii_mm[0] * wide * Math.cos(turn_rad),
        radii_mm[1] * wide * Math.sin(turn_rad),
        -radii_mm[2] * Math.cos(polar_rad),
      );
    }
  }
  points.push(0, 0, radii_mm[2]);
  const last = points.length / 3 - 1;
  const at = (ring: number, k: number): number => 1 + (ring - 1) * around + (k % around);
  const triangles: number[] = [];
  for (let k = 0; k < around; k++) {
    triangles.push(0, at(1, k + 1), at(1, k));
    for (let ring = 1; ring < ringCount - 1; ring++) {
      triangles.push(at(ring, k), at(ring, k + 1), at(ring + 1, k));
      triangles.push(at(ring, k + 1), at(ring + 1, k + 1), at(ring + 1, k));
    }
    triangles.push(at(ringCount - 1, k), at(ringCount - 1, k + 1), last);
  }
  return { points_mm: new Float64Array(points), triangles: new Uint32Array(triangles) };
}
