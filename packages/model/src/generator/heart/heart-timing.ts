import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import type { RhythmSettings } from "./rhythm-parameters.ts";

/** A rhythm as the conduction heart uses it: integer microseconds, and what the generator can see and capture. */
export interface HeartTiming {
  readonly sinusInterval_us: number;
  readonly sinusSpreadFraction: number;
  readonly atrialRefractory_us: number;
  readonly ventricularRefractory_us: number;
  readonly avConduction_us: number;
  readonly avDecrement_us: number;
  readonly avRecovery_us: number;
  readonly avRefractory_us: number;
  readonly retrogradeConduction_us: number;
  readonly rightToLeft_us: number;
  readonly pacedTransit_us: number;
  readonly farFieldDelay_us: number;
  readonly tWaveDelay_us: number;
  readonly crosstalkDelay_us: number;
  readonly concealedConduction_us: number;
  readonly conductsAntegrade: boolean;
  readonly conductsRetrograde: boolean;
  readonly capturesAtAnode: boolean;
  readonly leftFarFieldPDelay_us: number;
  readonly isLeftFarFieldPSeen: boolean;
  readonly atpPulsesToEnd: number;
  readonly isPSeen: boolean;
  readonly isRSeen: boolean;
  readonly isLvRSeen: boolean;
  readonly isFarFieldSeen: boolean;
  readonly isTSeen: boolean;
  readonly isCrosstalkSeen: boolean;
  readonly isAtrialNoiseSeen: boolean;
  readonly isVentricularNoiseSeen: boolean;
  readonly capturesAtrium: boolean;
  readonly capturesRight: boolean;
  readonly capturesLeft: boolean;
}

/** Joins a heart and what is programmed: a deflection is seen from the sensitivity up, a pulse captures from threshold. */
export function compileHeartTiming(rhythm: RhythmSettings, settings: GeneratorSettings): HeartTiming {
  const us = (value_ms: number) => Math.round(1000 * value_ms);
  const atrial_V = programmedOutput_V(settings, "atrial");
  const right_V = programmedOutput_V(settings, "ventricular");
  const left_V = settings.leftVentricularAmplitude_V;
  const { atrialSensitivity_mV, ventricularSensitivity_mV } = settings;
  return {
    sinusInterval_us: us(rhythm.sinusInterval_ms),
    sinusSpreadFraction: rhythm.sinusSpreadFraction,
    atrialRefractory_us: us(rhythm.atrialRefractory_ms),
    ventricularRefractory_us: us(rhythm.ventricularRefractory_ms),
    avConduction_us: us(rhythm.avConduction_ms),
    avDecrement_us: us(rhythm.avDecrement_ms),
    avRecovery_us: us(rhythm.avRecovery_ms),
    avRefractory_us: us(rhythm.avRefractory_ms),
    retrogradeConduction_us: us(rhythm.retrogradeConduction_ms),
    rightToLeft_us: us(rhythm.rightToLeft_ms),
    pacedTransit_us: us(rhythm.pacedTransit_ms),
    farFieldDelay_us: us(rhythm.farFieldDelay_ms),
    tWaveDelay_us: us(rhythm.tWaveDelay_ms),
    crosstalkDelay_us: us(rhythm.crosstalkDelay_ms),
    concealedConduction_us: us(rhythm.concealedConduction_ms),
    conductsAntegrade: rhythm.conductsAntegrade,
    conductsRetrograde: rhythm.conductsRetrograde,
    capturesAtAnode: rhythm.capturesAtAnode,
    leftFarFieldPDelay_us: us(rhythm.leftFarFieldPDelay_ms),
    isLeftFarFieldPSeen: rhythm.leftFarFieldP_mV >= ventricularSensitivity_mV,
    atpPulsesToEnd: rhythm.atpPulsesToEnd === "never" ? Infinity : rhythm.atpPulsesToEnd,
    isPSeen: rhythm.pWave_mV >= atrialSensitivity_mV,
    isRSeen: rhythm.rWave_mV >= ventricularSensitivity_mV,
    isLvRSeen: rhythm.lvRWave_mV >= ventricularSensitivity_mV,
    isFarFieldSeen: rhythm.farField_mV >= atrialSensitivity_mV,
    isTSeen: rhythm.tWave_mV >= ventricularSensitivity_mV,
    isCrosstalkSeen: rhythm.crosstalk_mV >= ventricularSensitivity_mV,
    isAtrialNoiseSeen: rhythm.noise_mV >= atrialSensitivity_mV,
    isVentricularNoiseSeen: rhythm.noise_mV >= ventricularSensitivity_mV,
    capturesAtrium: atrial_V !== "off" && atrial_V >= rhythm.atrialThreshold_V,
    capturesRight: right_V !== "off" && right_V >= rhythm.rightThreshold_V,
    capturesLeft: left_V !== "off" && left_V >= rhythm.leftThreshold_V,
  };
}

/** Amplitude in force: regulated and unregulated outputs are programmed apart. */
export function programmedOutput_V(settings: GeneratorSettings, chamber: "atrial" | "ventricular"): number | "off" {
  const isRegulated = settings.outputRegulation === "regulated";
  if (chamber === "atrial") return isRegulated ? settings.atrialAmplitude_V : settings.atrialUnregulatedAmplitude_V;
  return isRegulated ? settings.ventricularAmplitude_V : settings.ventricularUnregulatedAmplitude_V;
}
