/** The marker channel: atrial marks above, ventricular ones below, intervals in milliseconds between marks. */
import type { StripMark, StripNote } from "@tributary/model/generator";
import { element } from "../svg/svg-markup.ts";
import { drawText, INK, measureText } from "../svg/text.ts";
import { placeHeight_px, placeTime_px, type StripPlace } from "./device-strip-place.ts";

export const MARKER_HEIGHT_mm = 25;

/** Where the rows of the channel lie below its top. */
const ROWS_mm = {
  labelsA: 2.6,
  intervalsA: 8.2,
  lineA: 9.6,
  av: 13,
  lineV: 14.4,
  intervalsV: 18.2,
  labelsV: 21.4,
} as const;
const LEVEL_mm = 2.8;
const LABEL_px = 8.5;
const INTERVAL_px = 8;
const GAP_px = 2;
const COLOR = { A: "#0b5394", V: "#9c1c1c" } as const;

interface PlacedText {
  readonly x_px: number;
  readonly text: string;
  readonly size_px: number;
}

export function drawStripMarkers(marks: readonly StripMark[], place: StripPlace, top_mm: number): string {
  const seen = marks.filter(({ time_ms }) => isOnPaper(place, time_ms));
  return [
    ...(["A", "V"] as const).map((channel) => drawChannel(channel, marks, seen, place, top_mm)),
    drawAvIntervals(marks, place, top_mm),
  ].join("");
}

/** Words over the strip, each at its time. */
export function drawStripNotes(notes: readonly StripNote[], place: StripPlace, at_mm: number): string {
  const texts = notes
    .filter(({ time_ms }) => isOnPaper(place, time_ms))
    .map(({ time_ms, text }) => ({ x_px: placeTime_px(place, time_ms), text, size_px: LABEL_px }));
  return spreadOverLevels(texts, 2)
    .map(({ item, level }) => {
      const y = placeHeight_px(place, at_mm + level * LEVEL_mm);
      const line = element("line", {
        x1: item.x_px,
        x2: item.x_px,
        y1: y + 2,
        y2: y + 8,
        stroke: INK.text,
        "stroke-width": 0.7,
      });
      return (
        drawText(item.x_px, y, item.text, { size_px: LABEL_px, weight: "600", anchor: "middle", halo: true }) + line
      );
    })
    .join("");
}

function isOnPaper(place: StripPlace, time_ms: number): boolean {
  const along_mm = (time_ms - place.start_ms) * place.speed_mmPerMs;
  return along_mm >= 0 && along_mm <= place.paper.width_mm;
}

function isInsidePaper({ paper }: StripPlace, x_px: number, half_px: number): boolean {
  return x_px - half_px >= paper.left_px && x_px + half_px <= paper.left_px + paper.width_mm * paper.pxPerMm;
}

function drawChannel(
  channel: "A" | "V",
  all: readonly StripMark[],
  seen: readonly StripMark[],
  place: StripPlace,
  top_mm: number,
): string {
  const { paper } = place;
  const isAtrial = channel === "A";
  const line_px = placeHeight_px(place, top_mm + (isAtrial ? ROWS_mm.lineA : ROWS_mm.lineV));
  const right_px = paper.left_px + paper.width_mm * paper.pxPerMm;
  const own = seen.filter((mark) => mark.channel === channel);
  const texts = own.map(({ time_ms, label }) => ({
    x_px: placeTime_px(place, time_ms),
    text: label,
    size_px: LABEL_px,
  }));
  const labels = spreadOverLevels(texts, 2).map(({ item, level }) => {
    const row_mm = isAtrial ? ROWS_mm.labelsA + LEVEL_mm * (1 - level) : ROWS_mm.labelsV + LEVEL_mm * level;
    const style = { size_px: LABEL_px, weight: "600", anchor: "middle", fill: COLOR[channel], halo: true } as const;
    return drawText(item.x_px, placeHeight_px(place, top_mm + row_mm), item.text, style);
  });
  return [
    drawText(paper.left_px - 5, line_px + 3, isAtrial ? "marks A" : "V", {
      size_px: 9.5,
      weight: "600",
      anchor: "end",
      fill: COLOR[channel],
    }),
    element("line", {
      x1: paper.left_px,
      x2: right_px,
      y1: line_px,
      y2: line_px,
      stroke: COLOR[channel],
      "stroke-width": 0.6,
    }),
    ...own.map((mark) => drawTick(mark, placeTime_px(place, mark.time_ms), line_px, isAtrial ? -1 : 1)),
    ...labels,
    drawOwnIntervals(channel, all, place, top_mm),
  ].join("");
}

/** A pace is a long bold stroke, a sense a short one; in refractory thinner still. */
function drawTick({ isPace, isTimed, label, channel }: StripMark, x: number, y: number, side: number): string {
  const isRefractory = label.startsWith("(") || !isTimed;
  const length_px = isPace ? 11 : isRefractory ? 4.5 : 7.5;
  return element("line", {
    x1: x,
    x2: x,
    y1: y,
    y2: y + side * length_px,
    stroke: COLOR[channel],
    "stroke-width": isPace ? 2.2 : isRefractory ? 0.7 : 1.2,
  });
}

/** From mark to mark of one channel, where the number has room. */
function drawOwnIntervals(channel: "A" | "V", all: readonly StripMark[], place: StripPlace, top_mm: number): string {
  const timed = all.filter((mark) => mark.channel === channel && mark.isTimed);
  const row_mm = top_mm + (channel === "A" ? ROWS_mm.intervalsA : ROWS_mm.intervalsV);
  const intervals = timed.slice(1).map((mark, i) => ({ from_ms: timed[i]!.time_ms, to_ms: mark.time_ms }));
  return intervals.map((interval) => drawInterval(interval, place, row_mm, channel)).join("");
}

function drawInterval(
  { from_ms, to_ms }: { readonly from_ms: number; readonly to_ms: number },
  place: StripPlace,
  row_mm: number,
  channel: "A" | "V",
): string {
  const middle_ms = (from_ms + to_ms) / 2;
  const text = (to_ms - from_ms).toFixed(0);
  const width_px = measureText(text, INTERVAL_px) + GAP_px;
  const hasRoom = placeTime_px(place, to_ms) - placeTime_px(place, from_ms) >= width_px;
  if (!hasRoom || !isInsidePaper(place, placeTime_px(place, middle_ms), width_px / 2)) return "";
  const style = { size_px: INTERVAL_px, anchor: "middle", fill: COLOR[channel], halo: true } as const;
  return drawText(placeTime_px(place, middle_ms), placeHeight_px(place, row_mm), text, style);
}

/** From the last atrial sense or pace to the ventricular mark that ends it. */
function drawAvIntervals(all: readonly StripMark[], place: StripPlace, top_mm: number): string {
  const texts: PlacedText[] = [];
  let atrial_ms: number | undefined;
  for (const { channel, label, time_ms, isTimed } of all) {
    if (label === "AS" || label === "AP") atrial_ms = time_ms;
    if (channel !== "V" || !isTimed) continue;
    if (atrial_ms !== undefined && isOnPaper(place, atrial_ms)) {
      const text = (time_ms - atrial_ms).toFixed(0);
      texts.push({ x_px: placeTime_px(place, (atrial_ms + time_ms) / 2), text, size_px: INTERVAL_px });
    }
    atrial_ms = undefined;
  }
  const y = placeHeight_px(place, top_mm + ROWS_mm.av);
  return spreadOverLevels(texts, 1)
    .map(({ item }) => drawText(item.x_px, y, item.text, { size_px: INTERVAL_px, anchor: "middle", halo: true }))
    .join("");
}

/** Texts on the first level that has room for them; one that has none is left out, its tick remains. */
function spreadOverLevels(texts: readonly PlacedText[], levelCount: number): { item: PlacedText; level: number }[] {
  const ends_px = new Array<number>(levelCount).fill(-Infinity);
  return texts.flatMap((item) => {
    const half_px = measureText(item.text, item.size_px, "600") / 2;
    const level = ends_px.findIndex((end_px) => item.x_px - half_px >= end_px + GAP_px);
    if (level < 0) return [];
    ends_px[level] = item.x_px + half_px;
    return [{ item, level }];
  });
}
