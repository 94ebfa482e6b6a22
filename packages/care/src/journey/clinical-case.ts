import type { Case } from "@tributary/formats";
import { TributaryError } from "@tributary/model";
import { readSchedule, type Schedule } from "../calendar/schedule.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { factsFromCase } from "../facts/facts-from-case.ts";
import { findVariant, PROCEDURE_VARIANTS, type ProcedureVariant } from "../procedure/variants.ts";
import type { StaffMember } from "../setting/judge-readiness.ts";
import { ROLES, type RoleId } from "../setting/roles.ts";
import { type CareCourse, NOTHING_YET } from "./care-course.ts";
import { explainUnknown } from "./explain-unknown.ts";
import { readFact } from "./read-fact.ts";

/** What the care around the implant knows of a case, every name in it checked. */
export interface ClinicalCase {
  readonly id: string;
  readonly title: string;
  readonly records: readonly FactRecord[];
  readonly drugs: readonly string[];
  /** Undefined where the case does not say what is to be done. */
  readonly variant: ProcedureVariant | undefined;
  readonly schedule: Schedule | undefined;
  readonly staff: readonly StaffMember[];
  /** Ids of the items that are in the room. */
  readonly equipment: readonly string[];
  readonly course: CareCourse;
}

/**
 * The clinical side of a case file: its own facts and those of its clinical section; nothing done yet.
 *
 * @throws TributaryError "unknown-fact", "fact-value", "unknown-variant", "unknown-role", "time-zone-unknown",
 *         "time-without-zone"
 */
export function readClinicalCase(caseFile: Case): ClinicalCase {
  const { facts = [], drugs = [], variant, schedule, staff = [], equipment = [] } = caseFile.clinical ?? {};
  const stated = facts.map((fact, i) => readFact(fact, `clinical.facts[${i}]`, caseFile.id));
  return {
    id: caseFile.id,
    title: caseFile.title,
    records: [...factsFromCase(caseFile), ...stated],
    drugs,
    variant: variant === undefined ? undefined : readVariant(variant, "clinical.variant"),
    schedule: schedule && readSchedule(schedule, "clinical.schedule"),
    staff: staff.map((member, i) => ({ ...member, role: readRole(member.role, `clinical.staff[${i}].role`) })),
    equipment,
    course: NOTHING_YET,
  };
}

/** @throws TributaryError "unknown-variant" with the nearest name */
export function readVariant(id: string, where: string): ProcedureVariant {
  const found = findVariant(id);
  if (found) return found;
  const names = PROCEDURE_VARIANTS.map((variant) => variant.id);
  throw new TributaryError({
    code: "unknown-variant",
    what: `There is no kind of implant "${id}".`,
    where,
    ...explainUnknown(id, names),
  });
}

function readRole(id: string, where: string): RoleId {
  const names = ROLES.map((role) => role.id);
  const found = names.find((name) => name === id);
  if (found) return found;
  throw new TributaryError({
    code: "unknown-role",
    what: `There is no role "${id}".`,
    where,
    ...explainUnknown(id, names),
  });
}

/** The kind of implant that is planned. @throws TributaryError "variant-missing" */
export function requireVariant({ variant, id }: ClinicalCase): ProcedureVariant {
  if (variant) return variant;
  throw new TributaryError({
    code: "variant-missing",
    what: "The case does not say what kind of implant is planned.",
    where: `${id}, clinical.variant`,
    why: "nothing is given, and it is not guessed: device, steps and risks depend on it",
    fix: `State it, or give --variant: ${PROCEDURE_VARIANTS.map((variant) => variant.id).join(", ")}.`,
  });
}

/** When the procedure is. @throws TributaryError "schedule-missing" */
export function requireSchedule({ schedule, id }: ClinicalCase): Schedule {
  if (schedule?.anchors.incision !== undefined) return schedule;
  throw new TributaryError({
    code: "schedule-missing",
    what: "The case does not say when the procedure is.",
    where: `${id}, clinical.schedule.anchors.incision`,
    why: "tasks are counted from the incision, and no date is guessed",
    fix: 'State clinical.schedule, for example { "zone": "Europe/Berlin", "anchors": { "sedation": "2027-03-30T07:30+02:00", "incision": "2027-03-30T08:00+02:00" } }.',
  });
}
