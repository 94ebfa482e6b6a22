import type { EcgSignal } from "./ecg-signal.ts";
import { computeLeadSlopes, type LeadSlopes } from "./lead-slopes.ts";
import { findQrsBounds, leadSlope, type QrsBounds, type QrsSearch } from "./qrs-bounds.ts";
import { QRS_DETECTOR_PARAMETERS } from "./qrs-detector-parameters.ts";

/** In noise alone the 10th percentile of s, a root of a mean of eight squares, is 0.7 of its mean. */
const NOISE_QUANTILE = 0.1;
const MEAN_OVER_QUANTILE = 1 / 0.7;

/**
 * Onset and offset of the QRS of a signal that holds one beat, with or without P and T, on the clock of the signal.
 *
 * Where the signal goes on for more than 100 ms beyond the steep part of the QRS, P or T may lie there: the search then
 * begins at the quietest point of PQ and ends at that of ST. Twice the slope of noise, and twice the least slope of the
 * segment beside, are below the threshold. In a noiseless signal both are 0 and the result is that of `findQrsBounds`.
 *
 * @returns undefined where there is no QRS
 */
export function locateQrs(ecg: EcgSignal): QrsBounds | undefined {
  const slopes = computeLeadSlopes(ecg);
  const { slopes_mVPerMs, sampleCount, samplingInterval_ms, start_ms } = slopes;
  const bounds = findQrsBounds(slopes_mVPerMs, sampleCount, samplingInterval_ms, chooseSearch(slopes));
  return bounds && { onset_ms: start_ms + bounds.onset_ms, offset_ms: start_ms + bounds.offset_ms };
}

function chooseSearch({ slopes_mVPerMs, sampleCount, samplingInterval_ms }: LeadSlopes): QrsSearch {
  const { noiseRatio, segmentRatio, segmentReach_ms } = QRS_DETECTOR_PARAMETERS;
  const slopes = Float64Array.from({ length: sampleCount }, (_, sample) =>
    leadSlope(slopes_mVPerMs, sampleCount, sample),
  );
  const { first, last } = findCore(slopes, samplingInterval_ms);
  const reach = Math.round(segmentReach_ms.value / samplingInterval_ms);
  const from = first > reach ? quietest(slopes, first - reach, first) : 0;
  const end = last + reach < sampleCount ? quietest(slopes, last, last + reach) : sampleCount - 1;
  const noise = noiseRatio.value * MEAN_OVER_QUANTILE * quantile(slopes, NOISE_QUANTILE);
  return {
    from,
    to: end + 1,
    onsetFloor_mVPerMs: from === 0 ? noise : Math.max(noise, segmentRatio.value * slopes[from]!),
    offsetFloor_mVPerMs: end === sampleCount - 1 ? noise : Math.max(noise, segmentRatio.value * slopes[end]!),
  };
}

/** First and last sample of the steep slopes around the steepest. */
function findCore(
  slopes: Float64Array,
  samplingInterval_ms: number,
): { readonly first: number; readonly last: number } {
  const { coreRatio, longestCore_ms } = QRS_DETECTOR_PARAMETERS;
  const steepest = slopes.indexOf(slopes.reduce((greatest, slope) => Math.max(greatest, slope), 0));
  const threshold = coreRatio.value * slopes[steepest]!;
  const longest = Math.round(longestCore_ms.value / samplingInterval_ms);
  let first = Math.max(0, steepest - longest);
  while (first < steepest && slopes[first]! < threshold) first++;
  let last = Math.min(slopes.length - 1, first + longest);
  while (last > steepest && slopes[last]! < threshold) last--;
  return { first, last };
}

/** The least slope; of equal ones the nearest to the QRS does not matter, the first is taken. */
function quietest(slopes: Float64Array, from: number, to: number): number {
  let least = from;
  for (let sample = from; sample <= to; sample++) if (slopes[sample]! < slopes[least]!) least = sample;
  return least;
}

function quantile(values: Float64Array, fraction: number): number {
  return values.toSorted()[Math.floor(fraction * (values.length - 1))]!;
}
