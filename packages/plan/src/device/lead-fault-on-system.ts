/** A fault of a lead on a whole system, and what the tests of that lead show of it. */
import type { Random } from "@tributary/model";
import {
  applyLeadFault,
  type ElectrodePair,
  FAULT_SIGNATURES,
  type LeadFault,
  type PairFindings,
  recognizeLeadFault,
  stepDownThreshold,
  type TestedSystem,
} from "@tributary/model/generator";

export const LEAD_FAULTS: readonly LeadFault[] = [
  ...(Object.keys(FAULT_SIGNATURES) as (keyof typeof FAULT_SIGNATURES)[]),
  "reversed-ports",
];
export const FAULTY_LEADS = ["RA", "RV", "LV"] as const;
export type FaultyLead = (typeof FAULTY_LEADS)[number];

export interface SystemFault {
  readonly fault: LeadFault;
  /** Exchanged plugs concern the atrial and the right-ventricular port, whatever stands here. */
  readonly lead: FaultyLead;
}

/** What a fault changed at one pair of electrodes. */
export interface FaultFindings {
  readonly name: string;
  readonly before: PairFindings;
  readonly now: PairFindings;
  readonly recognized: LeadFault | undefined;
}

/** A fault that nobody has seen: any one on any lead that is there; now and then, undefined, all leads are sound. */
export function drawSystemFault(system: TestedSystem, random: Random): SystemFault | undefined {
  const leads = listLeads(system);
  const faults = [...LEAD_FAULTS, undefined].filter((fault) => fault !== "reversed-ports" || leads.includes("RA"));
  const fault = faults[Math.floor(faults.length * random.uniform())];
  const lead = leads[Math.floor(leads.length * random.uniform())]!;
  return fault && { fault, lead: fault === "reversed-ports" ? "RA" : lead };
}

/** Leads that are there. */
export function listLeads({ atrial, left }: Pick<TestedSystem, "atrial" | "left">): FaultyLead[] {
  return FAULTY_LEADS.filter((lead) => (lead === "RA" ? atrial !== undefined : lead === "RV" || left.length > 0));
}

/** The leads as they are with a fault. */
export function applySystemFault(system: TestedSystem, { fault, lead }: SystemFault): TestedSystem {
  const apply = (pair: ElectrodePair) => applyLeadFault(pair, fault);
  const isBoth = fault === "reversed-ports";
  // Where a dislodged lead lies now, nobody knows: what its place showed no longer holds.
  const isElsewhere = fault === "dislodgement" && lead === "LV";
  return {
    ...system,
    ...(isElsewhere ? { qLv_ms: new Map(), leftRightDelay_ms: new Map() } : {}),
    atrial: system.atrial && (isBoth || lead === "RA") ? apply(system.atrial) : system.atrial,
    right: isBoth || lead === "RV" ? apply(system.right) : system.right,
    left: !isBoth && lead === "LV" ? system.left.map(apply) : system.left,
  };
}

/** Every pair that is not as it was, both ways, and the fault that explains it. */
export function compareSystems(sound: TestedSystem, tested: TestedSystem): FaultFindings[] {
  const pairsOf = ({ atrial, right, left }: TestedSystem) => [...(atrial ? [atrial] : []), right, ...left];
  const before = pairsOf(sound);
  return pairsOf(tested).flatMap((pair, i) => {
    if (pair === before[i]) return [];
    const [then, now] = [findingsOf(before[i]!), findingsOf(pair)];
    return [{ name: pair.name, before: then, now, recognized: recognizeLeadFault(then, now) }];
  });
}

/** Width of the criteria, from the highest output down. */
const STEP_DOWN = { pulseWidth_ms: 0.5, start_V: 7, beatsPerStep: 3, releaseAfterSteps: undefined } as const;

function findingsOf(pair: ElectrodePair): PairFindings {
  const { signal_mV, impedance_ohm, hasLeadNoise, seenChamber } = pair;
  const { threshold_V } = stepDownThreshold(pair, STEP_DOWN);
  return { threshold_V, signal_mV, impedance_ohm, hasLeadNoise, seenChamber };
}
