import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Schedule } from "../calendar/schedule.ts";
import { offsetTime } from "../calendar/schedule-tasks.ts";
import type { Completion, Task } from "../calendar/task.ts";
import { THREE_PATIENTS } from "../pages/three-patients.fixture.ts";
import { DEFAULT_SITE_POLICY } from "../preparation/site-policy.ts";
import { planCasePreparation, planCaseRecovery } from "./case-tasks.ts";

const HOUR_ms = 3_600_000;
const PATIENT = THREE_PATIENTS[0]!;

/** All tasks of the case with its incision moved; nothing is kept between two calls. */
function planMoved(incision_ms: number, zone: string, completions: readonly Completion[]) {
  const at = (shift_h: number) => new Date(incision_ms + shift_h * HOUR_ms).toISOString().replace(".000", "");
  const schedule: Schedule = { zone, anchors: { sedation: at(-0.5), incision: at(0) } };
  const moved = { ...PATIENT, schedule, course: { ...PATIENT.course, completions } };
  const preparation = planCasePreparation(moved, DEFAULT_SITE_POLICY);
  const { recovery, schedule: withImplant } = planCaseRecovery(moved, "EU");
  if (preparation.kind !== "tasks" || recovery.kind !== "tasks") throw new Error("no task list");
  return {
    schedule: withImplant,
    tasks: [...preparation.tasks, ...recovery.tasks],
    conflicts: [...preparation.conflicts, ...recovery.conflicts],
  };
}

/** Around both clock changes of 2027 in Europe and America, and around none. */
const starts = fc
  .tuple(
    fc.constantFrom("2027-03-28T01:00Z", "2027-10-31T01:00Z", "2027-03-14T07:00Z", "2027-07-01T12:00Z"),
    fc.integer({ min: -120, max: 120 }),
  )
  .map(([change, shift_h]) => Date.parse(change) + shift_h * HOUR_ms);
const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");
const moves = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 5 });

function expectByRule({ rule, due, completion }: Task, { anchors, zone }: Schedule): void {
  const anchor = anchors[rule.anchor];
  if (anchor === undefined || completion !== undefined) return;
  expect(due, rule.id).toEqual(offsetTime(anchor, zone, rule.due));
  if (due?.kind === "day" || due === undefined) return;
  const [, sign, hours = "0", minutes = "0"] = /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(rule.due)!;
  const elapsed_min = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  expect(Date.parse(due.at) - Date.parse(anchor), rule.id).toBe(elapsed_min * 60_000);
}

describe("a procedure that is moved again and again", () => {
  test("every open task is its rule on the anchor, elapsed hours or days of the site's calendar", () => {
    fc.assert(
      fc.property(starts, zones, moves, (start, zone, shifts) => {
        for (const shift_h of shifts) {
          const { tasks, schedule } = planMoved(start + shift_h * HOUR_ms, zone, []);
          for (const task of tasks) expectByRule(task, schedule);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("what was done stays byte for byte, each conflict comes once, and moving back restores all", () => {
    fc.assert(
      fc.property(starts, zones, moves, fc.integer({ min: -200, max: 60 }), (start, zone, shifts, done_h) => {
        const at = new Date(start + done_h * HOUR_ms).toISOString();
        const ids = planMoved(start, zone, []).tasks.map(({ rule }) => rule.id);
        const completions = [...new Set(ids)]
          .filter((_, i) => i % 2 === 0)
          .map((taskId) => ({ taskId, at, by: "Kim" }));
        const recorded = JSON.stringify(completions);
        const before = JSON.stringify(planMoved(start, zone, completions));
        for (const shift_h of shifts) {
          const { tasks, conflicts } = planMoved(start + shift_h * HOUR_ms, zone, completions);
          const outside = tasks.filter(({ status }) => status === "outsideWindow").map(({ rule }) => rule.id);
          expect(conflicts.map(({ taskId }) => taskId)).toEqual(outside);
          expect(new Set(outside).size).toBe(outside.length);
          const kept = tasks.flatMap(({ completion }) => (completion?.by === "Kim" ? [completion] : []));
          for (const one of kept) expect(recorded).toContain(JSON.stringify(one));
        }
        expect(JSON.stringify(completions)).toBe(recorded);
        expect(JSON.stringify(planMoved(start, zone, completions))).toBe(before);
      }),
      { numRuns: 25 },
    );
  });
});
