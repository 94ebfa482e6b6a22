import type { AntibioticDrug } from "../preparation/antibiotics.ts";
import type { PlanBOption } from "./procedure-move.ts";
import type { RecordId, StepId } from "./step.ts";
import type { ProcedureVariant } from "./variants.ts";

/** What has happened so far, as far as rules ask for it. */
export interface ProcedureContext {
  readonly variant: ProcedureVariant;
  /** Tachycardia therapies of the generator in the patient; "none" while there is no defibrillator. */
  readonly therapies: "on" | "off" | "none";
  readonly completed: readonly StepId[];
  readonly records: Readonly<Partial<Record<RecordId, string>>>;
  readonly antibiotics: readonly { readonly drug: AntibioticDrug; readonly at: string }[];
  readonly antibioticOverride: { readonly by: string; readonly reason: string } | undefined;
  readonly incisedAt: string | undefined;
  readonly isClosed: boolean;
  readonly hasLeft: boolean;
  readonly planB: { readonly option: PlanBOption; readonly reason: string } | undefined;
  readonly complications: readonly { readonly id: string; readonly at: string; readonly note: string }[];
  readonly isPaused: boolean;
}

export function createContext(variant: ProcedureVariant): ProcedureContext {
  return {
    variant,
    therapies: variant.existing === "icd" ? "on" : "none",
    completed: [],
    records: {},
    antibiotics: [],
    antibioticOverride: undefined,
    incisedAt: undefined,
    isClosed: false,
    hasLeft: false,
    planB: undefined,
    complications: [],
    isPaused: false,
  };
}

/** Tests without which no wound is closed; the lead's own ones fall away with a plan B that places none. */
export function listMandatoryTests({ variant, planB }: ProcedureContext): RecordId[] {
  const ofLv: RecordId[] = ["lvThreshold", "lvImpedance", "phrenicTest", "stability"];
  const hasLvLead = planB === undefined || planB.option === "secondAttempt";
  return [
    ...(variant.existing === "none" ? [] : (["oldLeadTest"] as const)),
    ...(variant.needsRvLead ? (["rvTest"] as const) : []),
    ...(variant.needsAtrialLead ? (["atrialTest"] as const) : []),
    ...(hasLvLead ? ofLv : []),
    ...(planB?.option === "conductionSystemPacing" ? (["conductionSystemTest"] as const) : []),
    "systemTest",
    "pacedEcg",
  ];
}
