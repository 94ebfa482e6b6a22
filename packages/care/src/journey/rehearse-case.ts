import { TributaryError } from "@tributary/model";
import { knownValue } from "../facts/resolve-fact.ts";
import type { ProcedureLog } from "../procedure/procedure-log.ts";
import { drawRehearsal, playRehearsal } from "../rehearsal/rehearse.ts";
import { type ClinicalCase, requireVariant } from "./clinical-case.ts";

export interface CaseRehearsal {
  /** Who read that this is no record and watches nobody. */
  readonly by: string;
  /** Where the case has no time of sedation: instant at which the clock of the rehearsal starts. */
  readonly startedAt: string;
  readonly operatorCases: number;
  readonly centerRatio: number;
  readonly seed: number;
}

/**
 * One rehearsal of the implant of a case, with events at their published rates.
 *
 * @throws TributaryError "variant-missing", "rehearsal-sex-missing", "rehearsal-refused"
 */
export function rehearseCase(clinical: ClinicalCase, { startedAt, ...asked }: CaseRehearsal): ProcedureLog {
  const variant = requireVariant(clinical);
  const sex = knownValue(clinical.records, "sex");
  if (sex === undefined) throw sexMissing(clinical.id);
  const input = { variant, sex, startedAt: clinical.schedule?.anchors.sedation ?? startedAt, ...asked };
  const played = playRehearsal(input, drawRehearsal(input));
  if (played.kind === "accepted") return played.log;
  const [{ why, fix } = { why: "", fix: "" }] = played.reasons;
  throw new TributaryError({
    code: "rehearsal-refused",
    what: "The rehearsal was not started.",
    where: "who confirms the notice",
    why,
    fix: `${fix} For example "A. Learner" (--confirm on the command line).`,
  });
}

function sexMissing(id: string): TributaryError {
  return new TributaryError({
    code: "rehearsal-sex-missing",
    what: "The rehearsal draws whether the lead fails, and the published rates differ by sex.",
    where: `${id}, patient.sex`,
    why: "nothing is given, and it is not guessed",
    fix: "State patient.sex in the case.",
  });
}
