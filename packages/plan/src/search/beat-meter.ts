import {
  convolveBins,
  createSweepBins,
  findQrsBounds,
  type FrontTaps,
  prepareSweepField,
  type SweepBins,
  type SweepField,
  type SweepNodes,
  sweepBins,
} from "@tributary/model";

/** What one beat measures. */
export interface BeatMeasures {
  /** Latest minus first activation, ms. */
  readonly totalActivationTime_ms: number;
  /** The same up to the latest node of the left ventricle. */
  readonly lvActivationTime_ms: number;
  readonly qrsDuration_ms: number;
}

/** Measures beats made of prepared sources; holds the scratch space of one thread. */
export interface BeatMeter {
  prepare(times_ms: Float32Array): SweepField;
  /** @param delays_ms  whole ms, one a source; the first activation is at the smallest */
  measure(fields: readonly SweepField[], delays_ms: readonly number[]): BeatMeasures;
}

export function createBeatMeter(nodes: SweepNodes, taps: FrontTaps): BeatMeter {
  const bins: SweepBins = createSweepBins();
  let slopes_mVPerMs = new Float64Array(0);

  function measure(fields: readonly SweepField[], delays_ms: readonly number[]): BeatMeasures {
    sweepBins(bins, fields, delays_ms, nodes);
    const needed = 8 * (bins.binCount + taps.slopes_mVPerMs.length);
    if (slopes_mVPerMs.length < needed) slopes_mVPerMs = new Float64Array(2 * needed);
    const sampleCount = convolveBins(slopes_mVPerMs, bins, taps);
    const bounds = findQrsBounds(slopes_mVPerMs, sampleCount, 1);
    const first_ms = Math.min(...delays_ms);
    return {
      totalActivationTime_ms: bins.latest_ms - first_ms,
      lvActivationTime_ms: bins.latestOfMask_ms - first_ms,
      qrsDuration_ms: bounds ? bounds.offset_ms - bounds.onset_ms : NaN,
    };
  }
  return { prepare: (times_ms) => prepareSweepField(times_ms, nodes), measure };
}
