/** Cases in the storage of this browser profile. */
import type {
  AnyRecordEvent,
  CommitResult,
  LogName,
  RecordCommit,
  RecordStore,
  StoredCase,
  StoredState,
  Tombstone,
} from "@tributary/care";
import { inTransaction, keysFrom, openDatabase, type Rows } from "./indexed-database.ts";
import { advanceHeads, forgetHeads, readHeads } from "./kept-heads.ts";

interface CaseRow {
  readonly caseId: string;
  readonly stored: StoredState;
}

interface EventRow {
  readonly log: LogName;
  readonly event: AnyRecordEvent;
}

interface IndexedStoreOptions {
  /** Name of the database in the browser. */
  readonly database?: string;
  /** Of a new store; left out, one that no other has is made up. */
  readonly name?: string;
}

/**
 * Opens the store, and makes it where there is none.
 *
 * @throws TributaryError of `browser-store-error.ts`, here and from every call
 */
export async function openIndexedRecordStore(options: IndexedStoreOptions = {}): Promise<RecordStore> {
  const { database: databaseName = "tributary.record" } = options;
  const database = await openDatabase(databaseName);
  const read = <Result>(action: (rows: Rows) => Promise<Result>) => inTransaction(database, "readonly", action);
  const write = <Result>(action: (rows: Rows) => Promise<Result>) => inTransaction(database, "readwrite", action);
  const name = await write((rows) => nameStore(rows, options.name));
  return {
    name,
    listCases: () => read((rows) => rows.list<CaseRow>("cases")),
    async readCase(caseId) {
      // Heads first: what another tab writes meanwhile makes the log longer than they say, never shorter.
      const heads = readHeads(databaseName, caseId);
      const [row, events] = await read(async (rows) => [
        await rows.get<CaseRow>("cases", caseId),
        await rows.list<EventRow>("events", [caseId]),
      ]);
      if (!row) return undefined;
      const logs = [...Map.groupBy(events, ({ log }) => log)].map(([log, some]) => ({
        name: log,
        events: some.map(({ event }) => event),
        keptHead: heads[log],
      }));
      return { caseId, logs, stored: row.stored } satisfies StoredCase;
    },
    readFile: (caseId, sha256) =>
      read(async (rows) => (await rows.get<{ content: Uint8Array }>("files", [caseId, sha256]))?.content),
    async commit(commit) {
      const result = await write((rows) => writeCommit(rows, commit));
      if (result.kind === "written") advanceHeads(databaseName, commit.caseId, commit.appends);
      return result;
    },
    async erase(caseId, tombstone) {
      const isErased = await write(async (rows) => {
        if (!(await rows.get("cases", caseId))) return false;
        rows.removeAll("cases", caseId);
        rows.removeAll("events", keysFrom([caseId]));
        rows.removeAll("files", keysFrom([caseId]));
        rows.put("tombstones", tombstone);
        return true;
      });
      forgetHeads(databaseName, caseId);
      return isErased;
    },
    listTombstones: async () =>
      (await read((rows) => rows.list<Tombstone>("tombstones"))).sort((a, b) => (a.erasedAt < b.erasedAt ? -1 : 1)),
  };
}

/** The name that the store was given when it was made. */
async function nameStore(rows: Rows, wanted: string | undefined): Promise<string> {
  const known = await rows.get<{ value: string }>("about", "store");
  if (known) return known.value;
  const random = [...crypto.getRandomValues(new Uint8Array(3))].map((byte) => byte.toString(16).padStart(2, "0"));
  const value = wanted ?? `browser-${random.join("")}`;
  rows.put("about", { name: "store", value });
  return value;
}

async function writeCommit(rows: Rows, { caseId, appends, stored, files }: RecordCommit): Promise<CommitResult> {
  for (const { log, expectedHash } of appends) {
    const newest = await rows.last<EventRow>("events", [caseId, log]);
    if ((newest?.event.hash ?? "") !== expectedHash) return { kind: "movedOn", log };
  }
  if (stored) rows.put("cases", { caseId, stored });
  for (const { log, events } of appends) {
    for (const event of events) rows.put("events", { caseId, log, sequence: event.sequence, event });
  }
  for (const [sha256, content] of files ?? []) rows.put("files", { caseId, sha256, content });
  return { kind: "written" };
}
