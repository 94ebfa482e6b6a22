/** Moving a case: its whole log goes out, and comes in somewhere else. */
import { computeSha256 } from "@tributary/formats";
import { checkLog } from "./check-log.ts";
import { compareLogs } from "./compare-logs.ts";
import type { RecordKeeper } from "./keep-record.ts";
import { requireCase } from "./keep-record.ts";
import { errorRecordBroken, errorRecordErased, errorRecordLog, errorRecordMovedOn } from "./record-error.ts";
import type { AnyRecordEvent, RecordEvent } from "./record-event.ts";
import type { LogAppend, LogName, RecordStore, StoredCase, StoredState } from "./record-store.ts";
import { replayLog } from "./replay-log.ts";
import { allReads, groupByLog, ownLog } from "./stored-logs.ts";

/** A case with everything that was ever written to it. */
export interface MovedRecord {
  /** The whole log of the case, then the reads in an emergency. */
  readonly events: readonly AnyRecordEvent[];
  /** Contents of the files of the case as it is, by SHA-256. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

export interface TakenIn {
  readonly caseId: string;
  /**
   * opened: it was not here. same, ahead: what is here has all of it, or more. extended: the new events were added. conflict:
   * both went on by themselves; the other log is kept beside ours and shown.
   */
  readonly kind: "opened" | "same" | "ahead" | "extended" | "conflict";
  readonly newEvents: number;
  readonly newReads: number;
}

/** A case of a store as it is moved. */
export async function moveOut(store: RecordStore, stored: StoredCase): Promise<MovedRecord> {
  const contents = new Map<string, Uint8Array>();
  for (const { sha256 } of replayLog(ownLog(stored)).files) {
    const content = await store.readFile(stored.caseId, sha256);
    if (content) contents.set(sha256, content);
  }
  return { events: [...ownLog(stored), ...allReads(stored)], contents };
}

/**
 * Takes a case in, with its whole log.
 *
 * @param fileName  named in errors
 * @throws TributaryError "record-log-invalid", "record-broken", "record-erased", "record-moved-on"
 */
export async function takeInRecord(keeper: RecordKeeper, moved: MovedRecord, fileName: string): Promise<TakenIn> {
  const logs = groupByLog(moved.events);
  const log = (logs.get("case") ?? []) as readonly RecordEvent[];
  const caseId = log[0]?.caseId;
  if (caseId === undefined) throw errorRecordLog(fileName, undefined, "it holds no event of a case");
  await refuseFaults(keeper, caseId, logs);
  await refuseErased(keeper.store, caseId, log);
  refuseWrongFiles(log, moved.contents, fileName);
  const known = (await keeper.store.readCase(caseId)) && (await requireCase(keeper, caseId));
  const own = planOwnLog(log, known);
  const reads = [...logs].filter(([name]) => name !== "case").map(([name, events]) => planReads(name, events, known));
  const appends = [...own.appends, ...reads].filter(({ events }) => events.length > 0);
  if (appends.length > 0) {
    const result = await keeper.store.commit({
      caseId,
      appends,
      ...(own.stored && { stored: own.stored }),
      files: moved.contents,
    });
    if (result.kind === "movedOn") throw errorRecordMovedOn(caseId);
  }
  const count = (some: readonly LogAppend[]) => some.reduce((sum, { events }) => sum + events.length, 0);
  return { caseId, kind: own.kind, newEvents: count(own.appends), newReads: count(reads) };
}

interface PlannedLog {
  readonly kind: TakenIn["kind"];
  readonly appends: readonly LogAppend[];
  readonly stored?: StoredState;
}

function planOwnLog(log: readonly RecordEvent[], known: StoredCase | undefined): PlannedLog {
  const { sequence, hash } = log.at(-1)!;
  const stored = { sequence, hash, state: replayLog(log) };
  if (!known) return { kind: "opened", appends: [{ log: "case", expectedHash: "", events: log }], stored };
  const ours = ownLog(known);
  const comparison = compareLogs(ours, log);
  switch (comparison.kind) {
    case "same":
    case "ahead":
      return { kind: comparison.kind, appends: [] };
    case "behind": {
      const events = comparison.newEvents;
      return { kind: "extended", appends: [{ log: "case", expectedHash: ours.at(-1)!.hash, events }], stored };
    }
    case "diverged": {
      const name: LogName = `other:${hash}`;
      const isKnown = known.logs.some((other) => other.name === name);
      return { kind: "conflict", appends: isKnown ? [] : [{ log: name, expectedHash: "", events: log }] };
    }
  }
}

function planReads(name: LogName, events: readonly AnyRecordEvent[], known: StoredCase | undefined): LogAppend {
  const ours = known?.logs.find((log) => log.name === name)?.events ?? [];
  const comparison = compareLogs(ours, events);
  if (comparison.kind === "diverged") {
    const why = "the same store wrote other reads than those that are known here";
    throw errorRecordBroken(events[0]!.caseId, [{ log: name, sequence: comparison.commonCount + 1, why }]);
  }
  const newEvents = comparison.kind === "behind" ? comparison.newEvents : [];
  return { log: name, expectedHash: ours.at(-1)?.hash ?? "", events: newEvents };
}

async function refuseFaults(
  { hash }: RecordKeeper,
  caseId: string,
  logs: ReadonlyMap<LogName, readonly AnyRecordEvent[]>,
): Promise<void> {
  for (const [log, events] of logs) {
    const faults = await checkLog(caseId, { log, events }, hash);
    if (faults.length > 0) throw errorRecordBroken(caseId, faults);
  }
}

async function refuseErased(store: RecordStore, caseId: string, log: readonly RecordEvent[]): Promise<void> {
  const tombstone = (await store.listTombstones()).find(({ firstHash }) => firstHash === log[0]!.hash);
  if (tombstone) throw errorRecordErased(caseId, tombstone);
}

function refuseWrongFiles(
  log: readonly RecordEvent[],
  contents: ReadonlyMap<string, Uint8Array>,
  fileName: string,
): void {
  const wrong = replayLog(log).files.find(({ sha256 }) => {
    const content = contents.get(sha256);
    return content === undefined || computeSha256(content) !== sha256;
  });
  if (wrong) throw errorRecordLog(fileName, undefined, `the file ${wrong.name} is missing or not the one of the log`);
}
