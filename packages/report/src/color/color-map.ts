/**
 * Color maps as functions of a number in [0, 1]. "cividis" and "viridis" are perceptually uniform and readable with
 * color blindness; "lat" is the red-early, purple-late order of electroanatomical systems, with its lightness rising
 * to the middle and falling again so that the two ends stay apart for color-blind readers.
 */

export type Rgb = readonly [red: number, green: number, blue: number];
export type ColorMapName = keyof typeof MAPS;

/** Color of a fraction, 0 to 255 each; the fraction is clamped to [0, 1]. */
export function sampleColorMap(name: ColorMapName, fraction: number): Rgb {
  return MAPS[name](Math.min(1, Math.max(0, fraction)));
}

/**
 * A table of colors for drawing many pixels: 3 · count values, 0 to 255.
 *
 * @param count  number of colors, >= 2
 */
export function tabulateColorMap(name: ColorMapName, count: number, reversed = false): Float64Array {
  const table = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    const fraction = i / (count - 1);
    table.set(sampleColorMap(name, reversed ? 1 - fraction : fraction), 3 * i);
  }
  return table;
}

/** CSS hexadecimal color. */
export function formatColor(color: Rgb): string {
  return `#${color.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}

/**
 * Lightness L* of CIE 1976, 0 (black) to 100 (white), of an sRGB color.
 *
 * Source: IEC 61966-2-1 (sRGB transfer curve and luminance weights); CIE 15.
 */
export function computeLightness([red, green, blue]: Rgb): number {
  const luminance = 0.2126 * linearize(red) + 0.7152 * linearize(green) + 0.0722 * linearize(blue);
  return luminance > 216 / 24389 ? 116 * Math.cbrt(luminance) - 16 : (24389 / 27) * luminance;
}

/** Dark ink or white, whichever has more contrast on a color. */
export function chooseInkOn(color: Rgb): string {
  return computeLightness(color) > 52 ? "#1c2530" : "#ffffff";
}

/** Black or white, with a contrast of at least 4.5:1 on any color: for text smaller than pictures have. */
export function chooseStarkInkOn(color: Rgb): string {
  return computeLightness(color) > 49.5 ? "#000000" : "#ffffff";
}

function linearize(value: number): number {
  const v = value / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}

/** Nunez et al., PLoS One 2018;13:e0199239; polynomial fit of the published table (from memory, unconfirmed). */
function sampleCividis(t: number): Rgb {
  return [
    clampByte(-4.54 - t * (35.34 - t * (2381.73 - t * (6402.7 - t * (7024.72 - t * 2710.57))))),
    clampByte(32.49 + t * (170.73 + t * (52.82 - t * (131.46 - t * (176.58 - t * 67.37))))),
    clampByte(81.24 + t * (442.36 - t * (2482.43 - t * (6167.24 - t * (6614.94 - t * 2475.67))))),
  ];
}

function clampByte(value: number): number {
  return Math.min(255, Math.max(0, value));
}

/** Smith and van der Walt, 2015, ten of the 256 colors (from memory, unconfirmed). */
const VIRIDIS = "440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725";
/** Our own: the order of hues of electroanatomical systems, toned to read on paper. Assumed. */
const LAT = "a80f2e d2422f ee7d3a f8b24f f6dd73 c3dd7c 74c494 3ba3ae 3c78b4 4b4f9f 54256f";
/** Our own single-hue map for amounts (white to deep blue). Assumed. */
const BLUES = "f4f8fc d6e6f4 abcfe5 6bafd2 3787c0 1460a6 0a3a75";

const MAPS = {
  cividis: sampleCividis,
  viridis: interpolateTable(VIRIDIS),
  lat: interpolateTable(LAT),
  blues: interpolateTable(BLUES),
} as const;

function interpolateTable(hexadecimal: string): (fraction: number) => Rgb {
  const colors = hexadecimal
    .split(" ")
    .map((hex) => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb);
  return (fraction) => {
    const place = fraction * (colors.length - 1);
    const index = Math.min(colors.length - 2, Math.floor(place));
    const part = place - index;
    const [low, high] = [colors[index]!, colors[index + 1]!];
    return [0, 1, 2].map((k) => low[k]! + part * (high[k]! - low[k]!)) as unknown as Rgb;
  };
}
