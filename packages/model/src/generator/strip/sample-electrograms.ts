/**
 * Electrograms of a strip from the events of a log: a template at each activation of each electrode's place.
 *
 * Times and sizes are those of the heart; the shapes are templates (assumed) and mean nothing. The stimulus is drawn as a
 * spike of fixed size.
 */
import type { RhythmSettings } from "../heart/rhythm-parameters.ts";
import type { FlatLog } from "../log/event-log.ts";
import { MARKER, ORIGIN } from "../log/marker.ts";
import type { StripBeat } from "./list-beats.ts";

/** What the three leads see, one sample a millisecond, mV. */
export interface StripElectrograms {
  readonly start_ms: number;
  readonly atrial_mV: Float32Array;
  readonly right_mV: Float32Array;
  readonly left_mV: Float32Array;
}

export interface StripWindow {
  readonly start_ms: number;
  readonly duration_ms: number;
}

/** Half widths of the templates, ms; all assumed. */
const WIDTH_ms = { near: 5, broad: 11, stimulus: 0.9, noise: 3, repolarization: 48 } as const;
const STIMULUS_SHARE = 0.7;
const EVOKED_SHARE = 0.7;
/** T wave of a ventricular electrogram, share of its R wave; seen by the generator only where the rhythm says so. */
const T_SHARE = 0.14;
const FIBRILLATION_SHARE = 0.55;
/** A deflection this near to an activation is that activation. */
const SAME_ms = 1;

export function sampleElectrograms(
  log: FlatLog,
  beats: readonly StripBeat[],
  rhythm: RhythmSettings,
  window: StripWindow,
): StripElectrograms {
  const length = Math.ceil(window.duration_ms);
  const signals: StripElectrograms = {
    start_ms: window.start_ms,
    atrial_mV: new Float32Array(length),
    right_mV: new Float32Array(length),
    left_mV: new Float32Array(length),
  };
  addAtria(signals, log, rhythm);
  for (const beat of beats) addBeat(signals, beat, rhythm);
  addPulses(signals, log, rhythm);
  addOversensing(signals, log, beats, rhythm);
  return signals;
}

function addAtria({ start_ms, atrial_mV }: StripElectrograms, log: FlatLog, { pWave_mV }: RhythmSettings): void {
  for (let i = 0; i < log.count; i++) {
    if (log.kinds[i] !== MARKER.ATRIUM) continue;
    const share = log.details[i] === ORIGIN.FIBRILLATION ? FIBRILLATION_SHARE : 1;
    addBiphasic(atrial_mV, log.times_us[i]! / 1000 - start_ms, share * pWave_mV, WIDTH_ms.near);
  }
}

function addBeat({ start_ms, right_mV, left_mV }: StripElectrograms, beat: StripBeat, rhythm: RhythmSettings): void {
  addVentricular(right_mV, beat.rightSite_ms - start_ms, rhythm.rWave_mV, beat.rightPulse_ms !== undefined);
  addVentricular(left_mV, beat.leftSite_ms - start_ms, rhythm.lvRWave_mV, beat.leftPulse_ms !== undefined);
}

/** Paced muscle answers broadly and the other way round, after its stimulus. */
function addVentricular(signal_mV: Float32Array, at_ms: number, size_mV: number, isPaced: boolean): void {
  if (isPaced) addBiphasic(signal_mV, at_ms + 3 * WIDTH_ms.broad, -EVOKED_SHARE * size_mV, WIDTH_ms.broad);
  else addBiphasic(signal_mV, at_ms, size_mV, WIDTH_ms.near);
  addBump(signal_mV, at_ms + 290, T_SHARE * size_mV, WIDTH_ms.repolarization);
}

function addPulses(signals: StripElectrograms, log: FlatLog, rhythm: RhythmSettings): void {
  for (let i = 0; i < log.count; i++) {
    const kind = log.kinds[i]!;
    const at_ms = log.times_us[i]! / 1000 - signals.start_ms;
    if (kind === MARKER.AP) addBump(signals.atrial_mV, at_ms, STIMULUS_SHARE * rhythm.pWave_mV, WIDTH_ms.stimulus);
    if (kind === MARKER.VP || kind === MARKER.TP)
      addBump(signals.right_mV, at_ms, STIMULUS_SHARE * rhythm.rWave_mV, WIDTH_ms.stimulus);
    if (kind === MARKER.LP || kind === MARKER.LP2)
      addBump(signals.left_mV, at_ms, STIMULUS_SHARE * rhythm.lvRWave_mV, WIDTH_ms.stimulus);
  }
}

/** Deflections of the ventricular channel that no front explains: noise, cross-talk, a large T wave. */
function addOversensing(
  { start_ms, right_mV }: StripElectrograms,
  log: FlatLog,
  beats: readonly StripBeat[],
  rhythm: RhythmSettings,
): void {
  const isFront = (time_ms: number) => beats.some(({ rightSite_ms }) => Math.abs(rightSite_ms - time_ms) <= SAME_ms);
  const isTWave = (time_ms: number) =>
    beats.some((beat) => Math.abs(beat.time_ms + rhythm.tWaveDelay_ms - time_ms) <= SAME_ms);
  for (let i = 0; i < log.count; i++) {
    if (log.kinds[i] !== MARKER.V_DEFLECTION) continue;
    const time_ms = log.times_us[i]! / 1000;
    if (isFront(time_ms)) continue;
    const at_ms = time_ms - start_ms;
    if (isTWave(time_ms)) addBump(right_mV, at_ms, rhythm.tWave_mV, WIDTH_ms.repolarization);
    else addBiphasic(right_mV, at_ms, 0.5 * Math.max(rhythm.noise_mV, rhythm.crosstalk_mV), WIDTH_ms.noise);
  }
}

/** Positive, then negative; the peak has the size given. */
function addBiphasic(signal_mV: Float32Array, at_ms: number, size_mV: number, width_ms: number): void {
  addShape(signal_mV, at_ms, 4 * width_ms, (along_ms) => {
    const u = along_ms / width_ms;
    return -size_mV * u * Math.exp(0.5 - (u * u) / 2);
  });
}

function addBump(signal_mV: Float32Array, at_ms: number, size_mV: number, width_ms: number): void {
  addShape(signal_mV, at_ms, 4 * width_ms, (along_ms) => size_mV * Math.exp(-((along_ms / width_ms) ** 2) / 2));
}

function addShape(signal_mV: Float32Array, at_ms: number, reach_ms: number, shape: (along_ms: number) => number): void {
  const from = Math.max(0, Math.ceil(at_ms - reach_ms));
  const to = Math.min(signal_mV.length - 1, Math.floor(at_ms + reach_ms));
  for (let i = from; i <= to; i++) signal_mV[i]! += shape(i - at_ms);
}
