import { rtFromAhaAngle } from "../anatomy/coordinate-conventions.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import type { EpicardialSurface } from "./epicardial-map.ts";

/** Epicardium of a truncated ellipsoid in the heart frame: +x septum, +y anterior, +z base. */
export interface EllipsoidShape {
  readonly radius_mm: number;
  readonly apex_mm: number;
  readonly base_mm: number;
  /** Keep triangles with rt from 0 to this only; 1 keeps all. */
  readonly untilRt?: number;
  /** -1 mirrors anterior and posterior: a wrong heart. */
  readonly handedness?: 1 | -1;
}

/** The normal male preset: cavity 54 x 96 mm, walls 6.3 and 4.5 mm. */
export const NORMAL_MALE: EllipsoidShape = { radius_mm: 33.3, apex_mm: 68.5, base_mm: 32 };
/** The dilated male preset with left bundle-branch block: cavity 67 x 98 mm, walls 7.5 and 5 mm. */
export const DILATED_MALE: EllipsoidShape = { radius_mm: 41, apex_mm: 98 / 1.5 + 5, base_mm: 98 / 3 };

/** Point at a polar angle from the apex and an AHA angle. */
export function ellipsoidPoint(shape: EllipsoidShape, polar_rad: number, aha_deg: number): [number, number, number] {
  const phi = radiansFromDegrees(aha_deg);
  const r = shape.radius_mm * Math.sin(polar_rad);
  const hand = shape.handedness ?? 1;
  return [-r * Math.cos(phi), hand * r * Math.sin(phi), -shape.apex_mm * Math.cos(polar_rad)];
}

/** Polar angle of a share of the meridian's arc, by table. */
export function polarFromAb(shape: EllipsoidShape, ab: number): number {
  const steps = 2000;
  const end = Math.acos(-shape.base_mm / shape.apex_mm);
  const arcs = [0];
  for (let i = 1; i <= steps; i++) {
    const a = ellipsoidPoint(shape, (end * (i - 1)) / steps, 0);
    const b = ellipsoidPoint(shape, (end * i) / steps, 0);
    arcs.push(arcs[i - 1]! + Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
  }
  const wanted = ab * arcs[steps]!;
  const i = Math.min(
    steps,
    Math.max(
      1,
      arcs.findIndex((arc) => arc >= wanted),
    ),
  );
  return (end * (i - 1 + (wanted - arcs[i - 1]!) / (arcs[i]! - arcs[i - 1]!))) / steps;
}

/** Rings of `around` points at equal steps of ab, the apex one point. */
export function createEllipsoidEpicardium(shape: EllipsoidShape, rings = 60, around = 120): EpicardialSurface {
  const points: number[] = [...ellipsoidPoint(shape, 0, 0)];
  const ab = [0];
  const rt = [0];
  for (let ring = 1; ring <= rings; ring++) {
    const polar_rad = polarFromAb(shape, ring / rings);
    for (let k = 0; k < around; k++) {
      const aha_deg = (360 * k) / around;
      points.push(...ellipsoidPoint(shape, polar_rad, aha_deg));
      ab.push(ring / rings);
      rt.push(rtFromAhaAngle(aha_deg));
    }
  }
  const node = (ring: number, k: number) => (ring === 0 ? 0 : 1 + (ring - 1) * around + (k % around));
  const triangles: number[] = [];
  const add = (a: number, b: number, c: number) => {
    const limit = shape.untilRt ?? 1;
    const keep = [a, b, c].every((i) => ab[i] === 0 || rt[i]! <= limit + 1e-9 || rt[i]! > 1 - 1e-9);
    if (keep) triangles.push(...((shape.handedness ?? 1) > 0 ? [a, b, c] : [a, c, b]));
  };
  for (let ring = 0; ring < rings; ring++) {
    for (let k = 0; k < around; k++) {
      add(node(ring, k), node(ring + 1, k), node(ring + 1, k + 1));
      if (ring > 0) add(node(ring, k), node(ring + 1, k + 1), node(ring, k + 1));
    }
  }
  return { points_mm: Float64Array.from(points), triangles: Uint32Array.from(triangles), ab, rt };
}
