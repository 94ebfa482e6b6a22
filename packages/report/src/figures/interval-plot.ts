import type { Estimate } from "@tributary/plan";
import { element, pathData } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";
import { type Axis, createAxis } from "./line-axes.ts";
import { drawSeriesMark, type SeriesLook } from "./series-marks.ts";

/** A panel with one horizontal axis, below rows that stand at heights of the caller's. */
export interface IntervalPanel {
  readonly axis: Axis;
  readonly left_px: number;
  readonly right_px: number;
  readonly top_px: number;
  readonly bottom_px: number;
}

/** A panel over estimates, its ends on ticks. */
export function createIntervalPanel(
  estimates: readonly Estimate[],
  place: Omit<IntervalPanel, "axis">,
  tickCount = 5,
): IntervalPanel {
  const values = estimates.flatMap(({ value, low, high }) => [value, low, high]);
  return { ...place, axis: createAxis(values, false, place.left_px, place.right_px, tickCount) };
}

/** Grid, axis and its label below. */
export function drawIntervalFrame(
  { axis, left_px, right_px, top_px, bottom_px }: IntervalPanel,
  label: string,
): string {
  return [
    ...axis.ticks.map(({ value }) =>
      element("path", {
        d: pathData([axis.toPixel(value), top_px, axis.toPixel(value), bottom_px]),
        stroke: INK.hair,
        "stroke-width": 1,
      }),
    ),
    element("path", {
      d: pathData([left_px, bottom_px, right_px, bottom_px]),
      stroke: INK.text,
      "stroke-width": 1.1,
    }),
    ...axis.ticks.map(({ value, label: text }) =>
      drawText(axis.toPixel(value), bottom_px + 16, text, { size_px: 11, anchor: "middle" }),
    ),
    drawText((left_px + right_px) / 2, bottom_px + 35, label, { size_px: 12, anchor: "middle" }),
  ].join("");
}

/** A dot at the value on a line from low to high. */
export function drawInterval({ axis }: IntervalPanel, y_px: number, estimate: Estimate, look: SeriesLook): string {
  const { value, low, high } = estimate;
  if (!Number.isFinite(value)) return "";
  const [from, to] = [axis.toPixel(low), axis.toPixel(high)];
  return (
    element("path", {
      d: `M${from.toFixed(2)} ${(y_px - 4).toFixed(2)}v8m0 -4H${to.toFixed(2)}m0 -4v8`,
      fill: "none",
      stroke: look.color,
      "stroke-width": 1.8,
    }) + drawSeriesMark(axis.toPixel(value), y_px, look)
  );
}

/** A dashed line down the panel at one value, for a comparison. */
export function drawReferenceLine({ axis, top_px, bottom_px }: IntervalPanel, value: number, color: string): string {
  const x = axis.toPixel(value);
  return element("path", {
    d: pathData([x, top_px, x, bottom_px]),
    stroke: color,
    "stroke-width": 1.4,
    "stroke-dasharray": "5 4",
  });
}
