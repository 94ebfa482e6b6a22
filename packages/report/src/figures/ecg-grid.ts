import { element } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";

/** ECG paper in the colors of print: fine lines every millimeter, strong ones every five. */
const PAPER = { ground: "#fffaf7", fine: "#f7e2d9", strong: "#eebfac" } as const;

/** A sheet of ECG paper by its upper left corner in picture pixels and its sides in millimeters of paper. */
export interface EcgPaper {
  readonly left_px: number;
  readonly top_px: number;
  readonly width_mm: number;
  readonly height_mm: number;
  readonly pxPerMm: number;
}

export function drawEcgGrid(paper: EcgPaper): string {
  const { left_px, top_px, width_mm, height_mm, pxPerMm } = paper;
  const [width_px, height_px] = [width_mm * pxPerMm, height_mm * pxPerMm];
  const lines = (isStrong: boolean): string => {
    const columns = listLines(width_mm, isStrong).map(
      (at) => `M${px(left_px + at * pxPerMm)} ${px(top_px)}v${px(height_px)}`,
    );
    const rows = listLines(height_mm, isStrong).map(
      (at) => `M${px(left_px)} ${px(top_px + at * pxPerMm)}h${px(width_px)}`,
    );
    return [...columns, ...rows].join("");
  };
  return [
    element("rect", { x: left_px, y: top_px, width: width_px, height: height_px, fill: PAPER.ground }),
    element("path", { d: lines(false), stroke: PAPER.fine, "stroke-width": 0.6, fill: "none" }),
    element("path", { d: lines(true), stroke: PAPER.strong, "stroke-width": 0.9, fill: "none" }),
  ].join("");
}

/** 1 mV, 200 ms: the pulse at the left of every row. */
export function drawCalibrationPulse(paper: EcgPaper, baseline_mm: number, gain_mmPerMv: number): string {
  const { left_px, top_px, pxPerMm } = paper;
  const [x, y] = [left_px + pxPerMm, top_px + baseline_mm * pxPerMm];
  const height = gain_mmPerMv * pxPerMm;
  const step = pxPerMm;
  return (
    element("path", {
      d: `M${px(x - 0.5 * step)} ${px(y)}h${px(step)}v${px(-height)}h${px(5 * step)}v${px(height)}h${px(step)}`,
      fill: "none",
      stroke: INK.text,
      "stroke-width": 1,
    }) + drawText(x + 3 * step, y + 12, "1 mV", { size_px: 9, anchor: "middle", fill: INK.quiet, halo: true })
  );
}

function listLines(length_mm: number, isStrong: boolean): number[] {
  const all = Array.from({ length: Math.floor(length_mm + 1e-9) + 1 }, (_, i) => i);
  return all.filter((at) => (at % 5 === 0) === isStrong);
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
