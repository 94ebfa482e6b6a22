import { INDEPENDENT_LEADS } from "./lead-names.ts";
import { QRS_DETECTOR_PARAMETERS } from "./qrs-detector-parameters.ts";

/** Where a QRS begins and ends, on the clock of the signal's first slope. */
export interface QrsBounds {
  readonly onset_ms: number;
  readonly offset_ms: number;
}

/** Where to look, and what is too flat to count, where P, T or noise are present too. */
export interface QrsSearch {
  /** First sample to look at; default 0. */
  readonly from?: number;
  /** Sample after the last; default all. */
  readonly to?: number;
  /** Least slope at the onset and at the offset, added to the relative threshold by taking the larger; default 0. */
  readonly onsetFloor_mVPerMs?: number;
  readonly offsetFloor_mVPerMs?: number;
}

const LEAD_COUNT = INDEPENDENT_LEADS.length;

/**
 * First onset and last offset of the QRS over all leads, from their slopes.
 *
 *   s(t) = √(mean over the eight independent leads of (dV/dt)²);
 *
 * the onset is the first time at which s rises above 2 % of its maximum and stays there for 6 ms, the offset the last. The
 * crossing is interpolated between samples. The threshold is relative, so that a change of scale changes nothing; noise
 * and sloping segments raise it through `search`.
 *
 * @param slopes_mVPerMs  lead by lead, `sampleCount` each, in the order of INDEPENDENT_LEADS; may be longer
 * @param search          where to look; by default everything is QRS, as in a simulation without repolarization
 * @returns undefined where nothing rises above the threshold
 *
 * Cost: two passes over the slopes; allocates the result only. About 6 us for 200 samples.
 * Source: global onset and offset over all leads as in AHA/ACC/HRS 2009, Circulation 119:e235; figures of the detector are
 * ours, see QRS_DETECTOR_PARAMETERS.
 */
export function findQrsBounds(
  slopes_mVPerMs: Float64Array,
  sampleCount: number,
  samplingInterval_ms: number,
  search: QrsSearch = {},
): QrsBounds | undefined {
  const { from = 0, to = sampleCount, onsetFloor_mVPerMs = 0, offsetFloor_mVPerMs = 0 } = search;
  let greatest = 0;
  for (let sample = from; sample < to; sample++) {
    const slope = leadSlope(slopes_mVPerMs, sampleCount, sample);
    if (slope > greatest) greatest = slope;
  }
  if (!(greatest > 0)) return undefined;
  const relative = QRS_DETECTOR_PARAMETERS.slopeRatio.value * greatest;
  const first = findSustained(slopes_mVPerMs, sampleCount, samplingInterval_ms, {
    from,
    to,
    step: 1,
    threshold_mVPerMs: Math.max(relative, onsetFloor_mVPerMs),
  });
  const last = findSustained(slopes_mVPerMs, sampleCount, samplingInterval_ms, {
    from: to - 1,
    to: from - 1,
    step: -1,
    threshold_mVPerMs: Math.max(relative, offsetFloor_mVPerMs),
  });
  if (first === undefined || last === undefined) return undefined;
  return { onset_ms: first * samplingInterval_ms, offset_ms: last * samplingInterval_ms };
}

/** s at one sample: root of the mean square over the eight leads. */
export function leadSlope(slopes_mVPerMs: Float64Array, sampleCount: number, sample: number): number {
  let squares = 0;
  for (let at = sample; at < LEAD_COUNT * sampleCount; at += sampleCount) squares += slopes_mVPerMs[at]! ** 2;
  return Math.sqrt(squares / LEAD_COUNT);
}

interface Walk {
  readonly from: number;
  /** One past the last in the direction of the walk. */
  readonly to: number;
  readonly step: 1 | -1;
  readonly threshold_mVPerMs: number;
}

/** Where s first rises above the threshold and stays there, in samples with a fraction. */
function findSustained(
  slopes_mVPerMs: Float64Array,
  sampleCount: number,
  samplingInterval_ms: number,
  { from, to, step, threshold_mVPerMs }: Walk,
): number | undefined {
  const needed = Math.ceil(QRS_DETECTOR_PARAMETERS.sustained_ms.value / samplingInterval_ms);
  let previous = 0;
  let runLength = 0;
  let crossing = from;
  for (let sample = from; sample !== to; sample += step) {
    const slope = leadSlope(slopes_mVPerMs, sampleCount, sample);
    if (slope <= threshold_mVPerMs) {
      runLength = 0;
    } else {
      // A run that begins at the edge has no sample before it to interpolate with.
      if (runLength === 0) {
        const excess = sample === from ? 0 : (slope - threshold_mVPerMs) / (slope - previous);
        crossing = sample - step * excess;
      }
      runLength++;
      if (runLength >= needed) return crossing;
    }
    previous = slope;
  }
  return undefined;
}
