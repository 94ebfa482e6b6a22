import type { TaskRule } from "../calendar/task.ts";
import type { ListedDrug } from "../drugs/find-drug.ts";
import type { FactId } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import type { RuleOrigin } from "../rules/clinical-rule.ts";
import type { ClinicalEvent } from "./clinical-event.ts";
import type { PlannedProcedure, SitePolicy } from "./site-policy.ts";

/**
 * What is proposed for one drug of the list.
 *
 * continue, hold, skip: as the table says. askCardiology: continue unless cardiology says otherwise. deferOrContinue: too
 * early after a stent or acute coronary syndrome to stop, so no date is given. cannotDecide: facts or the site's setting
 * are missing. escalate: the table has no row for this patient. notInCatalog: no rule knows the drug.
 */
export type DrugAdvice =
  | "continue"
  | "hold"
  | "skip"
  | "askCardiology"
  | "deferOrContinue"
  | "cannotDecide"
  | "escalate"
  | "notInCatalog";

export interface DrugDecision {
  readonly drug: string;
  readonly advice: DrugAdvice;
  /** For the clinician. */
  readonly text: string;
  readonly missing: readonly FactId[];
  readonly origin: RuleOrigin;
  /** Tasks that follow; none where nothing is decided. */
  readonly rules: readonly TaskRule[];
}

export type KnownDrug = Extract<ListedDrug, { kind: "known" }>;

/** A hold of an antiplatelet drug that a cardiologist, by name, has asked for. */
export interface AntiplateletHold {
  readonly drug: string;
  readonly cardiologist: string;
}

export interface DrugContext {
  readonly records: readonly FactRecord[];
  readonly procedure: PlannedProcedure;
  readonly policy: SitePolicy;
  /** Local date of the incision. */
  readonly incisionDate: string;
  readonly events: readonly ClinicalEvent[];
  readonly antiplateletHolds: readonly AntiplateletHold[];
}
