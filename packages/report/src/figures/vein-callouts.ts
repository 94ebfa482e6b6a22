import { spellVeinName } from "@tributary/model";
import { ANATOMY_COLORS } from "../color/series-palette.ts";
import { formatNumber } from "../svg/format-number.ts";
import { stackCallouts } from "../svg/layout-callouts.ts";
import { element } from "../svg/svg-markup.ts";
import { drawText, INK, wrapText } from "../svg/text.ts";
import type { DrawnVein } from "./anatomy-marks.ts";
import type { VeinStretch } from "./vein-overlay.ts";

export interface SplitVein {
  readonly vein: DrawnVein;
  readonly stretches: readonly VeinStretch[];
}

interface Anchor {
  readonly vein: DrawnVein;
  readonly x_px: number;
  readonly y_px: number;
}

const LINE_px = 12.5;
const NAME_px = 11;
/** Semi-bold letters over regular ones, width. */
const BOLD_RATIO = 1.1;
/** A vein is named in a view where at least this share of its course is in sight. */
const NAMED_SHARE = 0.25;

/** Names and lumens of the veins in the margins of a panel, each with a line to the longest stretch in sight. */
export function drawVeinCallouts(
  veins: readonly SplitVein[],
  panel: { readonly width_px: number; readonly height_px: number; readonly calloutWidth_px: number },
): string {
  const anchors = veins.map(findAnchor).filter((anchor) => anchor !== undefined);
  const sides = [
    anchors.filter(({ x_px }) => x_px < panel.width_px / 2),
    anchors.filter(({ x_px }) => x_px >= panel.width_px / 2),
  ];
  return sides.map((side, index) => drawSide(side, index === 1, panel)).join("");
}

function drawSide(
  anchors: readonly Anchor[],
  right: boolean,
  panel: { readonly width_px: number; readonly height_px: number; readonly calloutWidth_px: number },
): string {
  const labels = anchors.map(({ vein }) => ({
    names: wrapText(spellVeinName(vein.name), panel.calloutWidth_px - 14, NAME_px * BOLD_RATIO),
    lumen: `Ø ${formatNumber(vein.diameter_mm[0])} to ${formatNumber(vein.diameter_mm[vein.diameter_mm.length - 1])} mm`,
  }));
  const lines = Math.max(2, ...labels.map(({ names }) => names.length + 1));
  const height = lines * LINE_px + 5;
  const middles = stackCallouts(
    anchors.map(({ y_px }) => y_px),
    height,
    24,
    panel.height_px - 24,
  );
  const edge = right ? panel.width_px - panel.calloutWidth_px + 12 : panel.calloutWidth_px - 12;
  return anchors
    .map((anchor, i) => {
      const { names, lumen } = labels[i]!;
      const top = middles[i]! - ((names.length + 1) * LINE_px) / 2 + 10;
      const anchorSide = right ? "start" : "end";
      const shift = right ? -4 : 4;
      return [
        element("path", {
          d: `M${anchor.x_px.toFixed(2)} ${anchor.y_px.toFixed(2)}L${edge + 4 * shift} ${middles[i]!.toFixed(2)}H${edge + shift}`,
          fill: "none",
          stroke: INK.text,
          "stroke-width": 0.8,
          "stroke-opacity": 0.75,
        }),
        element("circle", {
          cx: anchor.x_px,
          cy: anchor.y_px,
          r: 2.1,
          fill: INK.paper,
          stroke: ANATOMY_COLORS.veinEdge,
          "stroke-width": 1,
        }),
        ...names.map((name, line) =>
          drawText(edge, top + line * LINE_px, name, { size_px: NAME_px, weight: "600", anchor: anchorSide }),
        ),
        drawText(edge, top + names.length * LINE_px, lumen, { size_px: 10, anchor: anchorSide, fill: INK.quiet }),
      ].join("");
    })
    .join("");
}

/** Two thirds down the longest stretch in sight; undefined where too little of the vein is in sight. */
function findAnchor({ vein, stretches }: SplitVein): Anchor | undefined {
  const count = (stretch: VeinStretch): number => stretch.halfWidth_px.length;
  const total = stretches.reduce((sum, stretch) => sum + count(stretch), 0);
  const visible = stretches.filter(({ hidden }) => !hidden);
  const seen = visible.reduce((sum, stretch) => sum + count(stretch), 0);
  if (visible.length === 0 || seen < NAMED_SHARE * total) return undefined;
  const longest = visible.reduce((a, b) => (count(b) > count(a) ? b : a));
  const at = 2 * Math.floor(0.6 * (count(longest) - 1));
  return { vein, x_px: longest.line_px[at]!, y_px: longest.line_px[at + 1]! };
}
