import { STATE_COLORS } from "../color/series-palette.ts";
import { formatNumber } from "../svg/format-number.ts";
import { element, pathData } from "../svg/svg-markup.ts";
import { drawText, INK, measureText } from "../svg/text.ts";
import { type DrawnBeat, lineThrough } from "./drawn-beat.ts";
import { type Axis, createAxis } from "./line-axes.ts";

/** Values over the time of one beat. */
export interface BeatPanel {
  readonly timeAxis: Axis;
  readonly valueAxis: Axis;
  readonly left_px: number;
  readonly right_px: number;
  readonly top_px: number;
  readonly bottom_px: number;
}

export interface CurveLook {
  readonly color: string;
  readonly width_px: number;
  readonly dash?: string;
  readonly opacity?: number;
}

export const BEAT_WIDTH_px = 960;
const COLUMNS = { left_px: 70, right_px: BEAT_WIDTH_px - 20, gap_px: 34 } as const;

/** Left and right edges of as many columns as there are beats. */
function layOutColumns(count: number): { readonly left_px: number; readonly right_px: number }[] {
  const { left_px, right_px, gap_px } = COLUMNS;
  const width = (right_px - left_px - (count - 1) * gap_px) / count;
  return Array.from({ length: count }, (_, i) => {
    const left = left_px + i * (width + gap_px);
    return { left_px: left, right_px: left + width };
  });
}

/**
 * One panel a beat, side by side, on the same two axes.
 *
 * @param values  everything that will be drawn in them
 */
export function createBeatPanels(
  beats: readonly DrawnBeat[],
  values: readonly number[],
  { top_px, bottom_px, tickCount }: { readonly top_px: number; readonly bottom_px: number; readonly tickCount: number },
): BeatPanel[] {
  const cycle_ms = Math.max(...beats.map(({ trace }) => trace.cycle_ms));
  const valueAxis = createAxis(values, false, bottom_px, top_px, tickCount);
  return layOutColumns(beats.length).map((column) => ({
    ...column,
    top_px,
    bottom_px,
    valueAxis,
    timeAxis: createAxis([], false, column.left_px, column.right_px, 5, [0, cycle_ms]),
  }));
}

/** Grid and axes; the first panel of a row carries the values, the lowest of a column the times. */
export function drawBeatFrame(
  panel: BeatPanel,
  { valueLabel, hasTimes }: { readonly valueLabel: string | undefined; readonly hasTimes: boolean },
): string {
  const { timeAxis, valueAxis, left_px, right_px, top_px, bottom_px } = panel;
  const hair = { stroke: INK.hair, "stroke-width": 1 };
  return [
    ...valueAxis.ticks.map(({ value }) => {
      const y = valueAxis.toPixel(value);
      return element("path", { d: pathData([left_px, y, right_px, y]), ...hair });
    }),
    element("path", {
      d: pathData([left_px, top_px, left_px, bottom_px, right_px, bottom_px]),
      fill: "none",
      stroke: INK.text,
      "stroke-width": 1.1,
    }),
    valueLabel === undefined ? "" : drawValues(panel, valueLabel),
    hasTimes ? drawTimes(panel, timeAxis) : "",
  ].join("");
}

function drawValues({ valueAxis, left_px, top_px, bottom_px }: BeatPanel, label: string): string {
  return [
    ...valueAxis.ticks.map(({ value, label: text }) =>
      drawText(left_px - 7, valueAxis.toPixel(value) + 4, text, { size_px: 11, anchor: "end" }),
    ),
    drawText(20, (top_px + bottom_px) / 2, label, { size_px: 12, anchor: "middle", rotate_deg: -90 }),
  ].join("");
}

function drawTimes({ left_px, right_px, bottom_px }: BeatPanel, { ticks, toPixel }: Axis): string {
  return [
    ...ticks.flatMap(({ value, label }) => [
      element("path", {
        d: pathData([toPixel(value), bottom_px, toPixel(value), bottom_px + 4]),
        stroke: INK.text,
        "stroke-width": 1,
      }),
      drawText(toPixel(value), bottom_px + 16, label, { size_px: 11, anchor: "middle" }),
    ]),
    drawText((left_px + right_px) / 2, bottom_px + 34, "Time from right atrial activation, ms", {
      size_px: 12,
      anchor: "middle",
    }),
  ].join("");
}

/** One curve over the beat. */
export function drawBeatCurve(
  { timeAxis, valueAxis }: BeatPanel,
  { trace }: DrawnBeat,
  values: ArrayLike<number>,
  look: CurveLook,
): string {
  const points = lineThrough(values.length, (sample) => [
    timeAxis.toPixel(sample * trace.interval_ms),
    valueAxis.toPixel(values[sample]!),
  ]);
  return element("path", {
    d: pathData(points),
    fill: "none",
    stroke: look.color,
    "stroke-width": look.width_px,
    "stroke-dasharray": look.dash,
    "stroke-opacity": look.opacity,
    "stroke-linejoin": "round",
  });
}

/** The name of the beat, and a bar from right atrial activation to the first ventricular front, a line below its end. */
export function drawAvDelay(panels: readonly BeatPanel[], { name, role, avDelay_ms }: DrawnBeat): string {
  const [first] = panels;
  if (!first) return "";
  const [from, to] = [first.timeAxis.toPixel(0), first.timeAxis.toPixel(avDelay_ms)];
  const y = first.top_px - 26;
  const color = STATE_COLORS[role];
  return [
    drawText(first.left_px, y - 14, name, { size_px: 13, weight: "600" }),
    element("path", { d: pathData([from, y, to, y]), stroke: color, "stroke-width": 5 }),
    drawText(to + 8, y + 4, `${formatNumber(avDelay_ms, 0)} ms from right atrium to first ventricular front`, {
      size_px: 11,
      fill: INK.quiet,
    }),
    ...panels.map(({ top_px, bottom_px }) =>
      element("path", { d: pathData([to, top_px, to, bottom_px]), stroke: color, "stroke-width": 1.4 }),
    ),
  ].join("");
}

/** Names of curves in one row, each behind a stroke of its look. */
export function drawCurveKey(
  curves: readonly { readonly name: string; readonly look: CurveLook }[],
  left_px: number,
  y_px: number,
): string {
  let x = left_px;
  return curves
    .map(({ name, look }) => {
      const at = x;
      x += 34 + measureText(name, 11.5) + 22;
      return (
        element("path", {
          d: pathData([at, y_px - 4, at + 26, y_px - 4]),
          stroke: look.color,
          "stroke-width": look.width_px,
          "stroke-dasharray": look.dash,
          "stroke-opacity": look.opacity,
        }) + drawText(at + 34, y_px, name, { size_px: 11.5 })
      );
    })
    .join("");
}
