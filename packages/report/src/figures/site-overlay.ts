import { drawColorBar } from "../color/color-bar.ts";
import { type ColorScale, createColorScale, cssColorOf } from "../color/color-scale.ts";
import { projectPoint } from "../raster/projection.ts";
import type { DrawnSurface } from "../raster/rasterize-surface.ts";
import type { Box } from "../svg/place-labels.ts";
import type { HeartPanel } from "./heart-panel.ts";
import {
  type DrawnSite,
  drawPatch,
  drawRanks,
  type MappedSites,
  type PlacedRank,
  RANKS_SHOWN,
  widenCourse,
} from "./site-marks.ts";
import { createTargetPatch, outlinePatch, outlinePatchOnMap } from "./target-patch.ts";
import type { UnrolledField } from "./unrolled-field.ts";
import { MAP_FRAME, placeOnMap } from "./unrolled-frame.ts";
import { placeVein } from "./unrolled-veins.ts";
import { drawVeinStretches, listVeinBoxes, splitVein } from "./vein-overlay.ts";

/** Layers of a picture with sites, from below; empty strings without sites. */
export interface SiteLayers {
  readonly patch: string;
  readonly stretches: string;
  readonly ranks: string;
}

const HIDING_TOLERANCE_mm = 5;

/** Sites on a heart panel. */
export function drawSitesOverHeart(
  sites: readonly DrawnSite[],
  place: {
    readonly surface: DrawnSurface;
    readonly panel: HeartPanel;
    readonly scale: ColorScale;
    /** Width of the margins that belong to the names of the veins. */
    readonly margin_px: number;
  },
): SiteLayers {
  const { surface, panel, scale, margin_px } = place;
  const stretches = orderFromBelow(sites).flatMap((site) =>
    splitVein(widenCourse(site), panel).map((stretch) => ({ stretch, color: cssColorOf(scale, site.score) })),
  );
  const ranks = sites.filter(({ rank }) => rank <= RANKS_SHOWN).map((site) => placeRank(site, panel));
  const { width_px, height_px } = panel.projection;
  const avoided = listVeinBoxes(stretches.map(({ stretch }) => stretch));
  const margins = [
    { left: 0, right: margin_px, top: 0, bottom: height_px },
    { left: width_px - margin_px, right: width_px, top: 0, bottom: height_px },
  ];
  return {
    patch: drawPatchOverHeart(sites[0], surface, panel),
    stretches: drawVeinStretches(stretches),
    ranks: drawRanks(ranks, { width_px, height_px, avoided, taken: margins }).markup,
  };
}

function placeRank({ rank, position_mm }: DrawnSite, panel: HeartPanel): PlacedRank {
  const { x_px, y_px } = projectPoint(panel.projection, position_mm);
  return { rank, x_px, y_px, hidden: panel.isHidden(position_mm, HIDING_TOLERANCE_mm) };
}

function drawPatchOverHeart(site: DrawnSite | undefined, surface: DrawnSurface, panel: HeartPanel): string {
  const patch = site && createTargetPatch(surface, site.position_mm);
  if (!site || !patch) return "";
  return drawPatch(outlinePatch(patch, panel.projection), panel.isHidden(site.position_mm, HIDING_TOLERANCE_mm));
}

/** Sites on the planning map, with the bar of their scores at the lower left, and the boxes that the ranks take. */
export function drawSitesOnMap(
  sites: MappedSites | undefined,
  field: UnrolledField,
  pxPerMm: number,
): SiteLayers & { readonly scoreBar: string; readonly boxes: readonly Box[] } {
  if (sites === undefined) return { patch: "", stretches: "", ranks: "", scoreBar: "", boxes: [] };
  const scale = createColorScale(sites.list.map(({ score }) => score));
  const stretches = orderFromBelow(sites.list).map((site) => ({
    stretch: placeVein(widenCourse(site), pxPerMm),
    color: cssColorOf(scale, site.score),
  }));
  const ranks = sites.list
    .filter(({ rank }) => rank <= RANKS_SHOWN)
    .map(({ rank, ab, rt }) => ({ rank, ...placeOnMap(ab, rt), hidden: false }));
  const { left_px, top_px, width_px, height_px } = MAP_FRAME;
  const frame = { width_px: left_px + width_px, height_px: top_px + height_px };
  const drawn = drawRanks(ranks, { ...frame, avoided: listVeinBoxes(stretches.map(({ stretch }) => stretch)) });
  return {
    patch: drawPatchOnMap(sites, field),
    stretches: drawVeinStretches(stretches),
    ranks: drawn.markup,
    boxes: drawn.boxes,
    scoreBar: drawScoreBar(scale, 80, frame.height_px + 48, 230),
  };
}

/** The nodes of the field are those of the surface, so that a place in millimeters is a place on the map. */
function drawPatchOnMap({ list, surface }: MappedSites, field: UnrolledField): string {
  const best = list[0];
  const patch = best && createTargetPatch(surface, best.position_mm);
  if (!best || !patch || field.kind !== "triangles") return "";
  const outline = outlinePatchOnMap(
    patch,
    {
      points_mm: surface.points_mm,
      nodes: new Set(Array.from(field.triangles)),
      placeOf: (node) => placeOnMap(field.ab[node]!, field.rt[node]!),
    },
    placeOnMap(best.ab, best.rt),
  );
  return outline === undefined ? "" : drawPatch(outline, false);
}

export function drawScoreBar(scale: ColorScale, x_px: number, y_px: number, width_px: number): string {
  return drawColorBar(scale, { x_px, y_px, width_px, label: "Score, 0 to 1", ends: ["worse", "better"] });
}

/** The best is drawn last, on top. */
function orderFromBelow(sites: readonly DrawnSite[]): DrawnSite[] {
  return [...sites].sort((a, b) => b.rank - a.rank);
}
