import { describe, expect, test } from "vitest";
import { unconfirmed } from "../rules/clinical-rule.ts";
import { type CalendarOptions, exportCalendar } from "./export-calendar.ts";
import { scheduleTasks } from "./schedule-tasks.ts";
import type { TaskRule } from "./task.ts";

const RULES: readonly TaskRule[] = [
  {
    ...unconfirmed("practice"),
    id: "drink",
    anchor: "sedation",
    due: "-PT2H",
    actor: "patient",
    text: "end of clear fluids; water, tea",
  },
  {
    ...unconfirmed("practice"),
    id: "lastDose.apixaban",
    anchor: "incision",
    due: "-PT24H",
    actor: "patient",
    text: "last dose of apixaban",
    drug: "apixaban",
    needsPrescriber: true,
  },
  { ...unconfirmed("practice"), id: "wash", anchor: "incision", due: "-P1D", actor: "patient", text: "wash" },
];

function plan(incision: string, rules = RULES, isConfirmed = true) {
  const schedule = { zone: "Europe/Berlin", anchors: { sedation: incision, incision } };
  const state = {
    completions: [],
    findConfirmation: () => (isConfirmed ? { time: undefined } : undefined),
    findBlock: () => undefined,
  };
  const options: CalendarOptions = {
    caseId: "one",
    schedule,
    now: "2027-03-01T10:00:00Z",
    audience: "patient",
    withDrugNames: false,
  };
  return { tasks: scheduleTasks(rules, schedule, state).tasks, options };
}

const TUESDAY = "2027-03-23T07:00:00Z";
const WEDNESDAY = "2027-03-31T11:00:00Z";

describe("the calendar file", () => {
  test("has times in UTC, days as days, and lines of at most 75 octets", () => {
    const { tasks, options } = plan(TUESDAY);
    const { text } = exportCalendar(tasks, [], options);
    expect(text).toContain("DTSTART:20270323T050000Z\r\n");
    expect(text).toContain("DTSTART;VALUE=DATE:20270322\r\nDTEND;VALUE=DATE:20270323\r\n");
    const named = exportCalendar(tasks, [], { ...options, withDrugNames: true }).text;
    expect(named).toContain("SUMMARY:end of clear fluids\\; water\\, tea");
    for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  test("long lines fold between characters, not within one", () => {
    const long = [{ ...RULES[2]!, text: "ä".repeat(100) }];
    const { tasks, options } = plan(TUESDAY, long);
    const { text } = exportCalendar(tasks, [], { ...options, withDrugNames: true });
    expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:${"ä".repeat(100)}`);
    for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  test("names drugs only on request", () => {
    const { tasks, options } = plan(TUESDAY);
    expect(exportCalendar(tasks, [], options).text).not.toContain("apixaban");
    expect(exportCalendar(tasks, [], options).text).toContain("SUMMARY:See your plan");
    expect(exportCalendar(tasks, [], { ...options, audience: "staff" }).text).not.toContain("apixaban");
    expect(exportCalendar(tasks, [], { ...options, withDrugNames: true }).text).toContain("last dose of apixaban");
  });

  test("leaves out for the patient what no prescriber has confirmed", () => {
    const { tasks, options } = plan(TUESDAY, RULES, false);
    expect(exportCalendar(tasks, [], options).text).not.toContain("lastDose.");
    expect(exportCalendar(tasks, [], { ...options, audience: "staff" }).text).toContain("lastDose.");
  });

  test("a moved task keeps its UID and raises its SEQUENCE; an unmoved export changes nothing", () => {
    const before = plan(TUESDAY);
    const first = exportCalendar(before.tasks, [], before.options);
    expect(first.events.map(({ sequence }) => sequence)).toEqual([0, 0, 0]);
    expect(exportCalendar(before.tasks, first.events, before.options)).toEqual(first);
    const after = plan(WEDNESDAY);
    const second = exportCalendar(after.tasks, first.events, after.options);
    expect(second.events.map(({ uid }) => uid)).toEqual(first.events.map(({ uid }) => uid));
    expect(second.events.map(({ sequence }) => sequence)).toEqual([1, 1, 1]);
  });

  test("a dropped task is cancelled once, and comes back with a higher SEQUENCE", () => {
    const { tasks, options } = plan(TUESDAY);
    const first = exportCalendar(tasks, [], options);
    const without = plan(TUESDAY, RULES.slice(0, 2));
    const second = exportCalendar(without.tasks, first.events, options);
    expect(second.text).toContain("STATUS:CANCELLED");
    expect(second.events.at(-1)).toMatchObject({ uid: "wash.one@tributary", sequence: 1, isCancelled: true });
    expect(exportCalendar(without.tasks, second.events, options).events.at(-1)).toMatchObject({ sequence: 1 });
    const third = exportCalendar(tasks, second.events, options);
    expect(third.events.find(({ uid }) => uid.startsWith("wash"))).toMatchObject({ sequence: 2, isCancelled: false });
  });
});
