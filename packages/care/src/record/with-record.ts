import type { ClinicalCase } from "../journey/clinical-case.ts";
import type { RecordState } from "./replay-log.ts";

/** A case with what its record adds to its file: facts, and what was done, confirmed, seen, asked for and answered for. */
export function withRecord(clinical: ClinicalCase, state: RecordState): ClinicalCase {
  const { completions, confirmations, events, antiplateletHolds = [], waivers = [], overrides = [] } = state;
  return {
    ...clinical,
    records: [...clinical.records, ...state.facts],
    course: { completions, confirmations, events, antiplateletHolds, waivers, overrides },
  };
}
