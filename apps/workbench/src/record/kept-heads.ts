/**
 * The newest event of each log of a case, kept apart from the logs in the other storage that a browser has: a log that ends
 * before it has lost events. A browser may refuse to keep it; then only that loss is not seen.
 */
import type { LogAppend, LogHead, LogName } from "@tributary/care";

type Heads = Partial<Record<LogName, LogHead>>;

export function readHeads(database: string, caseId: string): Heads {
  try {
    return JSON.parse(localStorage.getItem(keyOf(database, caseId)) ?? "{}") as Heads;
  } catch {
    return {};
  }
}

/** After the commit: a log may be longer than its head says, never shorter. A head never goes back. */
export function advanceHeads(database: string, caseId: string, appends: readonly LogAppend[]): void {
  const heads = readHeads(database, caseId);
  for (const { log, events } of appends) {
    const newest = events.at(-1);
    if (newest && newest.sequence > (heads[log]?.sequence ?? 0)) {
      heads[log] = { sequence: newest.sequence, hash: newest.hash };
    }
  }
  try {
    localStorage.setItem(keyOf(database, caseId), JSON.stringify(heads));
  } catch {
    // The log itself is written.
  }
}

export function forgetHeads(database: string, caseId: string): void {
  try {
    localStorage.removeItem(keyOf(database, caseId));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function keyOf(database: string, caseId: string): string {
  return `${database}.head.${caseId}`;
}
