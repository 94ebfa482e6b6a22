import { buildMeasuredMap } from "@tributary/engine";
import {
  computeVectorcardiogram,
  type EcgSignal,
  measureQrs,
  type QrsMeasures,
  type StandardLead,
  simulateEcg,
} from "@tributary/model";
import type { PacedHeart, StateId } from "./paced-states.ts";

export interface MeasuredState {
  readonly totalActivationTime_ms: number;
  /** Up to the latest node of the left ventricle. */
  readonly lvActivationTime_ms: number;
  readonly latestLvSegment: number;
  /** Without T, which begins before the QRS of a slow heart ends. */
  readonly ecg: EcgSignal;
  readonly qrs: QrsMeasures;
  /** Net area of the QRS, to the left, to the feet, to the back; uV·s. */
  readonly area_uVs: readonly [x: number, y: number, z: number];
}

export function measureState({ model, times_ms }: PacedHeart, state: StateId): MeasuredState {
  const times = Float64Array.from(times_ms[state]);
  const { measures, latestLvSegment } = buildMeasuredMap(
    model.prepared,
    { id: state, name: state, sources: [] },
    times,
  );
  const ecg = simulateEcg(model.nodes.weights, times, undefined);
  const qrs = measureQrs(ecg);
  const { tv } = model.prepared.coordinates;
  return {
    totalActivationTime_ms: measures.totalActivationTime_ms,
    lvActivationTime_ms: times.reduce((a, b, node) => (tv[node] === 0 && b < Infinity ? Math.max(a, b) : a), 0),
    latestLvSegment,
    ecg,
    qrs,
    area_uVs: integrateQrs(ecg, qrs),
  };
}

function integrateQrs(ecg: EcgSignal, { onset_ms, offset_ms }: QrsMeasures): [number, number, number] {
  const { start_ms, samplingInterval_ms } = ecg;
  const from = Math.round((onset_ms - start_ms) / samplingInterval_ms);
  const to = Math.round((offset_ms - start_ms) / samplingInterval_ms);
  const { x_mV, y_mV, z_mV } = computeVectorcardiogram(ecg);
  const integrate = (values: Float64Array) =>
    samplingInterval_ms * values.subarray(from, to + 1).reduce((sum, value) => sum + value - values[from]!, 0);
  return [integrate(x_mV), integrate(y_mV), integrate(z_mV)];
}

/** Negative throughout, or after one smaller R. */
export function isQsOrRs(qrs: QrsMeasures, lead: StandardLead): boolean {
  const { rAmplitude_mV, sAmplitude_mV, waves } = qrs.leads[lead];
  return sAmplitude_mV > rAmplitude_mV && waves.length <= 2 && ["QS", "R"].includes(waves[0]?.name ?? "");
}

export function hasDominantR(qrs: QrsMeasures, lead: StandardLead): boolean {
  return qrs.leads[lead].rAmplitude_mV > qrs.leads[lead].sAmplitude_mV;
}

const LATERAL_LEADS = ["I", "aVL", "V5", "V6"] as const;

/** Leads facing the lateral wall with a notch or slur in the middle of the QRS. */
export function listNotches(qrs: QrsMeasures): string[] {
  return LATERAL_LEADS.flatMap((lead) => {
    const { notch } = qrs.leads[lead];
    return notch ? [`${lead} ${notch.kind} at ${notch.time_ms.toFixed(0)} ms`] : [];
  });
}
