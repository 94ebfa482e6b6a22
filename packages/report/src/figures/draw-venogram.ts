import { distance, type FilledStretch, pointAt, spellVeinName, type VeinFilling } from "@tributary/model";
import { type Projection, projectPoint } from "../raster/projection.ts";
import type { DrawnSurface } from "../raster/rasterize-surface.ts";
import type { View } from "../raster/standard-views.ts";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, measureHeading, type Picture } from "../svg/picture.ts";
import { placeLabels } from "../svg/place-labels.ts";
import { element, hashText, pathData } from "../svg/svg-markup.ts";
import { drawText, INK } from "../svg/text.ts";
import type { DrawnVein } from "./anatomy-marks.ts";
import { outlineHull } from "./convex-hull.ts";
import { drawPanelFrame, drawScaleBar, fitProjections, PANEL_TITLE_px } from "./heart-panel.ts";

export interface VenogramOptions {
  readonly surface: DrawnSurface;
  readonly veins: readonly DrawnVein[];
  readonly filling: VeinFilling;
  readonly balloon: { readonly vein: string; readonly arc_mm: number };
  readonly view: View;
  readonly contrast_mL: number;
  readonly title: string;
}

const WIDTH_px = 560;
const PANEL = { width_px: 528, height_px: 440 } as const;
/** The field of a fluoroscope as it is shown: soft grays, contrast dark. */
const FIELD = { air: "#d9dcdf", heart: "#b4b9be", contrast: "#14181d", catheter: "#4a5057" } as const;
/** Lumen at which contrast takes 63 % of the light; a choice of drawing. */
const DARKENING_mm = 2.2;

/**
 * A schematic venogram: the heart's shadow in one view, the lumen that contrast fills dark by its width, and the guide
 * with its balloon. No bones, no noise, no motion: a drawing of the model, not an image of a patient.
 */
export function drawVenogram(options: VenogramOptions): Picture {
  const { surface, veins, filling, view, title } = options;
  const [projection] = fitProjections(surface, [view], { ...PANEL, marginX_px: 70, marginY_px: 46 });
  const top_px = measureHeading(subtitleOf(options)) + PANEL_TITLE_px;
  const clip = `field-${hashText(title + view.name)}`;
  const panel = [
    element("rect", { width: PANEL.width_px, height: PANEL.height_px, fill: FIELD.air }),
    drawShadow(surface, projection!),
    element(
      "g",
      { "clip-path": `url(#${clip})` },
      drawGuide(options, projection!),
      ...filling.stretches.map((stretch) => drawLumen(veins, stretch, projection!)),
      drawBalloon(options, projection!),
    ),
    drawNames(veins, filling.stretches, projection!),
    drawPanelFrame(projection!, { left_px: 14, right_px: PANEL.width_px - 14, low: false }),
    drawScaleBar(projection!),
  ];
  return composePicture({
    width_px: WIDTH_px,
    height_px: top_px + PANEL.height_px + 26,
    title,
    description: describe(options),
    table: tabulate(options),
    definitions: element("clipPath", { id: clip }, element("rect", { width: PANEL.width_px, height: PANEL.height_px })),
    body:
      drawHeading(title, subtitleOf(options)) +
      element("g", { transform: `translate(${(WIDTH_px - PANEL.width_px) / 2} ${top_px})` }, ...panel),
  });
}

function subtitleOf({ contrast_mL, filling }: VenogramOptions): string {
  const excess = filling.excess_mL > 0 ? `; ${formatNumber(filling.excess_mL)} mL more than the veins hold` : "";
  return `${formatNumber(contrast_mL)} mL beyond the balloon${excess}. Schematic, drawn from the model.`;
}

function describe({ view, filling, veins }: VenogramOptions): string {
  const seen = new Set(filling.stretches.map(({ name }) => name));
  const name = (list: readonly DrawnVein[]) => list.map((vein) => spellVeinName(vein.name)).join(", ") || "none";
  const [full, empty] = [veins.filter((vein) => seen.has(vein.name)), veins.filter((vein) => !seen.has(vein.name))];
  return `Schematic venogram in ${view.name}. With contrast: ${name(full)}. Without: ${name(empty)}.`;
}

function tabulate({ veins, filling }: VenogramOptions): Picture["table"] {
  return {
    columns: ["Vein", "Contrast from, mm", "Contrast to, mm", "Length, mm"],
    rows: veins.map((vein) => {
      const stretch = filling.stretches.find(({ name }) => name === vein.name);
      const arc_mm = measureArc(vein);
      return [
        spellVeinName(vein.name),
        stretch ? formatNumber(stretch.from_mm, 0) : "–",
        stretch ? formatNumber(stretch.to_mm, 0) : "–",
        formatNumber(arc_mm.at(-1), 0),
      ];
    }),
  };
}

function drawShadow({ points_mm, triangles }: DrawnSurface, projection: Projection): string {
  const points: number[] = [];
  for (let i = 0; i < triangles.length; i++) {
    const { x_px, y_px } = projectPoint(projection, pointAt(points_mm, triangles[i]!));
    points.push(x_px, y_px);
  }
  return element("path", { d: pathData(outlineHull(points), true), fill: FIELD.heart, "stroke-linejoin": "round" });
}

/** The stretch of lumen with contrast, in short pieces as dark as they are wide. */
function drawLumen(veins: readonly DrawnVein[], stretch: FilledStretch, projection: Projection): string {
  const samples = sampleLumen(veins, stretch, projection);
  return samples
    .slice(1)
    .map((end, i) => {
      const start = samples[i]!;
      // Pieces overlap a little, so that no seam shows between them.
      const [dx, dy] = [end.x_px - start.x_px, end.y_px - start.y_px];
      return element("path", {
        d: pathData([start.x_px, start.y_px, end.x_px + SEAM * dx, end.y_px + SEAM * dy]),
        stroke: FIELD.contrast,
        "stroke-width": 2 * start.half_px,
        "stroke-opacity": start.darkness,
      });
    })
    .join("");
}

const PIECE_mm = 2;
const SEAM = 0.06;

function sampleLumen(veins: readonly DrawnVein[], { name, from_mm, to_mm }: FilledStretch, projection: Projection) {
  const vein = veins.find((candidate) => candidate.name === name)!;
  const arc_mm = measureArc(vein);
  const count = Math.max(1, Math.ceil((to_mm - from_mm) / PIECE_mm));
  return Array.from({ length: count + 1 }, (_, i) => {
    const { point, diameter_mm } = placeAt(vein, arc_mm, from_mm + ((to_mm - from_mm) * i) / count);
    const { x_px, y_px } = projectPoint(projection, point);
    const darkness = Math.round(100 * (1 - Math.exp(-diameter_mm / DARKENING_mm))) / 100;
    return { x_px, y_px, half_px: Math.max(0.5, (diameter_mm / 2) * projection.scale_pxPerMm), darkness };
  });
}

/** From above, through the mouth of the trunk, to the balloon. */
function drawGuide({ veins, balloon }: VenogramOptions, projection: Projection): string {
  const vein = veins.find(({ name }) => name === balloon.vein)!;
  const arc_mm = measureArc(vein);
  const steps = Math.max(1, Math.ceil(balloon.arc_mm / 4));
  const inside = Array.from({ length: steps + 1 }, (_, step) =>
    projectPoint(projection, placeAt(vein, arc_mm, (balloon.arc_mm * step) / steps).point),
  );
  return element("path", {
    d: pathData([inside[0]!.x_px, -4, ...inside.flatMap(({ x_px, y_px }) => [x_px, y_px])]),
    fill: "none",
    stroke: FIELD.catheter,
    "stroke-width": 3.2,
    "stroke-linejoin": "round",
  });
}

function drawBalloon({ veins, balloon }: VenogramOptions, projection: Projection): string {
  const vein = veins.find(({ name }) => name === balloon.vein)!;
  const { point, diameter_mm } = placeAt(vein, measureArc(vein), balloon.arc_mm);
  const { x_px, y_px } = projectPoint(projection, point);
  const r = Math.max(5, (diameter_mm / 2) * projection.scale_pxPerMm);
  return element("circle", { cx: x_px, cy: y_px, r, fill: FIELD.air, stroke: FIELD.catheter, "stroke-width": 2 });
}

/** Veins are named at the end of their contrast where enough of them is seen. */
const NAMED_FROM_mm = 12;

function drawNames(veins: readonly DrawnVein[], stretches: readonly FilledStretch[], projection: Projection): string {
  const lumens = stretches.map((stretch) => ({ ...stretch, samples: sampleLumen(veins, stretch, projection) }));
  const named = lumens.filter(({ from_mm, to_mm }) => to_mm - from_mm >= NAMED_FROM_mm);
  const requests = named.map(({ name, samples }) => {
    const { x_px, y_px } = samples.at(-1)!;
    return { x_px, y_px, text: spellVeinName(name), size_px: 11, clear_px: 4 };
  });
  const avoided = lumens.flatMap(({ samples }) =>
    samples.map(({ x_px, y_px, half_px }) => ({
      left: x_px - half_px,
      right: x_px + half_px,
      top: y_px - half_px,
      bottom: y_px + half_px,
    })),
  );
  return placeLabels(requests, { ...PANEL, avoided })
    .map(({ x_px, y_px, leader, box }, i) => {
      const { text, x_px: endX_px, y_px: endY_px } = requests[i]!;
      const near = [Math.min(box.right, Math.max(box.left, endX_px)), (box.top + box.bottom) / 2] as const;
      const line = element("path", {
        d: pathData([endX_px, endY_px, ...near]),
        stroke: INK.text,
        "stroke-width": 0.8,
      });
      return (leader ? line : "") + drawText(x_px, y_px, text, { size_px: 11, halo: true });
    })
    .join("");
}

function measureArc({ points_mm }: DrawnVein): number[] {
  const arc_mm = [0];
  for (let i = 1; i < points_mm.length / 3; i++)
    arc_mm.push(arc_mm[i - 1]! + distance(pointAt(points_mm, i - 1), pointAt(points_mm, i)));
  return arc_mm;
}

function placeAt({ points_mm, diameter_mm }: DrawnVein, arc_mm: readonly number[], at_mm: number) {
  const found = arc_mm.findIndex((arc) => arc >= at_mm);
  const index = found < 0 ? arc_mm.length - 1 : Math.max(1, found);
  const part = Math.min(1, Math.max(0, (at_mm - arc_mm[index - 1]!) / (arc_mm[index]! - arc_mm[index - 1]!)));
  const [a, b] = [pointAt(points_mm, index - 1), pointAt(points_mm, index)];
  return {
    point: [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1]), a[2] + part * (b[2] - a[2])] as const,
    diameter_mm: diameter_mm[index - 1]! + part * (diameter_mm[index]! - diameter_mm[index - 1]!),
  };
}
