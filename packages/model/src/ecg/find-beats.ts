import { BEAT_PARAMETERS } from "./beat-parameters.ts";
import type { EcgSignal } from "./ecg-signal.ts";
import { computeLeadSlopes } from "./lead-slopes.ts";
import { leadSlope } from "./qrs-bounds.ts";

/**
 * The samples at the middle of each QRS of a recording, by the energy of the slopes of all leads, taken over 12 ms: the mean
 * of s² over 60 ms has one peak a beat; peaks above 0.3 of the usual one and at least 260 ms apart are beats.
 *
 * The threshold follows the median of the peaks, so that neither an artifact nor a pause moves it.
 *
 * Source: as Pan and Tompkins, IEEE Trans Biomed Eng 1985;32:230 (slope, square, moving window), with all leads at once;
 * the figures are ours, see BEAT_PARAMETERS.
 */
export function findBeats(ecg: EcgSignal): number[] {
  const energy = computeEnergy(ecg);
  const { peakRatio, stretch_ms } = BEAT_PARAMETERS;
  const stretch = Math.round(stretch_ms.value / ecg.samplingInterval_ms);
  const maxima: number[] = [];
  for (let from = 0; from < energy.length; from += stretch) {
    // A last piece shorter than half a stretch may hold no beat.
    if (from > 0 && energy.length - from < stretch / 2) break;
    maxima.push(energy.subarray(from, from + stretch).reduce((most, value) => Math.max(most, value), 0));
  }
  const usual = maxima.toSorted((a, b) => a - b)[Math.floor(maxima.length / 2)] ?? 0;
  if (usual === 0) return [];
  // Energy goes with the square of the slope.
  const threshold = peakRatio.value ** 2 * usual;
  return pickPeaks(energy, threshold, ecg.samplingInterval_ms);
}

/** Mean of s² over a window centered at each sample. */
function computeEnergy(ecg: EcgSignal): Float64Array {
  const { slopes_mVPerMs, sampleCount, samplingInterval_ms } = computeLeadSlopes(
    ecg,
    BEAT_PARAMETERS.slopeSpan_ms.value,
  );
  const half = Math.round(BEAT_PARAMETERS.energyWidth_ms.value / samplingInterval_ms / 2);
  const sums = new Float64Array(sampleCount + 1);
  for (let sample = 0; sample < sampleCount; sample++) {
    sums[sample + 1] = sums[sample]! + leadSlope(slopes_mVPerMs, sampleCount, sample) ** 2;
  }
  return Float64Array.from({ length: sampleCount }, (_, sample) => {
    const from = Math.max(0, sample - half);
    const to = Math.min(sampleCount, sample + half + 1);
    return (sums[to]! - sums[from]!) / (2 * half + 1);
  });
}

/** Maxima above the threshold; of those too close the larger, and no T waves. */
function pickPeaks(energy: Float64Array, threshold: number, samplingInterval_ms: number): number[] {
  const { refractory_ms, tWave_ms, tSlopeRatio } = BEAT_PARAMETERS;
  const peaks: number[] = [];
  for (let sample = 1; sample + 1 < energy.length; sample++) {
    const value = energy[sample]!;
    if (value < threshold || value < energy[sample - 1]! || value <= energy[sample + 1]!) continue;
    const last = peaks.at(-1);
    const since_ms = last === undefined ? Infinity : (sample - last) * samplingInterval_ms;
    const ratio = last === undefined ? 1 : value / energy[last]!;
    if (since_ms < tWave_ms.value && ratio < tSlopeRatio.value ** 2) continue;
    if (since_ms >= refractory_ms.value) peaks.push(sample);
    else if (ratio > 1) peaks[peaks.length - 1] = sample;
  }
  return peaks;
}
