import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import { hasChamber, type PacingMode, parsePacingMode } from "../parameters/pacing-mode.ts";

/** What a mode does with each chamber. */
export interface Behavior {
  readonly pacesAtrium: boolean;
  readonly pacesVentricle: boolean;
  /** Atrial senses have an effect on timing. */
  readonly heedsAtrium: boolean;
  readonly heedsVentricle: boolean;
  /** Atrial deflections are seen, be it only for counting. */
  readonly seesAtrium: boolean;
  readonly seesVentricle: boolean;
  /** An atrial sense starts an AV interval. */
  readonly tracksAtrium: boolean;
  readonly triggersAtrium: boolean;
  readonly triggersVentricle: boolean;
  /** Both chambers have a part in timing: PVARP instead of ARP. */
  readonly isDual: boolean;
  readonly isAsynchronous: boolean;
  readonly isRateModulated: boolean;
  /** LRI of this behavior. */
  readonly lowerInterval_us: number;
  readonly hysteresisInterval_us: number;
}

/** Which behavior is in force. */
export const REGIME = { PERMANENT: 0, FALLBACK: 1, MAGNET: 2, PACE_NOW: 3 } as const;

/** A pulse of one ventricular event. */
export interface PulsePlan {
  readonly site: "RV" | "LV" | "LV2";
  readonly delay_us: number;
}

/** Settings as the machine uses them: integer microseconds. */
export interface GeneratorTiming {
  readonly settings: GeneratorSettings;
  /** Indexed by REGIME. */
  readonly behaviors: readonly Behavior[];
  readonly lowerInterval_us: number;
  readonly upperInterval_us: number;
  readonly sensorInterval_us: number;
  readonly pacedAvDelay_us: number;
  readonly sensedAvOffset_us: number;
  readonly minimumAvDelay_us: number;
  readonly isAvDynamic: boolean;
  readonly ventricularRefractory_us: number;
  readonly atrialRefractory_us: number;
  readonly pvarp_us: number;
  readonly pvarpExtension_us: number;
  readonly smoothingFraction: number;
  readonly isAtrialScheme: boolean;
  readonly pvab_us: number;
  readonly pvabAbsolute_us: number;
  readonly atrialBlankingAfterPace_us: number;
  readonly ventricularBlankingAfterAtrialPace_us: number;
  readonly ventricularBlankingAfterPace_us: number;
  readonly ventricularBlankingAfterSense_us: number;
  readonly safetyAvDelay_us: number;
  readonly crosstalkWindow_us: number;
  readonly noiseWindow_us: number;
  readonly noiseInhibits: boolean;
  readonly nonCompetitive_us: number;
  readonly pulses: readonly PulsePlan[];
  readonly biventricularPulses: readonly PulsePlan[];
  readonly leftPulses: readonly PulsePlan[];
  readonly lvProtection_us: number;
  readonly lvBlanking_us: number;
  readonly isLvSensed: boolean;
  readonly isTriggeredCrt: boolean;
  readonly triggeredInterval_us: number;
  readonly lvOnlyBackup_us: number;
  /** Pacing never faster than this, whatever a fault asks for. */
  readonly runawayInterval_us: number;
}

/** Runaway protection: 205 a minute (Boston Scientific CRT-D manual, about 2006). */
const RUNAWAY_RATE_PPM = 205;
/** Pace-Now and power-on reset: VVI, 65 ppm, VRP 320 ms (PACEMAKER System Specification, 2007). */
const EMERGENCY_RATE_PPM = 65;
export const EMERGENCY_REFRACTORY_us = 320_000;
/** A magnet paces at this rate with a fresh battery; 90 near replacement, 85 at it (PACEMAKER, 2007). */
const MAGNET_RATE_PPM = 100;
/** An offset never makes the sensed AV delay shorter than this; assumed. */
export const SHORTEST_AV_DELAY_us = 30_000;

/** Integer microseconds of a rate. */
export function intervalFromRate_us(rate_ppm: number): number {
  return Math.round(60e6 / rate_ppm);
}

/** Integer microseconds; "off" is none. */
function microseconds(value_ms: number | "off", whenOff_us = 0): number {
  return value_ms === "off" ? whenOff_us : Math.round(1000 * value_ms);
}

/**
 * Turns checked settings into what the machine counts with.
 *
 * @param settings  as `checkSettings` and `findConflicts` accept them
 */
export function compileTiming(settings: GeneratorSettings): GeneratorTiming {
  const mode = parsePacingMode(settings.mode);
  const lowerInterval_us = intervalFromRate_us(settings.lowerRateLimit_ppm);
  const biventricularPulses = planBiventricularPulses(settings);
  const leftPulses = planLeftPulses(settings);
  return {
    settings,
    behaviors: compileBehaviors(settings, mode),
    lowerInterval_us,
    upperInterval_us: intervalFromRate_us(settings.upperRateLimit_ppm),
    sensorInterval_us: intervalFromRate_us(settings.maximumSensorRate_ppm),
    pacedAvDelay_us: microseconds(settings.fixedAvDelay_ms),
    sensedAvOffset_us: microseconds(settings.sensedAvDelayOffset_ms),
    minimumAvDelay_us: microseconds(settings.minimumDynamicAvDelay_ms),
    isAvDynamic: settings.dynamicAvDelay === "on",
    ventricularRefractory_us: microseconds(settings.ventricularRefractory_ms),
    atrialRefractory_us: microseconds(settings.atrialRefractory_ms),
    pvarp_us: microseconds(settings.pvarp_ms),
    pvarpExtension_us: microseconds(settings.pvarpExtension_ms),
    smoothingFraction: settings.rateSmoothing_percent === "off" ? Infinity : settings.rateSmoothing_percent / 100,
    isAtrialScheme: settings.timingScheme === "atrial",
    pvab_us: microseconds(settings.pvab_ms),
    pvabAbsolute_us: microseconds(Math.min(settings.pvabAbsolute_ms, settings.pvab_ms)),
    atrialBlankingAfterPace_us: microseconds(settings.atrialBlankingAfterPace_ms),
    ventricularBlankingAfterAtrialPace_us: microseconds(settings.ventricularBlanking_ms),
    ventricularBlankingAfterPace_us: microseconds(settings.ventricularBlankingAfterPace_ms),
    ventricularBlankingAfterSense_us: microseconds(settings.ventricularBlankingAfterSense_ms),
    safetyAvDelay_us: microseconds(settings.safetyAvDelay_ms, Infinity),
    crosstalkWindow_us: microseconds(settings.crosstalkWindow_ms),
    noiseWindow_us: microseconds(settings.noiseWindow_ms),
    noiseInhibits: settings.noiseResponse === "inhibit",
    nonCompetitive_us: microseconds(settings.nonCompetitiveAtrialPacing_ms),
    pulses: choosePulses(settings, biventricularPulses, leftPulses),
    biventricularPulses,
    leftPulses,
    lvProtection_us: microseconds(settings.lvProtectionPeriod_ms),
    lvBlanking_us: microseconds(settings.lvBlanking_ms),
    isLvSensed: settings.lvSensing === "on" && settings.lvVector !== undefined,
    isTriggeredCrt: settings.triggeredPacing === "on" && settings.ventricularPacing !== "RV",
    triggeredInterval_us: intervalFromRate_us(settings.maximumTriggeredRate_ppm),
    lvOnlyBackup_us: microseconds(settings.lvOnlyBackup_ms),
    runawayInterval_us: intervalFromRate_us(RUNAWAY_RATE_PPM),
  };
}

/** In the order of REGIME. */
function compileBehaviors(settings: GeneratorSettings, mode: PacingMode): Behavior[] {
  const { hysteresisRateLimit_ppm, lowerRateLimit_ppm, modeSwitchMode } = settings;
  const lower_us = intervalFromRate_us(lowerRateLimit_ppm);
  const hasRate = hasHysteresis(mode) && hysteresisRateLimit_ppm !== "off";
  const hysteresis_us = hasRate ? intervalFromRate_us(hysteresisRateLimit_ppm) : lower_us;
  const magnet_us = intervalFromRate_us(MAGNET_RATE_PPM);
  const emergency_us = intervalFromRate_us(EMERGENCY_RATE_PPM);
  const permanent = behaviorOf(mode, lower_us, hysteresis_us);
  // A mode that does not pace the atrium does not begin to in fallback.
  const fallbackCode = permanent.pacesAtrium ? modeSwitchMode : "VVI";
  const fallbackMode = parsePacingMode(fallbackCode + (mode.isRateModulated ? "R" : ""));
  return [
    permanent,
    { ...behaviorOf(fallbackMode, lower_us, lower_us), seesAtrium: permanent.seesAtrium },
    behaviorOf(parsePacingMode(`${mode.paced}OO`), magnet_us, magnet_us),
    behaviorOf(parsePacingMode("VVI"), emergency_us, emergency_us),
  ];
}

/** Modes that have a hysteresis rate (PACEMAKER, 2007, table 6). */
function hasHysteresis({ paced, sensed, response }: PacingMode): boolean {
  return ["AAI", "VVI", "DDD"].includes(`${paced}${sensed}${response}`);
}

function behaviorOf(mode: PacingMode, lowerInterval_us: number, hysteresisInterval_us: number): Behavior {
  const pacesAtrium = hasChamber(mode.paced, "A");
  const pacesVentricle = hasChamber(mode.paced, "V");
  const heeds = mode.response !== "O";
  const tracksAtrium = mode.response === "D" && pacesVentricle && hasChamber(mode.sensed, "A");
  const triggers = mode.response === "T";
  return {
    pacesAtrium,
    pacesVentricle,
    heedsAtrium: heeds && hasChamber(mode.sensed, "A"),
    heedsVentricle: heeds && hasChamber(mode.sensed, "V"),
    seesAtrium: hasChamber(mode.sensed, "A"),
    seesVentricle: hasChamber(mode.sensed, "V"),
    tracksAtrium,
    triggersAtrium: triggers && hasChamber(mode.sensed, "A"),
    triggersVentricle: triggers && hasChamber(mode.sensed, "V"),
    isDual: pacesVentricle && (pacesAtrium || hasChamber(mode.sensed, "A")),
    isAsynchronous: !heeds,
    isRateModulated: mode.isRateModulated,
    lowerInterval_us,
    hysteresisInterval_us,
  };
}

/** Sequence of one biventricular event, first pulse at 0; VV > 0 is left first; multipoint is LV1, LV2, RV. */
function planBiventricularPulses(settings: GeneratorSettings): PulsePlan[] {
  const vv_us = microseconds(settings.vvDelay_ms);
  const second_us = microseconds(settings.multipointDelay_ms);
  if (settings.multipointDelay_ms !== "off")
    return [
      { site: "LV", delay_us: 0 },
      { site: "LV2", delay_us: second_us },
      { site: "RV", delay_us: second_us + microseconds(settings.multipointRvDelay_ms) },
    ];
  const left: PulsePlan = { site: "LV", delay_us: Math.max(0, -vv_us) };
  const right: PulsePlan = { site: "RV", delay_us: Math.max(0, vv_us) };
  return vv_us >= 0 ? [left, right] : [right, left];
}

function planLeftPulses(settings: GeneratorSettings): PulsePlan[] {
  const first: PulsePlan = { site: "LV", delay_us: 0 };
  if (settings.multipointDelay_ms === "off") return [first];
  return [first, { site: "LV2", delay_us: microseconds(settings.multipointDelay_ms) }];
}

function choosePulses(
  settings: GeneratorSettings,
  biventricular: readonly PulsePlan[],
  left: readonly PulsePlan[],
): readonly PulsePlan[] {
  if (settings.lvVector === undefined || settings.ventricularPacing === "RV") return RIGHT_PULSES;
  return settings.ventricularPacing === "BiV" ? biventricular : left;
}

/** The pulse of a generator without a left-ventricular lead. */
export const RIGHT_PULSES: readonly PulsePlan[] = [{ site: "RV", delay_us: 0 }];
