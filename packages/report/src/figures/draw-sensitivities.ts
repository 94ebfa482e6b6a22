import { STATE_COLORS } from "../color/series-palette.ts";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, measureHeading, type Picture } from "../svg/picture.ts";
import { element, pathData } from "../svg/svg-markup.ts";
import { drawText, fitText, INK } from "../svg/text.ts";

export interface SensitivityOptions {
  readonly title: string;
  readonly subtitle?: string;
  /** Correlation from -1 to 1; drawn in the order of their size. */
  readonly sensitivities: readonly { readonly parameter: string; readonly correlation: number }[];
}

const WIDTH_px = 760;
const ROW_px = 24;
const AXIS = { left_px: 330, right_px: 690 } as const;

/** Rank correlations of parameters with one outcome as bars to the left and right of zero, the strongest first. */
export function drawSensitivities(options: SensitivityOptions): Picture {
  const { title } = options;
  const rows = options.sensitivities.toSorted((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
  const top_px = measureHeading(options.subtitle) + 10;
  const bottom_px = top_px + rows.length * ROW_px;
  const body = [
    drawHeading(title, options.subtitle),
    ...[-1, -0.5, 0, 0.5, 1].map((tick) => drawTick(tick, top_px, bottom_px)),
    ...rows.map((row, i) => drawBar(row, top_px + (i + 0.5) * ROW_px)),
    drawText(toPixel(0), bottom_px + 34, "Rank correlation", { size_px: 12, anchor: "middle" }),
    drawText(AXIS.left_px, bottom_px + 34, "more makes it shorter", { size_px: 10.5, fill: INK.quiet }),
    drawText(AXIS.right_px, bottom_px + 34, "more makes it longer", { size_px: 10.5, anchor: "end", fill: INK.quiet }),
  ];
  return composePicture({
    width_px: WIDTH_px,
    height_px: bottom_px + 64,
    title,
    description: `Rank correlation of each parameter with the total activation time of the best site, strongest first: ${rows.map(({ parameter, correlation }) => `${parameter} ${formatNumber(correlation, 2)}`).join(", ")}.`,
    table: {
      columns: ["Parameter", "Rank correlation"],
      rows: rows.map(({ parameter, correlation }) => [parameter, formatNumber(correlation, 2)]),
    },
    body: body.join(""),
  });
}

function toPixel(correlation: number): number {
  return (AXIS.left_px + AXIS.right_px) / 2 + (correlation * (AXIS.right_px - AXIS.left_px)) / 2;
}

function drawTick(value: number, top_px: number, bottom_px: number): string {
  const x = toPixel(value);
  return (
    element("path", {
      d: pathData([x, top_px, x, bottom_px]),
      stroke: value === 0 ? INK.text : INK.hair,
      "stroke-width": 1,
    }) + drawText(x, bottom_px + 16, formatNumber(value), { size_px: 11, anchor: "middle" })
  );
}

function drawBar({ parameter, correlation }: SensitivityOptions["sensitivities"][number], y_px: number): string {
  const [from, to] = [toPixel(Math.min(0, correlation)), toPixel(Math.max(0, correlation))];
  const outside = correlation < 0 ? { x: from - 6, anchor: "end" as const } : { x: to + 6, anchor: "start" as const };
  return [
    drawText(AXIS.left_px - 16, y_px + 4, fitText(parameter, AXIS.left_px - 34, 12), { size_px: 12, anchor: "end" }),
    element("rect", { x: from, y: y_px - 7, width: to - from, height: 14, fill: STATE_COLORS.alternative }),
    drawText(outside.x, y_px + 4, formatNumber(correlation, 2), { size_px: 11, anchor: outside.anchor, halo: true }),
  ].join("");
}
