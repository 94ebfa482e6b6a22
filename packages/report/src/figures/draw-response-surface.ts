import { COLOR_BAR_HEIGHT_px, drawColorBar } from "../color/color-bar.ts";
import { chooseInkOn } from "../color/color-map.ts";
import { type ColorScale, colorOf, createColorScale, cssColorOf } from "../color/color-scale.ts";
import { ANATOMY_COLORS } from "../color/series-palette.ts";
import { formatFixed, formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, measureHeading, type Picture } from "../svg/picture.ts";
import { element, hashText } from "../svg/svg-markup.ts";
import { drawText, INK, measureText } from "../svg/text.ts";
import { drawHatchKey, drawHatchPattern } from "./hatch-pattern.ts";

/** One panel of the surface. */
interface SurfaceQuantity {
  /** With unit: "QRS duration, ms". */
  readonly label: string;
  /** Row by row of AV; undefined where a pulse is not delivered. */
  readonly values: readonly (number | undefined)[];
  /** Words at the low and the high end of its color bar. */
  readonly ends: readonly [low: string, high: string];
  /** The better end is light. */
  readonly better: "low" | "high";
  readonly decimals?: number;
}

export interface ResponseSurfaceOptions {
  readonly title: string;
  readonly subtitle?: string;
  /** Empty without an AV axis: then there is one row. */
  readonly avDelays_ms: readonly number[];
  readonly vvDelays_ms: readonly number[];
  readonly quantities: readonly [SurfaceQuantity, SurfaceQuantity];
  /** The setting chosen; its AV delay undefined where there is none. */
  readonly chosen: { readonly avDelay_ms: number | undefined; readonly vvDelay_ms: number };
}

const WIDTH_px = 960;
const PANEL = { width_px: 390, gap_px: 82, left_px: 78 } as const;
const TALLEST_px = 300;
const NUMBER_px = 10;
/** So that labels of a regular grid are round numbers, zero among them. */
const TICK_STRIDES = [1, 2, 4, 5, 10, 20];
const LEAST_TICK_px = 34;
const NOT_DELIVERED = "pulse not delivered";

interface Panel extends SurfaceQuantity {
  readonly left_px: number;
  readonly top_px: number;
  readonly cellWidth_px: number;
  readonly cellHeight_px: number;
}

/**
 * Two quantities over the AV delay (down) and the VV delay (to the right), the chosen setting in a frame; delays at which
 * a pulse is not delivered are hatched. Without an AV axis there is one row.
 */
export function drawResponseSurface(options: ResponseSurfaceOptions): Picture {
  const { avDelays_ms, vvDelays_ms, quantities, title } = options;
  const hatch = `undelivered-${hashText(title + quantities[0].values.join())}`;
  const rowCount = Math.max(1, avDelays_ms.length);
  const top_px = measureHeading(options.subtitle) + 34;
  const cell = {
    cellWidth_px: PANEL.width_px / vvDelays_ms.length,
    cellHeight_px: Math.min(34, TALLEST_px / rowCount),
  };
  const panels = quantities.map((quantity, i): Panel => {
    return { ...quantity, ...cell, top_px, left_px: PANEL.left_px + i * (PANEL.width_px + PANEL.gap_px) };
  });
  const barTop_px = top_px + rowCount * cell.cellHeight_px + 58;
  const body = [
    drawHeading(title, options.subtitle),
    ...panels.map((panel) => drawPanel(panel, options, hatch, barTop_px)),
    drawHatchKey(hatch, NOT_DELIVERED, barTop_px + COLOR_BAR_HEIGHT_px + 4, PANEL.left_px),
    drawChosenKey(PANEL.left_px + 190, barTop_px + COLOR_BAR_HEIGHT_px + 4),
  ];
  return composePicture({
    width_px: WIDTH_px,
    height_px: barTop_px + COLOR_BAR_HEIGHT_px + 46,
    title,
    description: describe(options),
    table: tabulate(options),
    definitions: drawHatchPattern(hatch),
    body: body.join(""),
  });
}

function drawPanel(panel: Panel, options: ResponseSurfaceOptions, hatch: string, barTop_px: number): string {
  const scale = createColorScale(panel.values, { colorMap: "cividis", reversed: panel.better === "low" });
  const { left_px, top_px } = panel;
  return [
    drawText(left_px, top_px - 12, panel.label, { size_px: 12.5, weight: "600" }),
    ...panel.values.map((value, i) => drawCell(panel, i, options.vvDelays_ms.length, value, scale, hatch)),
    drawDelayAxes(panel, options),
    drawChosen(panel, options),
    drawColorBar(scale, {
      x_px: left_px + 50,
      y_px: barTop_px,
      width_px: PANEL.width_px - 100,
      label: panel.label,
      ends: panel.ends,
    }),
  ].join("");
}

function drawCell(
  panel: Panel,
  index: number,
  columnCount: number,
  value: number | undefined,
  scale: ColorScale,
  hatch: string,
): string {
  const { cellWidth_px: width, cellHeight_px: height } = panel;
  const x = panel.left_px + (index % columnCount) * width;
  const y = panel.top_px + Math.floor(index / columnCount) * height;
  const box = { x, y, width, height, stroke: INK.paper, "stroke-width": 0.8 };
  if (value === undefined || !Number.isFinite(value)) {
    return (
      element("rect", { ...box, fill: ANATOMY_COLORS.noValue }) + element("rect", { ...box, fill: `url(#${hatch})` })
    );
  }
  const text = formatFixed(value, panel.decimals ?? 0);
  const fits = width >= measureText(text, NUMBER_px) + 4 && height >= NUMBER_px + 3;
  return (
    element("rect", { ...box, fill: cssColorOf(scale, value) }) +
    (fits
      ? drawText(x + width / 2, y + height / 2 + 3.5, text, {
          size_px: NUMBER_px,
          anchor: "middle",
          fill: chooseInkOn(colorOf(scale, value)),
        })
      : "")
  );
}

function drawDelayAxes(panel: Panel, { avDelays_ms, vvDelays_ms }: ResponseSurfaceOptions): string {
  const { left_px, top_px, cellWidth_px, cellHeight_px } = panel;
  const rowCount = Math.max(1, avDelays_ms.length);
  const bottom_px = top_px + rowCount * cellHeight_px;
  const everyColumn = TICK_STRIDES.find((stride) => stride * cellWidth_px >= LEAST_TICK_px) ?? vvDelays_ms.length;
  const zero = Math.max(0, vvDelays_ms.indexOf(0));
  const everyRow = Math.ceil(14 / cellHeight_px);
  const middle = left_px + PANEL.width_px / 2;
  return [
    ...vvDelays_ms.map((delay, i) =>
      (i - zero) % everyColumn === 0
        ? drawText(left_px + (i + 0.5) * cellWidth_px, bottom_px + 15, formatNumber(delay), {
            size_px: 11,
            anchor: "middle",
          })
        : "",
    ),
    ...avDelays_ms.map((delay, i) =>
      i % everyRow === 0
        ? drawText(left_px - 7, top_px + (i + 0.5) * cellHeight_px + 4, formatNumber(delay), {
            size_px: 11,
            anchor: "end",
          })
        : "",
    ),
    drawText(middle, bottom_px + 34, "VV delay, ms (above 0: left ventricle first)", { size_px: 12, anchor: "middle" }),
    avDelays_ms.length === 0
      ? ""
      : drawText(left_px - 44, (top_px + bottom_px) / 2, "AV delay, ms", {
          size_px: 12,
          anchor: "middle",
          rotate_deg: -90,
        }),
  ].join("");
}

/** The cell of the chosen setting, or nothing where the grid does not hold it. */
function drawChosen(panel: Panel, { avDelays_ms, vvDelays_ms, chosen }: ResponseSurfaceOptions): string {
  const column = vvDelays_ms.indexOf(chosen.vvDelay_ms);
  const row = avDelays_ms.length === 0 ? 0 : avDelays_ms.indexOf(chosen.avDelay_ms ?? Number.NaN);
  if (column < 0 || row < 0) return "";
  const x = panel.left_px + column * panel.cellWidth_px;
  const y = panel.top_px + row * panel.cellHeight_px;
  return drawFrame(x, y, panel.cellWidth_px, panel.cellHeight_px);
}

function drawFrame(x: number, y: number, width: number, height: number): string {
  const box = { x: x - 1, y: y - 1, width: width + 2, height: height + 2, fill: "none", rx: 2 };
  return (
    element("rect", { ...box, stroke: INK.paper, "stroke-width": 5 }) +
    element("rect", { ...box, stroke: ANATOMY_COLORS.chosen, "stroke-width": 2.8 })
  );
}

function drawChosenKey(left_px: number, top_px: number): string {
  return drawFrame(left_px, top_px, 18, 11) + drawText(left_px + 26, top_px + 10, "setting chosen", { size_px: 11 });
}

function describe({ avDelays_ms, quantities, chosen }: ResponseSurfaceOptions): string {
  const av = chosen.avDelay_ms === undefined ? "" : `AV delay ${formatNumber(chosen.avDelay_ms)} ms and `;
  const over = avDelays_ms.length === 0 ? "the VV delay" : "the AV delay and the VV delay";
  const [first, second] = quantities.map(({ label }) => label.replace(/, [^,]*$/, ""));
  return `${first} and ${second!.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())} over ${over}; chosen: ${av}VV delay ${formatNumber(chosen.vvDelay_ms)} ms. Hatched where a pulse is not delivered.`;
}

/** One row a VV delay, one column an AV delay, both quantities in a cell. */
function tabulate({ avDelays_ms, vvDelays_ms, quantities }: ResponseSurfaceOptions): Picture["table"] {
  const write = (at: number): string =>
    quantities.every(({ values }) => values[at] === undefined)
      ? "–"
      : quantities.map(({ values, decimals }) => formatFixed(values[at], decimals ?? 0)).join("/");
  const columns = avDelays_ms.length === 0 ? ["No AV delay"] : avDelays_ms.map((delay) => `AV ${formatNumber(delay)}`);
  const cells = quantities.map(({ label }) => label).join(" / ");
  return {
    columns: [`VV delay, ms (cells: ${cells}; – not delivered)`, ...columns],
    rows: vvDelays_ms.map((delay, column) => [
      formatNumber(delay),
      ...columns.map((_, row) => write(row * vvDelays_ms.length + column)),
    ]),
  };
}
