/** How the heart conducts in event time; defaults of a heart in sinus rhythm with left bundle branch block. */
import type { Parameter } from "../../units/parameter.ts";
import { type ParameterValues, takeValues } from "../../units/parameter-values.ts";

const assumed = { source: "assumed", confirmed: false } as const;
const memory = { source: "from memory", confirmed: false } as const;

export const RHYTHM_PARAMETERS = {
  sinusInterval_ms: { value: 850, unit: "ms", range: [300, 2000], ...assumed },
  /** Sinus intervals spread evenly by this share; 0 is an exactly periodic sinus. */
  sinusSpreadFraction: { value: 0, unit: "1", range: [0, 0.3], ...assumed },
  atrialRefractory_ms: { value: 200, unit: "ms", range: [120, 300], ...memory },
  ventricularRefractory_ms: { value: 250, unit: "ms", range: [180, 350], ...memory },
  /** Atrium to right-ventricular electrode through a rested AV node. */
  avConduction_ms: { value: 180, unit: "ms", range: [80, 400], ...memory },
  /** What a node adds that has had no rest; it fades with the recovery time. */
  avDecrement_ms: { value: 150, unit: "ms", range: [0, 400], ...assumed },
  avRecovery_ms: { value: 150, unit: "ms", range: [50, 400], ...assumed },
  /** From the last exit of the AV node to the next atrial beat that is conducted. */
  avRefractory_ms: { value: 200, unit: "ms", range: [100, 500], ...assumed },
  /** Ventricles to atrium. */
  retrogradeConduction_ms: {
    value: 200,
    unit: "ms",
    range: [90, 450],
    source: "150 to 200 ms: Jiang, TACAS 2012; range assumed",
    confirmed: false,
  },
  /** Right- to left-ventricular electrode in conducted beats (left bundle branch block). */
  rightToLeft_ms: { value: 100, unit: "ms", range: [0, 200], ...assumed },
  /** From one ventricle's electrode to the other's when one is paced. */
  pacedTransit_ms: { value: 130, unit: "ms", range: [60, 220], ...assumed },
  farFieldDelay_ms: { value: 60, unit: "ms", range: [10, 150], ...assumed },
  tWaveDelay_ms: { value: 330, unit: "ms", range: [250, 420], ...assumed },
  crosstalkDelay_ms: { value: 60, unit: "ms", range: [5, 120], ...assumed },
  /** In atrial fibrillation the AV node stays closed for up to this much longer, at random. */
  concealedConduction_ms: { value: 300, unit: "ms", range: [0, 600], ...assumed },
  pWave_mV: { value: 3, unit: "mV", range: [0.2, 8], ...assumed },
  rWave_mV: { value: 10, unit: "mV", range: [2, 25], ...assumed },
  lvRWave_mV: { value: 10, unit: "mV", range: [2, 25], source: "5 to 20 mV (from memory)", confirmed: false },
  farField_mV: { value: 0, unit: "mV", range: [0, 2], ...assumed },
  /** The atrium as a left-ventricular lead near the AV groove sees it. */
  leftFarFieldP_mV: { value: 0, unit: "mV", range: [0, 5], ...assumed },
  leftFarFieldPDelay_ms: { value: 40, unit: "ms", range: [0, 100], ...assumed },
  tWave_mV: { value: 0, unit: "mV", range: [0, 4], ...assumed },
  crosstalk_mV: { value: 0, unit: "mV", range: [0, 5], ...assumed },
  noise_mV: { value: 12, unit: "mV", range: [0, 20], ...assumed },
  /** Capture thresholds at the programmed pulse widths. */
  atrialThreshold_V: { value: 0.8, unit: "V", range: [0.2, 8], ...assumed },
  rightThreshold_V: { value: 0.7, unit: "V", range: [0.2, 8], ...assumed },
  leftThreshold_V: {
    value: 1.1,
    unit: "V",
    range: [0.2, 8],
    source: "mean of programmed vectors: Crossley, Heart Rhythm 2015",
    confirmed: true,
  },
} as const satisfies Record<string, Parameter>;

/** A heart's rhythm: numbers as above, and whether the AV node conducts each way. */
export type RhythmSettings = ParameterValues<typeof RHYTHM_PARAMETERS> & {
  readonly conductsAntegrade: boolean;
  readonly conductsRetrograde: boolean;
  /** A left-ventricular pulse also captures at its anode, the ring in the right ventricle. */
  readonly capturesAtAnode: boolean;
  /** Antitachycardia pulses that capture and end a ventricular tachycardia. */
  readonly atpPulsesToEnd: number | "never";
  readonly seed: number;
};

export const DEFAULT_RHYTHM: RhythmSettings = {
  ...takeValues(RHYTHM_PARAMETERS),
  conductsAntegrade: true,
  conductsRetrograde: false,
  capturesAtAnode: false,
  atpPulsesToEnd: 4,
  seed: 1,
};
