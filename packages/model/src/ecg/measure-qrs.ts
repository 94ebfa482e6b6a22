import type { EcgSignal } from "./ecg-signal.ts";
import { deriveLead } from "./ecg-signal.ts";
import { STANDARD_LEADS, type StandardLead } from "./lead-names.ts";
import { locateQrs } from "./locate-qrs.ts";
import { findNotch, type QrsNotch } from "./qrs-notch.ts";
import { describeWaves, findWaves, type QrsWave } from "./qrs-waves.ts";
import { computeVectorcardiogram } from "./vectorcardiogram.ts";

/** Left: −90 to −30 degrees; normal: −30 to 90; right: 90 to 180; extreme: the rest. */
export type AxisClass = "normal" | "left" | "right" | "extreme";

/** The QRS of one lead; amplitudes count from the baseline, times from the onset of the QRS. */
export interface LeadQrs {
  /** Time integral; 1 mV·ms is 1 uV·s. */
  readonly netArea_uVs: number;
  readonly waves: readonly QrsWave[];
  /** "rS", "qR", "QS"; small letters for waves below half of the largest. */
  readonly pattern: string;
  /** Largest positive and largest negative deflection, both 0 or above. */
  readonly rAmplitude_mV: number;
  readonly sAmplitude_mV: number;
  /** Of the last positive wave at least half as tall as the tallest; undefined without one. */
  readonly rPeak_ms: number | undefined;
  readonly notch: QrsNotch | undefined;
}

export interface QrsMeasures {
  /** On the clock of the signal. */
  readonly onset_ms: number;
  readonly offset_ms: number;
  readonly duration_ms: number;
  /** Frontal plane: 0 to the left, a quarter turn down. */
  readonly axis_rad: number;
  readonly axisClass: AxisClass | undefined;
  /** Length of the QRS integral in three dimensions, by the vectorcardiogram of Kors. */
  readonly qrsArea_uVs: number;
  /** False: amplitudes and areas mean nothing in themselves; duration, axis and shape do. */
  readonly amplitudeIsCalibrated: boolean;
  readonly leads: Readonly<Record<StandardLead, LeadQrs>>;
}

/** Time before the onset whose mean is the baseline; assumed. */
const BASELINE_ms = 10;

/**
 * Duration, axis, area and shape of the QRS of a signal that holds one beat.
 *
 * Onset and offset: see `locateQrs`; first and last over all leads. Baseline of each lead: its mean over the 10 ms before the
 * onset. Axis = atan2((II + III)/√3, I) of the net areas. QRS area = √(A_X² + A_Y² + A_Z²), A the net areas of X, Y, Z.
 *
 * @returns NaN for duration, axis and area of a signal without a QRS
 *
 * Accuracy: durations to a sample; scale changes nothing.
 * Source: global duration and axis as in AHA/ACC/HRS 2009, Circulation 119:e235; QRS area as in van Deursen 2015 (Kors
 * matrix: Eur Heart J 1990;11:1083).
 */
export function measureQrs(ecg: EcgSignal): QrsMeasures {
  const bounds = locateQrs(ecg) ?? { onset_ms: NaN, offset_ms: NaN };
  const leadValues = STANDARD_LEADS.map((lead) => cutQrs(deriveLead(ecg, lead), ecg, bounds));
  const greatest_mV = leadValues.reduce((greatest, values) => Math.max(greatest, largest(values)), 0);
  const measured = STANDARD_LEADS.map((lead, index) => {
    return [lead, measureLead(leadValues[index]!, ecg.samplingInterval_ms, greatest_mV)] as const;
  });
  const leads = Object.fromEntries(measured) as Record<StandardLead, LeadQrs>;
  const duration_ms = bounds.offset_ms - bounds.onset_ms;
  const { I, II, III } = leads;
  const axis_rad = Number.isNaN(duration_ms)
    ? NaN
    : Math.atan2((II.netArea_uVs + III.netArea_uVs) / Math.sqrt(3), I.netArea_uVs);
  return {
    ...bounds,
    duration_ms,
    axis_rad,
    axisClass: classifyAxis(axis_rad),
    qrsArea_uVs: Number.isNaN(duration_ms) ? NaN : measureVectorArea(ecg, bounds),
    amplitudeIsCalibrated: ecg.isCalibrated,
    leads,
  };
}

interface Bounds {
  readonly onset_ms: number;
  readonly offset_ms: number;
}

/** Samples from onset to offset, from the mean of the 10 ms before the onset. */
function cutQrs(values_mV: Float64Array, ecg: EcgSignal, { onset_ms, offset_ms }: Bounds): Float64Array {
  if (Number.isNaN(onset_ms)) return new Float64Array(0);
  const { start_ms, samplingInterval_ms } = ecg;
  const first = Math.floor((onset_ms - start_ms) / samplingInterval_ms);
  const last = Math.min(values_mV.length - 1, Math.ceil((offset_ms - start_ms) / samplingInterval_ms));
  const before = Math.max(0, first - Math.round(BASELINE_ms / samplingInterval_ms));
  const segment = values_mV.subarray(before, first + 1);
  const baseline_mV = segment.reduce((sum, value) => sum + value, 0) / segment.length;
  return values_mV.slice(first, last + 1).map((value) => value - baseline_mV);
}

function measureLead(values_mV: Float64Array, samplingInterval_ms: number, greatest_mV: number): LeadQrs {
  const waves = findWaves(values_mV, samplingInterval_ms, greatest_mV);
  const rAmplitude_mV = values_mV.reduce((most, value) => Math.max(most, value), 0);
  const rWaves = waves.filter(({ peak_mV }) => peak_mV > 0 && peak_mV >= rAmplitude_mV / 2);
  return {
    netArea_uVs: integrate(values_mV, samplingInterval_ms),
    waves,
    pattern: describeWaves(waves),
    rAmplitude_mV,
    sAmplitude_mV: -values_mV.reduce((least, value) => Math.min(least, value), 0),
    rPeak_ms: rWaves.at(-1)?.peak_ms,
    notch: findNotch(values_mV, samplingInterval_ms, greatest_mV),
  };
}

function measureVectorArea(ecg: EcgSignal, bounds: Bounds): number {
  const { x_mV, y_mV, z_mV } = computeVectorcardiogram(ecg);
  const areas = [x_mV, y_mV, z_mV].map((values) => integrate(cutQrs(values, ecg, bounds), ecg.samplingInterval_ms));
  return Math.hypot(...areas);
}

function integrate(values_mV: Float64Array, samplingInterval_ms: number): number {
  return samplingInterval_ms * values_mV.reduce((sum, value) => sum + value, 0);
}

function largest(values_mV: Float64Array): number {
  return values_mV.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Source: limits of AHA/ACC/HRS 2009, Circulation 119:e235 (from memory). */
function classifyAxis(axis_rad: number): AxisClass | undefined {
  if (Number.isNaN(axis_rad)) return undefined;
  if (axis_rad < -Math.PI / 2) return "extreme";
  if (axis_rad < -Math.PI / 6) return "left";
  return axis_rad > Math.PI / 2 ? "right" : "normal";
}
