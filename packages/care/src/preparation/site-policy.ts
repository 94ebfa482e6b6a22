/** What a site decides for itself. Every value can be changed; those from memory are defaults to be checked there. */
export type BleedingClass = "low" | "high";

export interface SitePolicy {
  /** Bleeding class of an upgrade, exchange or revision: has no default, the site must decide. */
  readonly upgradeBleedingClass: BleedingClass | undefined;
  /** Direct anticoagulants: held by the table, or continued; both were equal in BRUISE CONTROL-2. */
  readonly doacStrategy: "holdByTable" | "continue";
  readonly sglt2Rule: "fda2020" | "uk2025";
  readonly glp1Rule: "asa2023" | "multisociety2024";
  /** Within these months after a stent or acute coronary syndrome no hold of an antiplatelet drug is proposed. */
  readonly stentWindow_months: { readonly stableStent: number; readonly acuteCoronarySyndrome: number };
  readonly maximumInr: number;
  readonly maximumInrMechanicalValve: number;
  /** Contrast volume over filtration rate that is not to be exceeded, mL per mL/min. */
  readonly contrastRatio: number;
}

/** Defaults; the stent windows and the contrast ratio are from memory. */
export const DEFAULT_SITE_POLICY: SitePolicy = {
  upgradeBleedingClass: undefined,
  doacStrategy: "holdByTable",
  sglt2Rule: "fda2020",
  glp1Rule: "asa2023",
  stentWindow_months: { stableStent: 6, acuteCoronarySyndrome: 12 },
  maximumInr: 3,
  maximumInrMechanicalValve: 3.5,
  contrastRatio: 3,
};

export type PlannedProcedure = "deNovo" | "generatorExchange" | "upgrade" | "revision";

/** The bleeding class of a procedure, or undefined where the site has to decide and has not. */
export function bleedingClassOf(procedure: PlannedProcedure, policy: SitePolicy): BleedingClass | undefined {
  return procedure === "deNovo" ? "low" : policy.upgradeBleedingClass;
}
