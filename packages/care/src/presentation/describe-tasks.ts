import { showTime } from "../calendar/schedule-tasks.ts";
import type { Task } from "../calendar/task.ts";
import { type CareTable, careTable, mark } from "./care-part.ts";

const STATUS_TEXTS: Readonly<Record<Task["status"], string>> = {
  open: "open",
  waiting: "waits for its anchor",
  done: "done",
  outsideWindow: "done, window moved",
  expired: "too old, do again",
  blocked: "blocked",
};

/**
 * Tasks by time on the site's clock; those without a time come last.
 *
 * @param withNames  also by what each is called when it is recorded as done
 */
export function describeTasks(tasks: readonly Task[], zone: string, withNames = false): CareTable {
  const timed = tasks.map((task) => ({ task, time: timeOf(task, zone) }));
  const rows = timed
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
    .map(({ task, time }) => [
      time === LAST ? "" : time,
      task.rule.actor,
      `${task.rule.text}${mark(task.rule.confirmed)}`,
      task.blockedBecause ?? STATUS_TEXTS[task.status],
      task.rule.patientMessage === undefined ? "" : task.isShownToPatient ? "told" : "not before confirmed",
      ...(withNames ? [task.rule.id] : []),
    ]);
  const headers = ["when", "who", "what", "state", "patient", ...(withNames ? ["name"] : [])];
  return careTable(headers, rows, [undefined, undefined, 56, 34]);
}

const LAST = "~";

function timeOf({ due, confirmedTime }: Task, zone: string): string {
  const time = confirmedTime ?? due;
  return time === undefined ? LAST : showTime(time, zone);
}
