import { radiansFromDegrees } from "@tributary/model";
import { COLOR_BAR_HEIGHT_px, drawColorBar } from "../color/color-bar.ts";
import { type ColorMapName, chooseInkOn } from "../color/color-map.ts";
import { type ColorScale, colorOf, createColorScale, cssColorOf } from "../color/color-scale.ts";
import { ANATOMY_COLORS } from "../color/series-palette.ts";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, type Picture } from "../svg/picture.ts";
import { type Box, overlaps } from "../svg/place-labels.ts";
import { element, formatCoordinate, hashText } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";
import { AHA_SECTORS, type AhaSector, placeOnBullsEye, ringEdges } from "./aha-sectors.ts";
import { drawMarks, type PlacedMark } from "./electrode-overlay.ts";

/** An electrode by its ventricular coordinates. */
export interface CoordinateMark {
  readonly name: string;
  /** 0 apex to 1 base. */
  readonly ab: number;
  /** 0 posterior interventricular groove, 1/3 lateral, 2/3 anterior groove. */
  readonly rt: number;
  readonly chosen?: boolean;
}

export interface BullsEyeOptions {
  /** Values of AHA segments 1 to 17, in order; undefined where there is none. */
  readonly values: readonly (number | undefined)[];
  readonly title: string;
  readonly subtitle?: string;
  /** What the values are: "Mean activation time". */
  readonly label: string;
  /** "ms", "%". */
  readonly unit: string;
  /** Words for the two ends of the color bar. */
  readonly ends?: readonly [low: string, high: string];
  readonly decimals?: number;
  readonly range?: readonly [low: number, high: number];
  readonly step?: number;
  readonly colorMap?: ColorMapName;
  readonly reversed?: boolean;
  /** Segments (1 to 17) under a hatch, and what the hatch means. */
  readonly hatched?: { readonly segments: readonly number[]; readonly label: string };
  readonly electrodes?: readonly CoordinateMark[];
}

const WIDTH_px = 480;
const RADIUS_px = 172;
const CENTER = { x: WIDTH_px / 2, y: 66 + 22 + RADIUS_px } as const;

/** AHA 17-segment bull's-eye: anterior above, lateral right, inferior below, septum left, apex in the middle. */
export function drawBullsEye(options: BullsEyeOptions): Picture {
  const { title, values, hatched, electrodes = [] } = options;
  const scale = createColorScale(values, {
    ...(options.colorMap === undefined ? {} : { colorMap: options.colorMap }),
    ...(options.range === undefined ? {} : { range: options.range }),
    ...(options.step === undefined ? {} : { step: options.step }),
    reversed: options.reversed ?? false,
  });
  const hatch = `hatch-${hashText(`${title}${options.label}${values.join()}`)}`;
  const isHatched = (sector: AhaSector): boolean => hatched?.segments.includes(sector.segment) ?? false;
  const barTop = CENTER.y + RADIUS_px + 34;
  const marks = drawMarks(electrodes.map(placeMark), { width_px: WIDTH_px, height_px: barTop });
  const body = [
    drawHeading(title, options.subtitle),
    ...AHA_SECTORS.map((sector) => drawSector(sector, values[sector.segment - 1], scale)),
    ...AHA_SECTORS.filter(isHatched).map((sector) =>
      element("path", { d: sectorPath(sector), fill: `url(#${hatch})` }),
    ),
    ...AHA_SECTORS.map((sector) => drawNumbers(sector, options, scale, isHatched(sector), marks.boxes)),
    drawDirections(),
    marks.markup,
    drawColorBar(scale, {
      x_px: 70,
      y_px: barTop,
      width_px: WIDTH_px - 140,
      label: `${options.label}, ${options.unit}`,
      ...(options.ends === undefined ? {} : { ends: options.ends }),
      noValueLabel: undefined,
    }),
    hatched === undefined ? "" : drawHatchKey(hatch, hatched.label, barTop + COLOR_BAR_HEIGHT_px + 8),
  ];
  return composePicture({
    width_px: WIDTH_px,
    height_px: barTop + COLOR_BAR_HEIGHT_px + 30 + (hatched === undefined ? 0 : 12),
    title,
    description: `${options.label} (${options.unit}) of the 17 segments of the left ventricle; anterior above, lateral on the right, inferior below, septum on the left.`,
    table: tabulate(options),
    definitions: drawHatchPattern(hatch),
    body: body.join(""),
  });
}

function drawSector(sector: AhaSector, value: number | undefined, scale: ColorScale): string {
  const fill = value === undefined || !Number.isFinite(value) ? ANATOMY_COLORS.noValue : cssColorOf(scale, value);
  return element("path", { d: sectorPath(sector), fill, stroke: INK.paper, "stroke-width": 2 });
}

function sectorPath({ ring, from_deg, to_deg }: AhaSector): string {
  const { inner, outer } = ringEdges(ring);
  if (ring === 0) {
    const r = formatCoordinate(outer * RADIUS_px);
    return `M${formatCoordinate(CENTER.x - outer * RADIUS_px)} ${CENTER.y}a${r} ${r} 0 1 0 ${formatCoordinate(2 * outer * RADIUS_px)} 0a${r} ${r} 0 1 0 ${formatCoordinate(-2 * outer * RADIUS_px)} 0Z`;
  }
  const [a, b, c, d] = [polar(outer, from_deg), polar(outer, to_deg), polar(inner, to_deg), polar(inner, from_deg)];
  const [ro, ri] = [formatCoordinate(outer * RADIUS_px), formatCoordinate(inner * RADIUS_px)];
  return `M${a}A${ro} ${ro} 0 0 0 ${b}L${c}A${ri} ${ri} 0 0 1 ${d}Z`;
}

function polar(fraction: number, angle_deg: number): string {
  const angle_rad = radiansFromDegrees(angle_deg);
  const x = CENTER.x + fraction * RADIUS_px * Math.cos(angle_rad);
  const y = CENTER.y - fraction * RADIUS_px * Math.sin(angle_rad);
  return `${formatCoordinate(x)} ${formatCoordinate(y)}`;
}

function drawNumbers(
  sector: AhaSector,
  options: BullsEyeOptions,
  scale: ColorScale,
  hatched: boolean,
  taken: readonly Box[],
): string {
  const value = options.values[sector.segment - 1];
  const { x, y } = findNumberPlace(sector, taken);
  const fill =
    hatched || value === undefined || !Number.isFinite(value) ? INK.text : chooseInkOn(colorOf(scale, value));
  const style = { anchor: "middle", fill, halo: hatched } as const;
  return (
    drawText(x, y - 5, String(sector.segment), { ...style, size_px: 9 }) +
    drawText(x, y + 9, formatNumber(value, options.decimals ?? 0), { ...style, size_px: 13.5, weight: "600" })
  );
}

/** The middle of a sector, or the place nearest to it along the ring where no electrode covers the numbers. */
function findNumberPlace({ ring, from_deg, to_deg }: AhaSector, taken: readonly Box[]): { x: number; y: number } {
  const { inner, outer } = ringEdges(ring);
  const radius = ring === 0 ? 0 : ((inner + outer) / 2) * RADIUS_px;
  const places = [0, 0.14, -0.14, 0.22, -0.22, 0.3, -0.3].map((turn) => {
    const angle_rad = radiansFromDegrees((from_deg + to_deg) / 2 + turn * (to_deg - from_deg));
    return { x: CENTER.x + radius * Math.cos(angle_rad), y: CENTER.y - radius * Math.sin(angle_rad) };
  });
  const isFree = ({ x, y }: { x: number; y: number }): boolean =>
    !taken.some((box) => overlaps(box, { left: x - 13, right: x + 13, top: y - 13, bottom: y + 10 }));
  return places.find(isFree) ?? places[0]!;
}

function drawDirections(): string {
  const style = { size_px: 11.5, anchor: "middle", fill: INK.quiet } as const;
  const side = RADIUS_px + 12;
  return [
    drawText(CENTER.x, CENTER.y - side + 2, "Anterior", style),
    drawText(CENTER.x, CENTER.y + side + 8, "Inferior", style),
    drawText(CENTER.x + side, CENTER.y, "Lateral", { ...style, rotate_deg: 90 }),
    drawText(CENTER.x - side, CENTER.y, "Septum", { ...style, rotate_deg: -90 }),
  ].join("");
}

function placeMark(mark: CoordinateMark): PlacedMark {
  const { x, y } = placeOnBullsEye(mark.ab, mark.rt);
  return {
    name: mark.name,
    x_px: CENTER.x + RADIUS_px * x,
    y_px: CENTER.y + RADIUS_px * y,
    chosen: mark.chosen ?? false,
    hidden: false,
  };
}

/** Dark and light lines side by side: one of the two shows on every color. */
function drawHatchPattern(id: string): string {
  const lines =
    element("path", { d: "M1 0V8", stroke: INK.text, "stroke-width": 1.6, "stroke-opacity": 0.7 }) +
    element("path", { d: "M2.6 0V8", stroke: INK.paper, "stroke-width": 1.6, "stroke-opacity": 0.6 });
  return element(
    "pattern",
    { id, width: 7, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    lines,
  );
}

function drawHatchKey(id: string, label: string, top: number): string {
  const box = { x: 70, y: top, width: 18, height: 11 };
  return (
    element("rect", { ...box, fill: ANATOMY_COLORS.noValue }) +
    element("rect", { ...box, fill: `url(#${id})`, stroke: INK.quiet, "stroke-width": 0.75 }) +
    drawText(94, top + 10, label, { size_px: 11 })
  );
}

function tabulate(options: BullsEyeOptions): Picture["table"] {
  const { values, unit, hatched, electrodes = [], decimals = 0 } = options;
  const extra = hatched === undefined ? [] : [hatched.label];
  const segments = AHA_SECTORS.map(({ segment, name }) => [
    `${segment} ${name}`,
    formatNumber(values[segment - 1], Math.max(1, decimals)),
    ...(hatched === undefined ? [] : [hatched.segments.includes(segment) ? "yes" : "no"]),
  ]);
  const marks = electrodes.map(({ name, ab, rt }) => [
    name,
    `at ab ${formatNumber(ab, 2)}, rt ${formatNumber(rt, 3)}`,
    ...extra.map(() => ""),
  ]);
  return { columns: ["Segment", `${options.label}, ${unit}`, ...extra], rows: [...segments, ...marks] };
}
