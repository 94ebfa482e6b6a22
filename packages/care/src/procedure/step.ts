import type { RoleId } from "../setting/roles.ts";
import type { ProcedureVariant } from "./variants.ts";

export type StepId =
  | "brief"
  | "monitoring"
  | "dependency"
  | "accessVenogram"
  | "therapiesOff"
  | "drape"
  | "timeOut"
  | "incision"
  | "oldGeneratorOut"
  | "oldLeadTest"
  | "venousAccess"
  | "rvLead"
  | "csCannulation"
  | "venogram"
  | "branchChoice"
  | "leadAdvance"
  | "lvTest"
  | "stability"
  | "planB"
  | "atrialLead"
  | "guideRemoval"
  | "connection"
  | "systemTest"
  | "closure"
  | "programming"
  | "signOut"
  | "leaveRoom"
  | "chestFilm";

/** What is written down in a step. A test is mandatory before closure; any other record only before its step ends. */
export type RecordId =
  | "briefing"
  | "dependency"
  | "backupPacing"
  | "accessVenogram"
  | "timeOut"
  | "oldLeadTest"
  | "abandonedLeads"
  | "rvTest"
  | "csVenogram"
  | "targetVein"
  | "lvThreshold"
  | "lvImpedance"
  | "qLv"
  | "phrenicTest"
  | "stability"
  | "atrialTest"
  | "conductionSystemTest"
  | "guideRemoved"
  | "oldGenerator"
  | "connection"
  | "systemTest"
  | "pacedEcg"
  | "serials"
  | "mriState"
  | "finalProgram"
  | "radiation"
  | "signOut"
  | "chestFilm";

/** A way out of a step when it does not go as planned. */
export interface StepExit {
  readonly id: string;
  readonly text: string;
  /** Back to an earlier step, to the decision on plan B, or to the end of the procedure. */
  readonly to: StepId | "postponed" | "aborted";
}

/** Which variants a step belongs to; without a condition, to all. */
type StepCondition = "existingSystem" | "existingIcd" | "rvLead" | "atrialLead";

export interface ProcedureStep {
  readonly id: StepId;
  readonly title: string;
  readonly owner: RoleId;
  /** Log-normal duration: median and standard deviation of its logarithm; assumed where no source is said. */
  readonly median_min: number;
  readonly spread_ln: number;
  readonly only?: StepCondition;
  /** Whether the patient's difficulty makes it longer. */
  readonly sharesDifficulty?: true;
  /** Written down before the step ends. */
  readonly records: readonly RecordId[];
  readonly equipment: readonly string[];
  readonly complications: readonly string[];
  readonly exits: readonly StepExit[];
}

const CONDITIONS: Readonly<Record<StepCondition, (variant: ProcedureVariant) => boolean>> = {
  existingSystem: ({ existing }) => existing !== "none",
  existingIcd: ({ existing }) => existing === "icd",
  rvLead: ({ needsRvLead }) => needsRvLead,
  atrialLead: ({ needsAtrialLead }) => needsAtrialLead,
};

/** Whether a step belongs to a variant. */
export function stepApplies({ only }: ProcedureStep, variant: ProcedureVariant): boolean {
  return only === undefined || CONDITIONS[only](variant);
}
