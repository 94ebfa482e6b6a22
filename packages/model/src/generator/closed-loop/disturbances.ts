/** What can happen to a heart and its leads while a generator runs: changes of the heart, and a script. */
import type { RhythmSettings } from "../heart/rhythm-parameters.ts";
import type { ScriptedAction } from "./scenario.ts";

export interface Disturbance {
  /** kebab-case, stable. */
  readonly id: string;
  /** What happens, one line. */
  readonly what: string;
  /** The heart from the start on. */
  readonly rhythm?: Partial<RhythmSettings>;
  script?(duration_ms: number): readonly ScriptedAction[];
}

/** Undisturbed beats before anything happens. */
const ONSET_ms = 4000;
const NOISE_ms = 6000;
/** From one premature beat to the next; no multiple of usual cycles, so that they fall everywhere. */
const PVC_INTERVAL_ms = 5170;
/** Beyond any output of a generator. */
export const NO_CAPTURE_V = 100;

function once(action: ScriptedAction["action"]): () => readonly ScriptedAction[] {
  return () => [{ time_ms: ONSET_ms, action }];
}

/** Figures of each assumed: typical of what a clinic sees, not of a patient. */
export const DISTURBANCES: readonly Disturbance[] = [
  { id: "none", what: "nothing: the heart beats as the case says" },
  {
    id: "exercise",
    what: "sinus rhythm of 145 a minute from 4 s on",
    script: once({ kind: "rhythm", change: { sinusInterval_ms: 60_000 / 145 } }),
  },
  {
    id: "sinus-bradycardia",
    what: "sinus rhythm of 40 a minute",
    rhythm: { sinusInterval_ms: 1500 },
  },
  { id: "heart-block", what: "no beat is conducted to the ventricles", rhythm: { conductsAntegrade: false } },
  {
    id: "atrial-fibrillation",
    what: "atrial fibrillation from 4 s to two thirds of the run",
    script: (duration_ms) => [
      { time_ms: ONSET_ms, action: { kind: "atrial-tachycardia", interval_ms: 180, spreadFraction: 0.25 } },
      { time_ms: Math.max(ONSET_ms + 1, (2 * duration_ms) / 3), action: { kind: "atrial-tachycardia-end" } },
    ],
  },
  {
    id: "pvc",
    what: "a premature ventricular beat every 5.17 s",
    script: (duration_ms) =>
      Array.from({ length: Math.max(0, Math.ceil((duration_ms - ONSET_ms) / PVC_INTERVAL_ms)) }, (_, i) => ({
        time_ms: ONSET_ms + i * PVC_INTERVAL_ms,
        action: { kind: "pvc" as const },
      })),
  },
  {
    id: "ventricular-tachycardia",
    what: "ventricular tachycardia of 188 a minute from 4 s on; four captured pulses end it",
    rhythm: { ventricularRefractory_ms: 190 },
    script: once({ kind: "ventricular-tachycardia", interval_ms: 320 }),
  },
  {
    id: "ventricular-fibrillation",
    what: "250 ventricular beats a minute from 4 s on that no pacing ends",
    rhythm: { ventricularRefractory_ms: 190, atpPulsesToEnd: "never" },
    script: once({ kind: "ventricular-tachycardia", interval_ms: 240 }),
  },
  {
    id: "pmt",
    what: "conduction back in 300 ms, and five premature beats from 4 s on that start a loop",
    rhythm: { conductsRetrograde: true, retrogradeConduction_ms: 300 },
    script: () =>
      [0, 400, 800, 1200, 1600].map((after_ms) => ({ time_ms: ONSET_ms + after_ms, action: { kind: "pvc" } })),
  },
  {
    id: "noise",
    what: "50 deflections a second in the ventricular channel from 4 to 10 s",
    script: () => [
      { time_ms: ONSET_ms, action: { kind: "noise", channel: "V", interval_ms: 20 } },
      { time_ms: ONSET_ms + NOISE_ms, action: { kind: "noise-end", channel: "V" } },
    ],
  },
  {
    id: "magnet",
    what: "a magnet over the generator from 4 to 10 s",
    script: () => [
      { time_ms: ONSET_ms, action: { kind: "magnet", isOn: true } },
      { time_ms: ONSET_ms + NOISE_ms, action: { kind: "magnet", isOn: false } },
    ],
  },
  {
    id: "loss-of-lv-capture",
    what: "from 4 s on no left-ventricular pulse captures",
    script: once({ kind: "rhythm", change: { leftThreshold_V: NO_CAPTURE_V } }),
  },
  {
    id: "loss-of-rv-capture",
    what: "from 4 s on no right-ventricular pulse captures",
    script: once({ kind: "rhythm", change: { rightThreshold_V: NO_CAPTURE_V } }),
  },
  {
    id: "loss-of-atrial-capture",
    what: "sinus rhythm of 40 a minute; from 4 s on no atrial pulse captures",
    rhythm: { sinusInterval_ms: 1500 },
    script: once({ kind: "rhythm", change: { atrialThreshold_V: NO_CAPTURE_V } }),
  },
  {
    id: "rv-lead-fracture",
    what: "from 4 s on noise in the ventricular channel at irregular rate, and no capture there",
    script: (duration_ms) => [
      { time_ms: ONSET_ms, action: { kind: "rhythm", change: { rightThreshold_V: NO_CAPTURE_V } } },
      ...scriptLeadNoise("V", duration_ms),
    ],
  },
  {
    id: "anodal-capture",
    what: "the left-ventricular pulse also captures at the ring in the right ventricle",
    rhythm: { capturesAtAnode: true },
  },
  {
    id: "crosstalk",
    what: "the ventricular channel sees the atrial pulse; sinus rhythm of 40 a minute",
    rhythm: { sinusInterval_ms: 1500, crosstalk_mV: 5 },
  },
  { id: "t-wave-oversensing", what: "AV block; T waves of 4 mV", rhythm: { conductsAntegrade: false, tWave_mV: 4 } },
];

/** Bursts of noise of half a second, every 2.3 s: a contact that opens with movement. */
export function scriptLeadNoise(channel: "A" | "V", duration_ms: number): ScriptedAction[] {
  const count = Math.max(0, Math.ceil((duration_ms - ONSET_ms) / 2300));
  return Array.from({ length: count }, (_, i): ScriptedAction[] => [
    { time_ms: ONSET_ms + 2300 * i, action: { kind: "noise", channel, interval_ms: 37 } },
    { time_ms: ONSET_ms + 2300 * i + 500, action: { kind: "noise-end", channel } },
  ]).flat();
}
