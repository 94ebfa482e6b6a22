import { addScaled, cross, dot, norm, normalize, pointAt, subtract, type Vector3 } from "@tributary/model";
import { type Projection, projectPoint } from "../raster/projection.ts";
import type { DrawnSurface } from "../raster/rasterize-surface.ts";

/** A round piece of the heart's surface, by its middle and two directions at right angles in its plane, each one radius long. */
export interface TargetPatch {
  readonly center_mm: Vector3;
  readonly across_mm: Vector3;
  readonly along_mm: Vector3;
}

/**
 * Diameter of a target as drawn: two imaging systems register to each other with an error of 11.3 mm in patients, so
 * that a point would promise what nobody can hold.
 *
 * Source: fluoroscopy to cardiac magnetic resonance, 2014, PMC4055519; the diameter is assumed.
 */
export const TARGET_DIAMETER_mm = 17.5;

/**
 * The patch around a place near the surface; its plane is that of the triangles near it.
 *
 * @returns undefined where no triangle lies within the patch
 */
export function createTargetPatch(surface: DrawnSurface, position_mm: Vector3): TargetPatch | undefined {
  const radius_mm = TARGET_DIAMETER_mm / 2;
  let normal: Vector3 = [0, 0, 0];
  for (let t = 0; t < surface.triangles.length; t += 3) {
    const a = pointAt(surface.points_mm, surface.triangles[t]!);
    if (norm(subtract(a, position_mm)) > radius_mm) continue;
    const b = pointAt(surface.points_mm, surface.triangles[t + 1]!);
    const c = pointAt(surface.points_mm, surface.triangles[t + 2]!);
    const facing = cross(subtract(b, a), subtract(c, a));
    // The endocardium on the other side of a thin wall looks away.
    if (dot(facing, subtract(position_mm, a)) > 0) normal = addScaled(normal, facing, 1);
  }
  if (norm(normal) === 0) return undefined;
  const outward = normalize(normal);
  const head: Vector3 = Math.abs(outward[2]) < 0.9 ? [0, 0, 1] : [0, 1, 0];
  const along = normalize(addScaled(head, outward, -dot(head, outward)));
  const across = cross(along, outward);
  const scaled = (axis: Vector3): Vector3 => addScaled([0, 0, 0], axis, radius_mm);
  return { center_mm: position_mm, across_mm: scaled(across), along_mm: scaled(along) };
}

const CORNERS = 36;

/** The outline of a patch on a panel. */
export function outlinePatch(patch: TargetPatch, projection: Projection): number[] {
  return Array.from({ length: CORNERS }, (_, i) => {
    const turn_rad = (2 * Math.PI * i) / CORNERS;
    const aside = addScaled(patch.center_mm, patch.across_mm, Math.cos(turn_rad));
    const { x_px, y_px } = projectPoint(projection, addScaled(aside, patch.along_mm, Math.sin(turn_rad)));
    return [x_px, y_px];
  }).flat();
}

/** Points of a surface with their places on a flat map. */
export interface MappedPoints {
  readonly points_mm: ArrayLike<number>;
  /** Indices of the points that are on the map. */
  readonly nodes: Iterable<number>;
  readonly placeOf: (node: number) => { readonly x_px: number; readonly y_px: number };
}

/**
 * The outline of a patch on a flat map: an ellipse, by the affine map that fits the points within one diameter best.
 *
 * @param center_px  where the middle of the patch lies on the map
 * @returns undefined where fewer than three points are near
 */
export function outlinePatchOnMap(
  patch: TargetPatch,
  mapped: MappedPoints,
  center_px: { readonly x_px: number; readonly y_px: number },
): number[] | undefined {
  const radius_mm = norm(patch.along_mm);
  const unit = [patch.across_mm, patch.along_mm].map((axis) => normalize(axis)) as [Vector3, Vector3];
  let [uu, uv, vv, ux, uy, vx, vy, count] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const node of mapped.nodes) {
    const offset = subtract(pointAt(mapped.points_mm, node), patch.center_mm);
    if (norm(offset) > 2 * radius_mm) continue;
    const [u, v] = unit.map((axis) => dot(axis, offset)) as [number, number];
    const { x_px, y_px } = mapped.placeOf(node);
    const [x, y] = [x_px - center_px.x_px, y_px - center_px.y_px];
    [uu, uv, vv, count] = [uu + u * u, uv + u * v, vv + v * v, count + 1];
    [ux, uy, vx, vy] = [ux + u * x, uy + u * y, vx + v * x, vy + v * y];
  }
  const determinant = uu * vv - uv * uv;
  if (count < 3 || !(determinant > 1e-9)) return undefined;
  const solve = (a: number, b: number): [number, number] => [
    (a * vv - b * uv) / determinant,
    (b * uu - a * uv) / determinant,
  ];
  const [xu, xv] = solve(ux, vx);
  const [yu, yv] = solve(uy, vy);
  return Array.from({ length: CORNERS }, (_, i) => {
    const turn_rad = (2 * Math.PI * i) / CORNERS;
    const [u, v] = [radius_mm * Math.cos(turn_rad), radius_mm * Math.sin(turn_rad)];
    return [center_px.x_px + xu * u + xv * v, center_px.y_px + yu * u + yv * v];
  }).flat();
}
