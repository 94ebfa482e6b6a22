import { addScaled, type Vector3 } from "../numerics/vector3.ts";
import type { EpicardialMap } from "../veins/epicardial-map.ts";
import { PHRENIC_COURSES, type PhrenicPath, phrenicRt } from "./phrenic-course.ts";

/** A nerve as a polyline over one heart, from the diaphragm up. */
export interface PhrenicNerve {
  /** 3 · pointCount. */
  readonly points_mm: Float64Array;
  /** 3 · pointCount; unit, away from the heart. */
  readonly normals: Float64Array;
}

/** About 1 mm on a heart of usual size. */
const POINT_COUNT = 160;

/**
 * The phrenic nerve of one heart: its course on the epicardium, lifted off it by the gap along the outward normal.
 *
 * @param map   of the heart
 * @param path  drawn by `samplePhrenicCourse` or chosen
 */
export function createPhrenicNerve(map: EpicardialMap, path: PhrenicPath): PhrenicNerve {
  const { ab } = PHRENIC_COURSES[path.course];
  const [low, high] = [ab[0]!, ab[ab.length - 1]!];
  const points: Vector3[] = [];
  const normals: Vector3[] = [];
  for (let i = 0; i < POINT_COUNT; i++) {
    const at = low + ((high - low) * i) / (POINT_COUNT - 1);
    const { point_mm, normal } = map.locate(at, phrenicRt(path, at));
    points.push(addScaled(point_mm, normal, path.gap_mm));
    normals.push(normal);
  }
  return { points_mm: Float64Array.from(points.flat()), normals: Float64Array.from(normals.flat()) };
}
