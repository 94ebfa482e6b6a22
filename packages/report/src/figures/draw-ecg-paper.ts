import { deriveLead, type EcgSignal, STANDARD_LEADS, type StandardLead } from "@tributary/model";
import { formatNumber } from "../svg/format-number.ts";
import { composePicture, drawHeading, type Picture } from "../svg/picture.ts";
import { drawText, INK } from "../svg/text.ts";
import { chooseGains, describeScale, describeUncalibrated } from "./ecg-gain.ts";
import { drawCalibrationPulse, drawEcgGrid, type EcgPaper } from "./ecg-grid.ts";
import { drawQrsStrip, STRIP_HEIGHT_mm } from "./ecg-strip.ts";
import { drawEcgLegend, drawTrace, type EcgBeat } from "./ecg-trace.ts";

export interface EcgPaperOptions {
  readonly title: string;
  readonly subtitle?: string;
  /** In the order in which they stand side by side: measured, before, after. At least one. */
  readonly beats: readonly EcgBeat[];
}

const WIDTH_px = 960;
const MARGIN_px = 16;
const LARGEST_SCALE_pxPerMm = 6.4;
const SPEED_mmPerMs = 0.025;
/** Paper for one beat: 600 ms, and the gap to the next. */
const BEAT_mm = 15;
const CELL_GAP_mm = 2;
/** Of each beat whose onset is known; the end of a P wave at most. */
const BEFORE_QRS_ms = 60;
const PULSE_mm = 9;
const ROW_GAP_mm = 1;
/** Above every row, for the names of its leads. */
const LABEL_mm = 3;
/** Columns of the usual print, each read from above. */
const COLUMNS: readonly (readonly StandardLead[])[] = [
  ["I", "II", "III"],
  ["aVR", "aVL", "aVF"],
  ["V1", "V2", "V3"],
  ["V4", "V5", "V6"],
];

/**
 * A 12-lead ECG on standard paper, 25 mm/s and 10 mm/mV, the beats side by side in each lead; below it I, V1 and V6 at
 * 100 mm/s with the beats laid over each other from the onset of the QRS, and the QRS durations as calipers.
 *
 * Amplitudes that are not calibrated are drawn so that they read well, and the picture says so and gives the scale.
 */
export function drawEcgPaper(options: EcgPaperOptions): Picture {
  const { beats, title } = options;
  const gains_mmPerMv = chooseGains(beats);
  const cell_mm = beats.length * BEAT_mm + CELL_GAP_mm;
  const width_mm = PULSE_mm + COLUMNS.length * cell_mm;
  const pxPerMm = Math.min(LARGEST_SCALE_pxPerMm, (WIDTH_px - 2 * MARGIN_px) / width_mm);
  const rows = layOutRows(beats, gains_mmPerMv);
  const left_px = (WIDTH_px - width_mm * pxPerMm) / 2;
  const legendTop_px = options.subtitle === undefined ? 52 : 66;
  const paper: EcgPaper = { left_px, top_px: legendTop_px + 14, width_mm, height_mm: rows.height_mm, pxPerMm };
  const warning = describeUncalibrated(beats);
  const scaleTop_px = paper.top_px + paper.height_mm * pxPerMm + 15;
  const stripTop_px = scaleTop_px + (warning === undefined ? 35 : 51);
  const strip: EcgPaper = { left_px, top_px: stripTop_px, width_mm, height_mm: STRIP_HEIGHT_mm, pxPerMm };
  const aligned = beats.filter(({ qrs }) => qrs !== undefined);
  const bottom_px = aligned.length === 0 ? stripTop_px - 34 : stripTop_px + STRIP_HEIGHT_mm * pxPerMm;
  const pulseGain = gains_mmPerMv.find((_, i) => beats[i]!.ecg.isCalibrated);
  const body = [
    drawHeading(title, options.subtitle),
    drawEcgLegend(beats, left_px, legendTop_px),
    drawEcgGrid(paper),
    ...rows.baselines_mm.map((at) => (pulseGain === undefined ? "" : drawCalibrationPulse(paper, at, pulseGain))),
    ...COLUMNS.flatMap((leads, column) =>
      leads.map((lead, row) => {
        const left = PULSE_mm + column * cell_mm;
        const place = { paper, left_mm: left, baseline_mm: rows.baselines_mm[row]! };
        return drawCell(lead, beats, gains_mmPerMv, { ...place, label_mm: rows.tops_mm[row]! });
      }),
    ),
    drawText(left_px, scaleTop_px, describeScale(beats, gains_mmPerMv), { size_px: 11, fill: INK.quiet }),
    warning === undefined ? "" : drawText(left_px, scaleTop_px + 16, warning, { size_px: 11.5, weight: "600" }),
    aligned.length === 0 ? "" : drawQrsStrip(strip, beats, gains_mmPerMv),
  ];
  return composePicture({
    width_px: WIDTH_px,
    height_px: bottom_px + 40,
    title,
    description: describe(beats),
    table: tabulate(beats),
    body: body.join(""),
  });
}

interface CellPlace {
  readonly paper: EcgPaper;
  readonly left_mm: number;
  readonly baseline_mm: number;
  readonly label_mm: number;
}

function drawCell(lead: StandardLead, beats: readonly EcgBeat[], gains: readonly number[], place: CellPlace): string {
  const { paper, left_mm, baseline_mm, label_mm } = place;
  const traces = beats.map((beat, i) =>
    drawTrace(beat, deriveLead(beat.ecg, lead), {
      paper,
      baseline_mm,
      gain_mmPerMv: gains[i]!,
      start_mm: left_mm + i * BEAT_mm,
      start_ms: beat.qrs === undefined ? beat.ecg.start_ms : beat.qrs.onset_ms - BEFORE_QRS_ms,
      speed_mmPerMs: SPEED_mmPerMs,
      length_mm: BEAT_mm - 0.5,
    }),
  );
  const x = paper.left_px + (left_mm + 0.3) * paper.pxPerMm;
  const y = paper.top_px + label_mm * paper.pxPerMm + 12;
  return traces.join("") + drawText(x, y, lead, { size_px: 12.5, weight: "600", halo: true });
}

/** Heights of the three rows from what their leads need, on whole millimeters. */
function layOutRows(beats: readonly EcgBeat[], gains: readonly number[]) {
  const [tops_mm, baselines_mm]: [number[], number[]] = [[], []];
  let top_mm = 1;
  for (let row = 0; row < 3; row++) {
    const leads = COLUMNS.map((column) => column[row]!);
    const extents = beats.flatMap(({ ecg }, i) => leads.map((lead) => measureExtent(ecg, lead, gains[i]!)));
    const above_mm = Math.ceil(Math.max(4, ...extents.map(({ high_mm }) => high_mm)));
    const below_mm = Math.ceil(Math.max(3, ...extents.map(({ low_mm }) => -low_mm)));
    tops_mm.push(top_mm);
    baselines_mm.push(top_mm + LABEL_mm + above_mm);
    top_mm += LABEL_mm + above_mm + below_mm + ROW_GAP_mm;
  }
  return { tops_mm, baselines_mm, height_mm: 5 * Math.ceil((top_mm + 1) / 5) };
}

function measureExtent(ecg: EcgSignal, lead: StandardLead, gain: number): { low_mm: number; high_mm: number } {
  const values = deriveLead(ecg, lead);
  const high_mm = gain * values.reduce((most, value) => Math.max(most, value), 0);
  return { high_mm, low_mm: gain * values.reduce((least, value) => Math.min(least, value), 0) };
}

function describe(beats: readonly EcgBeat[]): string {
  const names = beats.map(({ name, qrsDuration_ms }) =>
    qrsDuration_ms === undefined ? name : `${name}, QRS ${formatNumber(qrsDuration_ms, 0)} ms`,
  );
  return `12-lead ECG, one beat each: ${names.join("; ")}. Simulated beats are simulated, not recorded.`;
}

/** Largest positive and negative deflection of each lead; without a unit of voltage where it means nothing. */
function tabulate(beats: readonly EcgBeat[]): Picture["table"] {
  return {
    columns: [
      "Lead",
      ...beats.map(({ name, ecg }) =>
        ecg.isCalibrated ? `${name}: lowest to highest, mV` : `${name}: lowest to highest, share of the largest`,
      ),
    ],
    rows: [
      ...STANDARD_LEADS.map((lead) => [lead, ...beats.map(({ ecg }) => describeLead(ecg, lead))]),
      [
        "QRS duration",
        ...beats.map(({ qrsDuration_ms }) =>
          qrsDuration_ms === undefined ? "missing" : `${formatNumber(qrsDuration_ms, 0)} ms`,
        ),
      ],
    ],
  };
}

function describeLead(ecg: EcgSignal, lead: StandardLead): string {
  const largest = ecg.isCalibrated ? 1 : findLargest(ecg);
  const { low_mm, high_mm } = measureExtent(ecg, lead, 1 / largest);
  return `${formatNumber(low_mm, 2)} to ${formatNumber(high_mm, 2)}`;
}

function findLargest(ecg: EcgSignal): number {
  return ecg.leads_mV.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
}
