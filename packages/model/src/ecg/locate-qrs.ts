import type { EcgSignal } from "./ecg-signal.ts";
import { computeLeadSlopes, type LeadSlopes } from "./lead-slopes.ts";
import { findQrsBounds, leadSlope, type QrsBounds, type QrsSearch } from "./qrs-bounds.ts";
import { QRS_DETECTOR_PARAMETERS as DETECTOR } from "./qrs-detector-parameters.ts";

/** In noise alone the 10th percentile of s, a root of a mean of eight squares, is 0.7 of its mean. */
const NOISE_QUANTILE = 0.1;
const MEAN_OVER_QUANTILE = 1 / 0.7;

/**
 * Onset and offset of the QRS of a signal that holds one beat, with or without P and T, on the clock of the signal.
 *
 * As `findQrsBounds`, between the PQ and the ST segment. In a simulated signal, which has no noise, they are where the slope is
 * least within 100 ms of the steep part of the QRS. In a measured one they are the first place on each side where the slope is
 * locally least and then stays low for 30 ms, since ST may slope into T; the threshold is 3.5 % of the steepest slope, and above
 * noise and the slope of the segment. A signal that ends within 100 ms of the steep part has neither P nor T there.
 *
 * @param ecg  quiet for a tenth of its length at least: from there the noise is taken
 * @returns undefined where there is no QRS
 */
export function locateQrs(ecg: EcgSignal): QrsBounds | undefined {
  const slopes = computeLeadSlopes(ecg);
  const { slopes_mVPerMs, sampleCount, samplingInterval_ms, start_ms } = slopes;
  const bounds = findQrsBounds(slopes_mVPerMs, sampleCount, samplingInterval_ms, chooseSearch(slopes));
  return bounds && { onset_ms: start_ms + bounds.onset_ms, offset_ms: start_ms + bounds.offset_ms };
}

function chooseSearch({ slopes_mVPerMs, sampleCount, samplingInterval_ms }: LeadSlopes): QrsSearch {
  const slopes = Float64Array.from({ length: sampleCount }, (_, sample) =>
    leadSlope(slopes_mVPerMs, sampleCount, sample),
  );
  const steepest = slopes.reduce((greatest, slope) => Math.max(greatest, slope), 0);
  const noise = MEAN_OVER_QUANTILE * quantile(slopes, NOISE_QUANTILE);
  const isMeasured = noise > DETECTOR.silenceRatio.value * steepest;
  const ratio = isMeasured ? DETECTOR.measuredSlopeRatio.value : DETECTOR.slopeRatio.value;
  const floor = Math.max(ratio * steepest, DETECTOR.noiseRatio.value * noise);
  const { first, last } = findCore(slopes, samplingInterval_ms);
  const limit = isMeasured ? DETECTOR.segmentLimitRatio.value * steepest : Number.NEGATIVE_INFINITY;
  const walk = { samplingInterval_ms, floor, limit };
  const before = findSegment(slopes, { ...walk, from: first, step: -1 });
  const after = findSegment(slopes, { ...walk, from: last, step: 1 });
  return {
    from: before,
    to: after + 1,
    onsetFloor_mVPerMs: before === 0 ? floor : Math.max(floor, DETECTOR.segmentRatio.value * slopes[before]!),
    offsetFloor_mVPerMs:
      after === sampleCount - 1 ? floor : Math.max(floor, DETECTOR.segmentRatio.value * slopes[after]!),
  };
}

/** First and last sample of the steep slopes around the steepest. */
function findCore(
  slopes: Float64Array,
  samplingInterval_ms: number,
): { readonly first: number; readonly last: number } {
  const steepest = slopes.indexOf(slopes.reduce((greatest, slope) => Math.max(greatest, slope), 0));
  const threshold = DETECTOR.coreRatio.value * slopes[steepest]!;
  const longest = Math.round(DETECTOR.longestCore_ms.value / samplingInterval_ms);
  let first = Math.max(0, steepest - longest);
  while (first < steepest && slopes[first]! < threshold) first++;
  let last = Math.min(slopes.length - 1, first + longest);
  while (last > steepest && slopes[last]! < threshold) last--;
  return { first, last };
}

interface SegmentWalk {
  /** Where the steep part of the QRS ends. */
  readonly from: number;
  readonly step: 1 | -1;
  readonly samplingInterval_ms: number;
  /** Slopes below this are flat whatever the segment. */
  readonly floor: number;
  /** No segment is steeper. */
  readonly limit: number;
}

/** The flat place between QRS and P or T; the end of the signal where that is near. */
function findSegment(slopes: Float64Array, { from, step, samplingInterval_ms, floor, limit }: SegmentWalk): number {
  const reach = Math.round(DETECTOR.segmentReach_ms.value / samplingInterval_ms);
  const end = step > 0 ? slopes.length - 1 : 0;
  if (Math.abs(end - from) <= reach) return end;
  const halfWidth = Math.round(DETECTOR.segmentHalfWidth_ms.value / samplingInterval_ms);
  const length = Math.round(DETECTOR.segmentLength_ms.value / samplingInterval_ms);
  let quietest = from;
  for (let distance = 1; distance <= reach; distance++) {
    const sample = from + step * distance;
    const slope = slopes[sample]!;
    if (slope < slopes[quietest]!) quietest = sample;
    if (slope > limit || slope > leastAround(slopes, sample, halfWidth)) continue;
    const ceiling = Math.max(DETECTOR.segmentNoiseRatio.value * floor, DETECTOR.segmentRatio.value * slope);
    if (staysBelow(slopes, { sample, step, length, ceiling })) return sample;
  }
  return quietest;
}

/** The least slope within a distance of a sample. */
function leastAround(slopes: Float64Array, sample: number, halfWidth: number): number {
  const near = slopes.subarray(Math.max(0, sample - halfWidth), sample + halfWidth + 1);
  return near.reduce((least, slope) => Math.min(least, slope), Infinity);
}

interface Stretch {
  readonly sample: number;
  readonly step: 1 | -1;
  readonly length: number;
  readonly ceiling: number;
}

function staysBelow(slopes: Float64Array, { sample, step, length, ceiling }: Stretch): boolean {
  for (let i = 1; i <= length; i++) {
    // Past the end of the signal nothing rises.
    if ((slopes[sample + step * i] ?? 0) > ceiling) return false;
  }
  return true;
}

function quantile(values: Float64Array, fraction: number): number {
  return values.toSorted()[Math.floor(fraction * (values.length - 1))] ?? 0;
}
