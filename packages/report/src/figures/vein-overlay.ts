import { addScaled, distance, pointAt, subtract } from "@tributary/model";
import { ANATOMY_COLORS } from "../color/series-palette.ts";
import { projectPoint } from "../raster/projection.ts";
import type { Box } from "../svg/place-labels.ts";
import { element, pathData } from "../svg/svg-markup.ts";
import { INK } from "../svg/text.ts";
import type { DrawnVein } from "./anatomy-marks.ts";
import type { HeartPanel } from "./heart-panel.ts";

/** A stretch of a vein that is all in sight or all behind the heart, on the panel. */
export interface VeinStretch {
  readonly hidden: boolean;
  /** x0, y0, x1, y1, ... in panel pixels. */
  readonly line_px: readonly number[];
  /** Half the drawn width at each point. */
  readonly halfWidth_px: readonly number[];
}

/** Veins lie up to this far above or below the muscle surface before they count as hidden: fat and wall thickness. */
const HIDING_TOLERANCE_mm = 2;
const RESAMPLE_mm = 0.8;
const MIN_HALF_WIDTH_px = 1.1;

/** Cuts a vein where it passes behind the heart. Neighboring stretches share their end point. */
export function splitVein(vein: DrawnVein, panel: HeartPanel): VeinStretch[] {
  const samples = sampleVein(vein, panel);
  const stretches: { hidden: boolean; line_px: number[]; halfWidth_px: number[] }[] = [];
  for (const [i, sample] of samples.entries()) {
    let current = stretches.at(-1);
    if (current === undefined || current.hidden !== sample.hidden) {
      const previous = samples[i - 1];
      current = { hidden: sample.hidden, line_px: [], halfWidth_px: [] };
      if (previous !== undefined) pushSample(current, previous);
      stretches.push(current);
    }
    pushSample(current, sample);
  }
  return stretches.filter((stretch) => stretch.line_px.length >= 4);
}

export interface ColoredStretch {
  readonly stretch: VeinStretch;
  readonly color: string;
}

/**
 * Stretches behind the heart as dim dashed lines; those in sight as tubes, their lumen to scale, with a pale border
 * and a light line. Borders lie below all tubes, so that branches join without a seam.
 */
export function drawVeinStretches(stretches: readonly ColoredStretch[]): string {
  const visible = stretches
    .filter(({ stretch }) => !stretch.hidden)
    .map(({ stretch, color }) => ({ stretch, color, d: pathData(outlineStretch(stretch), true) }));
  const join = { "stroke-linejoin": "round" } as const;
  return [
    ...stretches.filter(({ stretch }) => stretch.hidden).map(drawHiddenStretch),
    ...visible.map(({ d }) => element("path", { d, fill: INK.paper, stroke: INK.paper, "stroke-width": 2.4, ...join })),
    ...visible.map(({ d }) =>
      element("path", { d, fill: "none", stroke: ANATOMY_COLORS.veinEdge, "stroke-width": 1, ...join }),
    ),
    ...visible.map(({ d, color }) => element("path", { d, fill: color })),
    ...visible.map(({ stretch }) => drawLightLine(stretch)),
  ].join("");
}

/** Boxes along the tubes in sight, for labels to keep off. */
export function listVeinBoxes(stretches: readonly VeinStretch[]): Box[] {
  return stretches
    .filter(({ hidden }) => !hidden)
    .flatMap(({ line_px, halfWidth_px }) =>
      halfWidth_px.map((half, i) => ({
        left: line_px[2 * i]! - half,
        right: line_px[2 * i]! + half,
        top: line_px[2 * i + 1]! - half,
        bottom: line_px[2 * i + 1]! + half,
      })),
    );
}

function drawHiddenStretch({ stretch, color }: ColoredStretch): string {
  return element("path", {
    d: pathData(stretch.line_px),
    fill: "none",
    stroke: color,
    "stroke-width": 1.4,
    "stroke-dasharray": "3 3",
    "stroke-opacity": 0.6,
  });
}

function drawLightLine({ line_px, halfWidth_px }: VeinStretch): string {
  const mean = halfWidth_px.reduce((sum, half) => sum + half, 0) / halfWidth_px.length;
  return element("path", {
    d: pathData(line_px),
    fill: "none",
    stroke: INK.paper,
    "stroke-width": Math.max(0.5, 0.45 * mean),
    "stroke-opacity": 0.4,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
}

interface VeinSample {
  readonly x_px: number;
  readonly y_px: number;
  readonly half_px: number;
  readonly hidden: boolean;
}

function pushSample(stretch: { line_px: number[]; halfWidth_px: number[] }, sample: VeinSample): void {
  stretch.line_px.push(sample.x_px, sample.y_px);
  stretch.halfWidth_px.push(sample.half_px);
}

function sampleVein(vein: DrawnVein, panel: HeartPanel): VeinSample[] {
  const { points_mm, diameter_mm } = vein;
  const samples: VeinSample[] = [];
  const count = points_mm.length / 3;
  for (let i = 0; i < count; i++) {
    const start = pointAt(points_mm, i);
    const end = pointAt(points_mm, Math.min(count - 1, i + 1));
    const parts = i === count - 1 ? 1 : Math.max(1, Math.ceil(distance(start, end) / RESAMPLE_mm));
    for (let k = 0; k < parts; k++) {
      const part = k / parts;
      const point = addScaled(start, subtract(end, start), part);
      const diameter = diameter_mm[i]! + part * (diameter_mm[Math.min(count - 1, i + 1)]! - diameter_mm[i]!);
      const { x_px, y_px } = projectPoint(panel.projection, point);
      samples.push({
        x_px,
        y_px,
        half_px: Math.max(MIN_HALF_WIDTH_px, (diameter / 2) * panel.projection.scale_pxPerMm),
        hidden: panel.isHidden(point, HIDING_TOLERANCE_mm + diameter / 2),
      });
    }
  }
  return samples;
}

/** Both banks of a stretch, down one side and back the other. */
function outlineStretch({ line_px, halfWidth_px }: VeinStretch): number[] {
  const count = halfWidth_px.length;
  const [left, right]: [number[], number[]] = [[], []];
  for (let i = 0; i < count; i++) {
    const before = 2 * Math.max(0, i - 2);
    const after = 2 * Math.min(count - 1, i + 2);
    const dx = line_px[after]! - line_px[before]!;
    const dy = line_px[after + 1]! - line_px[before + 1]!;
    const length = Math.hypot(dx, dy) || 1;
    const nx = (-dy / length) * halfWidth_px[i]!;
    const ny = (dx / length) * halfWidth_px[i]!;
    left.push(line_px[2 * i]! + nx, line_px[2 * i + 1]! + ny);
    right.unshift(line_px[2 * i]! - nx, line_px[2 * i + 1]! - ny);
  }
  return [...left, ...right];
}
