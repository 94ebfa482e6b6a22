import type { ElectrodePair } from "./electrode-pair.ts";

export type LeadFault =
  | "dislodgement"
  | "microdislodgement"
  | "fracture"
  | "insulation-breach"
  | "exit-block"
  | "reversed-ports";

/** How a fault changes what a test shows; from memory. */
interface FaultSignature {
  readonly thresholdRatio: number;
  readonly signalRatio: number;
  /** Undefined leaves it as it is. */
  readonly impedance_ohm: number | undefined;
  readonly hasLeadNoise: boolean;
}

/** Figures from memory: an open circuit reads above 2500 ohm, a breach below 200, exit block spares the signal. */
export const FAULT_SIGNATURES: Readonly<Record<Exclude<LeadFault, "reversed-ports">, FaultSignature>> = {
  dislodgement: { thresholdRatio: Infinity, signalRatio: 0.2, impedance_ohm: undefined, hasLeadNoise: false },
  microdislodgement: { thresholdRatio: 3, signalRatio: 0.5, impedance_ohm: undefined, hasLeadNoise: false },
  fracture: { thresholdRatio: Infinity, signalRatio: 0.1, impedance_ohm: 3000, hasLeadNoise: true },
  "insulation-breach": { thresholdRatio: 1.6, signalRatio: 0.6, impedance_ohm: 150, hasLeadNoise: true },
  "exit-block": { thresholdRatio: 4, signalRatio: 1, impedance_ohm: undefined, hasLeadNoise: false },
};

/** The pair as it is with a fault; exchanged atrial and right-ventricular plugs show the other chamber. */
export function applyLeadFault(pair: ElectrodePair, fault: LeadFault): ElectrodePair {
  if (fault === "reversed-ports") return { ...pair, seenChamber: pair.chamber === "RA" ? "RV" : "RA" };
  const { thresholdRatio, signalRatio, impedance_ohm, hasLeadNoise } = FAULT_SIGNATURES[fault];
  return {
    ...pair,
    signal_mV: pair.signal_mV * signalRatio,
    impedance_ohm: impedance_ohm ?? pair.impedance_ohm,
    capture: { ...pair.capture, rheobase_V: pair.capture.rheobase_V * thresholdRatio },
    hasLeadNoise,
  };
}

/** What a test of a pair shows, against an earlier one. */
export interface PairFindings {
  /** Undefined where nothing captured at the highest output. */
  readonly threshold_V: number | undefined;
  readonly signal_mV: number;
  readonly impedance_ohm: number;
  readonly hasLeadNoise: boolean;
  readonly seenChamber: string;
}

/** Impedances outside of these are of an open or a leaking circuit (from memory). */
const OPEN_ohm = 2500;
const LEAKING_ohm = 200;
/** A threshold this many times the earlier one, a signal this part of it, is a change; assumed. */
const CHANGED_THRESHOLD_RATIO = 2;
const CHANGED_SIGNAL_RATIO = 0.75;

/**
 * The fault that explains how a lead's findings changed.
 *
 * @returns undefined where nothing changed enough, or in no known way
 */
export function recognizeLeadFault(before: PairFindings, now: PairFindings): LeadFault | undefined {
  if (now.seenChamber !== before.seenChamber) return "reversed-ports";
  if (now.impedance_ohm > OPEN_ohm) return "fracture";
  if (now.impedance_ohm < LEAKING_ohm) return "insulation-breach";
  const ratio = (now.threshold_V ?? Infinity) / (before.threshold_V ?? Infinity);
  const isSignalLost = now.signal_mV < CHANGED_SIGNAL_RATIO * before.signal_mV;
  if (!(ratio >= CHANGED_THRESHOLD_RATIO)) return undefined;
  if (!isSignalLost) return "exit-block";
  return ratio === Infinity ? "dislodgement" : "microdislodgement";
}
