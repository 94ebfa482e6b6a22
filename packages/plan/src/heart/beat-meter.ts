import {
  convolveBins,
  createSweepBins,
  createSweepSources,
  type FrontTaps,
  findQrsBounds,
  prepareSweepField,
  type SweepNodes,
  type SweepSources,
  sweepBins,
  sweepBinsOfTimes,
} from "@tributary/model";

/** What one beat measures. */
export interface BeatMeasures {
  /** Latest minus first activation, ms. */
  readonly totalActivationTime_ms: number;
  /** The same up to the latest node of the left ventricle. */
  readonly lvActivationTime_ms: number;
  readonly qrsDuration_ms: number;
}

/** Measures beats; holds the scratch space of one thread. */
export interface BeatMeter {
  /** @param first_ms  when the first source of the map starts */
  measureMap(times_ms: Float32Array, first_ms: number): BeatMeasures;
  /** Fields that are paced together with many delays, made ready once. */
  combine(fields: readonly Float32Array[]): SweepSources;
  /** @param delays_ms  whole ms, one a field; the first activation is at the smallest */
  measure(sources: SweepSources, delays_ms: readonly number[]): BeatMeasures;
}

export function createBeatMeter(nodes: SweepNodes, taps: FrontTaps): BeatMeter {
  const bins = createSweepBins();
  let slopes_mVPerMs = new Float64Array(0);

  function measureBins(first_ms: number): BeatMeasures {
    const needed = 8 * (bins.binCount + taps.slopes_mVPerMs.length);
    if (slopes_mVPerMs.length < needed) slopes_mVPerMs = new Float64Array(2 * needed);
    const sampleCount = convolveBins(slopes_mVPerMs, bins, taps);
    const bounds = findQrsBounds(slopes_mVPerMs, sampleCount, 1);
    return {
      totalActivationTime_ms: bins.latest_ms - first_ms,
      lvActivationTime_ms: bins.latestOfMask_ms - first_ms,
      qrsDuration_ms: bounds ? bounds.offset_ms - bounds.onset_ms : NaN,
    };
  }
  return {
    measureMap(times_ms, first_ms) {
      sweepBinsOfTimes(bins, times_ms, nodes);
      return measureBins(first_ms);
    },
    combine: (fields) =>
      createSweepSources(
        nodes,
        fields.map((field) => prepareSweepField(field, nodes)),
      ),
    measure(sources, delays_ms) {
      sweepBins(bins, sources, delays_ms);
      return measureBins(Math.min(...delays_ms));
    },
  };
}
