import type { Vector3 } from "@tributary/model";
import { ANATOMY_COLORS } from "../color/series-palette.ts";
import type { DrawnSurface } from "../raster/rasterize-surface.ts";
import { type Box, type LabelFrame, placeLabels } from "../svg/place-labels.ts";
import { element, pathData } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";
import { drawLeader } from "./electrode-overlay.ts";

/** A place where the cathode may lie, with how good it is. */
export interface DrawnSite {
  /** 1 the best. */
  readonly rank: number;
  /** In words, for the table: "Left marginal vein 62 to 71 mm". */
  readonly name: string;
  readonly score: number;
  readonly position_mm: Vector3;
  readonly ab: number;
  readonly rt: number;
  /** The stretch of the vein, one value per point; points in patient space. */
  readonly course: {
    readonly points_mm: ArrayLike<number>;
    readonly ab: ArrayLike<number>;
    readonly rt: ArrayLike<number>;
    readonly diameter_mm: ArrayLike<number>;
  };
}

/** Sites, and the surface on which the patch of the best one lies: patient space, node for node as the field. */
export interface MappedSites {
  readonly list: readonly DrawnSite[];
  readonly surface: DrawnSurface;
}

/** Ranks up to this are written beside their sites. */
export const RANKS_SHOWN = 5;
/** A stretch is drawn at least this wide, so that its color is seen; assumed. */
const LEAST_WIDTH_mm = 3.2;
const BADGE_px = 8;

/** The stretch as a vein wide enough to show its color. */
export function widenCourse({ course, name }: DrawnSite) {
  const diameter_mm = Array.from(course.diameter_mm, (value) => Math.max(LEAST_WIDTH_mm, value));
  return { ...course, name, diameter_mm };
}

/** The patch that stands for the best site. */
export function drawPatch(outline_px: readonly number[], isHidden: boolean): string {
  return element("path", {
    d: pathData(outline_px, true),
    fill: ANATOMY_COLORS.chosen,
    "fill-opacity": isHidden ? 0.1 : 0.26,
    stroke: ANATOMY_COLORS.chosen,
    "stroke-width": 1.8,
    "stroke-dasharray": isHidden ? "3 3" : undefined,
  });
}

export interface PlacedRank {
  readonly rank: number;
  readonly x_px: number;
  readonly y_px: number;
  readonly hidden: boolean;
}

/** Ranks in discs beside their sites, the best in the accent color; hollow behind the heart. Also the boxes they take. */
export function drawRanks(
  ranks: readonly PlacedRank[],
  frame: LabelFrame,
): { readonly markup: string; readonly boxes: readonly Box[] } {
  const requests = ranks.map(({ x_px, y_px }) => ({ x_px, y_px, text: "00", size_px: 2 * BADGE_px, clear_px: 5 }));
  const labels = placeLabels(requests, frame);
  const markup = labels.map((label, i) => {
    const { rank, x_px, y_px, hidden } = ranks[i]!;
    const cx = (label.box.left + label.box.right) / 2;
    const cy = (label.box.top + label.box.bottom) / 2;
    const color = rank === 1 ? ANATOMY_COLORS.chosen : INK.text;
    const near = { ...label, leader: true, box: { left: cx, right: cx, top: cy, bottom: cy } };
    return [
      drawLeader({ x_px, y_px }, near),
      element("circle", { cx: x_px, cy: y_px, r: 2, fill: INK.text }),
      element("circle", {
        cx,
        cy,
        r: BADGE_px + (rank === 1 ? 1.5 : 0),
        fill: hidden ? INK.paper : color,
        stroke: hidden ? color : INK.paper,
        "stroke-width": 1.4,
      }),
      drawText(cx, cy + 4, String(rank), {
        size_px: 11.5,
        weight: "600",
        anchor: "middle",
        fill: hidden ? color : INK.paper,
      }),
    ].join("");
  });
  return { markup: markup.join(""), boxes: labels.map(({ box }) => box) };
}
