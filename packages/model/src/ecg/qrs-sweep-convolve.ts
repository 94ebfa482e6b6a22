import { SWEEP_LEAD_COUNT } from "./qrs-sweep-nodes.ts";
import type { SweepBins } from "./qrs-sweep-result.ts";
import type { FrontTaps } from "./qrs-sweep-taps.ts";

/**
 * Slopes of the eight leads: the bins convolved with the slope of the front.
 *
 * Lead l: φ(t) = Σ w_l(x) V(t − T(x)), so dφ/dt(n) = Σ_j bins(n − j) V'(j). The voltage of a
 * lead is the running sum of its slopes, 1 ms each.
 *
 * @param outSlopes_mVPerMs  written, lead by lead, countSamples(bins, taps) each; at least 8 times that long
 * @returns samples a lead; the first is at bins.start_ms + taps.start_ms
 */
export function convolveBins(outSlopes_mVPerMs: Float64Array, bins: SweepBins, taps: FrontTaps): number {
  const { values, binCount } = bins;
  const { slopes_mVPerMs } = taps;
  const tapCount = slopes_mVPerMs.length;
  const sampleCount = countSweepSamples(bins, taps);
  for (let sample = 0; sample < sampleCount; sample++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    const end = Math.min(binCount - 1, sample);
    for (let bin = Math.max(0, sample - tapCount + 1); bin <= end; bin++) {
      const tap = slopes_mVPerMs[sample - bin]!;
      const at = SWEEP_LEAD_COUNT * bin;
      a += tap * values[at]!;
      b += tap * values[at + 1]!;
      c += tap * values[at + 2]!;
      d += tap * values[at + 3]!;
      e += tap * values[at + 4]!;
      f += tap * values[at + 5]!;
      g += tap * values[at + 6]!;
      h += tap * values[at + 7]!;
    }
    outSlopes_mVPerMs[sample] = a;
    outSlopes_mVPerMs[sample + sampleCount] = b;
    outSlopes_mVPerMs[sample + 2 * sampleCount] = c;
    outSlopes_mVPerMs[sample + 3 * sampleCount] = d;
    outSlopes_mVPerMs[sample + 4 * sampleCount] = e;
    outSlopes_mVPerMs[sample + 5 * sampleCount] = f;
    outSlopes_mVPerMs[sample + 6 * sampleCount] = g;
    outSlopes_mVPerMs[sample + 7 * sampleCount] = h;
  }
  return sampleCount;
}

/** Samples of each lead from the first bin's earliest slope to the last bin's latest. */
export function countSweepSamples({ binCount }: SweepBins, { slopes_mVPerMs }: FrontTaps): number {
  return binCount === 0 ? 0 : binCount + slopes_mVPerMs.length - 1;
}
