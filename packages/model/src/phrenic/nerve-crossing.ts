import { addScaled, dot, multiply, norm, normalize, pointAt, subtract, type Vector3 } from "../numerics/vector3.ts";
import type { PhrenicNerve } from "./phrenic-nerve.ts";
import type { PhrenicParameters } from "./phrenic-parameters.ts";

/** The stretch of a nerve next to an electrode, as a straight line; positions count from the electrode. */
export interface NerveCrossing {
  /** From the electrode to the nearest place of the nerve. */
  readonly nearest_mm: Vector3;
  /** Unit, along the nerve. */
  readonly tangent: Vector3;
}

/**
 * Where a nerve passes an electrode at its nearest, breathing included.
 *
 * The nerve slides sideways over the heart by up to the excursion, and the nearest place counts; along the outward
 * normal it is never nearer than the least distance, since vein and pericardium lie between.
 *
 * Cost: one pass over the nerve's points.
 */
export function findNerveCrossing(
  position_mm: Vector3,
  nerve: PhrenicNerve,
  { excursion_mm, leastDistance_mm }: Pick<PhrenicParameters, "excursion_mm" | "leastDistance_mm">,
): NerveCrossing {
  const index = findNearestPoint(position_mm, nerve.points_mm);
  const point = pointAt(nerve.points_mm, index);
  const before = pointAt(nerve.points_mm, Math.max(0, index - 1));
  const after = pointAt(nerve.points_mm, Math.min(nerve.points_mm.length / 3 - 1, index + 1));
  const tangent = normalize(subtract(after, before));
  const offset = subtract(point, position_mm);
  const halfSpan_mm = norm(subtract(after, before)) / 2;
  const slide_mm = Math.min(halfSpan_mm, Math.max(-halfSpan_mm, -dot(offset, tangent)));
  const nearest = addScaled(offset, tangent, slide_mm);

  const normal = pointAt(nerve.normals, index);
  const height_mm = dot(nearest, normal);
  const sideways = addScaled(nearest, normal, -height_mm);
  const away_mm = norm(sideways);
  const left = away_mm > excursion_mm ? 1 - excursion_mm / away_mm : 0;
  const nearest_mm = addScaled(multiply(sideways, left), normal, Math.max(leastDistance_mm, height_mm));
  return { nearest_mm, tangent };
}

function findNearestPoint(position_mm: Vector3, points_mm: Float64Array): number {
  let nearest = 0;
  let least = Infinity;
  for (let i = 0; i < points_mm.length; i += 3) {
    const dx = points_mm[i]! - position_mm[0];
    const dy = points_mm[i + 1]! - position_mm[1];
    const dz = points_mm[i + 2]! - position_mm[2];
    const square = dx * dx + dy * dy + dz * dz;
    if (square < least) {
      least = square;
      nearest = i / 3;
    }
  }
  return nearest;
}
