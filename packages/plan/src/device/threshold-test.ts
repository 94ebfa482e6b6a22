import {
  type GeneratorSettings,
  parsePacingMode,
  type RhythmSettings,
  type Scenario,
} from "@tributary/model/generator";

/** One step of a threshold test that a person reads from the strip. */
export interface OutputTest {
  readonly lead: "RA" | "RV" | "LV";
  /** Of the left-ventricular lead. */
  readonly vectorName: string | undefined;
  readonly amplitude_V: number;
  readonly pulseWidth_ms: number;
}

/** So short that no conducted beat comes before the pulse; assumed. */
const TEST_AV_DELAY_ms = 70;
/** Where there is no atrium to pace from the test is this much faster than the heart by itself; assumed. */
const ABOVE_SINUS_PPM = 15;
const LEAST_RATE_PPM = 90;
const MOST_RATE_PPM = 150;
const UPPER_RATE_PPM = 175;
/** Programmable rates are multiples of it up there. */
const RATE_STEP_PPM = 5;
const STEP_ms = 9000;

/** One chamber paced at the output in question, in every beat: the ventricle early after each atrial beat, or else overdriven. */
export function poseOutputTest(settings: GeneratorSettings, rhythm: RhythmSettings, test: OutputTest): Scenario {
  const tracks = parsePacingMode(settings.mode).response === "D";
  const timing =
    test.lead === "RA" || !tracks
      ? { lowerRateLimit_ppm: overdrive_ppm(rhythm), upperRateLimit_ppm: UPPER_RATE_PPM }
      : { fixedAvDelay_ms: TEST_AV_DELAY_ms, sensedAvDelayOffset_ms: "off" as const };
  const off = { tachycardia: undefined, avAlgorithm: "off", dynamicAvDelay: "off", triggeredPacing: "off" } as const;
  const paced: GeneratorSettings = { ...settings, ...timing, ...off, ...outputOf(test) };
  return { settings: paced, rhythm, script: [], duration_ms: STEP_ms };
}

function overdrive_ppm({ sinusInterval_ms }: RhythmSettings): number {
  const wanted_ppm = RATE_STEP_PPM * Math.ceil((60_000 / sinusInterval_ms + ABOVE_SINUS_PPM) / RATE_STEP_PPM);
  return Math.min(MOST_RATE_PPM, Math.max(LEAST_RATE_PPM, wanted_ppm));
}

function outputOf({ lead, vectorName, amplitude_V, pulseWidth_ms }: OutputTest): Partial<GeneratorSettings> {
  // The ventricles are paced after the atrium: with AV block nothing else would keep them going.
  if (lead === "RA") return { mode: "DDD", atrialAmplitude_V: amplitude_V, atrialPulseWidth_ms: pulseWidth_ms };
  if (lead === "RV") {
    const output = { ventricularAmplitude_V: amplitude_V, ventricularPulseWidth_ms: pulseWidth_ms };
    return { ventricularPacing: "RV", ...output };
  }
  return {
    ...{ ventricularPacing: "LV", multipointDelay_ms: "off", lvProtectionPeriod_ms: "off", lvVector: vectorName },
    ...{ leftVentricularAmplitude_V: amplitude_V, leftVentricularPulseWidth_ms: pulseWidth_ms },
  };
}
