import { TributaryError } from "@tributary/model";
import type { Plan } from "@tributary/plan";
import { knownValue } from "../facts/resolve-fact.ts";
import { planContrast } from "../preparation/contrast.ts";
import type { SitePolicy } from "../preparation/site-policy.ts";
import type { ProcedureLog, Refusal } from "../procedure/procedure-log.ts";
import { startRehearsal } from "../rehearsal/act-in-rehearsal.ts";
import type { GuidedRehearsal } from "../rehearsal/guided-rehearsal.ts";
import { listTargets } from "../rehearsal/rehearsal-targets.ts";
import { drawRehearsal, playRehearsal, type RehearsalInput } from "../rehearsal/rehearse.ts";
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
export function rehearseCase(clinical: ClinicalCase, asked: CaseRehearsal): ProcedureLog {
  const input = inputOf(clinical, asked);
  const played = playRehearsal(input, drawRehearsal(input));
  if (played.kind === "accepted") return played.log;
  throw refused(played.reasons);
}

/**
 * A rehearsal of the implant of a case that a learner goes through: the places for the lead are those of its plan, the
 * limit of contrast is the patient's own.
 *
 * @param plan  undefined where none is made: then no place is offered, and no measurement expected
 * @throws TributaryError "variant-missing", "rehearsal-sex-missing", "rehearsal-refused"
 */
export function beginRehearsal(
  clinical: ClinicalCase,
  plan: Plan | undefined,
  policy: SitePolicy,
  asked: CaseRehearsal,
): GuidedRehearsal {
  const started = startRehearsal({
    input: inputOf(clinical, asked),
    targets: listTargets(plan),
    contrastLimit_mL: planContrast(clinical.records, policy).limit_mL,
  });
  if ("log" in started) return started;
  throw refused(started.refusals);
}

function inputOf(clinical: ClinicalCase, { startedAt, ...asked }: CaseRehearsal): RehearsalInput {
  const variant = requireVariant(clinical);
  const sex = knownValue(clinical.records, "sex");
  if (sex === undefined) throw sexMissing(clinical.id);
  return { variant, sex, startedAt: clinical.schedule?.anchors.sedation ?? startedAt, ...asked };
}

function refused([first]: readonly Refusal[]): TributaryError {
  const { why, fix } = first ?? { why: "", fix: "" };
  return new TributaryError({
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
