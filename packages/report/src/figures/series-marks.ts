import { SERIES_COLORS, SERIES_DASHES, SERIES_MARKS, type SeriesMark } from "../color/series-palette.ts";
import { element, formatCoordinate, pathData } from "../svg/svg-markup.ts";
import { INK } from "../svg/text.ts";

/** How a series looks: color, dash and mark together, so that no reader depends on color. */
export interface SeriesLook {
  readonly color: string;
  readonly dash: string | undefined;
  readonly mark: SeriesMark;
}

export function lookOfSeries(index: number): SeriesLook {
  return {
    color: SERIES_COLORS[index % SERIES_COLORS.length]!,
    dash: SERIES_DASHES[index % SERIES_DASHES.length],
    mark: SERIES_MARKS[index % SERIES_MARKS.length]!,
  };
}

export function drawSeriesLine(points_px: readonly number[], look: SeriesLook): string {
  return element("path", {
    d: pathData(points_px),
    fill: "none",
    stroke: look.color,
    "stroke-width": 1.8,
    "stroke-dasharray": look.dash,
    "stroke-linejoin": "round",
    "stroke-linecap": look.dash === undefined ? "round" : undefined,
  });
}

/** A mark of about 7 pixels; small and translucent where there are many. */
export function drawSeriesMark(x: number, y: number, look: SeriesLook, many = false): string {
  const r = many ? 2.2 : 3.6;
  const style = {
    fill: look.color,
    stroke: INK.paper,
    "stroke-width": many ? 0.4 : 1,
    "fill-opacity": many ? 0.6 : undefined,
  };
  const at = (dx: number, dy: number): string => `${formatCoordinate(x + dx * r)} ${formatCoordinate(y + dy * r)}`;
  switch (look.mark) {
    case "circle":
      return element("circle", { cx: x, cy: y, r, ...style });
    case "square":
      return element("path", { d: `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}Z`, ...style });
    case "triangle":
      return element("path", { d: `M${at(0, -1.15)}L${at(1.1, 0.85)}L${at(-1.1, 0.85)}Z`, ...style });
    case "diamond":
      return element("path", { d: `M${at(0, -1.25)}L${at(1.25, 0)}L${at(0, 1.25)}L${at(-1.25, 0)}Z`, ...style });
    case "cross":
      return element("path", {
        d: `M${at(-0.9, -0.9)}L${at(0.9, 0.9)}M${at(0.9, -0.9)}L${at(-0.9, 0.9)}`,
        fill: "none",
        stroke: look.color,
        "stroke-width": 1.8,
      });
  }
}
