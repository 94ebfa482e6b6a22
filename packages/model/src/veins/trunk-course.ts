import { addScaled, cross, dot, normalize, subtract, type Vector3 } from "../numerics/vector3.ts";
import { directionAt, measureArc, pointAtArc, smoothCenterline } from "./centerline.ts";
import type { EpicardialMap } from "./epicardial-map.ts";
import { TRUNK_FIGURES } from "./vein-statistics.ts";

/**
 * The trunk runs on the atrial side of the groove, most near its ostium and least where it ends (on CT 12 to 13 mm above
 * the annulus, which lies some mm inside the muscle's rim); heights over the rim assumed.
 */
const HEIGHT_AT_POSTERIOR_GROOVE_mm = 6;
const HEIGHT_AT_ANTERIOR_GROOVE_mm = 2;
const RING_POINT_COUNT = 240;
/** About 5 mm; assumed. */
const RIM_DEPTH_ab = 0.04;

/** The line of the trunk, by arc length from the posterior groove; it goes straight on beyond both grooves. */
export interface TrunkCourse {
  /** Arc length from the posterior to the anterior interventricular groove. */
  readonly grooveArc_mm: number;
  /** Arc length at an rt between about -0.1 and 2/3. */
  arcAtRt(rt: number): number;
  pointAtArc(arc_mm: number): Vector3;
  directionAt(arc_mm: number): Vector3;
}

/** The trunk's line around the AV groove of one heart. */
export function traceTrunkCourse(map: EpicardialMap): TrunkCourse {
  const rts = Array.from({ length: RING_POINT_COUNT + 1 }, (_, i) => ((2 / 3) * i) / RING_POINT_COUNT);
  const ring = rts.map((rt) => locateRim(map, rt));
  const apex_mm = map.locate(0, 0).point_mm;
  const upward = ringAxis(
    ring.map(({ point_mm }) => point_mm),
    apex_mm,
  );
  const fat_mm = TRUNK_FIGURES.grooveFat_mm.mean;
  const lifted = ring.map(({ point_mm, normal }, i) => {
    const outward = normalize(addScaled(normal, upward, -dot(normal, upward)));
    const share = i / RING_POINT_COUNT;
    const height_mm = HEIGHT_AT_POSTERIOR_GROOVE_mm * (1 - share) + HEIGHT_AT_ANTERIOR_GROOVE_mm * share;
    return addScaled(addScaled(point_mm, outward, fat_mm), upward, height_mm);
  });
  const points = smoothCenterline(lifted, 20);
  const arcs_mm = measureArc(points);
  const grooveArc_mm = arcs_mm[RING_POINT_COUNT]!;
  const start = directionAt(points, arcs_mm, 0, 12);
  const end = directionAt(points, arcs_mm, grooveArc_mm, 12);

  return {
    grooveArc_mm,
    arcAtRt(rt) {
      const at = (rt / (2 / 3)) * RING_POINT_COUNT;
      if (at <= 0 || at >= RING_POINT_COUNT) return (at / RING_POINT_COUNT) * grooveArc_mm;
      const i = Math.floor(at);
      return arcs_mm[i]! + (at - i) * (arcs_mm[i + 1]! - arcs_mm[i]!);
    },
    pointAtArc(arc_mm) {
      if (arc_mm < 0) return addScaled(points[0]!, start, arc_mm);
      if (arc_mm > grooveArc_mm) return addScaled(points[RING_POINT_COUNT]!, end, arc_mm - grooveArc_mm);
      return pointAtArc(points, arcs_mm, arc_mm);
    },
    directionAt(arc_mm) {
      if (arc_mm < 0) return start;
      return arc_mm > grooveArc_mm ? end : directionAt(points, arcs_mm, arc_mm, 6);
    },
  };
}

/**
 * Length of the AV groove on a heart, posterior to anterior interventricular groove over the free wall, along the trunk:
 * what `sampleVenousTree` wants to know of it.
 */
export function measureGrooveArc(map: EpicardialMap): number {
  return traceTrunkCourse(map).grooveArc_mm;
}

/**
 * The epicardium at the groove, straight on from just below: meshes and valve openings leave the rim itself ragged.
 */
function locateRim(map: EpicardialMap, rt: number): { point_mm: Vector3; normal: Vector3 } {
  const { point_mm, normal } = map.locate(1 - RIM_DEPTH_ab, rt);
  const below = map.locate(1 - 2 * RIM_DEPTH_ab, rt).point_mm;
  return { point_mm: addScaled(point_mm, subtract(point_mm, below), 1), normal };
}

/** Unit normal of the plane that the groove lies in, away from the apex. */
function ringAxis(ring: readonly Vector3[], apex_mm: Vector3): Vector3 {
  const center = addScaled(
    [0, 0, 0],
    ring.reduce((sum, point) => addScaled(sum, point, 1), [0, 0, 0] as Vector3),
    1 / ring.length,
  );
  let area: Vector3 = [0, 0, 0];
  for (const [i, point] of ring.entries()) {
    const next = ring[(i + 1) % ring.length]!;
    area = addScaled(area, cross(subtract(point, center), subtract(next, center)), 1);
  }
  const sign = dot(area, subtract(center, apex_mm)) < 0 ? -1 : 1;
  return normalize([sign * area[0], sign * area[1], sign * area[2]]);
}
