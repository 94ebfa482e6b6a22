import {
  atrialPacedFraction,
  type RhythmSettings,
  resynchronizedFractions,
  ventricularPacedFraction,
} from "@tributary/model/generator";
import type { CaseRhythm, DeviceRun, StripSamples } from "@tributary/plan";
import type { StripSignal } from "../figures/device-strip-signal.ts";
import { drawDeviceStrip, measureStrip_ms } from "../figures/draw-device-strip.ts";
import { buildReportPage, type ReportFact, type ReportSection, type ReportTable } from "../page/build-report-page.ts";
import { formatNumber } from "../svg/format-number.ts";
import type { Picture } from "../svg/picture.ts";

export interface DeviceReportInput {
  readonly title: string;
  /** What happens to the heart, one line. */
  readonly what: string;
  readonly run: DeviceRun;
  readonly heart: CaseRhythm;
  /** What was programmed, name and value. */
  readonly programmed: readonly (readonly [string, string])[];
  /** One for each strip, of the length that `measureDeviceStrips` gives. */
  readonly strips: readonly { readonly speed_mmPerS: 25 | 50; readonly samples: StripSamples }[];
  readonly remarks: readonly string[];
  readonly provenance: readonly string[];
}

export interface DeviceReport {
  readonly html: string;
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** Strips of a run: three at each speed, one after the other, from a time on; those that begin after the end are left out. */
export function listDeviceStrips(from_ms: number, end_ms: number) {
  const count = 3;
  return ([25, 50] as const).flatMap((speed_mmPerS) => {
    const duration_ms = measureStrip_ms(speed_mmPerS);
    return Array.from({ length: count }, (_, i) => ({
      speed_mmPerS,
      start_ms: from_ms + i * duration_ms,
      duration_ms,
    })).filter(({ start_ms }) => start_ms < end_ms);
  });
}

/** The page of one run: strips at true scale, what was counted, and what of the heart is known. */
export function buildDeviceReport(input: DeviceReportInput): DeviceReport {
  const pictures = new Map(
    input.strips.map(({ speed_mmPerS, samples }, i): [string, Picture] => [
      `strip-${String(i + 1).padStart(2, "0")}-${speed_mmPerS}mm.svg`,
      drawRunStrip(samples, speed_mmPerS, input.run.scenario.rhythm),
    ]),
  );
  const at = (speed: number) =>
    [...pictures].filter(([name]) => name.endsWith(`-${speed}mm.svg`)).map(([, picture]) => ({ picture }));
  const html = buildReportPage({
    title: input.title,
    subtitle: `Generator and heart in a closed loop for ${formatNumber(input.run.scenario.duration_ms / 1000, 0)} s: ${input.what}`,
    facts: listFacts(input.run),
    sections: [
      { heading: "Strips at 25 mm/s", paragraphs: STRIP_PARAGRAPHS, figures: at(25) },
      { heading: "Strips at 50 mm/s", figures: at(50) },
      buildCountSection(input.run),
      { heading: "What was programmed", tables: [tabulateProgram(input.programmed)] },
      buildHeartSection(input),
    ],
    assumptions: input.heart.origins
      .filter(({ from }) => from === "assumed")
      .map(({ name, value, unit, how }) => ({ text: `${name}: ${value} ${unit}`.trim(), source: how })),
    sources: SOURCES,
    provenance: input.provenance,
  });
  return { html, pictures };
}

const STRIP_PARAGRAPHS = [
  "AS, AP atrial sense and pace; VS, VP ventricular sense and right-ventricular pace; BV both ventricles, LV the left alone; (AS), (VS) in refractory; BVs safety pace; TP antitachycardia pace. Numbers are intervals in ms: between atrial marks, from atrium to ventricle, between ventricular marks.",
  "Surface leads are computed from the activation of this heart and are not calibrated; P waves and the shapes of the electrograms are templates. A paced beat is drawn without the conducted front that may fuse with it.",
];

const SOURCES = [
  "Bernstein et al., PACE 2002;25:260 (NASPE/BPEG code)",
  "PACEMAKER System Specification, Boston Scientific, 2007 (timing and markers)",
  "Jiang, Pajic and Mangharam, TACAS 2012 (heart model in event time)",
];

/** Heights of the channels in millimeters of paper, up and down. */
const HEIGHT_mm = { ecg: 8, egm: 5.5 } as const;

/** A strip of a run: surface leads, electrograms of each lead, marks with intervals. */
export function drawRunStrip(
  { start_ms, duration_ms, annotation, electrograms, ecg }: StripSamples,
  speed_mmPerS: 25 | 50,
  { pWave_mV, rWave_mV, lvRWave_mV }: RhythmSettings,
): Picture {
  const spikes_ms = annotation.marks.filter(({ isPace }) => isPace).map(({ time_ms }) => time_ms);
  const surface: StripSignal[] = (ecg?.leads ?? []).map(({ lead, values }) => ({
    ...{ name: `ECG ${lead}`, start_ms, values, unit: undefined, spikes_ms },
    fullScale: 1,
    height_mm: HEIGHT_mm.ecg,
  }));
  const egm = (name: string, values: Float32Array, fullScale: number): StripSignal => ({
    ...{ name, start_ms, values, unit: "mV", spikes_ms: [] },
    fullScale,
    height_mm: HEIGHT_mm.egm,
  });
  return drawDeviceStrip({
    title: `Strip from ${formatNumber(start_ms / 1000, 1)} to ${formatNumber((start_ms + duration_ms) / 1000, 1)} s`,
    start_ms,
    speed_mmPerS,
    signals: [
      ...surface,
      egm("RA EGM", electrograms.atrial_mV, pWave_mV),
      egm("RV EGM", electrograms.right_mV, rWave_mV),
      egm("LV EGM", electrograms.left_mV, lvRWave_mV),
    ],
    annotation,
  });
}

function percent(fraction: number): string {
  return `${formatNumber(100 * fraction, 1)} %`;
}

function listFacts({ counters, intervals, violations }: DeviceRun): ReportFact[] {
  const { delivered, effective } = resynchronizedFractions(counters);
  const rate = intervals.ventricular && 60_000 / intervals.ventricular.mean_ms;
  return [
    { label: "Atrial pacing", value: percent(atrialPacedFraction(counters)) },
    { label: "Ventricular pacing", value: percent(ventricularPacedFraction(counters)) },
    { label: "Resynchronized, delivered", value: percent(delivered) },
    { label: "Resynchronized, effective", value: percent(effective), note: "the left pulse captured" },
    { label: "Mean ventricular rate", value: rate === undefined ? "none" : `${formatNumber(rate, 0)} /min` },
    { label: "Safety properties", value: describeViolations(violations) },
  ];
}

function describeViolations(violations: DeviceRun["violations"]): string {
  if (violations === undefined) return "not judged";
  return violations.length === 0 ? "all hold" : `${violations.length} broken`;
}

function buildCountSection({ intervals, tally, episodes }: DeviceRun): ReportSection {
  const rows = (
    [
      ["atrial", intervals.atrial],
      ["ventricular", intervals.ventricular],
      ["AV, sensed", intervals.sensedAv],
      ["AV, paced", intervals.pacedAv],
    ] as const
  ).map(([name, summary]) =>
    summary
      ? [
          name,
          String(summary.count),
          ...[summary.least_ms, summary.mean_ms, summary.most_ms].map((value) => formatNumber(value, 0)),
        ]
      : [name, "0", "", "", ""],
  );
  return {
    heading: "What was counted",
    tables: [
      {
        caption: "Intervals, ms",
        columns: ["Interval", "Count", "Shortest", "Mean", "Longest"],
        numberColumns: [1, 2, 3, 4],
        rows,
      },
      {
        caption: "What the heart did, whatever the generator saw of it",
        columns: ["What", "Count"],
        numberColumns: [1],
        rows: [
          ["ventricular beats", String(tally.ventricularBeats)],
          ["atrial pulses without capture", String(tally.uncapturedAtrial)],
          ["right-ventricular pulses without capture", String(tally.uncapturedRight)],
          ["left-ventricular pulses without capture", String(tally.uncapturedLeft)],
          ["atrial deflections that nothing answered", String(tally.unseenAtrial)],
          ["ventricular deflections that nothing answered", String(tally.unseenVentricular)],
          ["longest pause, ms", formatNumber(tally.longestPause_ms, 0)],
          ["episodes", String(episodes.length)],
        ],
      },
    ],
  };
}

function tabulateProgram(programmed: DeviceReportInput["programmed"]): ReportTable {
  return { caption: "Settings", columns: ["Setting", "Value"], rows: programmed.map((row) => [...row]) };
}

function buildHeartSection({ heart, remarks }: DeviceReportInput): ReportSection {
  const known = heart.origins.filter(({ from }) => from !== "assumed");
  const assumedCount = heart.origins.length - known.length;
  return {
    heading: "The heart beside the generator",
    paragraphs: [
      `${known.length} of its values are from the case or computed on its heart, ${assumedCount} are assumed and the same for every case: no case tells of conduction back to the atria, of refractory periods or of the sizes of signals.`,
      ...heart.remarks,
      ...remarks,
    ],
    tables: [
      {
        caption: "Values of this case",
        columns: ["Value", "", "Unit", "From", "How"],
        numberColumns: [1],
        rows: known.map(({ name, value, unit, from, how }) => [name, String(value), unit, from, how]),
      },
    ],
  };
}
