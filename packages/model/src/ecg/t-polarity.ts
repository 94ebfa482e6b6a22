import { deriveLead, type EcgSignal } from "./ecg-signal.ts";
import { STANDARD_LEADS, type StandardLead } from "./lead-names.ts";
import type { QrsMeasures } from "./measure-qrs.ts";

/** How the T wave of a lead points, against its QRS. */
export interface TPolarity {
  /** From the baseline before the QRS. */
  readonly netArea_uVs: number;
  /** Concordant: as the net area of QRS. Flat: an area below 5 % of that of QRS, or none. */
  readonly relation: "concordant" | "discordant" | "flat";
}

/** From the end of QRS to the beginning of what counts as T; assumed. */
const ST_ms = 40;
/** From the onset of QRS to the latest end of T; assumed. */
const LATEST_T_ms = 520;
const BASELINE_ms = 10;
const FLAT_RATIO = 0.05;

/**
 * Net area of ST-T in each lead and whether its sign is that of QRS. In bundle branch block and pacing T opposes QRS.
 *
 * The window runs from 40 ms after the end of QRS to 520 ms after its onset, or to the end of the signal.
 *
 * @param qrs  measured on the same signal
 * Source: secondary T wave changes as in AHA/ACC/HRS 2009, Circulation 119:e241 (from memory).
 */
export function measureTPolarity(ecg: EcgSignal, qrs: QrsMeasures): Readonly<Record<StandardLead, TPolarity>> {
  const { start_ms, samplingInterval_ms, sampleCount } = ecg;
  const toSample = (time_ms: number) => Math.round((time_ms - start_ms) / samplingInterval_ms);
  const from = toSample(qrs.offset_ms + ST_ms);
  const to = Math.min(sampleCount, toSample(qrs.onset_ms + LATEST_T_ms));
  const onset = Math.max(1, toSample(qrs.onset_ms));
  const before = Math.max(0, onset - Math.round(BASELINE_ms / samplingInterval_ms));
  const measured = STANDARD_LEADS.map((lead) => {
    const values_mV = deriveLead(ecg, lead);
    const baseline_mV = sum(values_mV.subarray(before, onset)) / (onset - before);
    const window = values_mV.subarray(from, Math.max(from, to));
    const netArea_uVs = samplingInterval_ms * (sum(window) - baseline_mV * window.length);
    return [lead, { netArea_uVs, relation: relate(netArea_uVs, qrs.leads[lead].netArea_uVs) }] as const;
  });
  return Object.fromEntries(measured) as Record<StandardLead, TPolarity>;
}

function relate(tArea_uVs: number, qrsArea_uVs: number): TPolarity["relation"] {
  if (!(Math.abs(tArea_uVs) > FLAT_RATIO * Math.abs(qrsArea_uVs)) || qrsArea_uVs === 0) return "flat";
  return tArea_uVs * qrsArea_uVs > 0 ? "concordant" : "discordant";
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
