import type { StripAnnotation } from "@tributary/model/generator";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, type Picture } from "../svg/picture.ts";
import { element } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";
import { drawStripMarkers, drawStripNotes, MARKER_HEIGHT_mm } from "./device-strip-markers.ts";
import { placeTime_px, type StripPlace } from "./device-strip-place.ts";
import { drawStripSignal, type StripSignal } from "./device-strip-signal.ts";
import { drawEcgGrid, type EcgPaper } from "./ecg-grid.ts";

export interface DeviceStripOptions {
  readonly title: string;
  readonly start_ms: number;
  readonly speed_mmPerS: 25 | 50;
  /** From the top down. */
  readonly signals: readonly StripSignal[];
  readonly annotation: StripAnnotation;
}

/** CSS defines an inch as 96 px and as 25.4 mm: a millimeter of paper is one on paper and on a calibrated screen. */
const SCALE_pxPerMm = 96 / 25.4;
/** Fits A4 with its margins. */
const PICTURE_WIDTH_mm = 180;
const NAMES_mm = 18;
const PAPER_WIDTH_mm = 160;
const HEADING_px = 56;
const FOOT_px = 44;
const NOTES_mm = 8;
const CHANNEL_GAP_mm = 3;

/** Time on one strip. */
export function measureStrip_ms(speed_mmPerS: number): number {
  return (1000 * PAPER_WIDTH_mm) / speed_mmPerS;
}

/**
 * A programmer's strip on paper at its true scale: surface leads, electrograms, and the marker channel with intervals.
 *
 * 1 mm of the picture is 1 mm at 100 %; it is made to fit the width of A4.
 */
export function drawDeviceStrip(options: DeviceStripOptions): Picture {
  const { title, start_ms, speed_mmPerS, signals, annotation } = options;
  const channels = layOutChannels(signals);
  const height_mm = 5 * Math.ceil((channels.bottom_mm + MARKER_HEIGHT_mm) / 5);
  const paper: EcgPaper = {
    left_px: NAMES_mm * SCALE_pxPerMm,
    top_px: HEADING_px,
    width_mm: PAPER_WIDTH_mm,
    height_mm,
    pxPerMm: SCALE_pxPerMm,
  };
  const place: StripPlace = { paper, start_ms, speed_mmPerMs: speed_mmPerS / 1000 };
  const bottom_px = paper.top_px + height_mm * SCALE_pxPerMm;
  const end_ms = start_ms + measureStrip_ms(speed_mmPerS);
  const body = [
    drawHeading(
      title,
      `${speed_mmPerS} mm/s: a small square is ${1000 / speed_mmPerS} ms, a large one ${5000 / speed_mmPerS} ms`,
    ),
    drawEcgGrid(paper),
    drawSeconds(place, bottom_px, end_ms),
    drawStripNotes(annotation.notes, place, 3),
    ...signals.map((signal, i) => drawStripSignal(signal, place, channels.baselines_mm[i]!)),
    drawStripMarkers(annotation.marks, place, channels.bottom_mm),
    drawRuler(place, bottom_px),
  ];
  return composePicture({
    width_px: PICTURE_WIDTH_mm * SCALE_pxPerMm,
    height_px: bottom_px + FOOT_px,
    title,
    description: describe(options, end_ms),
    table: tabulate(annotation, start_ms, end_ms),
    body: body.join(""),
  });
}

function layOutChannels(signals: readonly StripSignal[]): { baselines_mm: number[]; bottom_mm: number } {
  const baselines_mm: number[] = [];
  let at_mm = NOTES_mm;
  for (const { height_mm } of signals) {
    baselines_mm.push(at_mm + height_mm);
    at_mm += 2 * height_mm + CHANNEL_GAP_mm;
  }
  return { baselines_mm, bottom_mm: at_mm };
}

function drawSeconds(place: StripPlace, bottom_px: number, end_ms: number): string {
  const first_s = Math.ceil(place.start_ms / 1000);
  const count = Math.max(0, Math.floor(end_ms / 1000) - first_s + 1);
  return Array.from({ length: count }, (_, i) => {
    const x = placeTime_px(place, 1000 * (first_s + i));
    return (
      element("line", { x1: x, x2: x, y1: bottom_px, y2: bottom_px + 4, stroke: INK.quiet, "stroke-width": 0.8 }) +
      drawText(x, bottom_px + 13, `${first_s + i} s`, { size_px: 8, anchor: "middle", fill: INK.quiet })
    );
  }).join("");
}

/** 20 mm to hold a ruler against. */
function drawRuler({ paper }: StripPlace, bottom_px: number): string {
  const [x, y] = [paper.left_px, bottom_px + 24];
  const to = x + 20 * SCALE_pxPerMm;
  const path = `M${x.toFixed(2)} ${y - 3}v6m0 -3H${to.toFixed(2)}m0 -3v6`;
  return (
    element("path", { d: path, stroke: INK.quiet, "stroke-width": 0.8, fill: "none" }) +
    drawText(to + 5, y + 3, "20 mm at 100 %", { size_px: 8, fill: INK.quiet })
  );
}

function describeTimes(start_ms: number, end_ms: number): string {
  return `${formatNumber(start_ms / 1000, 2)} to ${formatNumber(end_ms / 1000, 2)} s`;
}

function describe({ signals, start_ms, speed_mmPerS }: DeviceStripOptions, end_ms: number): string {
  const names = signals.map(({ name }) => name).join(", ");
  return `${describeTimes(start_ms, end_ms)} at ${speed_mmPerS} mm/s: ${names}; marks of the generator with intervals in ms. A simulation: times count, shapes of electrograms do not.`;
}

function tabulate({ marks, notes }: StripAnnotation, start_ms: number, end_ms: number): Picture["table"] {
  const last = new Map<string, number>();
  const rows = marks.flatMap(({ time_ms, channel, label, isTimed }) => {
    const before_ms = last.get(channel);
    if (isTimed) last.set(channel, time_ms);
    if (time_ms < start_ms || time_ms > end_ms) return [];
    const interval = isTimed && before_ms !== undefined ? (time_ms - before_ms).toFixed(0) : "";
    return [{ time_ms, cells: [(time_ms / 1000).toFixed(3), label, interval] }];
  });
  const words = notes
    .filter(({ time_ms }) => time_ms >= start_ms && time_ms <= end_ms)
    .map(({ time_ms, text }) => ({ time_ms, cells: [(time_ms / 1000).toFixed(3), text, ""] }));
  const sorted = [...rows, ...words].sort((a, b) => a.time_ms - b.time_ms);
  return { columns: ["Time, s", "Mark", "Since the last of its chamber, ms"], rows: sorted.map(({ cells }) => cells) };
}
