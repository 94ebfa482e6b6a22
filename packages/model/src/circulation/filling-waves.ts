import { VALVE } from "./circulation-layout.ts";
import type { BeatTrace } from "./record-beat.ts";
import { type ValveEvents, wrapped } from "./valve-events.ts";

/** Early and atrial filling. Velocities are flow over the open area of the valve of the model. */
export type FillingWaves =
  | {
      readonly kind: "separate";
      readonly earlyFlow_mLPerS: number;
      readonly atrialFlow_mLPerS: number;
      readonly earlyToAtrialRatio: number;
    }
  /** Early and atrial filling merge into one wave. */
  | { readonly kind: "fused"; readonly peakFlow_mLPerS: number }
  /** Nothing flows after the atrium has been activated. */
  | { readonly kind: "early-only"; readonly earlyFlow_mLPerS: number };

/** From left atrial activation to the start of its wave; assumed. */
const ATRIAL_LATENCY_ms = 20;
/** Between separate waves flow falls below this share of the atrial peak; assumed. */
const FUSION_RATIO = 0.8;
/** A wave below this share of the other is none; assumed. */
const LEAST_WAVE_RATIO = 0.02;

/**
 * The two waves of mitral flow: the early peak after mitral opening, the atrial one from 20 ms after left atrial
 * activation to mitral closure. They are fused when flow between them never falls below 0.8 of the atrial peak, or when
 * the valve opens no earlier than the atrium contracts.
 *
 * Source of the definition: Nagueh et al., ASE/EAE recommendations, Eur J Echocardiogr 2009;10:165.
 */
export function measureFillingWaves(
  trace: BeatTrace,
  events: ValveEvents,
  leftAtrialActivation_ms: number,
): FillingWaves {
  const mitral = trace.flows_mLPerS[VALVE.mitral]!;
  const sampleOf = (time_ms: number) => Math.round(time_ms / trace.interval_ms);
  const period = trace.sampleCount - 1;
  const opening = sampleOf(events.mitralOpening_ms) - period;
  const atrialStart = sampleOf(leftAtrialActivation_ms + ATRIAL_LATENCY_ms);
  const early = findPeak(mitral, Math.min(opening, atrialStart), atrialStart);
  const atrial = findPeak(mitral, atrialStart, Math.max(atrialStart, sampleOf(events.mitralClosing_ms)));
  if (atrial.flow <= LEAST_WAVE_RATIO * early.flow) return { kind: "early-only", earlyFlow_mLPerS: early.flow };
  if (opening >= atrialStart || lowestBetween(mitral, early.sample, atrial.sample) >= FUSION_RATIO * atrial.flow) {
    return { kind: "fused", peakFlow_mLPerS: Math.max(early.flow, atrial.flow) };
  }
  return {
    kind: "separate",
    earlyFlow_mLPerS: early.flow,
    atrialFlow_mLPerS: atrial.flow,
    earlyToAtrialRatio: early.flow / atrial.flow,
  };
}

function lowestBetween(flow: Float64Array, from: number, to: number): number {
  let least = Infinity;
  for (let sample = from; sample <= to; sample++) least = Math.min(least, wrapped(flow, sample));
  return least;
}

function findPeak(flow: Float64Array, from: number, to: number): { readonly sample: number; readonly flow: number } {
  let peak = { sample: from, flow: wrapped(flow, from) };
  for (let sample = from; sample <= to; sample++) {
    const value = wrapped(flow, sample);
    if (value > peak.flow) peak = { sample, flow: value };
  }
  return peak;
}
