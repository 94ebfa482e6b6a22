import type { EcgSignal } from "./ecg-signal.ts";
import { INDEPENDENT_LEADS } from "./lead-names.ts";

/** Slopes of the independent leads. */
export interface LeadSlopes {
  /** 8 · sampleCount, lead by lead. */
  readonly slopes_mVPerMs: Float64Array;
  readonly sampleCount: number;
  readonly samplingInterval_ms: number;
  /** Time of the first slope. */
  readonly start_ms: number;
}

/** Span over which a slope is taken unless a longer one is asked for; assumed. */
const SPAN_ms = 2;

/**
 * Slopes of the eight leads by differences over a span of 2 ms, or over one sampling interval where that is longer:
 * dV/dt at the middle of [i, i + k] = (V(i + k) − V(i)) / (k Δt).
 *
 * @param span_ms  longer spans quiet noise: that of a slope falls with the span
 * @returns sampleCount − k slopes a lead; the first lies k Δt/2 after the first sample
 */
export function computeLeadSlopes(ecg: EcgSignal, span_ms = SPAN_ms): LeadSlopes {
  const { leads_mV, sampleCount, samplingInterval_ms, start_ms } = ecg;
  const span = Math.max(1, Math.round(span_ms / samplingInterval_ms));
  const count = Math.max(0, sampleCount - span);
  const slopes_mVPerMs = new Float64Array(INDEPENDENT_LEADS.length * count);
  for (let lead = 0; lead < INDEPENDENT_LEADS.length; lead++) {
    for (let sample = 0; sample < count; sample++) {
      const at = lead * sampleCount + sample;
      slopes_mVPerMs[lead * count + sample] = (leads_mV[at + span]! - leads_mV[at]!) / (span * samplingInterval_ms);
    }
  }
  return {
    slopes_mVPerMs,
    sampleCount: count,
    samplingInterval_ms,
    start_ms: start_ms + (span * samplingInterval_ms) / 2,
  };
}
