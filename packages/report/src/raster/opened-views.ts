import type { DrawnSurface } from "./rasterize-surface.ts";
import { createView, type View } from "./standard-views.ts";
import { addScaled, dotProduct, normalizeVector, type Vector3 } from "./vector3.ts";

/** A view into the opened left ventricle: what lies nearer to the viewer than the plane is cut away. */
export interface OpenedView {
  readonly view: View;
  /** A point of the cutting plane, which faces the viewer. */
  readonly planePoint_mm: Vector3;
}

/** Labels of the closed surface of the ventricular muscle, as in the model package. */
const LABEL = { base: 1, lvEndocardium: 3, rvEndocardium: 4 } as const;

/**
 * The left ventricle opened along its long axis like a book: its free wall seen from the septum, its septum seen from
 * the free wall.
 *
 * Long axis: from the point of the LV endocardium farthest from the basal rim to the middle of that rim; the septal
 * direction is that of the middle of the RV endocardium, at right angles to the axis.
 *
 * @param labels  one per triangle: 1 base, 2 epicardium, 3 LV endocardium, 4 RV endocardium
 * @returns undefined when the labels name no LV or no RV endocardium, or they do not meet the base
 */
export function findOpenedViews(
  surface: DrawnSurface,
  labels: ArrayLike<number>,
): { readonly freeWall: OpenedView; readonly septum: OpenedView } | undefined {
  const lv = collectPoints(surface, labels, LABEL.lvEndocardium);
  const rv = collectPoints(surface, labels, LABEL.rvEndocardium);
  const base = new Set(collectPoints(surface, labels, LABEL.base));
  const rim = lv.filter((point) => base.has(point));
  if (rv.length === 0 || rim.length < 3) return undefined;
  const top = meanPoint(surface, rim);
  const apex = pointOf(surface, findFarthest(surface, lv, top));
  const up = normalizeVector(addScaled(top, apex, -1));
  const middle = addScaled(apex, addScaled(top, apex, -1), 0.5);
  const toRv = addScaled(meanPoint(surface, rv), middle, -1);
  const septal = normalizeVector(addScaled(toRv, up, -dotProduct(toRv, up)));
  return {
    freeWall: { view: createView("LV opened: free wall", septal, up), planePoint_mm: middle },
    septum: { view: createView("LV opened: septum", addScaled([0, 0, 0], septal, -1), up), planePoint_mm: middle },
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

function pointOf(surface: DrawnSurface, point: number): Vector3 {
  const p = surface.points_mm;
  return [p[3 * point]!, p[3 * point + 1]!, p[3 * point + 2]!];
}

function meanPoint(surface: DrawnSurface, points: readonly number[]): Vector3 {
  let mean: Vector3 = [0, 0, 0];
  for (const point of points) mean = addScaled(mean, pointOf(surface, point), 1 / points.length);
  return mean;
}

function findFarthest(surface: DrawnSurface, points: readonly number[], from: Vector3): number {
  let [farthest, distance] = [points[0]!, -1];
  for (const point of points) {
    const away = Math.hypot(...addScaled(pointOf(surface, point), from, -1));
    if (away > distance) [farthest, distance] = [point, away];
  }
  return farthest;
}
