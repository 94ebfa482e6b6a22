import type { Parameter } from "../units/parameter.ts";

/** What counts as a notch or a slur in the middle of a QRS. */
export const QRS_NOTCH_PARAMETERS = {
  earliest_ms: {
    value: 40,
    unit: "ms",
    range: [30, 50],
    source: "Strauss 2011, Am J Cardiol 107:927",
    confirmed: true,
  },
  /** The notch lies before this part of the QRS duration. */
  latestRatio: { value: 2 / 3, unit: "1", range: [0.5, 0.8], source: "assumed", confirmed: false },
  /** Depth of a notch, of the lead's largest deflection. */
  depthRatio: { value: 0.05, unit: "1", range: [0.02, 0.1], source: "assumed", confirmed: false },
  /** The same, of the largest deflection of all leads, so that noise in a flat lead is no notch. */
  depthOfGreatestRatio: { value: 0.015, unit: "1", range: [0.01, 0.03], source: "assumed", confirmed: false },
  /** A notch may pass the baseline by this part of the largest deflection; what goes deeper is a wave of its own. */
  crossingRatio: { value: 0.25, unit: "1", range: [0, 0.3], source: "assumed", confirmed: false },
  /** The smaller of the two peaks beside a notch, of the largest deflection. */
  peakRatio: { value: 0.25, unit: "1", range: [0.15, 0.5], source: "assumed", confirmed: false },
  /** A slur: the slope falls below this part of the slopes before and after it on the same flank. */
  slurSlopeRatio: { value: 0.4, unit: "1", range: [0.2, 0.5], source: "assumed", confirmed: false },
  /** A slur lies at least this high, of the largest deflection. */
  slurHeightRatio: { value: 0.4, unit: "1", range: [0.3, 0.6], source: "assumed", confirmed: false },
  /** A flat top counts as a slur: above 85 % of the peak for this part of the QRS; a half-sine has 0.35. */
  flatTopRatio: { value: 0.4, unit: "1", range: [0.37, 0.5], source: "assumed", confirmed: false },
} as const satisfies Record<string, Parameter>;

const FLAT_TOP_LEVEL = 0.85;
/** Slopes for slurs are taken over this time to each side; assumed. */
const SLOPE_REACH_ms = 4;

export interface QrsNotch {
  readonly kind: "notch" | "slur";
  /** Bottom of the notch, flattest place of the slur or middle of the flat top, from the onset of the QRS. */
  readonly time_ms: number;
}

/**
 * The notch or slur in the middle of a lead's QRS, in its largest wave.
 *
 * A notch is a dip between two peaks of one sign that hardly passes the baseline; a slur a stretch of one flank with less
 * than 0.4 of the slopes before and after it, or a flat top. It lies later than 40 ms after the onset and before two thirds
 * of the QRS.
 *
 * @param values_mV    from onset to offset, counted from the baseline
 * @param greatest_mV  largest deflection of all leads
 * Source: Strauss 2011, Am J Cardiol 107:927 (mid-QRS notching or slurring, from 40 ms on); depth and slope are ours.
 */
export function findNotch(
  values_mV: Float64Array,
  samplingInterval_ms: number,
  greatest_mV: number,
): QrsNotch | undefined {
  const { earliest_ms, latestRatio, depthRatio, depthOfGreatestRatio, peakRatio } = QRS_NOTCH_PARAMETERS;
  const wave = largestWave(values_mV);
  if (!wave) return undefined;
  const depth_mV = Math.max(depthRatio.value * wave.peak_mV, depthOfGreatestRatio.value * greatest_mV);
  const duration_ms = (values_mV.length - 1) * samplingInterval_ms;
  const isInWindow = (sample: number) => {
    const time_ms = sample * samplingInterval_ms;
    return time_ms >= earliest_ms.value && time_ms <= latestRatio.value * duration_ms;
  };
  const turns = findTurns(wave, depth_mV);
  const isTall = (turn: Turn | undefined) =>
    turn !== undefined && wave.heights_mV[turn.sample]! >= peakRatio.value * wave.peak_mV;
  const dip = turns.find(
    ({ sample, isPeak }, index) =>
      !isPeak && isInWindow(sample) && isTall(turns[index - 1]) && isTall(turns[index + 1]),
  );
  if (dip) return { kind: "notch", time_ms: dip.sample * samplingInterval_ms };
  const reach = Math.max(1, Math.round(SLOPE_REACH_ms / samplingInterval_ms));
  const slur = findShoulder(wave, turns, { reach, isInWindow }) ?? findFlatTop(wave, duration_ms / samplingInterval_ms);
  return slur !== undefined && isInWindow(slur) ? { kind: "slur", time_ms: slur * samplingInterval_ms } : undefined;
}

/** A stretch of one sign but for shallow crossings, turned upright. */
interface Wave {
  readonly first: number;
  /** Heights over the whole QRS. */
  readonly heights_mV: Float64Array;
  /** Sample after the last. */
  readonly end: number;
  readonly peak: number;
  readonly peak_mV: number;
}

function largestWave(values_mV: Float64Array): Wave | undefined {
  let peak = 0;
  for (let sample = 1; sample < values_mV.length; sample++) {
    if (Math.abs(values_mV[sample]!) > Math.abs(values_mV[peak]!)) peak = sample;
  }
  if (values_mV.length === 0 || values_mV[peak] === 0) return undefined;
  const sign = Math.sign(values_mV[peak]!);
  const heights_mV = values_mV.map((value) => sign * value);
  const peak_mV = heights_mV[peak]!;
  const lowest_mV = -QRS_NOTCH_PARAMETERS.crossingRatio.value * peak_mV;
  let first = peak;
  while (first > 0 && heights_mV[first - 1]! > lowest_mV) first--;
  let end = peak + 1;
  while (end < heights_mV.length && heights_mV[end]! > lowest_mV) end++;
  return { first, end, peak, peak_mV, heights_mV };
}

interface Turn {
  readonly sample: number;
  readonly isPeak: boolean;
}

/** Peaks and dips in turn, each at least `depth_mV` from the next. */
function findTurns({ heights_mV, first, end }: Wave, depth_mV: number): Turn[] {
  const turns: Turn[] = [];
  let isRising = true;
  let extreme = first;
  for (let sample = first; sample < end; sample++) {
    const gain_mV = (isRising ? 1 : -1) * (heights_mV[sample]! - heights_mV[extreme]!);
    if (gain_mV > 0) extreme = sample;
    else if (gain_mV < -depth_mV) {
      turns.push({ sample: extreme, isPeak: isRising });
      isRising = !isRising;
      extreme = sample;
    }
  }
  // A rise that the wave ends in has its peak at the end.
  if (isRising) turns.push({ sample: extreme, isPeak: true });
  return turns;
}

interface ShoulderSearch {
  /** Samples to each side over which a slope is taken. */
  readonly reach: number;
  readonly isInWindow: (sample: number) => boolean;
}

/** The flattest place of a flank, high up, with steeper slopes of the same sign on both sides. */
function findShoulder(wave: Wave, turns: readonly Turn[], { reach, isInWindow }: ShoulderSearch): number | undefined {
  const { slurSlopeRatio, slurHeightRatio } = QRS_NOTCH_PARAMETERS;
  const { heights_mV, first, end, peak_mV } = wave;
  const borders = [first, ...turns.map(({ sample }) => sample), end - 1];
  for (let flank = 0; flank + 1 < borders.length; flank++) {
    const sign = flank % 2 === 0 ? 1 : -1;
    const slopes: number[] = [];
    for (let sample = borders[flank]! + reach; sample <= borders[flank + 1]! - reach; sample++) {
      slopes.push(sign * (heights_mV[sample + reach]! - heights_mV[sample - reach]!));
    }
    const found = slopes.findIndex((slope, index) => {
      const sample = borders[flank]! + reach + index;
      if (!isInWindow(sample) || heights_mV[sample]! < slurHeightRatio.value * peak_mV) return false;
      const before = Math.max(0, ...slopes.slice(0, index));
      const after = Math.max(0, ...slopes.slice(index + 1));
      return slope <= slurSlopeRatio.value * Math.min(before, after) && slope <= (slopes[index + 1] ?? slope);
    });
    if (found >= 0) return borders[flank]! + reach + found;
  }
  return undefined;
}

/** Middle of a stretch above 85 % of the peak that lasts long enough. */
function findFlatTop({ heights_mV, peak, peak_mV }: Wave, sampleCount: number): number | undefined {
  let first = peak;
  while (first > 0 && heights_mV[first - 1]! >= FLAT_TOP_LEVEL * peak_mV) first--;
  let last = peak;
  while (last + 1 < heights_mV.length && heights_mV[last + 1]! >= FLAT_TOP_LEVEL * peak_mV) last++;
  return last - first >= QRS_NOTCH_PARAMETERS.flatTopRatio.value * sampleCount
    ? Math.round((first + last) / 2)
    : undefined;
}
