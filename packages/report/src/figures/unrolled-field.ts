import type { ColorScale } from "../color/color-scale.ts";
import { drawImage, reduceImage } from "../raster/image.ts";
import type { Projection } from "../raster/projection.ts";
import { type DrawnSurface, rasterizeSurface } from "../raster/rasterize-surface.ts";
import { shadeSurface } from "../raster/shade-surface.ts";
import { MAP_FRAME, placeOnMap, unwrapRt } from "./unrolled-frame.ts";

/** Activation times over the LV epicardium, as the caller has them. */
export type UnrolledField =
  | {
      /** The epicardial triangles of the left ventricle with the coordinates and times of their nodes: exact. */
      readonly kind: "triangles";
      /** 3 · triangleCount node indices. */
      readonly triangles: ArrayLike<number>;
      /** Node values; only nodes that triangles use are read. */
      readonly ab: ArrayLike<number>;
      readonly rt: ArrayLike<number>;
      readonly times_ms: ArrayLike<number>;
    }
  | {
      /** Any function of the coordinates; sampled on a grid of 121 x 97. NaN where there is no value. */
      readonly kind: "function";
      readonly timeAt_ms: (ab: number, rt: number) => number;
    };

const GRID = { rtCount: 121, abCount: 97 } as const;
const IMAGE_DENSITY = 2;
const SUPERSAMPLES = 2;

/** The field as a flat surface in picture pixels (y up as -y), ready for the rasterizer. */
export function flattenField(field: UnrolledField): {
  readonly surface: DrawnSurface;
  readonly times_ms: ArrayLike<number>;
} {
  return field.kind === "triangles" ? flattenTriangles(field) : sampleFunction(field.timeAt_ms);
}

export function drawUnrolledField(
  surface: DrawnSurface,
  times_ms: ArrayLike<number>,
  scale: ColorScale,
  imageDensity: number = IMAGE_DENSITY,
): { readonly markup: string; readonly hasNoValue: boolean } {
  const { left_px, top_px, width_px, height_px } = MAP_FRAME;
  const projection: Projection = {
    view: { name: "map", right: [1, 0, 0], up: [0, 1, 0], toward: [0, 0, 1] },
    center_mm: [left_px + width_px / 2, -(top_px + height_px / 2), 0],
    scale_pxPerMm: 1,
    width_px,
    height_px,
  };
  const density = imageDensity * SUPERSAMPLES;
  const buffer = rasterizeSurface(surface, projection, density);
  const image = shadeSurface(surface, buffer, {
    view: projection.view,
    values: times_ms,
    scale,
    cornerNormals: undefined,
    density,
    isochrones: true,
    cutAway: false,
  });
  return {
    markup: drawImage(reduceImage(image, SUPERSAMPLES), left_px, top_px, width_px, height_px),
    hasNoValue: Array.from(surface.triangles).some((point) => !Number.isFinite(times_ms[point]!)),
  };
}

/** Triangles cut by the far side of the septum or holding the apex pole have no place on a flat map and are left out. */
function flattenTriangles(field: Extract<UnrolledField, { kind: "triangles" }>): {
  surface: DrawnSurface;
  times_ms: ArrayLike<number>;
} {
  const points_mm = new Float64Array(3 * field.ab.length);
  for (let i = 0; i < field.ab.length; i++) {
    const { x_px, y_px } = placeOnMap(field.ab[i]!, field.rt[i]!);
    points_mm[3 * i] = x_px;
    points_mm[3 * i + 1] = -y_px;
  }
  const triangles: number[] = [];
  for (let t = 0; t < field.triangles.length; t += 3) {
    const corners = [0, 1, 2].map((k) => field.triangles[t + k]!);
    const turns = corners.map((corner) => unwrapRt(field.rt[corner]!));
    if (Math.max(...turns) - Math.min(...turns) < 0.35) triangles.push(...corners);
  }
  return { surface: { points_mm, triangles }, times_ms: field.times_ms };
}

/** rt from groove to groove, ab from apex to base. */
function sampleFunction(timeAt_ms: (ab: number, rt: number) => number): {
  surface: DrawnSurface;
  times_ms: Float64Array;
} {
  const { rtCount, abCount } = GRID;
  const points_mm = new Float64Array(3 * rtCount * abCount);
  const times_ms = new Float64Array(rtCount * abCount);
  const triangles: number[] = [];
  for (let j = 0; j < abCount; j++) {
    for (let i = 0; i < rtCount; i++) {
      const point = j * rtCount + i;
      const ab = j / (abCount - 1);
      const rt = ((2 / 3) * i) / (rtCount - 1);
      const { x_px, y_px } = placeOnMap(ab, rt);
      points_mm.set([x_px, -y_px, 0], 3 * point);
      times_ms[point] = timeAt_ms(ab, rt);
      if (i + 1 < rtCount && j + 1 < abCount) {
        triangles.push(point, point + rtCount, point + 1, point + 1, point + rtCount, point + rtCount + 1);
      }
    }
  }
  return { surface: { points_mm, triangles }, times_ms };
}
