import { computeSha256 } from "@tributary/formats";
import { checkLog } from "./check-log.ts";
import type { RecordKeeper } from "./keep-record.ts";
import { errorRecordBroken, errorRecordRefused } from "./record-error.ts";
import type { RecordEvent } from "./record-event.ts";
import type { CommitResult, RecordCommit, StoredCase } from "./record-store.ts";
import { replayLog } from "./replay-log.ts";

/**
 * A commit from outside the program, written only where it could have been made here: every chain goes on, the rules allow
 * every event, every file is the one it is called. The state is computed, never taken.
 *
 * @throws TributaryError "record-broken", "record-refused"
 */
export async function commitChecked(
  { store, hash }: RecordKeeper,
  { caseId, appends, files = new Map() }: Omit<RecordCommit, "stored">,
): Promise<CommitResult> {
  const known = await store.readCase(caseId);
  const moved = appends.find((append) => lastHash(known, append) !== append.expectedHash);
  if (moved) return { kind: "movedOn", log: moved.log };
  const wrong = [...files].find(([sha256, content]) => computeSha256(content) !== sha256);
  if (wrong) throw errorRecordRefused(caseId, [`the file ${wrong[0]} has another content than its name says`]);
  for (const { log, events } of appends) {
    const before = eventsOf(known, log);
    const faults = await checkLog(caseId, { log, events: [...before, ...events] }, hash, before.length);
    if (faults.length > 0) throw errorRecordBroken(caseId, faults);
  }
  const own = appends.find(({ log }) => log === "case");
  if (!known && !own) throw errorRecordRefused(caseId, ["the case was never opened"]);
  if (!own) return store.commit({ caseId, appends, files });
  const whole = [...eventsOf(known, "case"), ...own.events] as readonly RecordEvent[];
  const { sequence, hash: newest } = whole.at(-1)!;
  return store.commit({ caseId, appends, files, stored: { sequence, hash: newest, state: replayLog(whole) } });
}

function eventsOf(known: StoredCase | undefined, log: RecordCommit["appends"][number]["log"]) {
  return known?.logs.find(({ name }) => name === log)?.events ?? [];
}

function lastHash(known: StoredCase | undefined, { log }: RecordCommit["appends"][number]): string {
  return eventsOf(known, log).at(-1)?.hash ?? "";
}
