import { findNiceStep, listMultiples } from "../svg/nice-ticks.ts";
import { type ColorMapName, formatColor, type Rgb, sampleColorMap } from "./color-map.ts";

/** How values become colors, and where the isochrones lie. */
export interface ColorScale {
  readonly map: ColorMapName;
  /** True where the low end of the values takes the high end of the map. */
  readonly reversed: boolean;
  readonly low: number;
  readonly high: number;
  /** Distance between isochrones and between ticks of the bar. */
  readonly step: number;
}

export interface ColorScaleOptions {
  readonly colorMap?: ColorMapName;
  readonly reversed?: boolean;
  readonly range?: readonly [low: number, high: number];
  readonly step?: number;
}

/**
 * A scale over the finite values given, its ends on multiples of its step.
 *
 * Missing values (NaN, Infinity) are passed over; without any value the scale is 0 to 1.
 */
export function createColorScale(values: Iterable<number | undefined>, options: ColorScaleOptions = {}): ColorScale {
  let low = options.range?.[0] ?? Number.POSITIVE_INFINITY;
  let high = options.range?.[1] ?? Number.NEGATIVE_INFINITY;
  if (options.range === undefined) {
    for (const value of values) {
      if (value === undefined || !Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (low > high) [low, high] = [0, 1];
  }
  if (high - low < 1e-9) high = low + 1;
  const step = options.step ?? findNiceStep(high - low, 12);
  if (options.range === undefined) {
    low = Math.floor(low / step + 1e-9) * step;
    high = Math.ceil(high / step - 1e-9) * step;
  }
  return { map: options.colorMap ?? "viridis", reversed: options.reversed ?? false, low, high, step };
}

export function colorOf(scale: ColorScale, value: number): Rgb {
  const fraction = (value - scale.low) / (scale.high - scale.low);
  return sampleColorMap(scale.map, scale.reversed ? 1 - fraction : fraction);
}

export function cssColorOf(scale: ColorScale, value: number): string {
  return formatColor(colorOf(scale, value));
}

/** Values on the scale where a line and a tick belong: the multiples of its step. */
export function listScaleLevels(scale: ColorScale): number[] {
  return listMultiples(scale.low, scale.high, scale.step);
}
