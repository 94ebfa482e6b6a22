import type { EcgSignal } from "@tributary/model";
import { STATE_COLORS } from "../color/series-palette.ts";
import { formatNumber } from "../svg/format-number.ts";
import { simplifyLine } from "../svg/simplify-line.ts";
import { element, pathData } from "../svg/svg-markup.ts";
import { drawText, measureText } from "../svg/text.ts";
import type { EcgPaper } from "./ecg-grid.ts";

/** One beat of a 12-lead ECG to draw. */
export interface EcgBeat {
  readonly name: string;
  readonly role: "measured" | "before" | "after" | "frozen";
  readonly ecg: EcgSignal;
  /** As the reader shall read it; undefined where it is not known. */
  readonly qrsDuration_ms: number | undefined;
  /** On the clock of the signal; undefined where the onset is not known: the beat is then not laid over others. */
  readonly qrs: { readonly onset_ms: number; readonly offset_ms: number } | undefined;
}

/** Where and how large a lead is drawn. */
export interface TracePlace {
  readonly paper: EcgPaper;
  readonly baseline_mm: number;
  readonly gain_mmPerMv: number;
  /** Paper from the left edge at which the time `start_ms` of the signal stands; what lies before is not drawn. */
  readonly start_mm: number;
  readonly start_ms: number;
  readonly speed_mmPerMs: number;
  readonly length_mm: number;
}

const WIDTH_px = { measured: 1.3, before: 1.5, after: 1.7, frozen: 1.5 } as const;
const TOLERANCE_px = 0.12;

export function drawTrace(beat: EcgBeat, values_mV: ArrayLike<number>, place: TracePlace): string {
  const { paper, baseline_mm, gain_mmPerMv, start_mm, start_ms, speed_mmPerMs, length_mm } = place;
  const { samplingInterval_ms, start_ms: first_ms } = beat.ecg;
  const line_px: number[] = [];
  for (let i = 0; i < values_mV.length; i++) {
    const along_mm = (first_ms + i * samplingInterval_ms - start_ms) * speed_mmPerMs;
    if (along_mm < -1e-9 || along_mm > length_mm) continue;
    line_px.push(
      paper.left_px + (start_mm + along_mm) * paper.pxPerMm,
      paper.top_px + (baseline_mm - gain_mmPerMv * values_mV[i]!) * paper.pxPerMm,
    );
  }
  return element("path", {
    d: pathData(simplifyLine(line_px, TOLERANCE_px)),
    fill: "none",
    stroke: STATE_COLORS[beat.role],
    "stroke-width": WIDTH_px[beat.role],
    "stroke-linejoin": "round",
  });
}

/** Names of the beats with their QRS durations, each behind a stroke of its color. */
export function drawEcgLegend(beats: readonly EcgBeat[], left_px: number, y_px: number): string {
  let x = left_px;
  return beats
    .map((beat) => {
      const duration =
        beat.qrsDuration_ms === undefined ? "QRS duration missing" : `QRS ${formatNumber(beat.qrsDuration_ms, 0)} ms`;
      const text = `${beat.name}: ${duration}`;
      const from = x;
      x += 34 + measureText(text, 12, "600") + 26;
      return (
        element("path", {
          d: `M${from} ${y_px - 4}h26`,
          stroke: STATE_COLORS[beat.role],
          "stroke-width": WIDTH_px[beat.role] + 0.8,
        }) + drawText(from + 34, y_px, text, { size_px: 12, weight: "600" })
      );
    })
    .join("");
}
