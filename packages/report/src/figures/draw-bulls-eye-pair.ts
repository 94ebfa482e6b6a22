import { COLOR_BAR_HEIGHT_px, drawColorBar } from "../color/color-bar.ts";
import { createColorScale } from "../color/color-scale.ts";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, type Picture } from "../svg/picture.ts";
import { element, hashText } from "../svg/svg-markup.ts";
import { drawText } from "../svg/text.ts";
import { AHA_SECTORS } from "./aha-sectors.ts";
import { type BullsEyeDisc, DISC_BOTTOM_px, DISC_WIDTH_px, drawBullsEyeDisc } from "./bulls-eye-disc.ts";
import type { BullsEyeOptions } from "./draw-bulls-eye.ts";
import { drawHatchKey, drawHatchPattern } from "./hatch-pattern.ts";

export interface BullsEyePairOptions
  extends Pick<
    BullsEyeOptions,
    "title" | "subtitle" | "label" | "unit" | "ends" | "reversed" | "colorMap" | "hatched"
  > {
  /** Left, then right. */
  readonly discs: readonly [NamedDisc, NamedDisc];
}

interface NamedDisc extends Omit<BullsEyeDisc, "hatched"> {
  readonly name: string;
}

/** Room between the heading and the discs, where their names stand. */
const NAME_TOP_px = 68;
const BAR_px = 460;

/** Two bull's-eyes side by side on one color scale, such as before and after. */
export function drawBullsEyePair(options: BullsEyePairOptions): Picture {
  const { title, discs, hatched } = options;
  const scale = createColorScale(
    discs.flatMap(({ values }) => values),
    {
      ...(options.colorMap === undefined ? {} : { colorMap: options.colorMap }),
      reversed: options.reversed ?? false,
    },
  );
  const hatch = `hatch-${hashText(`${title}${discs.map(({ values }) => values.join()).join(";")}`)}`;
  const width_px = 2 * DISC_WIDTH_px;
  const body = [
    drawHeading(title, options.subtitle),
    ...discs.map((disc, i) =>
      element(
        "g",
        { transform: `translate(${i * DISC_WIDTH_px} 6)` },
        drawText(24, NAME_TOP_px, disc.name, { size_px: 13, weight: "600" }),
        drawBullsEyeDisc({ ...disc, ...(hatched ? { hatched: hatched.segments } : {}) }, scale, hatch),
      ),
    ),
    drawColorBar(scale, {
      x_px: (width_px - BAR_px) / 2,
      y_px: DISC_BOTTOM_px + 6,
      width_px: BAR_px,
      label: `${options.label}, ${options.unit}`,
      ...(options.ends === undefined ? {} : { ends: options.ends }),
      noValueLabel: undefined,
    }),
    hatched === undefined ? "" : drawHatchKey(hatch, hatched.label, DISC_BOTTOM_px + COLOR_BAR_HEIGHT_px + 14),
  ];
  return composePicture({
    width_px,
    height_px: DISC_BOTTOM_px + COLOR_BAR_HEIGHT_px + 36 + (hatched === undefined ? 0 : 12),
    title,
    description: `${options.label} (${options.unit}) of the 17 segments of the left ventricle on one color scale: ${discs[0].name} on the left, ${discs[1].name} on the right.`,
    table: tabulate(options),
    definitions: drawHatchPattern(hatch),
    body: body.join(""),
  });
}

function tabulate({ discs, label, unit, hatched }: BullsEyePairOptions): Picture["table"] {
  return {
    columns: [
      "Segment",
      ...discs.map(({ name }) => `${name}: ${label.toLowerCase()}, ${unit}`),
      ...(hatched ? [hatched.label] : []),
    ],
    rows: AHA_SECTORS.map(({ segment, name }) => [
      `${segment} ${name}`,
      ...discs.map(({ values }) => formatNumber(values[segment - 1], 1)),
      ...(hatched ? [hatched.segments.includes(segment) ? "yes" : "no"] : []),
    ]),
  };
}
