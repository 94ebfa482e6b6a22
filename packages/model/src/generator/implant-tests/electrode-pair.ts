import { type StrengthDuration, thresholdAtWidth } from "../../capture/strength-duration.ts";

/** What a pair of electrodes in the heart would show to a test; the truth that tests measure. */
export interface ElectrodePair {
  /** Pacing vector or chamber: "LV1 → can", "RA". */
  readonly name: string;
  readonly chamber: "RA" | "RV" | "LV";
  readonly signal_mV: number;
  readonly impedance_ohm: number;
  readonly capture: StrengthDuration;
  /** Of the phrenic nerve, at the same cathode; undefined where the nerve is out of reach. */
  readonly phrenic: StrengthDuration | undefined;
  /** Deflections that come from the lead itself. */
  readonly hasLeadNoise: boolean;
  /** Chamber whose beats are seen and captured; another one when ports are exchanged. */
  readonly seenChamber: "RA" | "RV" | "LV";
}

/** True threshold; Infinity where nothing captures. */
export function trueThreshold_V(pair: Pick<ElectrodePair, "capture">, pulseWidth_ms: number): number {
  return thresholdAtWidth(pair.capture, pulseWidth_ms);
}

/** Threshold of the nerve; Infinity where it is out of reach. */
export function truePhrenicThreshold_V(pair: ElectrodePair, pulseWidth_ms: number): number {
  return pair.phrenic ? thresholdAtWidth(pair.phrenic, pulseWidth_ms) : Infinity;
}
