import type { EcgSignal } from "./ecg-signal.ts";
import { INDEPENDENT_LEADS, type IndependentLead } from "./lead-names.ts";

/** The heart's electrical vector over time, Frank's axes: X to the left, Y to the feet, Z to the back. */
export interface Vectorcardiogram {
  readonly samplingInterval_ms: number;
  readonly start_ms: number;
  readonly sampleCount: number;
  /** sampleCount each, mV. */
  readonly x_mV: Float64Array;
  readonly y_mV: Float64Array;
  readonly z_mV: Float64Array;
  readonly isCalibrated: boolean;
}

type LeadRow = Readonly<Record<IndependentLead, number>>;

/** The regression of Kors et al., Eur Heart J 1990;11:1083. */
export const KORS_MATRIX: Readonly<Record<"x" | "y" | "z", LeadRow>> = {
  x: { V1: -0.13, V2: 0.05, V3: -0.01, V4: 0.14, V5: 0.06, V6: 0.54, I: 0.38, II: -0.07 },
  y: { V1: 0.06, V2: -0.02, V3: -0.05, V4: 0.06, V5: -0.17, V6: 0.13, I: -0.07, II: 0.93 },
  z: { V1: -0.43, V2: -0.06, V3: -0.14, V4: -0.2, V5: -0.11, V6: 0.31, I: 0.11, II: -0.23 },
};

/** The vectorcardiogram that a 12-lead ECG implies, by regression; see KORS_MATRIX. */
export function computeVectorcardiogram(ecg: EcgSignal): Vectorcardiogram {
  const { samplingInterval_ms, start_ms, sampleCount, isCalibrated } = ecg;
  const combine = (row: LeadRow) => {
    const out = new Float64Array(sampleCount);
    for (const [index, lead] of INDEPENDENT_LEADS.entries()) {
      for (let sample = 0; sample < sampleCount; sample++) {
        out[sample]! += row[lead] * ecg.leads_mV[index * sampleCount + sample]!;
      }
    }
    return out;
  };
  return {
    samplingInterval_ms,
    start_ms,
    sampleCount,
    x_mV: combine(KORS_MATRIX.x),
    y_mV: combine(KORS_MATRIX.y),
    z_mV: combine(KORS_MATRIX.z),
    isCalibrated,
  };
}
