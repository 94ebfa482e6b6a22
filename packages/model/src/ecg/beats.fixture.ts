import { createRandom } from "../numerics/random.ts";
import type { EcgSignal } from "./ecg-signal.ts";
import { bell, createSyntheticEcg, halfSine, polyline, scaled, sumOf } from "./synthetic-ecg.fixture.ts";

/** A beat of left bundle branch block: QS in V1 and V2, notched R in I, V5 and V6, T against QRS, 150 ms from 300 ms on. */
export function createLbbbBeat(
  options: { readonly hasP?: boolean; readonly samplingInterval_ms?: number } = {},
): EcgSignal {
  const { hasP = true, samplingInterval_ms = 1 } = options;
  const notched = polyline([300, 0], [345, 1], [375, 0.75], [405, 1.05], [450, 0]);
  const smooth = halfSine(300, 450, 1);
  const p = hasP ? bell(180, 50, 0.12) : () => 0;
  const lateral = (r_mV: number) => sumOf(p, scaled(notched, r_mV), bell(650, 110, -0.3 * r_mV));
  const septal = (s_mV: number) => sumOf(p, scaled(smooth, -s_mV), bell(650, 110, 0.3 * s_mV));
  const courses = {
    I: lateral(0.9),
    II: lateral(0.3),
    V1: septal(1.6),
    V2: septal(2.2),
    V3: septal(1.5),
    V4: sumOf(p, halfSine(300, 345, 0.4), halfSine(345, 450, -0.7), bell(650, 110, 0.2)),
    V5: lateral(0.8),
    V6: lateral(1.3),
  };
  return createSyntheticEcg(courses, { duration_ms: 900, samplingInterval_ms });
}

export interface RecordingOptions {
  /** Times at which a beat begins, ms. */
  readonly beats_ms: readonly number[];
  /** Beats, by their place, that come from elsewhere: upside down. */
  readonly ectopic?: readonly number[];
  readonly noise_mV?: number;
  readonly wander_mV?: number;
  readonly duration_ms?: number;
}

/** Copies of a beat along a recording of 10 s, with noise and wander. */
export function createRecording(beat: EcgSignal, options: RecordingOptions): EcgSignal {
  const { beats_ms, ectopic = [], noise_mV = 0, wander_mV = 0, duration_ms = 10_000 } = options;
  const random = createRandom(5);
  const sampleCount = Math.round(duration_ms / beat.samplingInterval_ms);
  const leads_mV = new Float64Array(8 * sampleCount);
  for (let lead = 0; lead < 8; lead++) {
    for (const [index, start_ms] of beats_ms.entries()) {
      const first = Math.round(start_ms / beat.samplingInterval_ms);
      const sign = ectopic.includes(index) ? -1 : 1;
      for (let i = 0; i < beat.sampleCount && first + i < sampleCount; i++) {
        leads_mV[lead * sampleCount + first + i]! += sign * beat.leads_mV[lead * beat.sampleCount + i]!;
      }
    }
    for (let i = 0; i < sampleCount; i++) {
      const wander = wander_mV * Math.sin((2 * Math.PI * i) / sampleCount + lead);
      leads_mV[lead * sampleCount + i]! += noise_mV * random.normal() + wander;
    }
  }
  return { ...beat, sampleCount, leads_mV };
}
