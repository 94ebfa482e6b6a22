import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unconfirmed } from "../rules/clinical-rule.ts";
import { localDate, readSchedule } from "./schedule.ts";
import { offsetTime, scheduleTasks } from "./schedule-tasks.ts";
import type { Completion, TaskRule } from "./task.ts";

const ORIGIN = unconfirmed("practice");
const RULES: readonly TaskRule[] = [
  {
    ...ORIGIN,
    id: "solids",
    anchor: "sedation",
    due: "-PT8H",
    window: { to: "-PT8H" },
    actor: "patient",
    text: "solids",
  },
  {
    ...ORIGIN,
    id: "dose",
    anchor: "incision",
    due: "-PT36H",
    window: { to: "-PT36H" },
    actor: "patient",
    text: "dose",
  },
  {
    ...ORIGIN,
    id: "cefazolin",
    anchor: "incision",
    due: "-PT30M",
    window: { from: "-PT60M", to: "PT0M" },
    actor: "lab",
    text: "cefazolin",
  },
  { ...ORIGIN, id: "redose", anchor: "firstAntibiotic", due: "PT4H", actor: "lab", text: "redose" },
  {
    ...ORIGIN,
    id: "ertugliflozin",
    anchor: "incision",
    due: "-P4D",
    window: { to: "-P5D" },
    actor: "patient",
    text: "stop",
  },
  { ...ORIGIN, id: "restriction", anchor: "implant", due: "P6W", actor: "patient", text: "arm" },
  { ...ORIGIN, id: "response", anchor: "implant", due: "P6M", actor: "clinic", text: "response" },
  { ...ORIGIN, id: "potassium", anchor: "incision", due: "-P7D", actor: "clinic", text: "potassium", validity_d: 7 },
];

const ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo", "UTC"];

function plan(incisionAt: number, zone: string, completions: readonly Completion[] = []) {
  const at = (shift_h: number) => new Date(incisionAt + shift_h * 3_600_000).toISOString();
  const anchors = { sedation: at(-0.5), incision: at(0), firstAntibiotic: at(-0.75), implant: at(0) };
  const schedule = readSchedule({ zone, anchors });
  return {
    schedule,
    ...scheduleTasks(RULES, schedule, {
      completions,
      findConfirmation: () => ({ time: undefined }),
      findBlock: () => undefined,
    }),
  };
}

/** Hours around both clock changes of 2027 in Europe and America, and around none. */
const CHANGES = [
  "2027-03-28T01:00Z",
  "2027-10-31T01:00Z",
  "2027-03-14T07:00Z",
  "2027-11-07T06:00Z",
  "2027-07-01T12:00Z",
];
const incisions = fc
  .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -240, max: 240 }))
  .map(([change, shift_h]) => Date.parse(change) + shift_h * 3_600_000);
const zones = fc.constantFrom(...ZONES);

/** The same day of the month half a year on, or the last one of that month. */
function halfYearAfter(date: string): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 5, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

describe("tasks of a moved procedure", () => {
  test("every open task is its rule's offset from the anchor: elapsed hours, or days of the local calendar", () => {
    fc.assert(
      fc.property(incisions, zones, (incisionAt, zone) => {
        const { tasks, schedule } = plan(incisionAt, zone);
        for (const { rule, due } of tasks) {
          const anchor = schedule.anchors[rule.anchor]!;
          const [, sign, count, unit] = /^(-?)PT?(\d+)([HMDW])$/.exec(rule.due.replace("P6M", "P0D"))!;
          const amount = Number(`${sign}${count}`);
          if (due?.kind === "instant") {
            const elapsed_ms = Date.parse(due.at) - Date.parse(anchor);
            expect(elapsed_ms).toBe(amount * (unit === "H" ? 3_600_000 : 60_000));
          } else if (rule.due !== "P6M") {
            const days = amount * (unit === "W" ? 7 : 1);
            const noon = Date.parse(`${localDate(anchor, zone)}T12:00Z`) + days * 86_400_000;
            expect(due?.date).toBe(new Date(noon).toISOString().slice(0, 10));
          } else {
            expect(due?.date).toBe(halfYearAfter(localDate(anchor, zone)));
          }
        }
      }),
    );
  });

  test("what was done stays as recorded, conflicts come once, and moving back restores everything", () => {
    fc.assert(
      fc.property(incisions, incisions, zones, fc.integer({ min: -300, max: 12 }), (first, second, zone, done_h) => {
        const at = new Date(first + done_h * 3_600_000).toISOString();
        const completions = RULES.map(({ id }) => ({ taskId: id, at, by: "nurse" }));
        const recorded = JSON.stringify(completions);
        const before = plan(first, zone, completions);
        const moved = plan(second, zone, completions);
        expect(JSON.stringify(moved.tasks.map(({ completion }) => completion))).toBe(recorded);
        const outside = moved.tasks.filter(({ status }) => status === "outsideWindow").map(({ rule }) => rule.id);
        expect(moved.conflicts.map(({ taskId }) => taskId)).toEqual(outside);
        expect(new Set(outside).size).toBe(outside.length);
        expect(plan(first, zone, completions)).toEqual(before);
      }),
    );
  });

  test("a test too old on the new day is open again, and done again when moved back", () => {
    const status = (incision: string) =>
      plan(Date.parse(incision), "Europe/Berlin", [{ taskId: "potassium", at: "2027-03-20", by: "lab" }]).tasks.at(-1)!
        .status;
    expect(status("2027-03-27T08:00Z")).toBe("done");
    expect(status("2027-03-28T08:00Z")).toBe("expired");
    expect(status("2027-03-27T08:00Z")).toBe("done");
  });

  test("from Tuesday 08:00 to Wednesday 13:00 over the clock change every task moves by its own rule", () => {
    const zone = "Europe/Berlin";
    const at = (incision: string) =>
      Object.fromEntries(plan(Date.parse(incision), zone).tasks.map(({ rule, due }) => [rule.id, due]));
    const tuesday = at("2027-03-23T08:00+01:00");
    const wednesday = at("2027-03-31T13:00+02:00");
    expect(tuesday["dose"]).toEqual({ kind: "instant", at: "2027-03-21T19:00:00Z" });
    expect(wednesday["dose"]).toEqual({ kind: "instant", at: "2027-03-29T23:00:00Z" });
    expect(tuesday["ertugliflozin"]).toEqual({ kind: "day", date: "2027-03-19" });
    expect(wednesday["ertugliflozin"]).toEqual({ kind: "day", date: "2027-03-27" });
    expect(tuesday["redose"]).toEqual({ kind: "instant", at: "2027-03-23T10:15:00Z" });
    expect(wednesday["redose"]).toEqual({ kind: "instant", at: "2027-03-31T14:15:00Z" });
    expect(wednesday["restriction"]).toEqual({ kind: "day", date: "2027-05-12" });
  });

  test("36 hours before an incision after the change are 36 elapsed hours, not the same clock time", () => {
    expect(offsetTime("2027-03-29T06:00:00Z", "Europe/Berlin", "-PT36H")).toEqual({
      kind: "instant",
      at: "2027-03-27T18:00:00Z",
    });
  });

  test("a task whose anchor is not known yet waits", () => {
    const schedule = { zone: "UTC", anchors: { incision: "2027-03-29T06:00:00Z" } };
    const { tasks } = scheduleTasks(RULES, schedule, {
      completions: [],
      findConfirmation: () => ({ time: undefined }),
      findBlock: () => undefined,
    });
    expect(tasks.find(({ rule }) => rule.id === "redose")).toMatchObject({ status: "waiting", due: undefined });
  });
});

describe("times at the border", () => {
  test("a time without a zone is refused", () => {
    const schedule = { zone: "Europe/Berlin", anchors: { incision: "2027-03-28T08:00" } };
    expect(() => readSchedule(schedule)).toThrow(
      expect.objectContaining({ code: "time-without-zone", where: "schedule.incision" }),
    );
  });

  test("an unknown time zone is refused", () => {
    expect(() => readSchedule({ zone: "Europe/Bonn", anchors: {} })).toThrow(
      expect.objectContaining({ code: "time-zone-unknown" }),
    );
  });
});
