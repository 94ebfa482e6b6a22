import type { EcgRecording } from "@tributary/formats";
import {
  averageBeats,
  type EcgFault,
  type EcgSignal,
  findLeadSwaps,
  findRecordingFaults,
  measureQrs,
  type QrsMeasures,
  type RrStatistics,
  TributaryError,
} from "@tributary/model";

/** The averaged beat of a recording and its QRS. */
export interface MeasuredRecording {
  readonly beat: EcgSignal;
  readonly beatCount: number;
  readonly rejectedCount: number;
  /** Undefined with one beat. */
  readonly rr: RrStatistics | undefined;
  readonly qrs: QrsMeasures;
  /** Of the file, of beats left out, of faults that do not forbid measuring. */
  readonly remarks: readonly string[];
}

/**
 * Checks a recording, averages its beats and measures the QRS; shared by the command and by a case with an ECG.
 *
 * @throws TributaryError of the fault that forbids measuring (`ecg-wrong-unit`, `ecg-leads-swapped`,
 *         `ecg-leads-inconsistent`, `ecg-leads-equal`, `ecg-lead-flat`); `ecg-no-beat`
 */
export function measureRecording(recording: EcgRecording, fileName: string): MeasuredRecording {
  const { ecg, twelveLeads } = recording;
  const inSamples = findRecordingFaults(twelveLeads, ecg.samplingInterval_ms);
  refuseFault(inSamples, fileName);
  const averaged = averageBeats(ecg);
  if (averaged.kind !== "averaged") throw errorNoBeat(fileName, averaged.foundCount);
  const qrs = measureQrs(averaged.ecg);
  if (Number.isNaN(qrs.duration_ms)) throw errorNoBeat(fileName, averaged.foundCount);
  const inBeat = findLeadSwaps(averaged.ecg, qrs);
  refuseFault(inBeat, fileName);
  const { beatCount, rejectedCount, rr } = averaged;
  const remarks = [
    ...recording.remarks,
    ...(rejectedCount > 0 ? [`${fileName}: ${countBeats(rejectedCount)} left out as unlike the rest`] : []),
    ...[...inSamples, ...inBeat].map(({ what, why }) => `${fileName}: ${what} ${why}`),
  ];
  return { beat: averaged.ecg, beatCount, rejectedCount, rr, qrs, remarks };
}

function countBeats(count: number): string {
  return count === 1 ? "1 beat" : `${count} beats`;
}

function refuseFault(faults: readonly EcgFault[], fileName: string): void {
  const fault = faults.find(({ severity }) => severity === "refuse");
  if (!fault) return;
  const { code, what, why, fix, leads } = fault;
  const where = leads.length > 0 ? `${fileName}, ${leads.join(", ")}` : fileName;
  throw new TributaryError({ code, what, where, why, fix });
}

function errorNoBeat(fileName: string, foundCount: number): TributaryError {
  return new TributaryError({
    code: "ecg-no-beat",
    what: "The ECG has no beat that can be measured.",
    where: fileName,
    why: `${foundCount} QRS complexes were found; one is needed with 0.4 s before and 0.6 s after it`,
    fix: "Give a recording of some seconds, in which every lead is on.",
  });
}
