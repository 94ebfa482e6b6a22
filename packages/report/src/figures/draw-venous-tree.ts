import { distance, pointAt, spellVeinName } from "@tributary/model";
import { COLOR_BAR_HEIGHT_px } from "../color/color-bar.ts";
import { createColorScale } from "../color/color-scale.ts";
import { ANATOMY_COLORS } from "../color/series-palette.ts";
import { computeCornerNormals } from "../raster/corner-normals.ts";
import type { DrawnSurface } from "../raster/rasterize-surface.ts";
import { createView, STANDARD_VIEWS, type View } from "../raster/standard-views.ts";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, measureHeading, type Picture } from "../svg/picture.ts";
import { element } from "../svg/svg-markup.ts";
import type { DrawnElectrode, DrawnVein } from "./anatomy-marks.ts";
import { drawElectrodes } from "./electrode-overlay.ts";
import { drawHeartPanel, drawPanelFrame, drawScaleBar, fitProjections, PANEL_TITLE_px } from "./heart-panel.ts";
import type { DrawnSite } from "./site-marks.ts";
import { drawScoreBar, drawSitesOverHeart } from "./site-overlay.ts";
import { drawVeinCallouts } from "./vein-callouts.ts";
import { drawVeinStretches, splitVein } from "./vein-overlay.ts";

export interface VenousTreeOptions {
  readonly surface: DrawnSurface;
  readonly veins: readonly DrawnVein[];
  readonly electrodes?: readonly DrawnElectrode[];
  readonly title: string;
  readonly subtitle?: string;
  /** Two views; LAO 40 and left posterior oblique 45, which together show every branch, when left out. */
  readonly views?: readonly View[];
  /** Name of a vein to draw in the accent color: the one chosen for the lead. */
  readonly chosenVein?: string;
  /** Stretches colored by their score, the best with a patch and the first few with their ranks; veins are then pale. */
  readonly sites?: readonly DrawnSite[];
  readonly imageDensity?: number;
}

const WIDTH_px = 960;
const BAR_px = 420;
const PANEL = { width_px: 468, height_px: 350 } as const;
const CALLOUT_px = 100;

const LEFT_POSTERIOR = createView("Left posterior oblique 45°", [Math.SQRT1_2, Math.SQRT1_2, 0]);

/**
 * The coronary veins over the heart, seen from two sides, with names, lumen at mouth and end, and electrodes.
 *
 * Lumens are drawn to the scale of the heart (thin ones not below 2 pixels); stretches behind the heart are dashed.
 */
export function drawVenousTree(options: VenousTreeOptions): Picture {
  const { surface, veins, electrodes = [], sites = [], title } = options;
  const scale = createColorScale(sites.map(({ score }) => score));
  const barTop_px = measureHeading(options.subtitle) + PANEL_TITLE_px + PANEL.height_px + 14;
  const headingHeight_px = measureHeading(options.subtitle);
  const views = options.views ?? [STANDARD_VIEWS.lao40, LEFT_POSTERIOR];
  const fit = { ...PANEL, marginX_px: CALLOUT_px + 10, marginY_px: 18 };
  const projections = fitProjections(surface, views, fit);
  const cornerNormals = computeCornerNormals(surface);
  const panels = projections.map((projection, i) => {
    const panel = drawHeartPanel({ surface, cornerNormals, projection, imageDensity: options.imageDensity });
    const drawn = veins.map((vein) => ({ vein, stretches: splitVein(vein, panel) }));
    const all = drawn.flatMap(({ vein, stretches }) =>
      stretches.map((stretch) => ({ stretch, color: colorFor(vein, options) })),
    );
    const overlay = drawSitesOverHeart(sites, { surface, panel, scale, margin_px: CALLOUT_px - 6 });
    const content = [
      panel.markup,
      overlay.patch,
      drawVeinStretches(all),
      overlay.stretches,
      drawVeinCallouts(drawn, { ...PANEL, calloutWidth_px: CALLOUT_px }),
      drawElectrodes(
        electrodes,
        panel,
        all.map(({ stretch }) => stretch),
      ),
      overlay.ranks,
      drawPanelFrame(projection, { left_px: CALLOUT_px + 40, right_px: PANEL.width_px - CALLOUT_px - 40, low: true }),
      i === 0 ? drawScaleBar(projection) : "",
    ];
    const x = 8 + i * (WIDTH_px - 16 - PANEL.width_px);
    return element("g", { transform: `translate(${x} ${headingHeight_px + PANEL_TITLE_px})` }, ...content);
  });
  return composePicture({
    width_px: WIDTH_px,
    height_px: barTop_px + (sites.length > 0 ? COLOR_BAR_HEIGHT_px + 30 : 16),
    title,
    description: describe(options, views),
    table: tabulate(veins, electrodes, sites),
    body: [
      drawHeading(title, options.subtitle),
      ...panels,
      sites.length === 0 ? "" : drawScoreBar(scale, (WIDTH_px - BAR_px) / 2, barTop_px, BAR_px),
    ].join(""),
  });
}

function describe({ veins, sites = [] }: VenousTreeOptions, views: readonly View[]): string {
  const seen = `Coronary veins over the heart in the views ${views.map(({ name }) => name).join(" and ")}: ${veins.map(({ name }) => spellVeinName(name)).join(", ")}.`;
  const best = sites[0];
  return best === undefined ? seen : `${seen} ${sites.length} sites colored by score; the best: ${best.name}.`;
}

function colorFor(vein: DrawnVein, options: VenousTreeOptions): string {
  if (options.sites !== undefined) return ANATOMY_COLORS.paleVein;
  return vein.name === options.chosenVein ? ANATOMY_COLORS.chosen : ANATOMY_COLORS.vein;
}

/** Length along a vein, mm. */
function measureVeinLength({ points_mm }: DrawnVein): number {
  let length_mm = 0;
  for (let i = 1; i < points_mm.length / 3; i++)
    length_mm += distance(pointAt(points_mm, i - 1), pointAt(points_mm, i));
  return length_mm;
}

function tabulate(
  veins: readonly DrawnVein[],
  electrodes: readonly DrawnElectrode[],
  sites: readonly DrawnSite[],
): Picture["table"] {
  const scored = sites.length > 0;
  return {
    columns: [
      "Vein or electrode",
      "Lumen at the mouth, mm",
      "Lumen at the end, mm",
      "Length, mm",
      "Position (left, posterior, head), mm",
      ...(scored ? ["Score"] : []),
    ],
    rows: [
      ...veins.map((vein) => [
        spellVeinName(vein.name),
        formatNumber(vein.diameter_mm[0]),
        formatNumber(vein.diameter_mm[vein.diameter_mm.length - 1]),
        formatNumber(measureVeinLength(vein), 0),
        "",
        ...(scored ? [""] : []),
      ]),
      ...electrodes.map(({ name, position_mm }) => [
        name,
        "",
        "",
        "",
        position_mm.map((x) => formatNumber(x)).join(", "),
        ...(scored ? [""] : []),
      ]),
      ...sites.map(({ rank, name, position_mm, score }) => [
        `Site ${rank}: ${name}`,
        "",
        "",
        "",
        position_mm.map((x) => formatNumber(x, 0)).join(", "),
        formatNumber(score, 2),
      ]),
    ],
  };
}
