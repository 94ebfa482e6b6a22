import type { EcgSignal } from "./ecg-signal.ts";
import { INDEPENDENT_LEADS, type IndependentLead } from "./lead-names.ts";

/** Voltage in mV over time in ms. */
export type Course = (time_ms: number) => number;

export interface SyntheticOptions {
  readonly duration_ms?: number;
  readonly samplingInterval_ms?: number;
  readonly start_ms?: number;
}

/** An ECG whose leads follow given courses; leads not named are flat. */
export function createSyntheticEcg(
  courses: Partial<Record<IndependentLead, Course>>,
  options: SyntheticOptions = {},
): EcgSignal {
  const { duration_ms = 400, samplingInterval_ms = 1, start_ms = 0 } = options;
  const sampleCount = Math.round(duration_ms / samplingInterval_ms);
  const leads_mV = new Float64Array(8 * sampleCount);
  for (const [index, lead] of INDEPENDENT_LEADS.entries()) {
    const course = courses[lead];
    if (!course) continue;
    for (let sample = 0; sample < sampleCount; sample++) {
      leads_mV[index * sampleCount + sample] = course(start_ms + sample * samplingInterval_ms);
    }
  }
  return { samplingInterval_ms, start_ms, sampleCount, leads_mV, isCalibrated: true };
}

/** A half-sine from one time to another. */
export function halfSine(from_ms: number, to_ms: number, peak_mV: number): Course {
  return (time_ms) =>
    time_ms <= from_ms || time_ms >= to_ms
      ? 0
      : peak_mV * Math.sin((Math.PI * (time_ms - from_ms)) / (to_ms - from_ms));
}

/** A bell 2.5 standard deviations of which lie within `halfWidth_ms`. */
export function bell(peak_ms: number, halfWidth_ms: number, peak_mV: number): Course {
  return (time_ms) => peak_mV * Math.exp(-0.5 * ((2.5 * (time_ms - peak_ms)) / halfWidth_ms) ** 2);
}

export function sumOf(...courses: readonly Course[]): Course {
  return (time_ms) => courses.reduce((sum, course) => sum + course(time_ms), 0);
}

export function scaled(course: Course, factor: number): Course {
  return (time_ms) => factor * course(time_ms);
}

/** Straight lines between points; 0 outside. */
export function polyline(...points: readonly (readonly [time_ms: number, value_mV: number])[]): Course {
  return (time_ms) => {
    for (let i = 1; i < points.length; i++) {
      const [from_ms, from_mV] = points[i - 1]!;
      const [to_ms, to_mV] = points[i]!;
      if (time_ms >= from_ms && time_ms < to_ms) {
        return from_mV + ((to_mV - from_mV) * (time_ms - from_ms)) / (to_ms - from_ms);
      }
    }
    return 0;
  };
}
