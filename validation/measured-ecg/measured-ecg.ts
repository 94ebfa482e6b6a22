import { readFixture } from "@tributary/fixtures";
import { readEcg } from "@tributary/formats";
import {
  averageBeats,
  type CriterionSex,
  degreesFromRadians,
  deriveLead,
  type EcgSignal,
  judgeLbbb,
  measureQrs,
  measureTPolarity,
  type QrsMeasures,
} from "@tributary/model";
import type { LineFigure } from "@tributary/report";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";

/** What the table of PTB-XL says of a record. */
interface LabeledRecord {
  readonly id: string;
  readonly label: string;
  readonly sex: CriterionSex;
  readonly isLbbb: boolean;
  readonly hasLeftAxis: boolean;
}

const RECORDS: readonly LabeledRecord[] = [
  { id: "00180", label: "complete LBBB, sinus rhythm", sex: "female", isLbbb: true, hasLeftAxis: false },
  {
    id: "00598",
    label: "complete LBBB, atrial fibrillation, left axis",
    sex: "female",
    isLbbb: true,
    hasLeftAxis: true,
  },
  { id: "01564", label: "complete LBBB", sex: "male", isLbbb: true, hasLeftAxis: false },
  {
    id: "01571",
    label: "intraventricular delay, possible old infarct, left axis",
    sex: "male",
    isLbbb: false,
    hasLeftAxis: true,
  },
  { id: "01061", label: "no definite pathology", sex: "male", isLbbb: false, hasLeftAxis: false },
];

const SAMPLING_RATE_Hz = 500;
const SOURCE = "label in PTB-XL, Wagner 2020, Sci Data 7:154";
const LEFT_AXIS_deg = -30;

interface MeasuredRecord extends LabeledRecord {
  readonly beat: EcgSignal;
  readonly beatCount: number;
  readonly qrs: QrsMeasures;
}

/** QRS measures of five recorded ECGs beside what their readers wrote of them. */
export function runMeasuredEcg(): ValidationCase {
  const measured = RECORDS.map(measureRecord);
  return {
    id: "measured-ecg",
    title: "Recorded ECGs: our measures beside the labels of their readers",
    claims:
      "Beats are found and averaged, and the QRS is measured, in recordings with noise, wander and atrial fibrillation: " +
      "those labeled complete LBBB meet the definition of Strauss and have a QRS of 120 ms and more, the others neither; " +
      "a labeled left axis is found, and no other.",
    notShown:
      "Durations in ms: these records come with labels, not with measured durations. Five records are no test of " +
      "sensitivity or specificity; they were looked at while the detector was made.",
    rows: measured.flatMap(listRows),
    figures: [
      drawBeats(measured, "V1", "Averaged beat in V1, from 40 ms before the QRS"),
      drawBeats(measured, "V6", "Averaged beat in V6, from 40 ms before the QRS"),
    ],
  };
}

function measureRecord(record: LabeledRecord): MeasuredRecord {
  const bytes = readFixture(`ptb-xl/${record.id}_hr.csv.gz`);
  const { ecg } = readEcg([{ name: `${record.id}_hr.csv`, bytes }], { samplingRate_Hz: SAMPLING_RATE_Hz });
  const averaged = averageBeats(ecg);
  if (averaged.kind !== "averaged") throw new Error(`no beat was found in ${record.id}`);
  return { ...record, beat: averaged.ecg, beatCount: averaged.beatCount, qrs: measureQrs(averaged.ecg) };
}

function listRows(record: MeasuredRecord): ValidationRow[] {
  const { id, label, isLbbb, hasLeftAxis, qrs, sex, beat } = record;
  const axis_deg = degreesFromRadians(qrs.axis_rad);
  const strauss = judgeLbbb(qrs, sex)[0]!;
  const polarity = measureTPolarity(beat, qrs);
  const lateral = (["I", "V5", "V6"] as const).map((lead) => polarity[lead].relation);
  return [
    {
      quantity: `QRS duration of ${id} (${label}), ${record.beatCount} beats`,
      unit: "ms",
      expected: isLbbb ? "120 and more" : "below 120",
      ours: Math.round(qrs.duration_ms),
      tolerance: "the side of 120 ms",
      pass: qrs.duration_ms >= 120 === isLbbb,
      source: SOURCE,
    },
    {
      quantity: `LBBB of ${id} after Strauss 2011`,
      unit: "1",
      expected: isLbbb ? "yes" : "no",
      ours: strauss.isMet ? "yes" : "no",
      tolerance: "equal",
      pass: strauss.isMet === isLbbb,
      source: SOURCE,
    },
    {
      quantity: `frontal axis of ${id}`,
      unit: "degrees",
      expected: hasLeftAxis ? "below -30" : "-30 to 90",
      ours: Math.round(axis_deg),
      tolerance: "the side of -30 degrees",
      pass: axis_deg < LEFT_AXIS_deg === hasLeftAxis,
      source: SOURCE,
    },
    {
      quantity: `T against QRS in I, V5, V6 of ${id}`,
      unit: "1",
      expected: isLbbb ? "discordant" : "concordant",
      ours: lateral.join(", "),
      tolerance: isLbbb ? "none concordant" : "none discordant",
      pass: !lateral.includes(isLbbb ? "concordant" : "discordant"),
      source: "secondary T in bundle branch block, AHA/ACC/HRS 2009, Circulation 119:e241 (from memory)",
    },
    {
      quantity: `QRS area of ${id}`,
      unit: "uV.s",
      expected: isLbbb ? "above 98 in responders to CRT" : "below",
      ours: Math.round(qrs.qrsArea_uVs),
      tolerance: "context",
      pass: true,
      source: "van Deursen 2015, cut-off of 81 patients",
    },
  ];
}

/** Time before the onset and after it that is drawn. */
const DRAWN_ms = [-40, 300] as const;

/** One lead of all records over the time from their onset, with a tick where each QRS ends. */
function drawBeats(measured: readonly MeasuredRecord[], lead: "V1" | "V6", title: string): LineFigure {
  const beats = measured.map((record) => ({ record, samples: cutBeat(record, lead) }));
  const ends = beats.map(({ record, samples }) => {
    return samples.findLast(({ time_ms }) => time_ms <= record.qrs.duration_ms)!;
  });
  return {
    kind: "lines",
    title,
    xLabel: "Time from the onset of QRS, ms",
    yLabel: "mV",
    series: [
      ...beats.map(({ record, samples }) => ({
        name: `${record.id}, QRS ${record.qrs.duration_ms.toFixed(0)} ms`,
        x: samples.map(({ time_ms }) => time_ms),
        y: samples.map(({ value_mV }) => value_mV),
      })),
      {
        name: "ends of QRS",
        style: "line",
        x: ends.flatMap(({ time_ms }) => [time_ms, time_ms, time_ms]),
        // NaN lifts the pen between the ticks.
        y: ends.flatMap(({ value_mV }) => [value_mV - TICK_mV, value_mV + TICK_mV, Number.NaN]),
      },
    ],
  };
}

const TICK_mV = 0.2;

function cutBeat({ beat, qrs }: MeasuredRecord, lead: "V1" | "V6") {
  const values_mV = deriveLead(beat, lead);
  const onset = Math.round((qrs.onset_ms - beat.start_ms) / beat.samplingInterval_ms);
  return Array.from(values_mV, (value, sample) => ({
    time_ms: (sample - onset) * beat.samplingInterval_ms,
    value_mV: value - values_mV[onset]!,
  })).filter(({ time_ms }) => time_ms >= DRAWN_ms[0] && time_ms <= DRAWN_ms[1]);
}
