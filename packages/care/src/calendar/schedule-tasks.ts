import { Temporal } from "temporal-polyfill";
import { daysBetween } from "../facts/resolve-fact.ts";
import { localDate, localTime, type Schedule } from "./schedule.ts";
import type { Completion, Offset, Task, TaskConflict, TaskRule, TaskStatus, TaskTime } from "./task.ts";

export interface ScheduledTasks {
  readonly tasks: readonly Task[];
  readonly conflicts: readonly TaskConflict[];
}

/** What is known beside the rules: what was done, what the prescriber confirmed, what is forbidden now. */
export interface TaskState {
  readonly completions: readonly Completion[];
  /** What the prescriber confirmed of a task as it now stands; undefined where nobody did. */
  readonly findConfirmation: (rule: TaskRule, due: TaskTime | undefined) => TaskConfirmation | undefined;
  /** Why a task must not be done now; undefined where nothing forbids it. */
  readonly findBlock: (rule: TaskRule) => string | undefined;
}

/** A prescriber's yes, with the time that was confirmed if one was. */
export interface TaskConfirmation {
  readonly time: TaskTime | undefined;
}

/**
 * The tasks of a set of rules under a schedule.
 *
 * A function of its arguments only: moving the procedure means to call it again. Open tasks follow their anchor, what was
 * done stays as recorded, a completed task outside its new window gives one conflict, and moving back restores all.
 */
export function scheduleTasks(rules: readonly TaskRule[], schedule: Schedule, state: TaskState): ScheduledTasks {
  const tasks = rules.map((rule) => scheduleTask(rule, schedule, state));
  const conflicts = tasks
    .filter(({ status }) => status === "outsideWindow")
    .map((task) => ({ taskId: task.rule.id, what: describeConflict(task, schedule.zone) }));
  return { tasks, conflicts };
}

function scheduleTask(rule: TaskRule, schedule: Schedule, state: TaskState): Task {
  const anchor = schedule.anchors[rule.anchor];
  const at = (offset: Offset | undefined) =>
    anchor === undefined || offset === undefined ? undefined : offsetTime(anchor, schedule.zone, offset);
  const times = { due: at(rule.due), from: at(rule.window?.from), to: at(rule.window?.to) };
  const completion = state.completions.findLast(({ taskId }) => taskId === rule.id);
  const blockedBecause = completion === undefined ? state.findBlock(rule) : undefined;
  const confirmation = rule.needsPrescriber === true ? state.findConfirmation(rule, times.due) : undefined;
  return {
    rule,
    ...times,
    completion,
    blockedBecause,
    status: blockedBecause === undefined ? judgeStatus(rule, times, completion, schedule) : "blocked",
    isShownToPatient: rule.needsPrescriber !== true || confirmation !== undefined,
    confirmedTime: confirmation?.time,
  };
}

/** A time at an offset from an anchor: elapsed for hours and minutes, on the site's calendar for days and longer. */
export function offsetTime(anchor: string, zone: string, offset: Offset): TaskTime {
  if (offset.includes("T")) return { kind: "instant", at: Temporal.Instant.from(anchor).add(offset).toString() };
  const day = Temporal.Instant.from(anchor).toZonedDateTimeISO(zone).toPlainDate();
  return { kind: "day", date: day.add(offset).toString() };
}

function judgeStatus(
  rule: TaskRule,
  { due, from, to }: Pick<Task, "due" | "from" | "to">,
  completion: Completion | undefined,
  schedule: Schedule,
): TaskStatus {
  if (completion === undefined) return due === undefined ? "waiting" : "open";
  if (isExpired(rule, completion, schedule)) return "expired";
  const isTooEarly = from !== undefined && isBefore(completion.at, from, schedule.zone);
  const isTooLate = to !== undefined && isAfter(completion.at, to, schedule.zone);
  return isTooEarly || isTooLate ? "outsideWindow" : "done";
}

function isExpired({ validity_d }: TaskRule, completion: Completion, { anchors, zone }: Schedule): boolean {
  if (validity_d === undefined || anchors.incision === undefined) return false;
  return daysBetween(completionDate(completion, zone), localDate(anchors.incision, zone)) > validity_d;
}

function completionDate({ at }: Completion, zone: string): string {
  return at.includes("T") ? localDate(at, zone) : at;
}

/** A completion that is known by its day only is compared by days. */
function isBefore(at: string, limit: TaskTime, zone: string): boolean {
  if (limit.kind === "instant" && at.includes("T")) return compareInstants(at, limit.at) < 0;
  return dayOf(at, zone) < limitDay(limit, zone);
}

function isAfter(at: string, limit: TaskTime, zone: string): boolean {
  if (limit.kind === "instant" && at.includes("T")) return compareInstants(at, limit.at) > 0;
  return dayOf(at, zone) > limitDay(limit, zone);
}

function compareInstants(a: string, b: string): number {
  return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b));
}

function dayOf(at: string, zone: string): string {
  return at.includes("T") ? localDate(at, zone) : at;
}

function limitDay(limit: TaskTime, zone: string): string {
  return limit.kind === "day" ? limit.date : localDate(limit.at, zone);
}

function describeConflict({ rule, from, to, completion }: Task, zone: string): string {
  const limits = [from && `not before ${showTime(from, zone)}`, to && `not after ${showTime(to, zone)}`];
  const done = completion!.at.includes("T") ? showTime({ kind: "instant", at: completion!.at }, zone) : completion!.at;
  return `${rule.text}: done ${done}; now due ${limits.filter(Boolean).join(" and ")}`;
}

/** A time as the site's clock and calendar show it. */
export function showTime(time: TaskTime, zone: string): string {
  return time.kind === "day" ? time.date : `${localDate(time.at, zone)} ${localTime(time.at, zone)}`;
}
