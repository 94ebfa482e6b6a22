import type { TachycardiaSettings } from "../tachycardia/tachycardia-settings.ts";
import { FURTHER_SETTINGS } from "./further-settings.ts";
import { PACEMAKER_SETTINGS } from "./pacemaker-2007.ts";
import { RESYNCHRONIZATION_SETTINGS } from "./resynchronization-settings.ts";
import { type SettingValues, takeNominals } from "./setting-rule.ts";

/** Every parameter of the brady and resynchronization side, by name. */
export const GENERATOR_SETTINGS = {
  ...PACEMAKER_SETTINGS,
  ...FURTHER_SETTINGS,
  ...RESYNCHRONIZATION_SETTINGS,
} as const;

export type SettingName = keyof typeof GENERATOR_SETTINGS;

/** All that is programmed. */
export type GeneratorSettings = SettingValues<typeof GENERATOR_SETTINGS> & {
  /** NBG code. */
  readonly mode: string;
  /** Pacing vector of the left-ventricular lead, cathode to anode; undefined without that lead. */
  readonly lvVector: string | undefined;
  /** Second left-ventricular vector of multipoint pacing. */
  readonly lvSecondVector: string | undefined;
  /** Tachycardia side; undefined where the generator has none or it is switched off. */
  readonly tachycardia: TachycardiaSettings | undefined;
};

/** A dual-chamber pacemaker as it leaves the factory. */
export const NOMINAL_SETTINGS: GeneratorSettings = {
  mode: "DDD",
  ...takeNominals(GENERATOR_SETTINGS),
  lvVector: undefined,
  lvSecondVector: undefined,
  tachycardia: undefined,
};

/** After a loss of power: VVI 65, 5 V, 0.5 ms, 1.5 mV. Source: PACEMAKER System Specification, 2007, section 3. */
export const POWER_ON_RESET_SETTINGS: GeneratorSettings = {
  ...NOMINAL_SETTINGS,
  mode: "VVI",
  lowerRateLimit_ppm: 65,
  ventricularAmplitude_V: 5,
  ventricularPulseWidth_ms: 0.5,
  ventricularSensitivity_mV: 1.5,
  ventricularRefractory_ms: 320,
};

/**
 * A generic resynchronization pacemaker: DDD 50/130, PAV 130, SAV 100, simultaneous pulses.
 *
 * Values assumed, inside the ranges of the makers.
 */
export const NOMINAL_CRT_SETTINGS: GeneratorSettings = {
  ...NOMINAL_SETTINGS,
  mode: "DDDOV",
  lowerRateLimit_ppm: 50,
  upperRateLimit_ppm: 130,
  fixedAvDelay_ms: 130,
  sensedAvDelayOffset_ms: -30,
  pvab_ms: 150,
  ventricularRefractory_ms: 230,
  ventricularPacing: "BiV",
  lvVector: "LV1 → can",
};
