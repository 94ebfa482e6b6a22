/** Everything that a strip of a run shows: marks, electrograms, and surface leads where the heart has fields for them. */
import {
  annotateMarkers,
  listBeats,
  type StripAnnotation,
  type StripElectrograms,
  type StripWindow,
  sampleElectrograms,
  sliceLog,
} from "@tributary/model/generator";
import type { DeviceRun } from "./run-device.ts";
import { createStripEcg, type StripEcg, type StripEcgInput } from "./strip-ecg.ts";

export interface StripSamples extends StripWindow {
  readonly annotation: StripAnnotation;
  readonly electrograms: StripElectrograms;
  /** Undefined where some beat of the window has no field. */
  readonly ecg: StripEcg | undefined;
}

/** Before the window: T waves reach into it, and the first intervals begin there. */
const BEFORE_ms = 2500;
/** After it, so that a pair of pulses at its end is told as one. */
const AFTER_ms = 200;

/** Draws windows of runs of one heart with one left-ventricular cathode. */
export type StripSampler = (run: Pick<DeviceRun, "blocks" | "scenario">, window: StripWindow) => StripSamples;

export function createStripSampler(input: StripEcgInput): StripSampler {
  const sampleEcg = createStripEcg(input);
  return ({ blocks, scenario }, window) => {
    const { start_ms, duration_ms } = window;
    const log = sliceLog(blocks, 1000 * (start_ms - BEFORE_ms), 1000 * (start_ms + duration_ms + AFTER_ms));
    const beats = listBeats(log, scenario.rhythm);
    return {
      ...window,
      annotation: annotateMarkers(log),
      electrograms: sampleElectrograms(log, beats, scenario.rhythm, window),
      ecg: sampleEcg(log, beats, window),
    };
  };
}
