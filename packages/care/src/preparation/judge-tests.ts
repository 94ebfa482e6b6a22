import { localDate, type Schedule } from "../calendar/schedule.ts";
import type { Completion, TaskRule } from "../calendar/task.ts";
import type { DrugClass } from "../drugs/drug-catalog.ts";
import { factUnit } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { daysBetween, knownValue, resolveFact } from "../facts/resolve-fact.ts";
import { evaluateCriterion } from "../rules/evaluate-criterion.ts";
import { judgeInr } from "./antithrombotics.ts";
import type { PlannedProcedure, SitePolicy } from "./site-policy.ts";
import { TEST_RULES, type TestNeed, type TestRule } from "./test-rules.ts";

/** go: done in time and within limits. Everything else names why it is not. */
export type TestState = "go" | "outOfLimits" | "missing" | "expired" | "conflict" | "undated";

export interface JudgedTest {
  readonly rule: TestRule;
  readonly state: TestState;
  readonly what: string;
  /** Whether the patient needs it; "unknown" where a fact that decides it is missing. */
  readonly need: "needed" | "unknown";
}

export interface TestContext {
  readonly records: readonly FactRecord[];
  readonly drugClasses: readonly DrugClass[];
  readonly procedure: PlannedProcedure;
  readonly policy: SitePolicy;
  readonly schedule: Schedule;
  readonly completions: readonly Completion[];
}

const ANTICOAGULANTS: readonly DrugClass[] = ["vitaminKAntagonist", "dabigatran", "xaInhibitor"];

/** Every test that this patient needs, and whether it allows the procedure on its day. */
export function judgeTests(context: TestContext): JudgedTest[] {
  return TEST_RULES.flatMap((rule) => {
    const need = judgeNeed(rule.need, context);
    return need === "notNeeded" ? [] : [{ rule, need, ...judgeTest(rule, context) }];
  });
}

/** The tasks of the tests that are needed; a result or a completion closes them, age opens them again. */
export function listTestTasks(context: TestContext): { rules: TaskRule[]; completions: Completion[] } {
  const judged = judgeTests(context);
  const rules = judged.map(({ rule }): TaskRule => {
    const { sourceId, locator, confirmed, reviewedBy, actor, due, text } = rule;
    return {
      sourceId,
      locator,
      confirmed,
      reviewedBy,
      id: testTaskId(rule),
      anchor: "incision",
      due,
      actor,
      text,
      validity_d: validityOf(rule, context),
    };
  });
  const completions = judged.flatMap(({ rule }): Completion[] => {
    const resolved = rule.fact === undefined ? undefined : resolveFact(context.records, rule.fact);
    if (resolved?.status !== "known" || resolved.record.date === undefined) return [];
    return [{ taskId: testTaskId(rule), at: resolved.record.date, by: resolved.record.origin.detail }];
  });
  return { rules, completions };
}

function testTaskId({ id }: TestRule): string {
  return `test.${id}`;
}

function judgeNeed(need: TestNeed, context: TestContext): "needed" | "notNeeded" | "unknown" {
  if (typeof need === "object") {
    const { truth } = evaluateCriterion(need, context.records);
    return truth === "met" ? "needed" : truth === "notMet" ? "notNeeded" : "unknown";
  }
  const isNeeded = {
    always: true,
    upgrade: context.procedure !== "deNovo",
    anticoagulated: context.drugClasses.some((drugClass) => ANTICOAGULANTS.includes(drugClass)),
    vitaminKAntagonist: context.drugClasses.includes("vitaminKAntagonist"),
  };
  return isNeeded[need] ? "needed" : "notNeeded";
}

function validityOf({ validity_d, stricter }: TestRule, context: TestContext): number {
  return stricter && judgeNeed(stricter.need, context) === "needed" ? stricter.validity_d : validity_d;
}

function judgeTest(rule: TestRule, context: TestContext): { state: TestState; what: string } {
  return rule.fact === undefined ? judgeDone(rule, context) : judgeResult(rule, context);
}

function judgeDone(rule: TestRule, context: TestContext): { state: TestState; what: string } {
  const done = context.completions.findLast(({ taskId }) => taskId === testTaskId(rule));
  if (done === undefined) return { state: "missing", what: "not done" };
  return judgeAge(done.at, rule, context) ?? { state: "go", what: `done ${done.at.slice(0, 10)}` };
}

function judgeResult(rule: TestRule, context: TestContext): { state: TestState; what: string } {
  const resolved = resolveFact(context.records, rule.fact!);
  if (resolved.status === "missing") return { state: "missing", what: "no result" };
  if (resolved.status === "conflict")
    return { state: "conflict", what: `results differ: ${resolved.values.join(", ")}` };
  const { date, value } = resolved.record;
  if (date === undefined) return { state: "undated", what: `${value}, without a date` };
  const shown = [value, factUnit(rule.fact!)].filter((part) => part !== undefined).join(" ");
  const age = judgeAge(date, rule, context);
  if (age) return age;
  return isWithinLimits(value as number, rule, context)
    ? { state: "go", what: `${shown} on ${date}` }
    : { state: "outOfLimits", what: `${shown} on ${date}` };
}

function judgeAge(at: string, rule: TestRule, context: TestContext): { state: TestState; what: string } | undefined {
  const { anchors, zone } = context.schedule;
  if (anchors.incision === undefined) return undefined;
  const date = at.includes("T") ? localDate(at, zone) : at;
  const age_d = daysBetween(date, localDate(anchors.incision, zone));
  const validity_d = validityOf(rule, context);
  if (age_d <= validity_d) return undefined;
  return { state: "expired", what: `of ${date}: ${age_d} days old on the day, ${validity_d} allowed` };
}

function isWithinLimits(value: number, rule: TestRule, { records, policy }: TestContext): boolean {
  if (rule.fact === "inr") {
    return judgeInr(value, knownValue(records, "mechanicalValve") === true, policy) === "proceed";
  }
  return (rule.low === undefined || value >= rule.low) && (rule.high === undefined || value <= rule.high);
}
