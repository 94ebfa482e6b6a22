import { spellVeinName } from "@tributary/model";
import { COLOR_BAR_HEIGHT_px, drawColorBar } from "../color/color-bar.ts";
import type { ColorMapName } from "../color/color-map.ts";
import type { ColorScale } from "../color/color-scale.ts";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, type Picture } from "../svg/picture.ts";
import { element, hashText } from "../svg/svg-markup.ts";
import type { CoordinateMark } from "./bulls-eye-disc.ts";
import { createTimeScale } from "./draw-activation-views.ts";
import { drawMarks, type PlacedMark } from "./electrode-overlay.ts";
import type { DrawnSite, MappedSites } from "./site-marks.ts";
import { drawSitesOnMap } from "./site-overlay.ts";
import { drawUnrolledField, flattenField, type UnrolledField } from "./unrolled-field.ts";
import { drawUnrolledFrame, MAP_FRAME, placeOnMap } from "./unrolled-frame.ts";
import { drawUnrolledVeins, nameUnrolledVeins, type UnrolledVein } from "./unrolled-veins.ts";

export interface UnrolledMapOptions {
  readonly title: string;
  readonly subtitle?: string;
  /** Activation times over the LV epicardium. */
  readonly field: UnrolledField;
  readonly veins?: readonly UnrolledVein[];
  readonly electrodes?: readonly CoordinateMark[];
  /** Stretches colored by their score, the best with a patch and the first few with their ranks; veins are then pale. */
  readonly sites?: MappedSites;
  readonly isochroneStep_ms?: number;
  readonly range_ms?: readonly [low: number, high: number];
  readonly colorMap?: ColorMapName;
  readonly noValueLabel?: string;
  /** Apex to base along the epicardium: sets the drawn width of veins; 90 mm when left out (drawing only). */
  readonly height_mm?: number;
  readonly imageDensity?: number;
}

const WIDTH_px = 760;
const WIDE_BAR = { x_px: 150, width_px: WIDTH_px - 300 } as const;
/** Beside the bar of the scores. */
const NARROW_BAR = { x_px: 420, width_px: 290 } as const;

/**
 * The planning map: the LV epicardium unrolled between the two interventricular grooves, with isochrones, the veins on
 * their courses and the electrodes.
 *
 * Seen from outside with the base up: the anterior groove on the left, the posterior groove on the right, so rt falls
 * from left to right. Height is ab. Neither lengths nor areas are true: the apex is stretched to full width.
 */
export function drawUnrolledMap(options: UnrolledMapOptions): Picture {
  const { title, veins = [], electrodes = [] } = options;
  const { surface, times_ms } = flattenField(options.field);
  const scale = createTimeScale({ ...options, surface, times_ms });
  const clip = `map-${hashText(title + String(surface.triangles.length) + String(scale.high))}`;
  const field = drawUnrolledField(surface, times_ms, scale, options.imageDensity);
  const pxPerMm = MAP_FRAME.pxPerAb / (options.height_mm ?? 90);
  const barTop = MAP_FRAME.top_px + MAP_FRAME.height_px + 48;
  const overlay = drawSitesOnMap(options.sites, options.field, pxPerMm);
  const marks = drawMarks(electrodes.map(placeMark), {
    width_px: WIDTH_px,
    height_px: barTop,
    taken: overlay.boxes,
  });
  const body = [
    drawHeading(title, options.subtitle),
    field.markup,
    drawUnrolledFrame(),
    element("g", { "clip-path": `url(#${clip})` }, overlay.patch),
    drawUnrolledVeins(veins, pxPerMm, clip, options.sites !== undefined),
    overlay.stretches,
    marks.markup,
    overlay.ranks,
    nameUnrolledVeins(veins, pxPerMm, [...marks.boxes, ...overlay.boxes]),
    overlay.scoreBar,
    drawColorBar(scale, {
      ...(options.sites === undefined ? WIDE_BAR : NARROW_BAR),
      y_px: barTop,
      label: `Activation time, ms; isochrones every ${formatNumber(scale.step)} ms`,
      ends: ["early", "late"],
      lines: true,
      noValueLabel: field.hasNoValue ? (options.noValueLabel ?? "no activation") : undefined,
    }),
  ];
  const { left_px, top_px, width_px, height_px } = MAP_FRAME;
  return composePicture({
    width_px: WIDTH_px,
    height_px: barTop + COLOR_BAR_HEIGHT_px + 28,
    title,
    description: describe(scale, veins),
    table: tabulate(veins, electrodes, options.sites?.list ?? []),
    definitions: element(
      "clipPath",
      { id: clip },
      element("rect", { x: left_px, y: top_px, width: width_px, height: height_px }),
    ),
    body: body.join(""),
  });
}

function placeMark(mark: CoordinateMark): PlacedMark {
  return { name: mark.name, ...placeOnMap(mark.ab, mark.rt), chosen: mark.chosen ?? false, hidden: false };
}

function describe(scale: ColorScale, veins: readonly UnrolledVein[]): string {
  const names = veins.length === 0 ? "" : ` Veins: ${veins.map(({ name }) => spellVeinName(name)).join(", ")}.`;
  return `Left ventricular epicardium unrolled, anterior on the left, posterior on the right, base above; activation time from ${formatNumber(scale.low)} to ${formatNumber(scale.high)} ms, early to late.${names}`;
}

function tabulate(
  veins: readonly UnrolledVein[],
  electrodes: readonly CoordinateMark[],
  sites: readonly DrawnSite[],
): Picture["table"] {
  const place = (ab: number | undefined, rt: number | undefined): string =>
    `ab ${formatNumber(ab, 2)}, rt ${formatNumber(rt, 3)}`;
  return {
    columns: ["Vein or electrode", "From, or at", "To", "Lumen, mm"],
    rows: [
      ...veins.map(({ name, ab, rt, diameter_mm }) => {
        const last = ab.length - 1;
        const lumen = `${formatNumber(diameter_mm[0])} to ${formatNumber(diameter_mm[last])}`;
        return [spellVeinName(name), place(ab[0], rt[0]), place(ab[last], rt[last]), lumen];
      }),
      ...electrodes.map(({ name, ab, rt }) => [name, place(ab, rt), "", ""]),
      ...sites.map(({ rank, name, ab, rt, score }) => [
        `Site ${rank}, score ${formatNumber(score, 2)}: ${name}`,
        place(ab, rt),
        "",
        "",
      ]),
    ],
  };
}
