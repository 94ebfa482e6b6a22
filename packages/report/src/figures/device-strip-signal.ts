import { formatNumber } from "../svg/format-number.ts";
import { simplifyLine } from "../svg/simplify-line.ts";
import { element, pathData } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";
import { placeHeight_px, placeTime_px, type StripPlace } from "./device-strip-place.ts";

/** One trace of a strip, a sample a millisecond. */
export interface StripSignal {
  readonly name: string;
  readonly start_ms: number;
  readonly values: Float32Array;
  /** Unit of the values; undefined where amplitudes are not calibrated. */
  readonly unit: string | undefined;
  /** What is drawn as `height_mm`, up or down; larger deflections are cut. */
  readonly fullScale: number;
  readonly height_mm: number;
  /** Stimuli that the lead sees. */
  readonly spikes_ms: readonly number[];
}

const TOLERANCE_px = 0.08;

/** Beyond the height of the channel, before a trace is cut. */
const BEYOND_mm = 1.5;
const SPIKE_mm = 3.5;

/** A trace around its baseline, its stimuli, its name beside the paper. */
export function drawStripSignal(signal: StripSignal, place: StripPlace, baseline_mm: number): string {
  const { values, start_ms, height_mm, fullScale } = signal;
  const { paper } = place;
  const gain_mm = height_mm / fullScale;
  const right_px = paper.left_px + paper.width_mm * paper.pxPerMm;
  const line_px: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const x = placeTime_px(place, start_ms + i);
    if (x < paper.left_px || x > right_px) continue;
    const up_mm = Math.max(-height_mm - BEYOND_mm, Math.min(height_mm + BEYOND_mm, gain_mm * values[i]!));
    line_px.push(x, placeHeight_px(place, baseline_mm - up_mm));
  }
  const trace = element("path", {
    d: pathData(simplifyLine(line_px, TOLERANCE_px)),
    fill: "none",
    stroke: INK.text,
    "stroke-width": 0.9,
    "stroke-linejoin": "round",
  });
  return drawSpikes(signal, place, baseline_mm) + trace + drawName(signal, place, baseline_mm, gain_mm);
}

function drawSpikes({ spikes_ms }: StripSignal, place: StripPlace, baseline_mm: number): string {
  const { paper } = place;
  const right_px = paper.left_px + paper.width_mm * paper.pxPerMm;
  const lines = spikes_ms
    .map((time_ms) => placeTime_px(place, time_ms))
    .filter((x) => x >= paper.left_px && x <= right_px)
    .map(
      (x) =>
        `M${x.toFixed(2)} ${placeHeight_px(place, baseline_mm).toFixed(2)}v${(-SPIKE_mm * paper.pxPerMm).toFixed(2)}`,
    );
  if (lines.length === 0) return "";
  return element("path", { d: lines.join(""), stroke: INK.text, "stroke-width": 0.8, fill: "none" });
}

function drawName({ name, unit }: StripSignal, place: StripPlace, baseline_mm: number, gain_mm: number): string {
  const x = place.paper.left_px - 5;
  const y = placeHeight_px(place, baseline_mm);
  const gain = unit === undefined ? "not calibrated" : `${formatNumber(gain_mm, 2)} mm/${unit}`;
  return (
    drawText(x, y, name, { size_px: 9.5, weight: "600", anchor: "end" }) +
    drawText(x, y + 9.5, gain, { size_px: 7.5, fill: INK.quiet, anchor: "end" })
  );
}
