import { dot, multiply, subtract, type Vector3 } from "@tributary/model";
import type { ColorScale } from "../color/color-scale.ts";
import { drawImage, reduceImage } from "../raster/image.ts";
import { measureExtent, type Projection, projectPoint } from "../raster/projection.ts";
import { type DrawnSurface, rasterizeSurface, type VisibilityBuffer } from "../raster/rasterize-surface.ts";
import { shadeSurface } from "../raster/shade-surface.ts";
import { nameDirection, type View } from "../raster/standard-views.ts";
import { element } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";

/** Image pixels per picture pixel, and samples per image pixel and side. */
const IMAGE_DENSITY = 2;
const SUPERSAMPLES = 2;

export interface HeartPanelOptions {
  readonly surface: DrawnSurface;
  readonly cornerNormals: Float32Array;
  readonly projection: Projection;
  readonly values?: ArrayLike<number> | undefined;
  readonly scale?: ColorScale | undefined;
  readonly isochrones?: boolean;
  /** A point of the plane, facing the viewer, in front of which everything is cut away. */
  readonly planePoint_mm?: Vector3 | undefined;
  /** Set for a smaller picture (thumbnails, tests); 2 otherwise. */
  readonly imageDensity?: number | undefined;
}

/** The heart drawn in one view, and what lies in front at each place of it. Coordinates are those of the panel. */
export interface HeartPanel {
  readonly markup: string;
  readonly projection: Projection;
  /** True when the heart hides a point from the viewer by more than the tolerance. */
  readonly isHidden: (point_mm: Vector3, tolerance_mm: number) => boolean;
}

export function drawHeartPanel(options: HeartPanelOptions): HeartPanel {
  const { surface, projection, planePoint_mm } = options;
  const density = (options.imageDensity ?? IMAGE_DENSITY) * SUPERSAMPLES;
  const clipDepth_mm = planePoint_mm === undefined ? Infinity : projectPoint(projection, planePoint_mm).depth_mm;
  const buffer = rasterizeSurface(surface, projection, density, clipDepth_mm);
  const image = shadeSurface(surface, buffer, {
    view: projection.view,
    values: options.values,
    scale: options.scale,
    cornerNormals: options.cornerNormals,
    density,
    isochrones: options.isochrones ?? true,
    cutAway: planePoint_mm !== undefined,
  });
  return {
    markup: drawImage(reduceImage(image, SUPERSAMPLES), 0, 0, projection.width_px, projection.height_px),
    projection,
    isHidden: (point_mm, tolerance_mm) => isBehind(buffer, projection, density, point_mm, tolerance_mm, clipDepth_mm),
  };
}

/**
 * Projections of the same scale for several views, each with the heart in the middle of its panel.
 *
 * @param panel  size, and margins kept free left and right (x) and above and below (y)
 */
export function fitProjections(
  surface: DrawnSurface,
  views: readonly View[],
  panel: {
    readonly width_px: number;
    readonly height_px: number;
    readonly marginX_px: number;
    readonly marginY_px: number;
  },
): Projection[] {
  const extents = views.map((view) => measureExtent(view, surface.points_mm, surface.triangles));
  const room = { width: panel.width_px - 2 * panel.marginX_px, height: panel.height_px - 2 * panel.marginY_px };
  const scale_pxPerMm = Math.min(
    ...extents.map((extent) => Math.min(room.width / extent.width_mm, room.height / extent.height_mm)),
  );
  return views.map((view, i) => ({
    view,
    center_mm: extents[i]!.center_mm,
    scale_pxPerMm,
    width_px: panel.width_px,
    height_px: panel.height_px,
  }));
}

/** Height above a panel that the name of its view takes. */
export const PANEL_TITLE_px = 18;

/**
 * Name of the view above the upper left corner of a panel, and the patient's sides at its edges.
 *
 * @param letters  where the left and right letters stand, from the left; at half height, or at the foot when `low`
 */
export function drawPanelFrame(
  projection: Projection,
  letters: { readonly left_px: number; readonly right_px: number; readonly low: boolean },
): string {
  const { view, width_px, height_px } = projection;
  const minus = (direction: Vector3): Vector3 => multiply(direction, -1);
  const style = { size_px: 11, fill: INK.quiet, anchor: "middle" } as const;
  const sideHeight_px = letters.low ? height_px - 4 : height_px / 2 + 4;
  return [
    drawText(0, -4, view.name, { size_px: 12.5, weight: "600" }),
    drawText(letters.right_px, sideHeight_px, nameDirection(view.right), style),
    drawText(letters.left_px, sideHeight_px, nameDirection(minus(view.right)), style),
    drawText(width_px / 2, 11, nameDirection(view.up), style),
    drawText(width_px / 2, height_px - 4, nameDirection(minus(view.up)), style),
  ].join("");
}

/** A bar of 20 mm at the lower left of a panel. */
export function drawScaleBar(projection: Projection): string {
  const length = 20 * projection.scale_pxPerMm;
  const y = projection.height_px - 8;
  return (
    element("path", {
      d: `M2 ${y - 3}v3h${length.toFixed(2)}v-3`,
      fill: "none",
      stroke: INK.text,
      "stroke-width": 1.2,
    }) + drawText(2 + length / 2, y - 6, "20 mm", { size_px: 10, anchor: "middle", fill: INK.quiet, halo: true })
  );
}

function isBehind(
  buffer: VisibilityBuffer,
  projection: Projection,
  density: number,
  point_mm: Vector3,
  tolerance_mm: number,
  clipDepth_mm: number,
): boolean {
  const { x_px, y_px } = projectPoint(projection, point_mm);
  const column = Math.floor(x_px * density);
  const row = Math.floor(y_px * density);
  if (column < 0 || row < 0 || column >= buffer.width || row >= buffer.height) return false;
  const depth_mm = dot(projection.view.toward, subtract(point_mm, projection.center_mm));
  return (
    depth_mm > clipDepth_mm + tolerance_mm || buffer.depth_mm[row * buffer.width + column]! > depth_mm + tolerance_mm
  );
}
