import { alignBeats, isAlike } from "./align-beats.ts";
import { BEAT_PARAMETERS } from "./beat-parameters.ts";
import type { EcgSignal } from "./ecg-signal.ts";
import { findBeats } from "./find-beats.ts";
import { INDEPENDENT_LEADS } from "./lead-names.ts";

/** Intervals between the beats of a recording, ectopic ones included. */
export interface RrStatistics {
  readonly mean_ms: number;
  readonly sd_ms: number;
  readonly shortest_ms: number;
  readonly longest_ms: number;
}

export type AveragedBeats =
  | {
      readonly kind: "averaged";
      /** One beat; its clock begins with it. */
      readonly ecg: EcgSignal;
      /** Beats averaged, and beats found in the recording. */
      readonly beatCount: number;
      readonly foundCount: number;
      /** Whole beats left out because they look different: ectopic or noisy. */
      readonly rejectedCount: number;
      /** Undefined with one beat. */
      readonly rr: RrStatistics | undefined;
    }
  /** No QRS stands out, or none lies far enough from the ends of the recording. */
  | { readonly kind: "no-beat"; readonly foundCount: number };

/** The quietest stretch before the QRS is the baseline of a beat; it is this long. Assumed. */
const BASELINE_WIDTH_ms = 16;
/** Where it is looked for, before the middle of the QRS; assumed. */
const BASELINE_FROM_ms = 140;
const BASELINE_TO_ms = 50;
/** From the shortest interval usual in the recording to the end of the averaged beat: before the next P. Assumed. */
const SHARE_OF_RR = 0.7;

/**
 * One beat for all the beats of a recording: found, lined up by cross-correlation, baseline taken at the PQ segment of each,
 * those unlike the rest left out, averaged, and smoothed by a bell of 1.5 ms.
 *
 * Averaging n beats lowers noise by √n; the bell lowers the slope of white noise at 500 samples a second by another 2.4 and
 * widens a QRS by about 2 ms at each end.
 *
 * @param ecg  a recording of any length
 */
export function averageBeats(ecg: EcgSignal): AveragedBeats {
  const { samplingInterval_ms, sampleCount } = ecg;
  const middles = findBeats(ecg);
  const rr = measureRr(middles, samplingInterval_ms);
  const before = Math.round(BEAT_PARAMETERS.before_ms.value / samplingInterval_ms);
  const after_ms = Math.min(BEAT_PARAMETERS.after_ms.value, rr ? SHARE_OF_RR * rr.mean_ms : Infinity);
  const after = Math.round(after_ms / samplingInterval_ms);
  const reach = Math.round(BEAT_PARAMETERS.alignReach_ms.value / samplingInterval_ms);
  const whole = middles.filter((middle) => middle >= before + reach && middle + after + reach < sampleCount);
  if (whole.length === 0) return { kind: "no-beat", foundCount: middles.length };
  const aligned = alignBeats(ecg, whole);
  const kept = aligned.filter(isAlike);
  if (kept.length === 0) return { kind: "no-beat", foundCount: middles.length };
  const beat = averageAround(
    ecg,
    kept.map(({ middle }) => middle),
    { before, after },
  );
  return {
    kind: "averaged",
    ecg: smooth(beat),
    beatCount: kept.length,
    foundCount: middles.length,
    rejectedCount: whole.length - kept.length,
    rr,
  };
}

function measureRr(middles: readonly number[], samplingInterval_ms: number): RrStatistics | undefined {
  if (middles.length < 2) return undefined;
  const intervals_ms = middles.slice(1).map((middle, i) => (middle - middles[i]!) * samplingInterval_ms);
  const mean_ms = intervals_ms.reduce((sum, value) => sum + value, 0) / intervals_ms.length;
  const squares = intervals_ms.reduce((sum, value) => sum + (value - mean_ms) ** 2, 0);
  return {
    mean_ms,
    sd_ms: Math.sqrt(squares / intervals_ms.length),
    shortest_ms: Math.min(...intervals_ms),
    longest_ms: Math.max(...intervals_ms),
  };
}

interface BeatWindow {
  readonly before: number;
  readonly after: number;
}

/** The mean of the beats around their middles, each lead of each beat from its own baseline. */
function averageAround(ecg: EcgSignal, middles: readonly number[], { before, after }: BeatWindow): EcgSignal {
  const length = before + after;
  const leads_mV = new Float64Array(INDEPENDENT_LEADS.length * length);
  const quiet = findQuiet(ecg, middles);
  const width = Math.max(1, Math.round(BASELINE_WIDTH_ms / ecg.samplingInterval_ms));
  for (let lead = 0; lead < INDEPENDENT_LEADS.length; lead++) {
    for (const middle of middles) {
      const from = lead * ecg.sampleCount + middle;
      let baseline_mV = 0;
      for (let i = 0; i < width; i++) baseline_mV += ecg.leads_mV[from + quiet + i]! / width;
      for (let i = 0; i < length; i++) {
        leads_mV[lead * length + i]! += (ecg.leads_mV[from - before + i]! - baseline_mV) / middles.length;
      }
    }
  }
  return { ...ecg, start_ms: 0, sampleCount: length, leads_mV };
}

/** Where, from the middle of the QRS, the stretch with the least variation over all leads of the mean beat begins. */
function findQuiet(ecg: EcgSignal, middles: readonly number[]): number {
  const { leads_mV, sampleCount, samplingInterval_ms } = ecg;
  const width = Math.max(1, Math.round(BASELINE_WIDTH_ms / samplingInterval_ms));
  const first = -Math.round(BASELINE_FROM_ms / samplingInterval_ms);
  const last = -Math.round(BASELINE_TO_ms / samplingInterval_ms) - width;
  const meanAt = (lead: number, offset: number) =>
    middles.reduce((sum, middle) => sum + leads_mV[lead * sampleCount + middle + offset]!, 0) / middles.length;
  const means = INDEPENDENT_LEADS.map((_, lead) =>
    Float64Array.from({ length: last - first + width }, (_, i) => meanAt(lead, first + i)),
  );
  let best = first;
  let least = Infinity;
  for (let offset = first; offset < last; offset++) {
    const variation = means.reduce(
      (sum, values) => sum + spread(values.subarray(offset - first, offset - first + width)),
      0,
    );
    if (variation >= least) continue;
    least = variation;
    best = offset;
  }
  return best;
}

function spread(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/** Convolution with a bell; at the ends of the signal with the part of it that lies inside. */
function smooth(ecg: EcgSignal): EcgSignal {
  const { leads_mV, sampleCount, samplingInterval_ms } = ecg;
  const sigma = BEAT_PARAMETERS.smoothing_ms.value / samplingInterval_ms;
  const half = Math.ceil(3 * sigma);
  const bell = Float64Array.from({ length: 2 * half + 1 }, (_, i) => Math.exp(-0.5 * ((i - half) / sigma) ** 2));
  const smoothed_mV = leads_mV.map((_, at) => {
    const sample = at % sampleCount;
    let [sum, weight] = [0, 0];
    for (let k = -Math.min(half, sample); k <= Math.min(half, sampleCount - 1 - sample); k++) {
      sum += bell[k + half]! * leads_mV[at + k]!;
      weight += bell[k + half]!;
    }
    return sum / weight;
  });
  return { ...ecg, leads_mV: smoothed_mV };
}
