import { MEASURES, type Measure, type MeasureValue, type ScoreWeights } from "@tributary/plan";
import { STATE_COLORS } from "../color/series-palette.ts";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, measureHeading, type Picture } from "../svg/picture.ts";
import { element } from "../svg/svg-markup.ts";
import { drawText, INK, wrapText } from "../svg/text.ts";
import { nameMeasure } from "./measure-names.ts";

interface ScoredSite {
  readonly rank: number;
  readonly name: string;
  readonly score: number;
  readonly measures: Readonly<Record<Measure, MeasureValue>>;
}

export interface ScorecardOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly sites: readonly ScoredSite[];
  readonly weights: ScoreWeights;
}

const WIDTH_px = 960;
const NAME_px = 176;
const SCORE_px = 66;
const ROW_px = 52;
const HEAD_px = 54;
const CELL_px = (WIDTH_px - 32 - NAME_px - SCORE_px) / MEASURES.length;
const BAR_px = CELL_px - 18;

/** One row a site, one column a measure: a bar of its utility, 0 to 1, over the measured value and its interval. */
export function drawScorecard(options: ScorecardOptions): Picture {
  const { sites, weights, title } = options;
  const top_px = measureHeading(options.subtitle) + 8 + HEAD_px;
  const weightSum = MEASURES.reduce((sum, measure) => sum + weights[measure], 0);
  const body = [
    drawHeading(title, options.subtitle),
    ...MEASURES.map((measure, i) => drawHead(measure, weights[measure] / weightSum, cellLeft(i), top_px)),
    drawText(WIDTH_px - 16, top_px - 12, "Score", { size_px: 12, weight: "600", anchor: "end" }),
    ...sites.map((site, row) => drawRow(site, top_px + row * ROW_px)),
  ];
  return composePicture({
    width_px: WIDTH_px,
    height_px: top_px + sites.length * ROW_px + 32,
    title,
    description: `Utility of each measure, 0 to 1, for ${sites.length} sites, with the measured values; the score is their weighted mean.`,
    table: tabulate(sites),
    body: body.join(""),
  });
}

function cellLeft(index: number): number {
  return 16 + NAME_px + index * CELL_px;
}

/** Words wider than a column. */
const BROKEN_HEADS: Partial<Record<Measure, readonly string[]>> = { resynchronization: ["Resyn-", "chronization"] };

function drawHead(measure: Measure, share: number, left_px: number, top_px: number): string {
  const lines = BROKEN_HEADS[measure] ?? wrapText(nameMeasure(measure), BAR_px + 8, 11.5);
  return [
    ...lines.map((line, i) =>
      drawText(left_px, top_px - 26 - 13 * (lines.length - 1 - i), line, { size_px: 11.5, weight: "600" }),
    ),
    drawText(left_px, top_px - 12, `weight ${formatNumber(100 * share, 0)} %`, { size_px: 10.5, fill: INK.quiet }),
  ].join("");
}

function drawRow({ rank, name, score, measures }: ScoredSite, top_px: number): string {
  const color = rank === 1 ? STATE_COLORS.after : STATE_COLORS.alternative;
  const lines = wrapText(name, NAME_px - 34, 11.5).slice(0, 3);
  const middle = top_px + ROW_px / 2;
  return [
    element("path", { d: `M16 ${top_px}H${WIDTH_px - 16}`, stroke: INK.faint, "stroke-width": 0.8 }),
    drawText(16, middle + 5, String(rank), { size_px: 14, weight: "600", fill: color }),
    ...lines.map((line, i) => drawText(38, middle + 4 + 13.5 * (i - (lines.length - 1) / 2), line, { size_px: 11.5 })),
    ...MEASURES.map((measure, i) => drawCell(measures[measure], cellLeft(i), top_px + 13, color)),
    drawText(WIDTH_px - 16, middle + 5, score.toFixed(2), { size_px: 14, weight: "600", anchor: "end" }),
  ].join("");
}

function drawCell(measure: MeasureValue, left_px: number, top_px: number, color: string): string {
  const part = Math.min(1, Math.max(0, measure.utility));
  return [
    element("rect", { x: left_px, y: top_px, width: BAR_px, height: 9, fill: INK.hair }),
    element("rect", { x: left_px, y: top_px, width: BAR_px * part, height: 9, fill: color }),
    drawText(left_px, top_px + 22, writeValue(measure), { size_px: 11.5, weight: "600" }),
    drawText(left_px, top_px + 34, writeSpread(measure), { size_px: 10, fill: INK.quiet }),
  ].join("");
}

/** As many decimals for a value and its interval as the largest of them bears. */
function writeAlike(number: number, { value, low, high }: MeasureValue): string {
  const largest = Math.max(...[value, low, high].map(Math.abs).filter(Number.isFinite));
  const text = number.toFixed(largest >= 20 ? 0 : largest >= 2 ? 1 : 2);
  return text.startsWith("-") ? `−${text.slice(1)}` : text;
}

function writeValue(measure: MeasureValue): string {
  const { value, unit } = measure;
  const shown = unit === "1" || unit === "" ? "" : ` ${unit}`;
  return Number.isFinite(value) ? `${writeAlike(value, measure)}${shown}` : "missing";
}

function writeSpread(measure: MeasureValue): string {
  const { low, high } = measure;
  if (!Number.isFinite(low) || !Number.isFinite(high) || low === high) return "";
  return `${writeAlike(low, measure)} to ${writeAlike(high, measure)}`;
}

function tabulate(sites: readonly ScoredSite[]): Picture["table"] {
  return {
    columns: ["Measure", ...sites.map(({ rank, name }) => `${rank} ${name}`)],
    rows: [
      ...MEASURES.map((measure) => [
        nameMeasure(measure),
        ...sites.map(({ measures }) => {
          const spread = writeSpread(measures[measure]);
          const value = writeValue(measures[measure]);
          return `${value}${spread === "" ? "" : ` (${spread})`}, utility ${formatNumber(measures[measure].utility, 2)}`;
        }),
      ]),
      ["Score", ...sites.map(({ score }) => score.toFixed(2))],
    ],
  };
}
