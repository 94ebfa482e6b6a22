import { LV_ELECTRODES, type LvElectrode, type LvLead } from "./lead.ts";

export type VectorAnode = LvElectrode | "RVring" | "RVcoil" | "can";

/** A pacing vector, cathode to anode. */
export interface PacingVector {
  readonly name: string;
  readonly cathode: LvElectrode;
  readonly anode: VectorAnode;
  /** Within the lead; to the right-ventricular lead; to the can. */
  readonly kind: "bipolar" | "extendedBipolar" | "unipolar";
}

export interface VectorPartners {
  /** What the right-ventricular lead offers as anode. */
  readonly rvLead: "ring" | "coil" | "none";
  /** Whether the can may be an anode. */
  readonly can: boolean;
}

/**
 * Every pacing vector that a lead allows.
 *
 * Cathode: each electrode of the lead. Anode: another of its electrodes, the right-ventricular ring or coil, the can.
 * n electrodes give n (n - 1) + n [RV] + n [can]: 20 for a quadripolar lead, 6 for a bipolar, 2 for a unipolar one.
 * Generators offer a part of these; see `exposedVectors` of the lead.
 */
export function listVectors(lead: Pick<LvLead, "electrodeCount">, partners: VectorPartners): PacingVector[] {
  const poles = LV_ELECTRODES.slice(0, lead.electrodeCount);
  const rv = partners.rvLead === "none" ? [] : [partners.rvLead === "ring" ? ("RVring" as const) : ("RVcoil" as const)];
  const can = partners.can ? (["can"] as const) : [];
  return poles.flatMap((cathode) =>
    [...poles.filter((pole) => pole !== cathode), ...rv, ...can].map((anode) => ({
      name: `${cathode} → ${anode}`,
      cathode,
      anode,
      kind: vectorKind(anode),
    })),
  );
}

function vectorKind(anode: VectorAnode): PacingVector["kind"] {
  if (anode === "can") return "unipolar";
  return anode.startsWith("RV") ? "extendedBipolar" : "bipolar";
}
