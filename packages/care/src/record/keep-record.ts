/** Writing to a record: the rules here, the keeping in any store. */
import { appendEmergencyRead, appendEvent } from "./append-event.ts";
import type { HashText } from "./hash-chain.ts";
import {
  errorRecordBroken,
  errorRecordConflict,
  errorRecordExists,
  errorRecordMovedOn,
  errorRecordNotOwned,
  errorRecordRefused,
  errorRecordUnknown,
} from "./record-error.ts";
import type { FiledContent, RecordChange, RecordDraft, RecordEvent } from "./record-event.ts";
import type { ErasureReason, RecordCommit, RecordStore, StoredCase, Tombstone } from "./record-store.ts";
import { replayLog } from "./replay-log.ts";
import { openConflicts, ownLog, readsAt } from "./stored-logs.ts";
import { verifyStoredCase } from "./verify-record.ts";

/** Who, when and why; the store is the one that is written to. */
export type Told = Pick<RecordDraft, "by" | "at" | "why">;

/** A store with the hash that its host gives. */
export interface RecordKeeper {
  readonly store: RecordStore;
  readonly hash: HashText;
}

/** A case as it comes in: its files with their contents. */
export interface CaseContent {
  readonly files: readonly FiledContent[];
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/**
 * A case of the store, checked before anything is done with it.
 *
 * @throws TributaryError "record-unknown", "record-broken"
 */
export async function requireCase({ store, hash }: RecordKeeper, caseId: string): Promise<StoredCase> {
  const stored = await store.readCase(caseId);
  if (!stored)
    throw errorRecordUnknown(
      caseId,
      (await store.listCases()).map((known) => known.caseId),
    );
  const faults = await verifyStoredCase(stored, hash);
  if (faults.length > 0) throw errorRecordBroken(caseId, faults);
  return stored;
}

/**
 * A case that this store owns: who keeps a copy reads it in an emergency only.
 *
 * @throws TributaryError "record-unknown", "record-broken", "record-not-owned"
 */
export async function requireOwnCase(keeper: RecordKeeper, caseId: string): Promise<StoredCase> {
  const stored = await requireCase(keeper, caseId);
  const { owner = "" } = stored.stored.state;
  if (owner !== keeper.store.name) throw errorRecordNotOwned(caseId, owner);
  return stored;
}

/**
 * A case that something may be planned from: owned here, and in no conflict.
 *
 * @throws TributaryError "record-unknown", "record-broken", "record-not-owned", "record-conflict"
 */
export async function requireSettledCase(keeper: RecordKeeper, caseId: string): Promise<StoredCase> {
  const stored = await requireOwnCase(keeper, caseId);
  const others = openConflicts(stored).map((log) => log.at(-1)!.hash);
  if (others.length > 0) throw errorRecordConflict(caseId, others);
  return stored;
}

/**
 * Opens a case in a store, with its files.
 *
 * @throws TributaryError "record-exists", "record-refused"
 */
export async function openRecord(
  keeper: RecordKeeper,
  caseId: string,
  content: CaseContent,
  told: Told,
): Promise<void> {
  if (await keeper.store.readCase(caseId)) throw errorRecordExists(caseId);
  const changes: RecordChange[] = [{ kind: "opened" }, { kind: "caseFiled", files: content.files }];
  const commit = await prepareChanges(keeper, { caseId, log: [] }, changes, told);
  const result = await keeper.store.commit({ ...commit, files: content.contents });
  if (result.kind === "movedOn") throw errorRecordExists(caseId);
}

/**
 * Writes changes to a case, all or none.
 *
 * @returns the events as they were written
 * @throws TributaryError "record-unknown", "record-broken", "record-refused", "record-moved-on"
 */
export async function recordChanges(
  keeper: RecordKeeper,
  caseId: string,
  changes: readonly RecordChange[],
  told: Told,
  contents: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<readonly RecordEvent[]> {
  const log = ownLog(await requireCase(keeper, caseId));
  const commit = await prepareChanges(keeper, { caseId, log }, changes, told);
  const result = await keeper.store.commit({ ...commit, files: contents });
  if (result.kind === "movedOn") throw errorRecordMovedOn(caseId);
  return commit.appends[0]!.events as readonly RecordEvent[];
}

/**
 * Reads a case that another store owns, in an emergency: who and why are kept before anything is shown.
 *
 * @throws TributaryError "record-unknown", "record-broken", "record-refused", "record-moved-on"
 */
export async function readInEmergency(keeper: RecordKeeper, caseId: string, told: Told): Promise<StoredCase> {
  const stored = await requireCase(keeper, caseId);
  const { name } = keeper.store;
  const reads = readsAt(stored, name);
  const result = await appendEmergencyRead(
    caseId,
    { reads, seen: ownLog(stored) },
    { ...told, store: name },
    keeper.hash,
  );
  if (result.kind === "refused") throw errorRecordRefused(caseId, result.why);
  const append = { log: `reads:${name}`, expectedHash: reads.at(-1)?.hash ?? "", events: [result.event] } as const;
  const written = await keeper.store.commit({ caseId, appends: [append] });
  if (written.kind === "movedOn") throw errorRecordMovedOn(caseId);
  return requireCase(keeper, caseId);
}

/**
 * Erases a case and everything that the store holds of it. A case that is broken may be erased as well.
 *
 * @throws TributaryError "record-unknown", "record-refused"
 */
export async function eraseRecord(
  { store }: RecordKeeper,
  caseId: string,
  { by, at, reason }: { readonly by: string; readonly at: string; readonly reason: ErasureReason },
): Promise<Tombstone> {
  if (by.trim() === "") throw errorRecordRefused(caseId, ["nobody is named"]);
  const stored = await store.readCase(caseId);
  const log = stored && ownLog(stored);
  const tombstone = {
    firstHash: log?.[0]?.hash ?? "",
    eventCount: log?.length ?? 0,
    erasedAt: at,
    erasedBy: by,
    reason,
  };
  const isErased = stored !== undefined && (await store.erase(caseId, tombstone));
  if (!isErased)
    throw errorRecordUnknown(
      caseId,
      (await store.listCases()).map((known) => known.caseId),
    );
  return tombstone;
}

async function prepareChanges(
  { store, hash }: RecordKeeper,
  { caseId, log }: { readonly caseId: string; readonly log: readonly RecordEvent[] },
  changes: readonly RecordChange[],
  told: Told,
): Promise<RecordCommit> {
  const events: RecordEvent[] = [];
  for (const change of changes) {
    const result = await appendEvent(caseId, [...log, ...events], { ...told, store: store.name, change }, hash);
    if (result.kind === "refused") throw errorRecordRefused(caseId, result.why);
    events.push(result.event);
  }
  const whole = [...log, ...events];
  const { sequence, hash: newest } = whole.at(-1)!;
  return {
    caseId,
    appends: [{ log: "case", expectedHash: log.at(-1)?.hash ?? "", events }],
    stored: { sequence, hash: newest, state: replayLog(whole) },
  };
}
