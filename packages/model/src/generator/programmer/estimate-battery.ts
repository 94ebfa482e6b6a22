import {
  channelCurrent,
  DEFAULT_LONGEVITY,
  type LongevityParameters,
  type PacingOutput,
} from "../../capture/longevity.ts";
import { programmedOutput_V } from "../heart/heart-timing.ts";
import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import { atrialPacedFraction, type PacingCounters, ventricularPacedFraction } from "./count-pacing.ts";

/** Impedances as measured; undefined where they were not. */
export interface MeasuredImpedances {
  readonly atrial_ohm: number | undefined;
  readonly right_ohm: number | undefined;
  readonly left_ohm: number | undefined;
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
 * @returns undefined where no beat was counted, or a chamber that was paced has no impedance
 */
export function estimateBattery(
  settings: GeneratorSettings,
  counters: PacingCounters,
  duration_us: number,
  impedances: MeasuredImpedances,
  parameters: LongevityParameters = DEFAULT_LONGEVITY,
): BatteryEstimate | undefined {
  const beats = counters.ventricularPaced + counters.ventricularSensed;
  if (beats === 0 || duration_us === 0) return undefined;
  const rate_perMin = beats / (duration_us / 60e6);
  const outputs = listOutputs(settings, counters, impedances);
  if (!outputs) return undefined;
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

/** The channels that paced; undefined where one of them has no impedance. */
function listOutputs(
  settings: GeneratorSettings,
  counters: PacingCounters,
  impedances: MeasuredImpedances,
): PacingOutput[] | undefined {
  const beats = Math.max(1, counters.ventricularPaced + counters.ventricularSensed);
  const channels = [
    {
      amplitude_V: programmedOutput_V(settings, "atrial"),
      pulseWidth_ms: settings.atrialPulseWidth_ms,
      impedance_ohm: impedances.atrial_ohm,
      pacedFraction: atrialPacedFraction(counters),
    },
    {
      amplitude_V: programmedOutput_V(settings, "ventricular"),
      pulseWidth_ms: settings.ventricularPulseWidth_ms,
      impedance_ohm: impedances.right_ohm,
      pacedFraction: settings.ventricularPacing === "LV" ? 0 : ventricularPacedFraction(counters),
    },
    {
      amplitude_V: settings.leftVentricularAmplitude_V,
      pulseWidth_ms: settings.leftVentricularPulseWidth_ms,
      impedance_ohm: impedances.left_ohm,
      pacedFraction: (counters.resynchronized + counters.triggered) / beats,
    },
  ];
  const outputs: PacingOutput[] = [];
  for (const { amplitude_V, pulseWidth_ms, impedance_ohm, pacedFraction } of channels) {
    if (amplitude_V === "off" || pacedFraction === 0) continue;
    if (impedance_ohm === undefined) return undefined;
    outputs.push({ amplitude_V, pulseWidth_ms, impedance_ohm, pacedFraction });
  }
  return outputs;
}
