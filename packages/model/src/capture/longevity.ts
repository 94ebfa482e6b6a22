import type { Parameter } from "../units/parameter.ts";
import { type ParameterValues, takeValues } from "../units/parameter-values.ts";
import { decayTime_ms, meanAmplitudeRatio } from "./decaying-pulse.ts";

/** What a generator draws from its battery. */
export const LONGEVITY_PARAMETERS = {
  /** Usable capacity. */
  capacity_Ah: {
    value: 1.2,
    unit: "Ah",
    range: [0.5, 2],
    source: "Shepard, Europace 2008 for the range; value assumed",
    confirmed: false,
  },
  /** Drawn without any pulse, sensing included. */
  housekeeping_uA: { value: 8, unit: "uA", range: [5, 15], source: "assumed", confirmed: false },
  /** Amplitude up to which the battery gives a charge once; each further multiple costs it once more. */
  batteryStep_V: {
    value: 2.5,
    unit: "V",
    range: [2.5, 2.8],
    source: "doubled above 2.5, tripled above 5 V (CRM laboratory teaching site)",
    confirmed: true,
  },
  /** Output capacitor; its discharge makes a pulse weaker toward its end. */
  outputCapacitance_uF: {
    value: 8.6,
    unit: "uF",
    range: [4, 20],
    source: "from 144 J a year for 2.5 V, 0.4 ms, 500 ohm, 60 a minute (Lau, PACE 2019), where 158 J would be ideal",
    confirmed: false,
  },
} as const satisfies Record<string, Parameter>;

export type LongevityParameters = ParameterValues<typeof LONGEVITY_PARAMETERS>;
export const DEFAULT_LONGEVITY: LongevityParameters = takeValues(LONGEVITY_PARAMETERS);

/** One pacing channel as programmed. */
export interface PacingOutput {
  readonly amplitude_V: number;
  readonly pulseWidth_ms: number;
  readonly impedance_ohm: number;
  /** Share of beats with a pulse, 0 to 1. */
  readonly pacedFraction: number;
}

/** Hours of a year over uA of an A: years = Ah · 10^6 / (8766 · uA). */
const HOURS_PER_YEAR = 8766;

/** Charge that a pulse moves through the lead, uC: V t / R times the mean of the decaying pulse. */
export function pulseCharge(output: Omit<PacingOutput, "pacedFraction">, parameters = DEFAULT_LONGEVITY): number {
  const { amplitude_V, pulseWidth_ms, impedance_ohm } = output;
  const tau_ms = decayTime_ms(parameters.outputCapacitance_uF, impedance_ohm);
  return ((1000 * amplitude_V * pulseWidth_ms) / impedance_ohm) * meanAmplitudeRatio(pulseWidth_ms, tau_ms);
}

/** Battery current of one channel, uA: charge per pulse times pulses per second times battery multiples. */
export function channelCurrent(output: PacingOutput, rate_perMin: number, parameters = DEFAULT_LONGEVITY): number {
  const multiples = Math.ceil(output.amplitude_V / parameters.batteryStep_V - 1e-9);
  return (rate_perMin / 60) * output.pacedFraction * pulseCharge(output, parameters) * multiples;
}

/** Years that a battery gives a current. */
export function batteryYears(capacity_Ah: number, current_uA: number): number {
  return (capacity_Ah * 1e6) / (HOURS_PER_YEAR * current_uA);
}

/**
 * Years a generator lasts as programmed.
 *
 * I = housekeeping + sum over channels of rate · paced fraction · charge · battery multiples; years = capacity / I.
 *
 * @param outputs      one a channel; for multipoint pacing one more
 * @param rate_perMin  mean heart rate, 30 to 150
 * @param parameters   outputCapacitance_uF Infinity leaves the pulse rectangular
 *
 * Accuracy: comparison of settings; self-discharge, sensors, telemetry and shocks are not in it.
 */
export function estimateLongevity_years(
  outputs: readonly PacingOutput[],
  rate_perMin: number,
  parameters = DEFAULT_LONGEVITY,
): number {
  const pacing_uA = outputs.reduce((sum, output) => sum + channelCurrent(output, rate_perMin, parameters), 0);
  return batteryYears(parameters.capacity_Ah, parameters.housekeeping_uA + pacing_uA);
}
