import { BEAT_PARAMETERS } from "./beat-parameters.ts";
import type { EcgSignal } from "./ecg-signal.ts";
import { INDEPENDENT_LEADS } from "./lead-names.ts";

/** A beat of a recording, lined up with the template. */
export interface AlignedBeat {
  /** Sample of the recording that lies at the middle of the template. */
  readonly middle: number;
  /** With the template, over the QRS of all leads, each lead from its own mean. */
  readonly correlation: number;
  /** Its norm over that of the template. */
  readonly sizeRatio: number;
}

/** Whether a beat looks like the template. */
export function isAlike({ correlation, sizeRatio }: AlignedBeat): boolean {
  const { leastCorrelation, leastSizeRatio } = BEAT_PARAMETERS;
  return correlation >= leastCorrelation.value && Math.min(sizeRatio, 1 / sizeRatio) >= leastSizeRatio.value;
}

/**
 * Lines up the beats of a recording by cross-correlation over their QRS.
 *
 * The template is first the beat that agrees best with the others as they were found, then the mean of those that agree
 * with it; each beat is shifted by up to 40 ms to where its correlation with the template is largest.
 *
 * @param middles  samples, each far enough from the ends of the recording
 */
export function alignBeats(ecg: EcgSignal, middles: readonly number[]): AlignedBeat[] {
  const half = Math.round(BEAT_PARAMETERS.alignHalfWidth_ms.value / ecg.samplingInterval_ms);
  let template = cutWindow(ecg, chooseTypical(ecg, middles, half), half);
  let beats = middles.map((middle) => alignBeat(ecg, middle, template));
  for (let pass = 0; pass < 2; pass++) {
    const alike = beats.filter(isAlike);
    if (alike.length === 0) return beats;
    template = averageWindows(alike.map(({ middle }) => cutWindow(ecg, middle, half)));
    beats = beats.map(({ middle }) => alignBeat(ecg, middle, template));
  }
  return beats;
}

/** Beats among which the first template is chosen; more take time and change nothing. */
const MOST_CANDIDATES = 15;

/** The beat with the largest median correlation to the others as they were found. */
function chooseTypical(ecg: EcgSignal, middles: readonly number[], half: number): number {
  const windows = middles.slice(0, MOST_CANDIDATES).map((middle) => cutWindow(ecg, middle, half));
  const typical = windows.map((window) => {
    const correlations = windows.map((other) => compare(window, other).correlation).sort((a, b) => a - b);
    return correlations[Math.floor(correlations.length / 2)]!;
  });
  return middles[typical.indexOf(Math.max(...typical))]!;
}

/** Shifts first in steps of several samples, then singly around the best. */
function alignBeat(ecg: EcgSignal, middle: number, template: Float64Array): AlignedBeat {
  const half = (template.length / INDEPENDENT_LEADS.length - 1) / 2;
  const reach = Math.round(BEAT_PARAMETERS.alignReach_ms.value / ecg.samplingInterval_ms);
  const coarse = Math.max(1, Math.round(COARSE_STEP_ms / ecg.samplingInterval_ms));
  let best: AlignedBeat = { middle, correlation: Number.NEGATIVE_INFINITY, sizeRatio: 0 };
  const scan = (from: number, to: number, step: number) => {
    for (let at = from; at <= to; at += step) {
      if (at < half || at + half >= ecg.sampleCount) continue;
      const comparison = compare(cutWindow(ecg, at, half), template);
      if (comparison.correlation > best.correlation) best = { middle: at, ...comparison };
    }
  };
  scan(middle - reach, middle + reach, coarse);
  scan(best.middle - coarse + 1, best.middle + coarse - 1, 1);
  return best;
}

/** Narrower than a wave of the QRS is wide. */
const COARSE_STEP_ms = 8;

/** All leads around a sample, each from its own mean: 8 · (2 half + 1). */
function cutWindow({ leads_mV, sampleCount }: EcgSignal, middle: number, half: number): Float64Array {
  const length = 2 * half + 1;
  const window = new Float64Array(INDEPENDENT_LEADS.length * length);
  for (let lead = 0; lead < INDEPENDENT_LEADS.length; lead++) {
    const from = lead * sampleCount + middle - half;
    let mean = 0;
    for (let i = 0; i < length; i++) mean += leads_mV[from + i]! / length;
    for (let i = 0; i < length; i++) window[lead * length + i] = leads_mV[from + i]! - mean;
  }
  return window;
}

function averageWindows(windows: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(windows[0]!.length);
  for (const window of windows) {
    for (let i = 0; i < mean.length; i++) mean[i]! += window[i]! / windows.length;
  }
  return mean;
}

function compare(window: Float64Array, template: Float64Array): Omit<AlignedBeat, "middle"> {
  let [product, squares, templateSquares] = [0, 0, 0];
  for (let i = 0; i < window.length; i++) {
    product += window[i]! * template[i]!;
    squares += window[i]! ** 2;
    templateSquares += template[i]! ** 2;
  }
  if (squares === 0 || templateSquares === 0) return { correlation: 0, sizeRatio: 0 };
  return {
    correlation: product / Math.sqrt(squares * templateSquares),
    sizeRatio: Math.sqrt(squares / templateSquares),
  };
}
