import type { PhrenicNerve } from "./phrenic-nerve.ts";

/** A straight nerve in the plane z = height that crosses the x axis over the origin at an angle; z is away from the heart. */
export function createStraightNerve(height_mm: number, angle_rad: number, offset_mm = 0): PhrenicNerve {
  const points: number[] = [];
  const normals: number[] = [];
  for (let s = -60; s <= 60; s += 1) {
    points.push(offset_mm + s * Math.cos(angle_rad), s * Math.sin(angle_rad), height_mm);
    normals.push(0, 0, 1);
  }
  return { points_mm: Float64Array.from(points), normals: Float64Array.from(normals) };
}
