import { localDate, readInstant, readSchedule, type Schedule } from "../calendar/schedule.ts";
import { type ScheduledTasks, scheduleTasks, type TaskConfirmation } from "../calendar/schedule-tasks.ts";
import type { Completion, Task, TaskRule, TaskTime } from "../calendar/task.ts";
import { findDrug } from "../drugs/find-drug.ts";
import { deriveFacts } from "../facts/derive-facts.ts";
import { factLabel } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { knownValue, listOldFindings } from "../facts/resolve-fact.ts";
import { type AntibioticPlan, listDecolonizationRules, planAntibiotic } from "./antibiotics.ts";
import { type ClinicalEvent, isHematomaGrowing } from "./clinical-event.ts";
import { type ContrastPlan, planContrast } from "./contrast.ts";
import { decideDrugs, listDrugWarnings } from "./decide-drugs.ts";
import type { AntiplateletHold, DrugDecision } from "./drug-decision.ts";
import { excludeImplausibleGfr } from "./exclude-implausible.ts";
import { FASTING_RULES, listFastingWarnings } from "./fasting.ts";
import { type JudgedTest, judgeTests, listTestTasks } from "./judge-tests.ts";
import type { PlannedProcedure, SitePolicy } from "./site-policy.ts";
import { TEMPLATE_RULES } from "./template-rules.ts";

/** A prescriber's word on an antithrombotic drug: all of it, for one time of the procedure. */
export interface PrescriberConfirmation {
  readonly drug: string;
  readonly prescriber: string;
  /** Instant of the last dose before the procedure. */
  readonly lastDoseAt: string;
  /** In the prescriber's words: when and on which conditions the drug is restarted. */
  readonly restart: string;
  /** The incision it was given for; a moved procedure has to be confirmed again. */
  readonly incisionAt: string;
}

export interface PreparationInput {
  readonly records: readonly FactRecord[];
  /** Generic names, as on the patient's list. */
  readonly drugs: readonly string[];
  readonly procedure: PlannedProcedure;
  readonly schedule: Schedule;
  readonly policy: SitePolicy;
  readonly completions: readonly Completion[];
  readonly confirmations: readonly PrescriberConfirmation[];
  readonly events: readonly ClinicalEvent[];
  readonly antiplateletHolds: readonly AntiplateletHold[];
}

export type Preparation =
  | { readonly kind: "noTaskList"; readonly reason: string }
  | ({ readonly kind: "tasks" } & PreparationTasks);

export interface PreparationTasks extends ScheduledTasks {
  readonly decisions: readonly DrugDecision[];
  readonly antibiotic: AntibioticPlan;
  readonly contrast: ContrastPlan;
  readonly tests: readonly JudgedTest[];
  readonly warnings: readonly string[];
}

/**
 * The dated tasks before and around an implant, with what could not be decided.
 *
 * A function of its input: the same facts, completions and schedule give the same tasks, whatever was planned before.
 *
 * @throws TributaryError "time-zone-unknown", "time-without-zone"
 */
export function planPreparation(given: PreparationInput): Preparation {
  const input = { ...given, schedule: readSchedule(given.schedule) };
  const deceased = knownValue(input.records, "deceasedDate");
  if (deceased !== undefined) return { kind: "noTaskList", reason: `the patient died on ${deceased}` };
  if (knownValue(input.records, "deceased") === true) return { kind: "noTaskList", reason: "the patient has died" };
  const { incision } = input.schedule.anchors;
  if (incision === undefined) return { kind: "noTaskList", reason: "no time of incision is set" };
  return { kind: "tasks", ...planTasks(input, localDate(incision, input.schedule.zone)) };
}

function planTasks(given: PreparationInput, incisionDate: string): PreparationTasks {
  const input = { ...given, records: excludeImplausibleGfr(deriveFacts(given.records, incisionDate)) };
  const { records, drugs, policy, events, antiplateletHolds, procedure } = input;
  const decisions = decideDrugs(drugs, { records, procedure, policy, incisionDate, events, antiplateletHolds });
  const drugClasses = drugs.map(findDrug).flatMap((drug) => (drug.kind === "known" ? [drug.drugClass] : []));
  const antibiotic = planAntibiotic(records);
  const contrast = planContrast(records, policy);
  const testContext = { ...input, drugClasses };
  const tests = listTestTasks(testContext);
  const rules = [
    ...TEMPLATE_RULES,
    ...FASTING_RULES,
    ...tests.rules,
    ...decisions.flatMap((decision) => decision.rules),
    ...(antibiotic.kind === "doses" ? antibiotic.rules : []),
    ...listDecolonizationRules(records),
    ...contrast.rules,
  ];
  const scheduled = scheduleTasks(rules, input.schedule, {
    completions: [...tests.completions, ...input.completions],
    findConfirmation: (rule, due) => findConfirmation(rule, due, input),
    findBlock: (rule) => findBlock(rule, events),
  });
  return {
    ...scheduled,
    decisions,
    antibiotic,
    contrast,
    tests: judgeTests(testContext),
    warnings: [
      ...listDrugWarnings(drugs),
      ...listFastingWarnings(records, drugClasses),
      ...listOldFindings(records, incisionDate).map(
        ({ fact, date }) => `${factLabel(fact)} of ${date}: too old on the day, measure again`,
      ),
      ...listConfirmationWarnings(scheduled.tasks, input.confirmations),
    ],
  };
}

/**
 * The prescriber's word on a task as it now stands: complete, for this time of the procedure, and with a last dose that is
 * not later than the table's. The time it names is what the patient is told.
 */
function findConfirmation(
  rule: TaskRule,
  due: TaskTime | undefined,
  { confirmations, schedule }: PreparationInput,
): TaskConfirmation | undefined {
  const found = confirmations.find(
    ({ drug, prescriber, lastDoseAt, restart, incisionAt }) =>
      drug === rule.drug &&
      [prescriber, lastDoseAt, restart].every((text) => text.trim() !== "") &&
      Date.parse(incisionAt) === Date.parse(schedule.anchors.incision!),
  );
  if (found === undefined) return undefined;
  if (!rule.id.startsWith("lastDose.")) return { time: undefined };
  const at = readInstant(found.lastDoseAt, `confirmation of ${found.drug}`);
  const isLate = due?.kind === "instant" && Date.parse(at) > Date.parse(due.at);
  return isLate ? undefined : { time: { kind: "instant", at } };
}

/** Why a task must not be done now: an unmet condition; a growing hematoma is named first. */
function findBlock(
  { conditions = [], needsPrescriber }: TaskRule,
  events: readonly ClinicalEvent[],
): string | undefined {
  const unmet = conditions.filter(({ isMet }) => !isMet).map(({ id }) => CONDITION_TEXTS[id]);
  if (unmet.length === 0) return undefined;
  const isGrowing = needsPrescriber === true && isHematomaGrowing(events) === true;
  return `${isGrowing ? "growing hematoma; " : ""}not yet: ${unmet.join(", ")}`;
}

const CONDITION_TEXTS: Readonly<Record<NonNullable<TaskRule["conditions"]>[number]["id"], string>> = {
  woundDry: "wound dry",
  noGrowingHematoma: "no growing hematoma",
  prescriberAgrees: "prescriber's yes",
  eatingNormally: "eating normally",
  kidneyStable: "renal function stable",
};

/** A confirmed last dose later than the table allows. */
function listConfirmationWarnings(tasks: readonly Task[], confirmations: readonly PrescriberConfirmation[]): string[] {
  return confirmations.flatMap(({ drug, lastDoseAt, prescriber }) => {
    const task = tasks.find(({ rule }) => rule.id === `lastDose.${drug}`);
    if (task?.due?.kind !== "instant" || Date.parse(lastDoseAt) <= Date.parse(task.due.at)) return [];
    return [`${drug}: ${prescriber} confirmed a last dose later than the table's; not shown to the patient`];
  });
}
