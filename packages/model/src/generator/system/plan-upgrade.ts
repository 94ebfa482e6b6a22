import type { Connector, GeneratorDevice, ImplantedLead, LeadPlace, PortContent } from "./implanted-system.ts";

/** What one port of the new generator needs. */
export type PortNeed =
  | { readonly kind: "reuse"; readonly place: LeadPlace; readonly leadIndex: number }
  | { readonly kind: "new-lead"; readonly place: LeadPlace; readonly connector: Connector }
  | { readonly kind: "adaptor"; readonly place: LeadPlace; readonly leadIndex: number; readonly connector: Connector }
  | { readonly kind: "plug"; readonly place: LeadPlace };

export interface UpgradePlan {
  readonly needs: readonly PortNeed[];
  /** Leads that stay without a port: to be capped or extracted. */
  readonly abandoned: readonly number[];
}

export interface UpgradeOptions {
  /** Permanent atrial fibrillation: the atrial port is plugged and no atrial lead added. */
  readonly hasPermanentFibrillation: boolean;
}

/**
 * What it takes to put a new generator on leads that are there.
 *
 * A lead is reused where place and connector fit; a left-ventricular IS-1 lead in an IS4 port needs an adaptor (and the
 * other way round); a right-ventricular pacing lead is no defibrillation lead and gives way to a new one.
 *
 * Source: ISO 27186 (ports); upgrade paths as coded by CPT 33225; makers' CRT manuals.
 */
export function planUpgrade(
  leads: readonly ImplantedLead[],
  device: GeneratorDevice,
  options: UpgradeOptions,
): UpgradePlan {
  const needs = device.ports.map(({ place, connector }): PortNeed => {
    if (place === "RA" && options.hasPermanentFibrillation) return { kind: "plug", place };
    const leadIndex = leads.findIndex((lead) => lead.place === place);
    if (leadIndex < 0) return { kind: "new-lead", place, connector };
    if (leads[leadIndex]!.connector === connector) return { kind: "reuse", place, leadIndex };
    return place === "LV" ? { kind: "adaptor", place, leadIndex, connector } : { kind: "new-lead", place, connector };
  });
  const used = new Set(needs.flatMap((need) => ("leadIndex" in need ? [need.leadIndex] : [])));
  return { needs, abandoned: leads.map((_, i) => i).filter((i) => !used.has(i)) };
}

/** The ports' contents after an upgrade whose new leads are appended to the old ones in order. */
export function contentsAfterUpgrade(plan: UpgradePlan, oldLeadCount: number): PortContent[] {
  let next = oldLeadCount;
  return plan.needs.map((need) => {
    if (need.kind === "plug") return "plug";
    return need.kind === "new-lead" ? next++ : need.leadIndex;
  });
}
