import type { Estimate } from "@tributary/plan";
import { STATE_COLORS } from "../color/series-palette.ts";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, measureHeading, type Picture } from "../svg/picture.ts";
import { element } from "../svg/svg-markup.ts";
import { drawText, fitText, INK } from "../svg/text.ts";
import { createIntervalPanel, drawInterval, drawIntervalFrame, drawReferenceLine } from "./interval-plot.ts";

interface UncertainSite {
  readonly rank: number;
  /** In words: "Left marginal vein, mid lateral". */
  readonly name: string;
  readonly totalActivationTime_ms: Estimate;
  /** 0 to 1. */
  readonly shareBest: number;
  /** 10th to 90th percentile of the rank, in words: "1 to 4". */
  readonly ranks: string;
}

export interface SiteUncertaintyOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly sites: readonly UncertainSite[];
  readonly drawCount: number;
  /** A dashed line in the panel of times: the heart as it is. */
  readonly baseline_ms?: number;
}

const WIDTH_px = 960;
const ROW_px = 30;
const TIMES = { left_px: 376, right_px: 660 } as const;
const SHARES = { left_px: 704, right_px: 850 } as const;
const RANKS_px = 912;

/** Ranked sites with their total activation time as dot and interval, how often each is the best, and its ranks. */
export function drawSiteUncertainty(options: SiteUncertaintyOptions): Picture {
  const { sites, title, baseline_ms } = options;
  const top_px = measureHeading(options.subtitle) + 34;
  const bottom_px = top_px + sites.length * ROW_px;
  const reference = baseline_ms === undefined ? [] : [{ value: baseline_ms, low: baseline_ms, high: baseline_ms }];
  const times = createIntervalPanel(
    [...sites.map(({ totalActivationTime_ms }) => totalActivationTime_ms), ...reference],
    { ...TIMES, top_px, bottom_px },
  );
  const body = [
    drawHeading(title, options.subtitle),
    drawIntervalFrame(times, "Total activation time, ms (10th to 90th percentile)"),
    drawHeads(times, top_px, baseline_ms),
    ...sites.map((site, row) => drawRow(site, times, top_px + (row + 0.5) * ROW_px)),
    drawText((SHARES.left_px + SHARES.right_px) / 2, bottom_px + 16, `of ${options.drawCount} draws`, {
      size_px: 11,
      anchor: "middle",
      fill: INK.quiet,
    }),
  ];
  return composePicture({
    width_px: WIDTH_px,
    height_px: bottom_px + 64,
    title,
    description: `Sites by rank with total activation time, its interval, and the share of ${options.drawCount} draws in which each is the best: ${sites.map(({ rank, shareBest }) => `site ${rank} ${formatShare(shareBest)}`).join(", ")}.`,
    table: tabulate(sites, baseline_ms),
    body: body.join(""),
  });
}

function drawHeads(times: ReturnType<typeof createIntervalPanel>, top_px: number, baseline_ms?: number): string {
  const y = top_px - 10;
  const style = { size_px: 11.5, weight: "600" } as const;
  const reference =
    baseline_ms === undefined
      ? ""
      : drawReferenceLine(times, baseline_ms, STATE_COLORS.before) +
        drawText(times.axis.toPixel(baseline_ms), y, "as it is now", {
          size_px: 11,
          anchor: "middle",
          fill: INK.quiet,
        });
  return [
    drawText(16, y, "Site", style),
    drawText(SHARES.left_px, y, "Best in", style),
    drawText(RANKS_px, y, "Rank, 10 to 90 %", { ...style, anchor: "middle" }),
    reference,
  ].join("");
}

function drawRow(site: UncertainSite, times: ReturnType<typeof createIntervalPanel>, y_px: number): string {
  const { rank, name, totalActivationTime_ms, shareBest, ranks } = site;
  const isBest = rank === 1;
  const color = isBest ? STATE_COLORS.after : STATE_COLORS.alternative;
  const room_px = SHARES.right_px - SHARES.left_px - 44;
  const weight = isBest ? "600" : "normal";
  return [
    drawText(30, y_px + 4, String(rank), { size_px: 12.5, weight: "600", anchor: "end" }),
    drawText(40, y_px + 4, fitText(name, TIMES.left_px - 56, 12), { size_px: 12, weight }),
    drawInterval(times, y_px, totalActivationTime_ms, { color, dash: undefined, mark: isBest ? "diamond" : "circle" }),
    element("rect", { x: SHARES.left_px, y: y_px - 7, width: room_px, height: 14, fill: INK.hair }),
    element("rect", { x: SHARES.left_px, y: y_px - 7, width: room_px * shareBest, height: 14, fill: color }),
    drawText(SHARES.left_px + room_px + 8, y_px + 4, formatShare(shareBest), { size_px: 12, weight }),
    drawText(RANKS_px, y_px + 4, ranks, { size_px: 12, anchor: "middle", weight }),
  ].join("");
}

function formatShare(share: number): string {
  return `${formatNumber(100 * share, 0)} %`;
}

function tabulate(sites: readonly UncertainSite[], baseline_ms: number | undefined): Picture["table"] {
  const now = baseline_ms === undefined ? [] : [["As it is now", formatNumber(baseline_ms, 0), "", "", ""]];
  return {
    columns: ["Site", "Total activation time, ms", "10th to 90th percentile, ms", "Best in", "Rank, 10 to 90 %"],
    rows: [
      ...sites.map(({ rank, name, totalActivationTime_ms: { value, low, high }, shareBest, ranks }) => [
        `${rank} ${name}`,
        formatNumber(value, 0),
        `${formatNumber(low, 0)} to ${formatNumber(high, 0)}`,
        formatShare(shareBest),
        ranks,
      ]),
      ...now,
    ],
  };
}
