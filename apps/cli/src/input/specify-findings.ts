import { readEcg } from "@tributary/formats";
import { degreesFromRadians, radiansFromDegrees } from "@tributary/model";
import type { MeasuredFindings } from "@tributary/plan";
import type { LoadedCase } from "./load-case.ts";
import { type MeasuredRecording, measureRecording } from "./measure-recording.ts";

/** What was measured in the patient, and what has to be said about where it comes from. */
export interface SpecifiedFindings {
  readonly findings: MeasuredFindings;
  readonly remarks: readonly string[];
}

/**
 * The findings of a case: what it states goes before what its ECG shows; the ECG gives what it leaves out.
 *
 * @throws TributaryError of the reader, or of a recording that cannot be measured
 */
export function specifyFindings({ case: value, files: caseFiles }: LoadedCase): SpecifiedFindings {
  const { qrsDuration_ms, frontalAxis_deg } = value.conduction;
  const axis_rad = frontalAxis_deg === undefined ? undefined : radiansFromDegrees(frontalAxis_deg);
  if (!value.ecg) return { findings: { qrsDuration_ms, frontalAxis_rad: axis_rad, ecg: undefined }, remarks: [] };
  const files = value.ecg.files.map((file) => caseFiles.read(file));
  const { samplingRate_Hz, units } = value.ecg;
  const recording = readEcg(files, { samplingRate_Hz, units });
  const measured = measureRecording(recording, files[0]!.name);
  return {
    findings: {
      qrsDuration_ms: qrsDuration_ms ?? measured.qrs.duration_ms,
      frontalAxis_rad: axis_rad ?? measured.qrs.axis_rad,
      ecg: measured.beat,
    },
    remarks: [...measured.remarks, ...describeMeasures(measured, qrsDuration_ms, frontalAxis_deg)],
  };
}

/** What the ECG gave, beside what the case states. */
function describeMeasures(
  { qrs, beatCount }: MeasuredRecording,
  qrsDuration_ms: number | undefined,
  frontalAxis_deg: number | undefined,
): string[] {
  const duration = `${qrs.duration_ms.toFixed(0)} ms`;
  const axis = `${degreesFromRadians(qrs.axis_rad).toFixed(0)} degrees`;
  return [
    `The ECG, ${beatCount} beats averaged, has a QRS of ${duration}${say(qrsDuration_ms, "ms")} and an axis of ${axis}${say(frontalAxis_deg, "degrees")}.`,
  ];
}

function say(stated: number | undefined, unit: string): string {
  return stated === undefined ? "" : ` (the case states ${stated} ${unit}, which was taken)`;
}
