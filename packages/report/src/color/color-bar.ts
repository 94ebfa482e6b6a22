import { countDecimals, formatNumber } from "../svg/format-number.ts";
import { findNiceStep, listMultiples } from "../svg/nice-ticks.ts";
import { element } from "../svg/svg-markup.ts";
import { drawText, INK, measureText } from "../svg/text.ts";
import { chooseInkOn } from "./color-map.ts";
import { type ColorScale, colorOf, cssColorOf, listScaleLevels } from "./color-scale.ts";
import { ANATOMY_COLORS } from "./series-palette.ts";

export interface ColorBarOptions {
  readonly x_px: number;
  readonly y_px: number;
  readonly width_px: number;
  /** What the colors mean and their unit, for example "Activation time, ms". */
  readonly label: string;
  /** Words at the low and the high end, for example ["early", "late"]. */
  readonly ends?: readonly [low: string, high: string];
  /** Also draw the isochrones across the bar. */
  readonly lines?: boolean;
  /** Words beside a swatch of the color of places without a value; left out when undefined. */
  readonly noValueLabel?: string | undefined;
}

export const COLOR_BAR_HEIGHT_px = 58;
const BAR_px = 14;

/** A horizontal color bar: label and direction above, ticks with numbers below. Takes COLOR_BAR_HEIGHT_px of height. */
export function drawColorBar(scale: ColorScale, options: ColorBarOptions): string {
  const { x_px, y_px, width_px } = options;
  const barTop = y_px + 20;
  const at = (value: number): number => x_px + (width_px * (value - scale.low)) / (scale.high - scale.low);
  const label = options.ends === undefined ? options.label : `${options.label} (${options.ends.join(" → ")})`;
  return [
    drawText(x_px, y_px + 12, label, { size_px: 12, weight: "600" }),
    drawRamp(scale, x_px, barTop, width_px),
    ...(options.lines ? listScaleLevels(scale).map((level) => drawLevelLine(scale, level, at(level), barTop)) : []),
    element("rect", {
      x: x_px,
      y: barTop,
      width: width_px,
      height: BAR_px,
      fill: "none",
      stroke: INK.quiet,
      "stroke-width": 0.75,
    }),
    ...drawTicks(scale, at, barTop + BAR_px, width_px),
    drawEnds(options, barTop),
    options.noValueLabel === undefined ? "" : drawNoValue(x_px, y_px, width_px, options.noValueLabel),
  ].join("");
}

/** Each slice reaches to the end and the next lies over it, so that no seam shows; no gradient, so no id to collide. */
function drawRamp(scale: ColorScale, x_px: number, top: number, width_px: number): string {
  const count = Math.min(128, Math.round(width_px / 3));
  const slice = width_px / count;
  return Array.from({ length: count }, (_, i) => {
    const middle = scale.low + ((i + 0.5) / count) * (scale.high - scale.low);
    const width = width_px - i * slice;
    return element("rect", { x: x_px + i * slice, y: top, width, height: BAR_px, fill: cssColorOf(scale, middle) });
  }).join("");
}

function drawLevelLine(scale: ColorScale, level: number, x: number, top: number): string {
  if (level <= scale.low || level >= scale.high) return "";
  const stroke = chooseInkOn(colorOf(scale, level));
  return element("line", {
    x1: x,
    x2: x,
    y1: top,
    y2: top + BAR_px,
    stroke,
    "stroke-width": 0.9,
    "stroke-opacity": 0.65,
  });
}

function drawTicks(scale: ColorScale, at: (value: number) => number, top: number, width_px: number): string[] {
  const write = (value: number, of: number): string => formatNumber(value, countDecimals(of));
  const widest = Math.max(...[scale.low, scale.high].map((value) => measureText(write(value, scale.step), 11)));
  const fitting = Math.max(2, Math.floor(width_px / (widest + 14)));
  const count = (scale.high - scale.low) / scale.step;
  const step = count <= fitting ? scale.step : findNiceStep(scale.high - scale.low, fitting);
  return listMultiples(scale.low, scale.high, step).map((value) => {
    const x = at(value);
    const line = element("line", { x1: x, x2: x, y1: top, y2: top + 4, stroke: INK.quiet, "stroke-width": 0.9 });
    return line + drawText(x, top + 16, write(value, step), { size_px: 11, anchor: "middle" });
  });
}

function drawEnds(options: ColorBarOptions, barTop: number): string {
  if (options.ends === undefined) return "";
  const style = { size_px: 11, fill: INK.quiet } as const;
  return (
    drawText(options.x_px - 7, barTop + 11, options.ends[0], { ...style, anchor: "end" }) +
    drawText(options.x_px + options.width_px + 7, barTop + 11, options.ends[1], style)
  );
}

function drawNoValue(x_px: number, y_px: number, width_px: number, label: string): string {
  const left = x_px + width_px - measureText(label, 11) - 18;
  const swatch = {
    x: left,
    y: y_px + 3,
    width: 12,
    height: 10,
    fill: ANATOMY_COLORS.noValue,
    stroke: INK.quiet,
    "stroke-width": 0.75,
  };
  const hatch = {
    d: `M${left + 1} ${y_px + 13}l9 -10M${left + 6} ${y_px + 13}l6 -7`,
    stroke: INK.quiet,
    "stroke-width": 0.9,
    fill: "none",
  };
  return element("rect", swatch) + element("path", hatch) + drawText(left + 18, y_px + 12, label, { size_px: 11 });
}
