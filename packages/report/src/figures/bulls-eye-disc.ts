import { radiansFromDegrees } from "@tributary/model";
import { chooseInkOn } from "../color/color-map.ts";
import { type ColorScale, colorOf, cssColorOf } from "../color/color-scale.ts";
import { ANATOMY_COLORS } from "../color/series-palette.ts";
import { formatFixed } from "../svg/format-number.ts";
import { type Box, overlaps } from "../svg/place-labels.ts";
import { element } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";
import { AHA_SECTORS, type AhaSector, outlineSector, placeOnBullsEye, ringEdges } from "./aha-sectors.ts";
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

/** What one bull's-eye shows. */
export interface BullsEyeDisc {
  /** Values of AHA segments 1 to 17, in order; undefined where there is none. */
  readonly values: readonly (number | undefined)[];
  readonly decimals?: number;
  /** Segments (1 to 17) under a hatch. */
  readonly hatched?: readonly number[];
  readonly electrodes?: readonly CoordinateMark[];
}

export const DISC_WIDTH_px = 480;
const RADIUS_px = 172;
const CENTER = { x: DISC_WIDTH_px / 2, y: 66 + 22 + RADIUS_px } as const;
/** Where a color bar below a disc begins; a heading fits above it. */
export const DISC_BOTTOM_px = CENTER.y + RADIUS_px + 34;

/**
 * One bull's-eye with its numbers, directions and electrodes, in a box of DISC_WIDTH_px by DISC_BOTTOM_px.
 *
 * @param hatchId  id of the pattern laid over the hatched segments
 */
export function drawBullsEyeDisc(disc: BullsEyeDisc, scale: ColorScale, hatchId: string): string {
  const { values, hatched = [], electrodes = [] } = disc;
  const isHatched = (sector: AhaSector): boolean => hatched.includes(sector.segment);
  const marks = drawMarks(electrodes.map(placeMark), { width_px: DISC_WIDTH_px, height_px: DISC_BOTTOM_px });
  return [
    ...AHA_SECTORS.map((sector) => drawSector(sector, values[sector.segment - 1], scale)),
    ...AHA_SECTORS.filter(isHatched).map((sector) =>
      element("path", { d: outlineSector(sector, CENTER, RADIUS_px), fill: `url(#${hatchId})` }),
    ),
    ...AHA_SECTORS.map((sector) => drawNumbers(sector, disc, scale, isHatched(sector), marks.boxes)),
    drawDirections(),
    marks.markup,
  ].join("");
}

function drawSector(sector: AhaSector, value: number | undefined, scale: ColorScale): string {
  const fill = value === undefined || !Number.isFinite(value) ? ANATOMY_COLORS.noValue : cssColorOf(scale, value);
  return element("path", { d: outlineSector(sector, CENTER, RADIUS_px), fill, stroke: INK.paper, "stroke-width": 2 });
}

function drawNumbers(
  sector: AhaSector,
  disc: BullsEyeDisc,
  scale: ColorScale,
  hatched: boolean,
  taken: readonly Box[],
): string {
  const value = disc.values[sector.segment - 1];
  const { x, y } = findNumberPlace(sector, taken);
  const fill =
    hatched || value === undefined || !Number.isFinite(value) ? INK.text : chooseInkOn(colorOf(scale, value));
  const style = { anchor: "middle", fill, halo: hatched } as const;
  return (
    drawText(x, y - 5, String(sector.segment), { ...style, size_px: 9 }) +
    drawText(x, y + 9, formatFixed(value, disc.decimals ?? 0), { ...style, size_px: 13.5, weight: "600" })
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
