import { ANATOMY_COLORS } from "../color/series-palette.ts";
import { projectPoint } from "../raster/projection.ts";
import { type Box, type LabelFrame, type PlacedLabel, placeLabels } from "../svg/place-labels.ts";
import { element } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";
import type { DrawnElectrode } from "./anatomy-marks.ts";
import type { HeartPanel } from "./heart-panel.ts";
import { listVeinBoxes, type VeinStretch } from "./vein-overlay.ts";

/** A mark in picture pixels. */
export interface PlacedMark {
  readonly name: string;
  readonly x_px: number;
  readonly y_px: number;
  readonly chosen: boolean;
  readonly hidden: boolean;
}

const RADIUS_px = 4.2;
const LABEL_px = 11;
const HIDING_TOLERANCE_mm = 4;

/** Electrodes over a heart; those behind it are hollow. */
export function drawElectrodes(
  electrodes: readonly DrawnElectrode[],
  panel: HeartPanel,
  veins: readonly VeinStretch[] = [],
): string {
  const marks = electrodes.map((electrode) => {
    const { x_px, y_px } = projectPoint(panel.projection, electrode.position_mm);
    return {
      name: electrode.name,
      x_px,
      y_px,
      chosen: electrode.chosen ?? false,
      hidden: panel.isHidden(electrode.position_mm, HIDING_TOLERANCE_mm),
    };
  });
  const { width_px, height_px } = panel.projection;
  return drawMarks(marks, { width_px, height_px, avoided: listVeinBoxes(veins) }).markup;
}

/** Marks with their names placed so that no name covers a mark or another name; and the boxes that both take. */
export function drawMarks(
  marks: readonly PlacedMark[],
  frame: LabelFrame,
): { readonly markup: string; readonly boxes: readonly Box[] } {
  const requests = marks.map(({ x_px, y_px, name }) => ({
    x_px,
    y_px,
    text: name,
    size_px: LABEL_px,
    clear_px: RADIUS_px + 1,
  }));
  const drawn = placeLabels(requests, frame).map((label, i) => ({ mark: marks[i]!, label }));
  const markup = [
    ...drawn.map(({ mark, label }) => drawLeader(mark, label)),
    ...drawn.map(({ mark }) => drawMark(mark)),
    ...drawn.map(({ mark, label }) =>
      drawText(label.x_px, label.y_px, mark.name, {
        size_px: LABEL_px,
        weight: "600",
        halo: true,
        fill: mark.hidden ? INK.quiet : INK.text,
      }),
    ),
  ].join("");
  const circles = marks.map(({ x_px, y_px }) => ({
    left: x_px - RADIUS_px,
    right: x_px + RADIUS_px,
    top: y_px - RADIUS_px,
    bottom: y_px + RADIUS_px,
  }));
  return { markup, boxes: [...circles, ...drawn.map(({ label }) => label.box)] };
}

function drawMark({ x_px, y_px, chosen, hidden }: PlacedMark): string {
  const color = chosen ? ANATOMY_COLORS.chosen : ANATOMY_COLORS.electrode;
  return hidden
    ? element("circle", {
        cx: x_px,
        cy: y_px,
        r: RADIUS_px - 0.6,
        fill: INK.paper,
        "fill-opacity": 0.35,
        stroke: color,
        "stroke-width": 1.1,
        "stroke-opacity": 0.75,
      })
    : element("circle", { cx: x_px, cy: y_px, r: RADIUS_px, fill: color, stroke: INK.paper, "stroke-width": 1.6 });
}

/** A thin line from a mark to a name that had to move away from it. */
export function drawLeader(mark: { readonly x_px: number; readonly y_px: number }, label: PlacedLabel): string {
  if (!label.leader) return "";
  const x2 = Math.min(label.box.right + 1, Math.max(label.box.left - 1, mark.x_px));
  const y2 = Math.min(label.box.bottom, Math.max(label.box.top, mark.y_px));
  return element("line", {
    x1: mark.x_px,
    y1: mark.y_px,
    x2,
    y2,
    stroke: INK.text,
    "stroke-width": 0.8,
  });
}
