import { computeLightness, type Rgb, tabulateColorMap } from "../color/color-map.ts";
import type { ColorScale } from "../color/color-scale.ts";
import { ANATOMY_COLORS } from "../color/series-palette.ts";
import type { Image } from "./image.ts";
import { computeIsochroneCoverage } from "./isochrone-coverage.ts";
import type { DrawnSurface, VisibilityBuffer } from "./rasterize-surface.ts";
import type { View } from "./standard-views.ts";

export interface ShadingOptions {
  readonly view: View;
  /** One value per point; not finite where there is none (scar, not reached). Without values the muscle is plain. */
  readonly values?: ArrayLike<number> | undefined;
  readonly scale?: ColorScale | undefined;
  /** Normals per triangle corner, from computeCornerNormals; without them the surface is flat: no light, no outline. */
  readonly cornerNormals: Float32Array | undefined;
  /** Samples per panel pixel and side: line widths are given in panel pixels. */
  readonly density: number;
  readonly isochrones: boolean;
  /** True when the near part was cut away: inner sides of the surface are then the cut face. */
  readonly cutAway: boolean;
}

const LINE_WIDTH_px = 0.9;
const COLOR_COUNT = 512;

/** Paints what a visibility buffer holds: color of the value, isochrones, soft light, dark silhouettes. */
export function shadeSurface(surface: DrawnSurface, buffer: VisibilityBuffer, options: ShadingOptions): Image {
  const painter = createPainter(surface, buffer, options);
  const pixels = new Uint8ClampedArray(4 * buffer.width * buffer.height);
  const out = new Float64Array(3);
  for (let pixel = 0; pixel < buffer.triangle.length; pixel++) {
    if (buffer.triangle[pixel]! < 0) continue;
    painter(out, pixel);
    pixels[4 * pixel] = out[0]!;
    pixels[4 * pixel + 1] = out[1]!;
    pixels[4 * pixel + 2] = out[2]!;
    pixels[4 * pixel + 3] = 255;
  }
  return { width: buffer.width, height: buffer.height, pixels };
}

type Painter = (out: Float64Array, pixel: number) => void;

function createPainter(surface: DrawnSurface, buffer: VisibilityBuffer, options: ShadingOptions): Painter {
  const { screen, width } = buffer;
  const { triangles } = surface;
  const { cornerNormals, values, scale, density } = options;
  const paintValue =
    scale === undefined
      ? undefined
      : createValuePainter(scale, options.isochrones ? LINE_WIDTH_px * density : 0, density);
  const muscle = parseColor(ANATOMY_COLORS.muscle);
  const cutFace = parseColor(ANATOMY_COLORS.cutFace);
  const light = createLight(options.view);

  return (out, pixel) => {
    const t = 3 * buffer.triangle[pixel]!;
    const a = 3 * triangles[t]!;
    const b = 3 * triangles[t + 1]!;
    const c = 3 * triangles[t + 2]!;
    const [bx, by] = [screen[b]! - screen[a]!, screen[b + 1]! - screen[a + 1]!];
    const [cx, cy] = [screen[c]! - screen[a]!, screen[c + 1]! - screen[a + 1]!];
    const area = bx * cy - by * cx;
    // Pixel rows run down, so a counter-clockwise triangle facing the viewer has a negative area here.
    const inside = area > 0;
    if (inside && options.cutAway) {
      out.set(cutFace);
    } else {
      const x = (pixel % width) + 0.5 - screen[a]!;
      const y = Math.floor(pixel / width) + 0.5 - screen[a + 1]!;
      const wb = (x * cy - y * cx) / area;
      const wc = (bx * y - by * x) / area;
      if (values === undefined || paintValue === undefined) out.set(muscle);
      else {
        const va = values[a / 3]!;
        const vb = values[b / 3]! - va;
        const vc = values[c / 3]! - va;
        const gradient = Math.hypot(vb * cy - vc * by, vc * bx - vb * cx) / Math.abs(area);
        paintValue(out, va + wb * vb + wc * vc, gradient, pixel % width, Math.floor(pixel / width));
      }
      if (cornerNormals !== undefined) shadeByLight(out, light(cornerNormals, 3 * t, wb, wc, inside ? -1 : 1));
    }
    if (cornerNormals !== undefined && isSilhouette(buffer, pixel)) for (let k = 0; k < 3; k++) out[k]! *= 0.55;
  };
}

/** Value to color, with the isochrone through it; gray hatch where there is no value. */
function createValuePainter(
  scale: ColorScale,
  lineWidth: number,
  density: number,
): (out: Float64Array, value: number, gradient: number, column: number, row: number) => void {
  const colors = tabulateColorMap(scale.map, COLOR_COUNT, scale.reversed);
  const perUnit = (COLOR_COUNT - 1) / (scale.high - scale.low);
  const noValue = parseColor(ANATOMY_COLORS.noValue);
  return (out, value, gradient, column, row) => {
    if (!Number.isFinite(value)) {
      const stripe = (column + row) % (7 * density) < 1.5 * density ? 0.72 : 1;
      for (let k = 0; k < 3; k++) out[k] = noValue[k]! * stripe;
      return;
    }
    const index = 3 * Math.min(COLOR_COUNT - 1, Math.max(0, Math.round((value - scale.low) * perUnit)));
    for (let k = 0; k < 3; k++) out[k] = colors[index + k]!;
    if (lineWidth === 0 || value < scale.low - 0.5 * scale.step || value > scale.high + 0.5 * scale.step) return;
    const coverage = computeIsochroneCoverage(value, gradient, scale.step, lineWidth);
    if (coverage === 0) return;
    const dark = computeLightness([out[0]!, out[1]!, out[2]!]) > 55;
    const [ink, strength] = dark ? [20, 0.62] : [255, 0.6];
    for (let k = 0; k < 3; k++) out[k] = out[k]! + coverage * strength * (ink - out[k]!);
  };
}

/** Light over the viewer's left shoulder; three quarters of it come from everywhere, so that colors stay those of the bar. */
function createLight(view: View): (normals: Float32Array, at: number, wb: number, wc: number, side: number) => number {
  const direction = [0, 1, 2].map((k) => view.toward[k]! * 0.82 - view.right[k]! * 0.34 + view.up[k]! * 0.46);
  const length = Math.hypot(...direction);
  const [lx, ly, lz] = direction.map((part) => part / length) as [number, number, number];
  const [tx, ty, tz] = view.toward;
  return (normals, at, wb, wc, side) => {
    const wa = 1 - wb - wc;
    const x = wa * normals[at]! + wb * normals[at + 3]! + wc * normals[at + 6]!;
    const y = wa * normals[at + 1]! + wb * normals[at + 4]! + wc * normals[at + 7]!;
    const z = wa * normals[at + 2]! + wb * normals[at + 5]! + wc * normals[at + 8]!;
    const norm = side / (Math.hypot(x, y, z) || 1);
    const lambert = Math.max(0, (x * lx + y * ly + z * lz) * norm);
    const facing = Math.max(0, (x * tx + y * ty + z * tz) * norm);
    const rim = facing < 0.3 ? 0.84 + (0.16 * facing) / 0.3 : 1;
    return (0.76 + 0.29 * lambert) * rim;
  };
}

function shadeByLight(out: Float64Array, shade: number): void {
  for (let k = 0; k < 3; k++) out[k] = shade <= 1 ? out[k]! * shade : out[k]! + (255 - out[k]!) * (shade - 1);
}

/** An edge of the shape: nothing, or something at least 4 mm farther off, lies right or below, left or above. */
function isSilhouette(buffer: VisibilityBuffer, pixel: number): boolean {
  const { depth_mm, width, height } = buffer;
  const depth = depth_mm[pixel]! - 4;
  const column = pixel % width;
  const row = Math.floor(pixel / width);
  return (
    (column > 0 && depth_mm[pixel - 1]! < depth) ||
    (column < width - 1 && depth_mm[pixel + 1]! < depth) ||
    (row > 0 && depth_mm[pixel - width]! < depth) ||
    (row < height - 1 && depth_mm[pixel + width]! < depth)
  );
}

function parseColor(hexadecimal: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hexadecimal.slice(at, at + 2), 16)) as unknown as Rgb;
}
