import { cross, distance, norm, pointAt, subtract, type Vector3 } from "@tributary/model";
import type { ColorScale } from "../color/color-scale.ts";
import type { DrawnSurface } from "../raster/rasterize-surface.ts";
import { formatNumber } from "../svg/format-number.ts";
import type { Table } from "../svg/picture.ts";
import type { DrawnElectrode } from "./anatomy-marks.ts";

/**
 * What an activation picture shows, as text: the share of the surface in each isochrone band, and the time at the
 * surface point nearest to each electrode.
 *
 * The area of a triangle counts to the band of the mean of its corners; one with a corner without value counts as
 * not activated.
 */
export function tabulateActivation(
  surface: DrawnSurface,
  times_ms: ArrayLike<number>,
  scale: ColorScale,
  electrodes: readonly DrawnElectrode[],
): Table & { readonly hasNoValue: boolean } {
  const first = Math.floor(scale.low / scale.step + 1e-9);
  const count = Math.max(1, Math.ceil(scale.high / scale.step - 1e-9) - first);
  const areas = new Float64Array(count);
  let [total, without] = [0, 0];
  for (let t = 0; t < surface.triangles.length; t += 3) {
    const corners = [0, 1, 2].map((k) => surface.triangles[t + k]!) as [number, number, number];
    const area = triangleArea(surface.points_mm, corners);
    const time = (times_ms[corners[0]]! + times_ms[corners[1]]! + times_ms[corners[2]]!) / 3;
    total += area;
    if (!Number.isFinite(time)) without += area;
    else areas[Math.min(count - 1, Math.max(0, Math.floor(time / scale.step) - first))]! += area;
  }
  const share = (area: number): string => (total > 0 ? `${formatNumber((100 * area) / total)} %` : "–");
  const rows = Array.from(areas, (area, i) => {
    const low = (first + i) * scale.step;
    return [`${formatNumber(low, 2)} to ${formatNumber(low + scale.step, 2)} ms`, share(area)];
  });
  if (without > 0) rows.push(["no activation", share(without)]);
  for (const { name, position_mm } of electrodes) {
    const nearest = findNearestPoint(surface, position_mm);
    const time = times_ms[nearest]!;
    const said = Number.isFinite(time) ? `${formatNumber(time)} ms` : "no activation";
    rows.push([`${name}, at the nearest point of the surface`, said]);
  }
  return { columns: ["Activation time", "Share of the surface, or time"], rows, hasNoValue: without > 0 };
}

function triangleArea(p: ArrayLike<number>, corners: readonly [number, number, number]): number {
  const [a, b, c] = corners.map((corner) => pointAt(p, corner)) as [Vector3, Vector3, Vector3];
  return norm(cross(subtract(b, a), subtract(c, a))) / 2;
}

function findNearestPoint(surface: DrawnSurface, position_mm: Vector3): number {
  let [nearest, least_mm] = [0, Number.POSITIVE_INFINITY];
  for (let i = 0; i < surface.triangles.length; i++) {
    const point = surface.triangles[i]!;
    const away_mm = distance(pointAt(surface.points_mm, point), position_mm);
    if (away_mm < least_mm) [nearest, least_mm] = [point, away_mm];
  }
  return nearest;
}
