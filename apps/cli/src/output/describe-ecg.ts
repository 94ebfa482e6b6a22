import type { EcgRecording } from "@tributary/formats";
import type { MeasuredRecording } from "@tributary/intake";
import {
  degreesFromRadians,
  type LbbbDefinition,
  type QrsMeasures,
  STANDARD_LEADS,
  type StandardLead,
  samplingRateFromInterval,
} from "@tributary/model";
import type { Sex } from "../input/ecg-options.ts";
import { blankRepeats } from "./blank-repeats.ts";
import { renderTextTable } from "./text-table.ts";
import { renderListItem } from "./wrap-text.ts";

/** An ECG with what was measured of it. */
export interface DescribedEcg {
  readonly fileName: string;
  readonly recording: EcgRecording;
  readonly measured: MeasuredRecording;
  readonly sex: Sex | undefined;
  readonly definitions: readonly LbbbDefinition[];
}

const NOTICE = "Research, planning and training use; not for diagnosis or live care.";
const CRITERION_WIDTH = 50;
const FINDING_WIDTH = 40;

/** The measures as plain values, for `--json`; angles in degrees, as a case takes them. */
export function summarizeEcg({ fileName, recording, measured, sex, definitions }: DescribedEcg) {
  const { qrs, beatCount, rejectedCount, rr, remarks } = measured;
  const { axis_rad, leads, ...rest } = qrs;
  return {
    fileName,
    samplingRate_Hz: samplingRateFromInterval(recording.ecg.samplingInterval_ms),
    duration_ms: recording.ecg.sampleCount * recording.ecg.samplingInterval_ms,
    beatCount,
    rejectedCount,
    rr,
    sex,
    qrs: { ...rest, axis_deg: degreesFromRadians(axis_rad), leads },
    lbbb: definitions,
    labels: recording.labels,
    remarks,
    notice: NOTICE,
  };
}

/** The same for a person at a terminal. */
export function describeEcg(described: DescribedEcg): string {
  const { fileName, recording, measured, sex, definitions } = described;
  const { qrs, beatCount, rr, remarks } = measured;
  const { samplingInterval_ms, sampleCount } = recording.ecg;
  const length_ms = sampleCount * samplingInterval_ms;
  return [
    `${fileName}: twelve leads, ${length_ms.toFixed(0)} ms at ${writeNumber(samplingRateFromInterval(samplingInterval_ms))} Hz`,
    `${beatCount} beats averaged${rr ? `, ${rr.mean_ms.toFixed(0)} ± ${rr.sd_ms.toFixed(0)} ms apart` : ""}; sex ${sex ?? "not given"}`,
    "",
    `QRS duration  ${qrs.duration_ms.toFixed(0)} ms`,
    `Frontal axis  ${degreesFromRadians(qrs.axis_rad).toFixed(0)} degrees, ${qrs.axisClass}`,
    `QRS area      ${qrs.qrsArea_uVs.toFixed(0)} uV.s`,
    "",
    renderTextTable(
      ["lead", "QRS", "R mV:", "S mV:", "area uV.s:", "R peak ms:", "notch or slur"],
      STANDARD_LEADS.map((lead) => describeLead(lead, qrs)),
    ),
    "",
    renderTextTable(
      ["left bundle branch block", "criterion", "found", "met"],
      blankRepeats(definitions.flatMap(describeDefinition)),
      [undefined, CRITERION_WIDTH, FINDING_WIDTH],
    ),
    "",
    ...listUnder(
      "The file says",
      recording.labels.map(({ name, value }) => (name === "" ? value : `${name}: ${value}`)),
    ),
    ...listUnder("Sources", definitions.map(describeSource)),
    ...listUnder("Remarks", remarks),
    NOTICE,
  ].join("\n");
}

function describeLead(lead: StandardLead, { leads }: QrsMeasures): string[] {
  const { pattern, waves, netArea_uVs, rPeak_ms, notch } = leads[lead];
  const peaks_mV = waves.map(({ peak_mV }) => peak_mV);
  return [
    lead,
    pattern,
    Math.max(0, ...peaks_mV).toFixed(2),
    Math.max(0, ...peaks_mV.map((peak_mV) => -peak_mV)).toFixed(2),
    netArea_uVs.toFixed(0),
    rPeak_ms === undefined ? "none" : rPeak_ms.toFixed(0),
    notch ? `${notch.kind} at ${notch.time_ms.toFixed(0)} ms` : "",
  ];
}

function describeDefinition({ name, criteria, isMet }: LbbbDefinition): string[][] {
  return [
    ...criteria.map(({ definition, finding, isMet: met }) => [name, definition, finding, writeVerdict(met)]),
    [name, "all of these", "", writeVerdict(isMet)],
  ];
}

function describeSource({ name, source, confirmed }: LbbbDefinition): string {
  return `${name}: ${source}${confirmed ? "" : " (wording not confirmed in it)"}`;
}

function writeVerdict(isMet: boolean | undefined): string {
  if (isMet === undefined) return "open: no sex given";
  return isMet ? "yes" : "no";
}

function writeNumber(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function listUnder(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [heading, ...items.map(renderListItem), ""];
}
