import type { Vector3 } from "@tributary/model";
import { COLOR_BAR_HEIGHT_px, drawColorBar } from "../color/color-bar.ts";
import type { ColorMapName } from "../color/color-map.ts";
import { type ColorScale, createColorScale } from "../color/color-scale.ts";
import { computeCornerNormals } from "../raster/corner-normals.ts";
import { findOpenedViews } from "../raster/opened-views.ts";
import type { DrawnSurface } from "../raster/rasterize-surface.ts";
import { STANDARD_VIEWS, type View } from "../raster/standard-views.ts";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, measureHeading, type Picture } from "../svg/picture.ts";
import { element } from "../svg/svg-markup.ts";
import { drawActivationPanel } from "./activation-panel.ts";
import { tabulateActivation } from "./activation-table.ts";
import type { DrawnElectrode, DrawnVein } from "./anatomy-marks.ts";
import { fitProjections, PANEL_TITLE_px } from "./heart-panel.ts";

/** The heart's surface; with labels (1 base, 2 epicardium, 3 LV, 4 RV endocardium, one per triangle) the LV is also opened. */
interface LabeledDrawnSurface extends DrawnSurface {
  readonly labels?: ArrayLike<number>;
}

export interface ActivationViewsOptions {
  readonly surface: LabeledDrawnSurface;
  /** Activation time at each point of the surface, ms; not finite where there is none (scar, not reached). */
  readonly times_ms: ArrayLike<number>;
  readonly title: string;
  readonly subtitle?: string;
  readonly veins?: readonly DrawnVein[];
  readonly electrodes?: readonly DrawnElectrode[];
  /** Distance between isochrones; a round number near a twelfth of the range when left out. */
  readonly isochroneStep_ms?: number;
  /** Ends of the color bar, to compare several sheets; those of the drawn times when left out. */
  readonly range_ms?: readonly [low: number, high: number];
  /** Low end of the map is late: "viridis" gives yellow early, violet late. "lat" gives red early, purple late. */
  readonly colorMap?: ColorMapName;
  /** RAO 30, LAO 40, left lateral and posterior when left out. */
  readonly views?: readonly View[];
  /** What a gray hatched part is; "no activation" when left out. */
  readonly noValueLabel?: string;
  /** Image pixels per picture pixel, 2 when left out; 1 makes a file a quarter the size. */
  readonly imageDensity?: number;
}

interface Panel {
  readonly view: View;
  readonly planePoint_mm?: Vector3;
}

const PANEL_px = 300;
const MIN_WIDTH_px = 480;
const MARGIN_px = 16;
const GAP_px = 14;
const BAR_MARGIN_px = 60;

/**
 * A sheet of the heart in standard views, colored by activation time, with isochrones and one color bar.
 *
 * All panels share one scale in mm. Where the surface is labeled two more panels show the left ventricle opened.
 * The table gives the share of the drawn surface in each isochrone band.
 */
export function drawActivationViews(options: ActivationViewsOptions): Picture {
  const { surface, times_ms } = options;
  const scale = createTimeScale(options);
  const panels = choosePanels(options);
  const columns = panels.length <= 3 ? panels.length : panels.length === 4 ? 2 : 3;
  const headingHeight_px = measureHeading(options.subtitle);
  const rows = Math.ceil(panels.length / columns);
  const rowHeight_px = PANEL_px + PANEL_TITLE_px + GAP_px;
  const sheetWidth_px = Math.max(MIN_WIDTH_px, 2 * MARGIN_px + columns * PANEL_px + (columns - 1) * GAP_px);
  const size = { width_px: PANEL_px, height_px: PANEL_px, marginX_px: 20, marginY_px: 17 };
  const projections = fitProjections(
    surface,
    panels.map(({ view }) => view),
    size,
  );
  const cornerNormals = computeCornerNormals(surface);
  const drawn = panels.map(({ planePoint_mm }, i) => {
    const projection = projections[i]!;
    const content = drawActivationPanel(options, {
      cornerNormals,
      projection,
      scale,
      planePoint_mm,
      hasScaleBar: i === 0,
    });
    const x = MARGIN_px + (i % columns) * (PANEL_px + GAP_px);
    const y = headingHeight_px + PANEL_TITLE_px + Math.floor(i / columns) * rowHeight_px;
    return element("g", { transform: `translate(${x} ${y})` }, content);
  });
  const barTop = headingHeight_px + rows * rowHeight_px + 4;
  const table = tabulateActivation(surface, times_ms, scale, options.electrodes ?? []);
  return composePicture({
    width_px: sheetWidth_px,
    height_px: barTop + COLOR_BAR_HEIGHT_px + 30,
    title: options.title,
    description: describe(scale, panels),
    table,
    body:
      drawHeading(options.title, options.subtitle) +
      drawn.join("") +
      drawTimeBar(
        scale,
        barTop,
        sheetWidth_px,
        table.hasNoValue ? (options.noValueLabel ?? "no activation") : undefined,
      ),
  });
}

/** The scale of activation pictures: early is the bright end of every map but "lat", where it is the red start. */
export function createTimeScale(options: {
  readonly surface: DrawnSurface;
  readonly times_ms: ArrayLike<number>;
  readonly isochroneStep_ms?: number | undefined;
  readonly range_ms?: readonly [number, number] | undefined;
  readonly colorMap?: ColorMapName | undefined;
}): ColorScale {
  const { surface, times_ms, isochroneStep_ms, range_ms } = options;
  const map = options.colorMap ?? "viridis";
  return createColorScale(valuesOf(surface, times_ms), {
    colorMap: map,
    reversed: map === "viridis" || map === "cividis",
    ...(isochroneStep_ms === undefined ? {} : { step: isochroneStep_ms }),
    ...(range_ms === undefined ? {} : { range: range_ms }),
  });
}

function* valuesOf(surface: DrawnSurface, values: ArrayLike<number>): Generator<number> {
  for (let i = 0; i < surface.triangles.length; i++) yield values[surface.triangles[i]!]!;
}

function choosePanels({ surface, views }: ActivationViewsOptions): Panel[] {
  const { rao30, lao40, leftLateral, pa } = STANDARD_VIEWS;
  const outside: Panel[] = (views ?? [rao30, lao40, leftLateral, pa]).map((view) => ({ view }));
  const opened = surface.labels === undefined ? undefined : findOpenedViews(surface, surface.labels);
  return opened === undefined ? outside : [...outside, opened.septum, opened.freeWall];
}

export function drawTimeBar(
  scale: ColorScale,
  top: number,
  sheetWidth_px: number,
  noValueLabel: string | undefined,
): string {
  const width_px = Math.min(560, sheetWidth_px - 2 * BAR_MARGIN_px);
  return drawColorBar(scale, {
    x_px: (sheetWidth_px - width_px) / 2,
    y_px: top,
    width_px,
    label: `Activation time, ms; isochrones every ${formatNumber(scale.step)} ms`,
    ends: ["early", "late"],
    lines: true,
    noValueLabel,
  });
}

function describe(scale: ColorScale, panels: readonly Panel[]): string {
  const names = panels.map(({ view }) => view.name).join(", ");
  return (
    `Activation time on the heart from ${formatNumber(scale.low)} to ${formatNumber(scale.high)} ms, ` +
    `early to late, isochrones every ${formatNumber(scale.step)} ms, in the views ${names}.`
  );
}
