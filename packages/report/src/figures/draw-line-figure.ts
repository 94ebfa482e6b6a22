import { formatSignificant } from "../svg/format-number.ts";
import { composePicture, drawHeading, measureHeading, type Picture } from "../svg/picture.ts";
import { element, pathData } from "../svg/svg-markup.ts";
import { drawText, fitText, INK, measureText } from "../svg/text.ts";
import { type Axis, createAxis, isShown } from "./line-axes.ts";
import { drawSeriesLine, drawSeriesMark, lookOfSeries } from "./series-marks.ts";

interface FigureSeries {
  readonly name: string;
  readonly x: readonly number[];
  /** As many as x; not finite where the line has a gap. */
  readonly y: readonly number[];
  /** Lines in a line figure and points in a scatter figure, when left out. */
  readonly style?: "line" | "points" | "both";
}

/** A figure with two axes, as plain values. */
export interface LineFigure {
  readonly kind: "lines" | "scatter";
  readonly title: string;
  readonly subtitle?: string;
  /** With unit: "Edge length, mm". */
  readonly xLabel: string;
  readonly yLabel: string;
  readonly logX?: boolean;
  readonly logY?: boolean;
  /** Ends of the axes, to compare several figures. */
  readonly xRange?: readonly [low: number, high: number];
  readonly yRange?: readonly [low: number, high: number];
  readonly series: readonly FigureSeries[];
  /** Draws y = x across the plot, for predicted against measured. */
  readonly identityLine?: boolean;
}

const WIDTH_px = 600;
const PLOT = { left: 74, right: WIDTH_px - 22, height: 286 } as const;
/** Lines with no more points than this also show their points. */
const FEW_POINTS = 24;
const MANY_POINTS = 120;

/** Lines or points on linear or logarithmic axes, with a legend above; reads at a width of 600 pixels. */
export function drawLineFigure(figure: LineFigure): Picture {
  const legend = layOutLegend(figure);
  const top = measureHeading(figure.subtitle) + legend.height;
  const bottom = top + PLOT.height;
  const [logX, logY] = [figure.logX ?? false, figure.logY ?? false];
  const xs = figure.series.flatMap(({ x }) => x);
  const ys = figure.series.flatMap(({ y }) => y);
  const xAxis = createAxis(xs, logX, PLOT.left, PLOT.right, 7, figure.xRange);
  const yAxis = createAxis(ys, logY, bottom, top, 6, figure.yRange);
  const body = [
    drawHeading(figure.title, figure.subtitle),
    element("g", { transform: `translate(0 ${top - legend.height - 4})` }, legend.markup),
    drawGrid(xAxis, yAxis, top, bottom, figure),
    figure.identityLine ? drawIdentity(xAxis, yAxis, figure) : "",
    ...figure.series.map((series, i) => drawSeries(series, i, figure, xAxis, yAxis)),
  ];
  return composePicture({
    width_px: WIDTH_px,
    height_px: bottom + 66,
    title: figure.title,
    description: `${figure.yLabel} against ${figure.xLabel}: ${figure.series.map(({ name }) => name).join("; ")}.`,
    table: tabulate(figure),
    body: body.join(""),
  });
}

/** A figure of points; the same as drawLineFigure with kind "scatter". */
export function drawScatter(figure: Omit<LineFigure, "kind">): Picture {
  return drawLineFigure({ ...figure, kind: "scatter" });
}

function drawGrid(xAxis: Axis, yAxis: Axis, top: number, bottom: number, figure: LineFigure): string {
  const hair = { fill: "none", stroke: INK.hair, "stroke-width": 1 };
  const middle = (PLOT.left + PLOT.right) / 2;
  return [
    ...xAxis.ticks.map(({ value }) =>
      element("path", { d: pathData([xAxis.toPixel(value), top, xAxis.toPixel(value), bottom]), ...hair }),
    ),
    ...yAxis.ticks.map(({ value }) =>
      element("path", { d: pathData([PLOT.left, yAxis.toPixel(value), PLOT.right, yAxis.toPixel(value)]), ...hair }),
    ),
    element("path", {
      d: pathData([PLOT.left, top, PLOT.left, bottom, PLOT.right, bottom]),
      fill: "none",
      stroke: INK.text,
      "stroke-width": 1.1,
    }),
    ...thinLabels(xAxis).map(({ value, label }) =>
      drawText(xAxis.toPixel(value), bottom + 17, label, { size_px: 11.5, anchor: "middle" }),
    ),
    ...yAxis.ticks.map(({ value, label }) =>
      drawText(PLOT.left - 8, yAxis.toPixel(value) + 4, label, { size_px: 11.5, anchor: "end" }),
    ),
    drawText(middle, bottom + 38, figure.xLabel, { size_px: 12.5, anchor: "middle" }),
    drawText(18, (top + bottom) / 2, figure.yLabel, { size_px: 12.5, anchor: "middle", rotate_deg: -90 }),
  ].join("");
}

/** Leaves out labels that would touch the one before. */
function thinLabels(axis: Axis): Axis["ticks"] {
  let end = Number.NEGATIVE_INFINITY;
  return axis.ticks.filter(({ value, label }) => {
    const half = measureText(label, 11.5) / 2;
    const x = axis.toPixel(value);
    if (x - half < end + 6) return false;
    end = x + half;
    return true;
  });
}

function drawSeries(series: FigureSeries, index: number, figure: LineFigure, xAxis: Axis, yAxis: Axis): string {
  const look = lookOfSeries(index);
  const style = styleOf(series, figure);
  const runs: number[][] = [[]];
  for (let i = 0; i < series.x.length; i++) {
    const [x, y] = [series.x[i]!, series.y[i] ?? Number.NaN];
    if (isShown(x, figure.logX ?? false) && isShown(y, figure.logY ?? false))
      runs.at(-1)!.push(xAxis.toPixel(x), yAxis.toPixel(y));
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  const lines = style === "points" ? [] : runs.filter((run) => run.length >= 4).map((run) => drawSeriesLine(run, look));
  if (style === "line") return lines.join("");
  const many = series.x.length > MANY_POINTS;
  const marks = runs.flatMap((run) =>
    Array.from({ length: run.length / 2 }, (_, i) => drawSeriesMark(run[2 * i]!, run[2 * i + 1]!, look, many)),
  );
  return [...lines, ...marks].join("");
}

function styleOf(series: FigureSeries, figure: LineFigure): "line" | "points" | "both" {
  if (series.style !== undefined) return series.style;
  if (figure.kind === "scatter") return "points";
  return series.x.length <= FEW_POINTS ? "both" : "line";
}

function drawIdentity(xAxis: Axis, yAxis: Axis, { series }: LineFigure): string {
  const shared = series.flatMap(({ x, y }) => [...x, ...y]).filter(Number.isFinite);
  const ends = [xAxis, yAxis].map(({ ticks }) => [ticks[0]!.value, ticks.at(-1)!.value] as const);
  const low = Math.max(ends[0]![0], ends[1]![0]);
  const high = Math.min(ends[0]![1], ends[1]![1]);
  if (shared.length === 0 || !(high > low)) return "";
  const line = pathData([xAxis.toPixel(low), yAxis.toPixel(low), xAxis.toPixel(high), yAxis.toPixel(high)]);
  return element("path", { d: line, fill: "none", stroke: INK.quiet, "stroke-width": 1, "stroke-dasharray": "3 3" });
}

/** Rows of names from the left, as many in a row as fit; a series without a name is left out. */
function layOutLegend(figure: LineFigure): { readonly markup: string; readonly height: number } {
  const parts: string[] = [];
  let [x, row] = [PLOT.left, 0];
  for (const [i, series] of figure.series.entries()) {
    const { name } = series;
    const style = styleOf(series, figure);
    if (name === "") continue;
    const shown = fitText(name, PLOT.right - PLOT.left - 40, 11.5);
    const key = style === "points" ? 14 : 31;
    const width = key + measureText(shown, 11.5) + 22;
    if (x > PLOT.left && x + width - 22 > PLOT.right) [x, row] = [PLOT.left, row + 1];
    const y = 12 + row * 18;
    const look = lookOfSeries(i);
    if (style !== "points") parts.push(drawSeriesLine([x, y - 4, x + 24, y - 4], look));
    if (style !== "line") parts.push(drawSeriesMark(x + (key - 7) / 2, y - 4, look));
    parts.push(drawText(x + key, y, shown, { size_px: 11.5 }));
    x += width;
  }
  return { markup: parts.join(""), height: parts.length === 0 ? 0 : (row + 1) * 18 + 8 };
}

/**
 * The points as a table: one column per series where all share their x, else one row per point. Long series are thinned
 * to some twenty rows, ends kept.
 */
function tabulate({ series, xLabel, yLabel }: LineFigure): Picture["table"] {
  const first = series[0]?.x ?? [];
  const isShared =
    series.length > 1 &&
    series.every(({ x }) => x.length === first.length && x.every((value, i) => value === first[i]));
  if (isShared) {
    const columns = [xLabel, ...series.map(({ name }) => `${name}: ${yLabel}`)];
    const rows = first.map((value, i) =>
      [value, ...series.map(({ y }) => y[i])].map((cell) => formatSignificant(cell)),
    );
    return { columns, rows: thinRows(rows) };
  }
  const rows = series.flatMap(({ name, x, y }) =>
    thinRows(x.map((value, i) => [name, formatSignificant(value), formatSignificant(y[i])])),
  );
  return { columns: ["Series", xLabel, yLabel], rows };
}

function thinRows(rows: readonly string[][]): string[][] {
  const stride = Math.max(1, Math.ceil((rows.length - 1) / 20));
  return rows.filter((_, i) => i % stride === 0 || i === rows.length - 1);
}
