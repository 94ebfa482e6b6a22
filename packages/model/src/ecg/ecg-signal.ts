import { INDEPENDENT_LEADS, type IndependentLead, type StandardLead } from "./lead-names.ts";

/** A 12-lead ECG, simulated or measured: its eight independent leads, sampled evenly. */
export interface EcgSignal {
  readonly samplingInterval_ms: number;
  /** Time of the first sample on the clock of the activation map; 0 for a measured ECG. */
  readonly start_ms: number;
  readonly sampleCount: number;
  /** 8 · sampleCount, mV, lead by lead in the order of INDEPENDENT_LEADS. */
  readonly leads_mV: Float64Array;
  /** False where the amplitude means nothing: a simulated ECG that was not scaled to one measured in this patient. */
  readonly isCalibrated: boolean;
}

/** What each lead is of the independent ones; a lead that is not named is absent from the sum. */
const LEAD_WEIGHTS: Record<StandardLead, Partial<Record<IndependentLead, number>>> = {
  I: { I: 1 },
  II: { II: 1 },
  III: { I: -1, II: 1 },
  aVR: { I: -0.5, II: -0.5 },
  aVL: { I: 1, II: -0.5 },
  aVF: { I: -0.5, II: 1 },
  V1: { V1: 1 },
  V2: { V2: 1 },
  V3: { V3: 1 },
  V4: { V4: 1 },
  V5: { V5: 1 },
  V6: { V6: 1 },
};

/**
 * One of the twelve leads of an ECG.
 *
 * With I = L − R, II = F − R: III = II − I, aVR = −(I + II)/2, aVL = (I − III)/2, aVF = (II + III)/2.
 *
 * @returns sampleCount values, mV; a new array
 * Source: Einthoven and Goldberger leads as in AHA/ACC/HRS 2007 (from memory).
 */
export function deriveLead(ecg: EcgSignal, lead: StandardLead): Float64Array {
  const { sampleCount, leads_mV } = ecg;
  const values_mV = new Float64Array(sampleCount);
  const weights = LEAD_WEIGHTS[lead];
  for (let index = 0; index < INDEPENDENT_LEADS.length; index++) {
    const weight = weights[INDEPENDENT_LEADS[index]!];
    if (weight === undefined) continue;
    for (let sample = 0; sample < sampleCount; sample++) {
      values_mV[sample]! += weight * leads_mV[index * sampleCount + sample]!;
    }
  }
  return values_mV;
}
