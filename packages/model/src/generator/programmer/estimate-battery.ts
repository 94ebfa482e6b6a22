import {
  channelCurrent,
  DEFAULT_LONGEVITY,
  type LongevityParameters,
  type PacingOutput,
} from "../../capture/longevity.ts";
import { programmedOutput_V } from "../heart/heart-timing.ts";
import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import { atrialPacedFraction, type PacingCounters, ventricularPacedFraction } from "./count-pacing.ts";

/** Impedances as measured. */
export interface MeasuredImpedances {
  readonly atrial_ohm: number;
  readonly right_ohm: number;
  readonly left_ohm: number;
}

export interface BatteryEstimate {
  /** Charge used so far over the usable one. */
  readonly usedFraction: number;
  readonly current_uA: number;
  readonly remaining_years: number;
}

const HOURS_PER_YEAR = 8766;
const us_PER_HOUR = 3.6e9;

/**
 * What the battery has given, and how long it lasts with the pacing that was counted.
 *
 * @param duration_us  over which was counted, also the time since implantation
 */
export function estimateBattery(
  settings: GeneratorSettings,
  counters: PacingCounters,
  duration_us: number,
  impedances: MeasuredImpedances,
  parameters: LongevityParameters = DEFAULT_LONGEVITY,
): BatteryEstimate {
  const beats = counters.ventricularPaced + counters.ventricularSensed;
  const rate_perMin = beats / (duration_us / 60e6);
  const outputs = listOutputs(settings, counters, impedances);
  const pacing_uA = outputs.reduce((sum, output) => sum + channelCurrent(output, rate_perMin, parameters), 0);
  const current_uA = parameters.housekeeping_uA + pacing_uA;
  const used_Ah = (current_uA * (duration_us / us_PER_HOUR)) / 1e6;
  const left_Ah = Math.max(0, parameters.capacity_Ah - used_Ah);
  return {
    usedFraction: Math.min(1, used_Ah / parameters.capacity_Ah),
    current_uA,
    remaining_years: (left_Ah * 1e6) / current_uA / HOURS_PER_YEAR,
  };
}

function listOutputs(
  settings: GeneratorSettings,
  counters: PacingCounters,
  impedances: MeasuredImpedances,
): PacingOutput[] {
  const atrial_V = programmedOutput_V(settings, "atrial");
  const right_V = programmedOutput_V(settings, "ventricular");
  const left_V = settings.leftVentricularAmplitude_V;
  const ventricular = ventricularPacedFraction(counters);
  const beats = Math.max(1, counters.ventricularPaced + counters.ventricularSensed);
  const left = (counters.resynchronized + counters.triggered) / beats;
  const right = settings.ventricularPacing === "LV" ? 0 : ventricular;
  return [
    output(atrial_V, settings.atrialPulseWidth_ms, impedances.atrial_ohm, atrialPacedFraction(counters)),
    output(right_V, settings.ventricularPulseWidth_ms, impedances.right_ohm, right),
    output(left_V, settings.leftVentricularPulseWidth_ms, impedances.left_ohm, left),
  ].flat();
}

function output(
  amplitude_V: number | "off",
  pulseWidth_ms: number,
  impedance_ohm: number,
  pacedFraction: number,
): PacingOutput[] {
  return amplitude_V === "off" ? [] : [{ amplitude_V, pulseWidth_ms, impedance_ohm, pacedFraction }];
}
