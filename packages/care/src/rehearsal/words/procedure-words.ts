import type { Language } from "../../leaflet/readability.ts";
import type { RecordingPurpose } from "../../procedure/procedure-log.ts";
import type { PlanBOption } from "../../procedure/procedure-move.ts";
import type { ProcedureTimer } from "../../procedure/procedure-timers.ts";
import type { RecordId, StepId } from "../../procedure/step.ts";
import type { RoleId } from "../../setting/roles.ts";

/** All words of the procedure in one language. The tables hold the rules; here is only how they are said. */
export interface ProcedureWords {
  readonly language: Language;
  readonly translator: string;
  /** The clinician who checked the file; while undefined every page says so. */
  readonly reviewedBy: string | undefined;
  readonly notChecked: string;
  /** The line that a recording confirms at its start and carries ever after. */
  readonly notice: string;
  readonly scoreNotice: string;
  /** By the id of the variant. */
  readonly variants: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<StepId, string>>;
  readonly ends: Readonly<Record<"finished" | "postponed" | "aborted", string>>;
  readonly records: Readonly<Record<RecordId, string>>;
  readonly roles: Readonly<Record<RoleId, string>>;
  /** By the id of the exit. */
  readonly exits: Readonly<Record<string, string>>;
  readonly planB: Readonly<Record<PlanBOption, string>>;
  readonly purposes: Readonly<Record<RecordingPurpose, string>>;
  readonly timers: Readonly<Record<ProcedureTimer["id"], string>>;
  /** By the id of the complication: its name, and what is done first. */
  readonly complications: Readonly<Record<string, { readonly name: string; readonly first: string }>>;
  /** By the id of the refusal. */
  readonly refusals: Readonly<Record<string, { readonly why: string; readonly fix: string }>>;
  readonly equipment: Readonly<Record<string, string>>;
}
