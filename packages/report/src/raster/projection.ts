import { dot, subtract, type Vector3 } from "@tributary/model";
import type { View } from "./standard-views.ts";

/** Orthographic projection of patient space onto a panel: pixels right and down, depth in mm toward the viewer. */
export interface Projection {
  readonly view: View;
  /** The point of patient space that lands on the middle of the panel. */
  readonly center_mm: Vector3;
  readonly scale_pxPerMm: number;
  readonly width_px: number;
  readonly height_px: number;
}

export interface ProjectedPoint {
  readonly x_px: number;
  readonly y_px: number;
  readonly depth_mm: number;
}

export function projectPoint(projection: Projection, point_mm: Vector3): ProjectedPoint {
  const { view, center_mm, scale_pxPerMm, width_px, height_px } = projection;
  const offset = subtract(point_mm, center_mm);
  return {
    x_px: width_px / 2 + scale_pxPerMm * dot(view.right, offset),
    y_px: height_px / 2 - scale_pxPerMm * dot(view.up, offset),
    depth_mm: dot(view.toward, offset),
  };
}

/**
 * Extents of the points that triangles use, along the axes of a view, mm.
 *
 * @returns middle of the extents as a point of patient space, and the two side lengths on the screen
 */
export function measureExtent(
  view: View,
  points_mm: ArrayLike<number>,
  triangles: ArrayLike<number>,
): { readonly center_mm: Vector3; readonly width_mm: number; readonly height_mm: number } {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  const axes = [view.right, view.up, view.toward];
  for (let i = 0; i < triangles.length; i++) {
    const at = 3 * triangles[i]!;
    for (let k = 0; k < 3; k++) {
      const axis = axes[k]!;
      const along = axis[0] * points_mm[at]! + axis[1] * points_mm[at + 1]! + axis[2] * points_mm[at + 2]!;
      if (along < low[k]!) low[k] = along;
      if (along > high[k]!) high[k] = along;
    }
  }
  const middle = [0, 1, 2].map((k) => (low[k]! + high[k]!) / 2);
  const center = [0, 1, 2].map(
    (k) => axes[0]![k]! * middle[0]! + axes[1]![k]! * middle[1]! + axes[2]![k]! * middle[2]!,
  );
  return {
    center_mm: center as unknown as Vector3,
    width_mm: high[0]! - low[0]!,
    height_mm: high[1]! - low[1]!,
  };
}
