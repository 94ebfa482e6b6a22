import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type CalendarOptions, type ExportedEvent, exportCalendar, type Task } from "@tributary/care";
import { TributaryError } from "@tributary/model";
import { writeFile } from "../output/write-file.ts";

/**
 * Writes tasks as an iCalendar file, and beside it what that file now holds: the next export raises the sequence of what
 * moved and cancels what is no longer to be done.
 *
 * @returns where it was written
 * @throws TributaryError "cannot-write", "calendar-state"
 */
export function writeCalendar(path: string, tasks: readonly Task[], options: CalendarOptions): string {
  const target = resolve(path);
  const stateFile = `${target}.state.json`;
  const { text, events } = exportCalendar(tasks, readState(stateFile, options.caseId), options);
  const state = `${JSON.stringify({ caseId: options.caseId, events }, undefined, 2)}\n`;
  return writeFile(target, text, { [basename(stateFile)]: state });
}

function readState(path: string, caseId: string): readonly ExportedEvent[] {
  if (!existsSync(path)) return [];
  const state = parseState(readFileSync(path, "utf8"), path);
  if (state.caseId === caseId) return state.events;
  throw stateError(path, `it belongs to the case "${state.caseId}", not to "${caseId}"`);
}

interface CalendarState {
  readonly caseId: string;
  readonly events: readonly ExportedEvent[];
}

function parseState(text: string, path: string): CalendarState {
  try {
    const state = JSON.parse(text) as CalendarState;
    if (typeof state.caseId === "string" && state.events.every(isEvent)) return state;
  } catch (error) {
    throw stateError(path, (error as Error).message);
  }
  throw stateError(path, "it is not what this program wrote");
}

function isEvent({ uid, sequence, title, isCancelled, time }: ExportedEvent): boolean {
  const hasTime = time.kind === "day" ? typeof time.date === "string" : typeof time.at === "string";
  return (
    [uid, title].every((part) => typeof part === "string") &&
    Number.isInteger(sequence) &&
    typeof isCancelled === "boolean" &&
    hasTime
  );
}

function stateError(path: string, why: string): TributaryError {
  return new TributaryError({
    code: "calendar-state",
    what: "What an earlier calendar of this name holds cannot be read.",
    where: path,
    why,
    fix: "Choose another file name, or remove both files; a calendar program then shows moved tasks twice.",
  });
}
