import type { TributaryErrorParts } from "../errors/tributary-error.ts";
import type { StandardLead } from "./lead-names.ts";

/** What is wrong with a recording. A fault to refuse becomes an error at the border; one to warn of is a remark. */
export interface EcgFault extends Omit<TributaryErrorParts, "where"> {
  readonly code:
    | "ecg-wrong-unit"
    | "ecg-leads-inconsistent"
    | "ecg-lead-flat"
    | "ecg-leads-equal"
    | "ecg-leads-swapped";
  readonly severity: "refuse" | "warn";
  readonly leads: readonly StandardLead[];
}
