import {
  addScaled,
  distance,
  dot,
  multiply,
  normalize,
  pointAt,
  SURFACE_LABEL,
  subtract,
  type Vector3,
} from "@tributary/model";
import type { DrawnSurface } from "./rasterize-surface.ts";
import { createView, type View } from "./standard-views.ts";

/** A view into the opened left ventricle: what lies nearer to the viewer than the plane is cut away. */
export interface OpenedView {
  readonly view: View;
  /** A point of the cutting plane, which faces the viewer. */
  readonly planePoint_mm: Vector3;
}

/**
 * The left ventricle opened along its long axis like a book: its free wall seen from the septum, its septum seen from
 * the free wall.
 *
 * Long axis: from the point of the LV endocardium farthest from the basal rim to the middle of that rim; the septal
 * direction is that of the middle of the RV endocardium, at right angles to the axis.
 *
 * @param labels  one SURFACE_LABEL per triangle
 * @returns undefined when the labels name no LV or no RV endocardium, or they do not meet the base
 */
export function findOpenedViews(
  surface: DrawnSurface,
  labels: ArrayLike<number>,
): { readonly freeWall: OpenedView; readonly septum: OpenedView } | undefined {
  const lv = collectPoints(surface, labels, SURFACE_LABEL.lvEndocardium);
  const rv = collectPoints(surface, labels, SURFACE_LABEL.rvEndocardium);
  const base = new Set(collectPoints(surface, labels, SURFACE_LABEL.base));
  const rim = lv.filter((point) => base.has(point));
  if (rv.length === 0 || rim.length < 3) return undefined;
  const top = meanPoint(surface, rim);
  const apex = pointAt(surface.points_mm, findFarthest(surface, lv, top));
  const up = normalize(subtract(top, apex));
  const middle = addScaled(apex, subtract(top, apex), 0.5);
  const toRv = subtract(meanPoint(surface, rv), middle);
  const septal = normalize(addScaled(toRv, up, -dot(toRv, up)));
  return {
    freeWall: { view: createView("LV opened: free wall", septal, up), planePoint_mm: middle },
    septum: { view: createView("LV opened: septum", multiply(septal, -1), up), planePoint_mm: middle },
  };
}

function collectPoints(surface: DrawnSurface, labels: ArrayLike<number>, label: number): number[] {
  const points = new Set<number>();
  for (let t = 0; t < labels.length; t++) {
    if (labels[t] !== label) continue;
    for (let k = 0; k < 3; k++) points.add(surface.triangles[3 * t + k]!);
  }
  return [...points];
}

function meanPoint(surface: DrawnSurface, points: readonly number[]): Vector3 {
  let mean: Vector3 = [0, 0, 0];
  for (const point of points) mean = addScaled(mean, pointAt(surface.points_mm, point), 1 / points.length);
  return mean;
}

function findFarthest(surface: DrawnSurface, points: readonly number[], from: Vector3): number {
  let [farthest, most_mm] = [points[0]!, -1];
  for (const point of points) {
    const away_mm = distance(pointAt(surface.points_mm, point), from);
    if (away_mm > most_mm) [farthest, most_mm] = [point, away_mm];
  }
  return farthest;
}
