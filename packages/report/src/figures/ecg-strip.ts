import { deriveLead, type StandardLead } from "@tributary/model";
import { STATE_COLORS } from "../color/series-palette.ts";
import { formatNumber } from "../svg/format-number.ts";
import { element } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";
import { drawEcgGrid, type EcgPaper } from "./ecg-grid.ts";
import { drawTrace, type EcgBeat } from "./ecg-trace.ts";

export const STRIP_HEIGHT_mm = 40;
const SPEED_mmPerMs = 0.1;
/** Leads in which left bundle branch block and its undoing are read. */
const LEADS: readonly StandardLead[] = ["I", "V1", "V6"];
/** Paper before the onset of the QRS. */
const BEFORE_mm = 4;
const CALIPERS_mm = 11;

/** I, V1 and V6 at 100 mm/s from the onset of the QRS, beats laid over each other, with calipers of the QRS duration. */
export function drawQrsStrip(paper: EcgPaper, beats: readonly EcgBeat[], gains_mmPerMv: readonly number[]): string {
  const cell_mm = paper.width_mm / LEADS.length;
  const cells = LEADS.map((lead, i) =>
    drawStripCell(lead, { paper, left_mm: i * cell_mm, cell_mm }, beats, gains_mmPerMv),
  );
  const note =
    "I, V1 and V6 at 100 mm/s, laid over each other from the onset of the QRS: a small square is 10 ms; amplitude as above.";
  const top = paper.top_px - 8;
  return drawText(paper.left_px, top, note, { size_px: 11, fill: INK.quiet }) + drawEcgGrid(paper) + cells.join("");
}

interface StripCell {
  readonly paper: EcgPaper;
  readonly left_mm: number;
  readonly cell_mm: number;
}

function drawStripCell(
  lead: StandardLead,
  cell: StripCell,
  beats: readonly EcgBeat[],
  gains: readonly number[],
): string {
  const { paper, left_mm, cell_mm } = cell;
  const drawn = beats.flatMap((beat, i) => (beat.qrs === undefined ? [] : [{ beat, qrs: beat.qrs, gain: gains[i]! }]));
  const baseline_mm = placeBaseline(lead, drawn);
  const traces = drawn.map(({ beat, qrs, gain }) =>
    drawTrace(beat, deriveLead(beat.ecg, lead), {
      paper,
      baseline_mm,
      gain_mmPerMv: gain,
      start_mm: left_mm + 0.5,
      start_ms: qrs.onset_ms - BEFORE_mm / SPEED_mmPerMs,
      speed_mmPerMs: SPEED_mmPerMs,
      length_mm: cell_mm - 1.5,
    }),
  );
  const calipers = drawn.map(({ beat, qrs }, row) => drawCaliper(beat, qrs, cell, row));
  const [x, y] = [paper.left_px + (left_mm + 0.6) * paper.pxPerMm, paper.top_px + 14];
  return [...calipers, ...traces, drawText(x, y, lead, { size_px: 12.5, weight: "600", halo: true })].join("");
}

/** So that the highest and the lowest deflection have the same room above the calipers. */
function placeBaseline(lead: StandardLead, drawn: readonly { beat: EcgBeat; gain: number }[]): number {
  const extents = drawn.flatMap(({ beat, gain }) => Array.from(deriveLead(beat.ecg, lead), (value) => gain * value));
  const high = extents.reduce((most, value) => Math.max(most, value), 0);
  const low = extents.reduce((least, value) => Math.min(least, value), 0);
  return Math.round((STRIP_HEIGHT_mm - CALIPERS_mm) / 2 + (high + low) / 2) + 1;
}

/** A dashed line at onset and offset, and between them the duration. */
function drawCaliper(beat: EcgBeat, qrs: NonNullable<EcgBeat["qrs"]>, cell: StripCell, row: number): string {
  const { paper, left_mm } = cell;
  const { pxPerMm } = paper;
  const from = paper.left_px + (left_mm + 0.5 + BEFORE_mm) * pxPerMm;
  const to = from + (qrs.offset_ms - qrs.onset_ms) * SPEED_mmPerMs * pxPerMm;
  const y = paper.top_px + (STRIP_HEIGHT_mm - CALIPERS_mm + 4 + 4 * row) * pxPerMm;
  const stroke = STATE_COLORS[beat.role];
  const label = `${formatNumber(beat.qrsDuration_ms, 0)} ms`;
  return [
    ...[from, to].map((x) =>
      element("line", {
        x1: x,
        x2: x,
        y1: paper.top_px + 1.5 * pxPerMm,
        y2: y + 4,
        stroke,
        "stroke-width": 0.9,
        "stroke-dasharray": "2 3",
      }),
    ),
    element("path", {
      d: `M${from.toFixed(2)} ${(y - 4).toFixed(2)}v8m0 -4H${to.toFixed(2)}m0 -4v8`,
      fill: "none",
      stroke,
      "stroke-width": 1.6,
    }),
    drawText(to + 6, y + 4, label, { size_px: 11.5, weight: "600", halo: true }),
  ].join("");
}
