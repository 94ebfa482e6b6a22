import { Temporal } from "temporal-polyfill";
import type { Schedule } from "./schedule.ts";
import type { Task, TaskTime } from "./task.ts";

/** What a calendar already has from this case: needed to raise SEQUENCE when a task moves and to cancel dropped ones. */
export interface ExportedEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly time: TaskTime;
  readonly title: string;
  readonly isCancelled: boolean;
}

export interface CalendarOptions {
  readonly caseId: string;
  readonly schedule: Schedule;
  /** Instant of the export. */
  readonly now: string;
  /** Whose tasks; what a patient must not see yet is left out for patients. */
  readonly audience: "patient" | "staff";
  /** Whether titles may say what is to be done and name drugs; without it a patient's titles are neutral. */
  readonly withDrugNames: boolean;
}

/** iCalendar text, and the state to hand in at the next export. */
export interface CalendarExport {
  readonly text: string;
  readonly events: readonly ExportedEvent[];
}

/**
 * Open tasks as an iCalendar file (RFC 5545).
 *
 * The UID of a task never changes; a moved one raises its SEQUENCE; one that is no longer to be done is cancelled.
 */
export function exportCalendar(
  tasks: readonly Task[],
  previous: readonly ExportedEvent[],
  options: CalendarOptions,
): CalendarExport {
  const shown = tasks.filter((task) => isExported(task, options));
  const current = shown.map((task) => describeEvent(task, previous, options));
  const uids = new Set(current.map(({ uid }) => uid));
  const dropped = previous.filter(({ uid }) => !uids.has(uid)).map(cancel);
  const events = [...current, ...dropped];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tributary//preparation//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...events.flatMap((event) => writeEvent(event, options.now)),
    "END:VCALENDAR",
  ];
  return { text: `${lines.map(foldLine).join("\r\n")}\r\n`, events };
}

function isExported(task: Task, { audience }: CalendarOptions): boolean {
  const isToBeDone = task.due !== undefined && (task.status === "open" || task.status === "expired");
  if (!isToBeDone) return false;
  return audience === "staff" || (task.rule.actor === "patient" && task.isShownToPatient);
}

function describeEvent(
  { rule, due, confirmedTime }: Task,
  previous: readonly ExportedEvent[],
  { caseId, withDrugNames, audience }: CalendarOptions,
): ExportedEvent {
  const time = confirmedTime ?? due!;
  const uid = hideDrug(`${rule.id}.${caseId}@tributary`, rule.drug);
  const title = withDrugNames || audience === "staff" ? titleOf(rule, withDrugNames) : NEUTRAL_TITLE;
  const known = previous.find((event) => event.uid === uid);
  const isSame = known && !known.isCancelled && sameTime(known.time, time) && known.title === title;
  const sequence = known === undefined ? 0 : isSame ? known.sequence : known.sequence + 1;
  return { uid, sequence, time, title, isCancelled: false };
}

/** What a patient's calendar shows on any screen it is synchronized to. */
const NEUTRAL_TITLE = "See your plan";

function titleOf({ text, drug }: Task["rule"], withDrugNames: boolean): string {
  return drug === undefined || withDrugNames ? text : "Medicine: see the plan";
}

/** A drug's name in an identifier becomes a number that stays the same (FNV-1a, 32 bit). */
function hideDrug(uid: string, drug: string | undefined): string {
  if (drug === undefined) return uid;
  let hash = 0x811c9dc5;
  for (const character of drug) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return uid.replaceAll(drug, hash.toString(16));
}

function cancel(event: ExportedEvent): ExportedEvent {
  return event.isCancelled ? event : { ...event, sequence: event.sequence + 1, isCancelled: true };
}

function sameTime(a: TaskTime, b: TaskTime): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function writeEvent({ uid, sequence, time, title, isCancelled }: ExportedEvent, now: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${compactInstant(now)}`,
    `SEQUENCE:${sequence}`,
    ...writeTime(time),
    `SUMMARY:${escapeText(title)}`,
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function writeTime(time: TaskTime): string[] {
  if (time.kind === "instant") return [`DTSTART:${compactInstant(time.at)}`];
  const nextDay = Temporal.PlainDate.from(time.date).add({ days: 1 }).toString();
  return [`DTSTART;VALUE=DATE:${compactDate(time.date)}`, `DTEND;VALUE=DATE:${compactDate(nextDay)}`];
}

function compactDate(date: string): string {
  return date.replaceAll("-", "");
}

function compactInstant(at: string): string {
  return Temporal.Instant.from(at).toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "");
}

function escapeText(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,").replaceAll("\n", "\\n");
}

const MAXIMUM_OCTETS = 75;

/** Lines of more than 75 octets go on in the next one, after a space; characters of several octets stay whole. */
function foldLine(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = countOctets(character);
    if (octets + size > MAXIMUM_OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}

function countOctets(character: string): number {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
