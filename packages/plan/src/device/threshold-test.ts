import type { GeneratorSettings, RhythmSettings, Scenario } from "@tributary/model/generator";

/** One step of a threshold test that a person reads from the strip. */
export interface OutputTest {
  readonly lead: "RA" | "RV" | "LV";
  /** Of the left-ventricular lead. */
  readonly vectorName: string | undefined;
  readonly amplitude_V: number;
  readonly pulseWidth_ms: number;
}

/** Paced this much faster than the sinus node, so that each beat of the test is a paced one; assumed. */
const ABOVE_SINUS_PPM = 15;
const LEAST_RATE_PPM = 90;
const MOST_RATE_PPM = 150;
const UPPER_RATE_PPM = 175;
/** Programmable rates are multiples of it up there. */
const RATE_STEP_PPM = 5;
const STEP_ms = 9000;

/** The chamber alone is paced, faster than the heart beats by itself, at the output in question. */
export function poseOutputTest(settings: GeneratorSettings, rhythm: RhythmSettings, test: OutputTest): Scenario {
  const wanted_ppm = 60_000 / rhythm.sinusInterval_ms + ABOVE_SINUS_PPM;
  const lowerRateLimit_ppm = Math.min(
    MOST_RATE_PPM,
    Math.max(LEAST_RATE_PPM, RATE_STEP_PPM * Math.ceil(wanted_ppm / RATE_STEP_PPM)),
  );
  const rates = { lowerRateLimit_ppm, upperRateLimit_ppm: UPPER_RATE_PPM };
  const paced = { ...settings, ...rates, tachycardia: undefined, ...outputOf(test) };
  return { settings: paced, rhythm, script: [], duration_ms: STEP_ms };
}

function outputOf({ lead, vectorName, amplitude_V, pulseWidth_ms }: OutputTest): Partial<GeneratorSettings> {
  // The ventricles are paced after the atrium: with AV block nothing else would keep them going.
  if (lead === "RA") return { mode: "DDD", atrialAmplitude_V: amplitude_V, atrialPulseWidth_ms: pulseWidth_ms };
  if (lead === "RV") {
    const output = { ventricularAmplitude_V: amplitude_V, ventricularPulseWidth_ms: pulseWidth_ms };
    return { mode: "VVI", ventricularPacing: "RV", triggeredPacing: "off", ...output };
  }
  return {
    ...{ mode: "VVI", ventricularPacing: "LV", triggeredPacing: "off", multipointDelay_ms: "off" },
    ...{ lvProtectionPeriod_ms: "off", lvVector: vectorName },
    ...{ leftVentricularAmplitude_V: amplitude_V, leftVentricularPulseWidth_ms: pulseWidth_ms },
  };
}
