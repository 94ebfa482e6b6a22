import { COLOR_BAR_HEIGHT_px, drawColorBar } from "../color/color-bar.ts";
import type { ColorMapName } from "../color/color-map.ts";
import { createColorScale } from "../color/color-scale.ts";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, type Picture } from "../svg/picture.ts";
import { hashText } from "../svg/svg-markup.ts";
import { AHA_SECTORS } from "./aha-sectors.ts";
import { type CoordinateMark, DISC_BOTTOM_px, DISC_WIDTH_px, drawBullsEyeDisc } from "./bulls-eye-disc.ts";
import { drawHatchKey, drawHatchPattern } from "./hatch-pattern.ts";

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

/** AHA 17-segment bull's-eye: anterior above, lateral right, inferior below, septum left, apex in the middle. */
export function drawBullsEye(options: BullsEyeOptions): Picture {
  const { title, values, hatched } = options;
  const scale = createColorScale(values, {
    ...(options.colorMap === undefined ? {} : { colorMap: options.colorMap }),
    ...(options.range === undefined ? {} : { range: options.range }),
    ...(options.step === undefined ? {} : { step: options.step }),
    reversed: options.reversed ?? false,
  });
  const hatch = `hatch-${hashText(`${title}${options.label}${values.join()}`)}`;
  const disc = {
    values,
    ...(options.decimals === undefined ? {} : { decimals: options.decimals }),
    ...(hatched === undefined ? {} : { hatched: hatched.segments }),
    ...(options.electrodes === undefined ? {} : { electrodes: options.electrodes }),
  };
  const body = [
    drawHeading(title, options.subtitle),
    drawBullsEyeDisc(disc, scale, hatch),
    drawColorBar(scale, {
      x_px: 70,
      y_px: DISC_BOTTOM_px,
      width_px: DISC_WIDTH_px - 140,
      label: `${options.label}, ${options.unit}`,
      ...(options.ends === undefined ? {} : { ends: options.ends }),
      noValueLabel: undefined,
    }),
    hatched === undefined ? "" : drawHatchKey(hatch, hatched.label, DISC_BOTTOM_px + COLOR_BAR_HEIGHT_px + 8),
  ];
  return composePicture({
    width_px: DISC_WIDTH_px,
    height_px: DISC_BOTTOM_px + COLOR_BAR_HEIGHT_px + 30 + (hatched === undefined ? 0 : 12),
    title,
    description: `${options.label} (${options.unit}) of the 17 segments of the left ventricle; anterior above, lateral on the right, inferior below, septum on the left.`,
    table: tabulate(options),
    definitions: drawHatchPattern(hatch),
    body: body.join(""),
  });
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
