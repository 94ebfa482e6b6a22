import type { LogBlock } from "../log/event-log.ts";
import { foldLog } from "../log/fold-log.ts";
import { MARKER, ORIGIN, PACE_DETAIL } from "../log/marker.ts";

/** Upper ends of the classes of a rate histogram, bpm; the last class is open. */
export const RATE_CLASSES_bpm = [40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180] as const;

/** What a programmer shows as counters. */
export interface PacingCounters {
  readonly atrialPaced: number;
  readonly atrialSensed: number;
  readonly ventricularPaced: number;
  readonly ventricularSensed: number;
  readonly prematureVentricular: number;
  /** Ventricular events with a pulse of each ventricle, or of the left one alone, not on top of a sense. */
  readonly resynchronized: number;
  /** Of these, those whose left pulse captured: with fusion, without pseudo-fusion. */
  readonly effectivelyResynchronized: number;
  /** Left pulses on top of a sense; they count for neither. */
  readonly triggered: number;
  readonly leftWithheld: number;
  readonly safetyPaces: number;
  /** Ventricular intervals by rate class. */
  readonly ventricularRates: readonly number[];
  readonly modeSwitches: number;
  readonly loopsEnded: number;
  readonly shocks: number;
  readonly antitachycardiaPulses: number;
}

type Mutable<T> = { -readonly [name in keyof T]: T[name] extends readonly number[] ? number[] : T[name] };

/** Share of atrial events that were paced; 0 without any. */
export function atrialPacedFraction({ atrialPaced, atrialSensed }: PacingCounters): number {
  return atrialPaced / Math.max(1, atrialPaced + atrialSensed);
}

export function ventricularPacedFraction({ ventricularPaced, ventricularSensed }: PacingCounters): number {
  return ventricularPaced / Math.max(1, ventricularPaced + ventricularSensed);
}

/** Share of ventricular events that were resynchronized as delivered, and as captured. */
export function resynchronizedFractions(counters: PacingCounters): {
  readonly delivered: number;
  readonly effective: number;
} {
  const all = Math.max(1, counters.ventricularPaced + counters.ventricularSensed);
  return { delivered: counters.resynchronized / all, effective: counters.effectivelyResynchronized / all };
}

/** Counts a log, run-length coded or not, in time proportional to its blocks. */
export function countPacing(blocks: readonly LogBlock[]): PacingCounters {
  const counters = createCounters();
  let lastVentricular_us = -Infinity;
  let isFirstLeft = false;
  foldLog(blocks, {
    skip: (by_us) => {
      lastVentricular_us += by_us;
    },
    visit: (time_us, kind, detail, weight) => {
      countEvent(counters, kind, detail, weight);
      if (kind === MARKER.LP) {
        isFirstLeft = (detail & PACE_DETAIL.TRIGGERED) === 0;
        if (isFirstLeft) {
          counters.resynchronized += weight;
          counters.effectivelyResynchronized += weight;
        }
      }
      if (kind === MARKER.LP2) isFirstLeft = false;
      if (kind === MARKER.NO_CAPTURE && detail === ORIGIN.LEFT_PACE && isFirstLeft) {
        counters.effectivelyResynchronized -= weight;
        isFirstLeft = false;
      }
      if (!isVentricularEvent(kind, detail)) return;
      countRate(counters, time_us - lastVentricular_us, weight);
      lastVentricular_us = time_us;
    },
  });
  return counters;
}

function createCounters(): Mutable<PacingCounters> {
  return {
    atrialPaced: 0,
    atrialSensed: 0,
    ventricularPaced: 0,
    ventricularSensed: 0,
    prematureVentricular: 0,
    resynchronized: 0,
    effectivelyResynchronized: 0,
    triggered: 0,
    leftWithheld: 0,
    safetyPaces: 0,
    ventricularRates: new Array(RATE_CLASSES_bpm.length + 1).fill(0),
    modeSwitches: 0,
    loopsEnded: 0,
    shocks: 0,
    antitachycardiaPulses: 0,
  };
}

function isVentricularEvent(kind: number, detail: number): boolean {
  if (kind === MARKER.VS || kind === MARKER.PVC) return true;
  const isPulse = kind === MARKER.VP || kind === MARKER.LP;
  return isPulse && (detail & (PACE_DETAIL.FURTHER | PACE_DETAIL.TRIGGERED)) === 0;
}

function countEvent(counters: Mutable<PacingCounters>, kind: number, detail: number, weight: number): void {
  if (kind === MARKER.AP) counters.atrialPaced += weight;
  else if (kind === MARKER.AS) counters.atrialSensed += weight;
  else if (kind === MARKER.VS || kind === MARKER.PVC) counters.ventricularSensed += weight;
  else if (isVentricularEvent(kind, detail)) counters.ventricularPaced += weight;
  if (kind === MARKER.PVC) counters.prematureVentricular += weight;
  if (kind === MARKER.LW) counters.leftWithheld += weight;
  if (kind === MARKER.ATR_FALLBACK) counters.modeSwitches += weight;
  if (kind === MARKER.PMT_FOUND) counters.loopsEnded += weight;
  if (kind === MARKER.SHOCK) counters.shocks += weight;
  if (kind === MARKER.TP && (detail & PACE_DETAIL.FURTHER) === 0) counters.antitachycardiaPulses += weight;
  if (kind === MARKER.LP && (detail & PACE_DETAIL.TRIGGERED) !== 0) counters.triggered += weight;
  if (isVentricularEvent(kind, detail) && (detail & PACE_DETAIL.SAFETY) !== 0) counters.safetyPaces += weight;
}

function countRate(counters: Mutable<PacingCounters>, interval_us: number, weight: number): void {
  if (interval_us === Infinity) return;
  const rate_bpm = 60e6 / interval_us;
  const found = RATE_CLASSES_bpm.findIndex((end_bpm) => rate_bpm < end_bpm);
  const index = found < 0 ? RATE_CLASSES_bpm.length : found;
  counters.ventricularRates[index] = counters.ventricularRates[index]! + weight;
}
