/** Cases in one SQLite file of this computer. */
import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { hostname } from "node:os";
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type {
  AnyRecordEvent,
  LogName,
  RecordCommit,
  RecordStore,
  StoredCase,
  StoredState,
  Tombstone,
} from "@tributary/care";
import { listBackups, removeUnfinished, writeBackup } from "./backups.ts";
import { eraseCopies, eraseRows } from "./erase-case.ts";
import { explainSqlite } from "./explain-sqlite.ts";
import { draftAdvancedHeads, forgetHeads, listHeads, readHeads } from "./kept-heads.ts";
import { type DatabaseOptions, openDatabase, WAIT_ms } from "./open-database.ts";
import { inTransaction } from "./schema.ts";
import { errorStoreReplaced } from "./store-error.ts";
import { nameStoreFiles } from "./store-files.ts";

export interface SqliteRecordStore extends RecordStore {
  /** Makes a backup, to be named by the instant; its path. */
  backUp(now: string): Promise<string>;
  /** Names of the backups, newest first. */
  listBackups(): readonly string[];
  /** Cases that were written here and are not in the database any more, though nobody erased them. */
  listLostCases(): Promise<readonly string[]>;
  readonly folder: string;
  close(): void;
}

export interface SqliteStoreOptions extends DatabaseOptions {
  /** Of a new store; left out, one that no other has is made up. */
  readonly name?: string;
}

type Row = Record<string, SQLOutputValue>;

/**
 * Opens the store in a folder, and makes it where there is none.
 *
 * @throws TributaryError of `store-error.ts`
 */
export async function openSqliteRecordStore(
  folder: string,
  options: SqliteStoreOptions = {},
): Promise<SqliteRecordStore> {
  const files = nameStoreFiles(folder);
  const database = await openDatabase(files, options);
  const context = { files, wait_ms: options.wait_ms ?? WAIT_ms };
  const inode = statSync(files.database).ino;

  /** A restored backup is another file: what this program read in the old one is past, what it wrote would be lost. */
  const guard = <Result>(action: () => Result | Promise<Result>) =>
    explainSqlite(context, async () => {
      if (statSync(files.database, { throwIfNoEntry: false })?.ino !== inode) throw errorStoreReplaced(files.database);
      return action();
    });
  const name = await guard(() => nameStore(database, options.name));

  return {
    name,
    folder,
    listCases: () =>
      guard(() =>
        database
          .prepare("SELECT * FROM cases ORDER BY case_id")
          .all()
          .map((row) => ({ caseId: String(row["case_id"]), stored: readState(row) })),
      ),
    readCase: (caseId) =>
      guard(() => {
        // Heads first: what another program writes meanwhile makes the log longer than they say, never shorter.
        const { heads } = readHeads(files, caseId);
        const stored = readStored(database, caseId);
        if (!stored) return undefined;
        const logs = stored.logs.map(([log, events]) => ({ name: log, events, keptHead: heads.get(log) }));
        return { caseId, logs, stored: stored.state } satisfies StoredCase;
      }),
    readFile: (caseId, sha256) =>
      guard(() => {
        const row = database.prepare("SELECT content FROM files WHERE case_id = ? AND sha256 = ?").get(caseId, sha256);
        return row && new Uint8Array(row["content"] as Uint8Array);
      }),
    commit: (commit) =>
      guard(() => {
        const heads = draftAdvancedHeads(files, commit);
        try {
          const moved = inTransaction(database, () => writeCommit(database, commit));
          if (moved !== undefined) return { kind: "movedOn", log: moved };
          heads.confirm();
          return { kind: "written" };
        } finally {
          heads.discard();
        }
      }),
    erase: (caseId, tombstone) =>
      guard(async () => {
        if (!readStored(database, caseId)) return false;
        // The store itself comes last: where this is cut short, the case is still listed and can be erased again.
        await eraseCopies(files, caseId, tombstone);
        forgetHeads(files, caseId);
        eraseRows(database, caseId, tombstone);
        return true;
      }),
    listTombstones: () =>
      guard(() => database.prepare("SELECT * FROM tombstones ORDER BY erased_at").all().map(readTombstone)),
    backUp: (now) =>
      guard(() => {
        removeUnfinished(files);
        return writeBackup(database, files, now);
      }),
    listBackups: () => listBackups(files),
    listLostCases: () =>
      guard(() =>
        listHeads(files)
          .map(({ caseId }) => caseId)
          .filter((caseId) => !database.prepare("SELECT 1 FROM cases WHERE case_id = ?").get(caseId)),
      ),
    close: () => database.close(),
  };
}

/** The name that the store was given when it was made. */
function nameStore(database: DatabaseSync, wanted: string | undefined): string {
  const read = () => database.prepare("SELECT value FROM about WHERE name = 'store'").get()?.["value"];
  const known = read();
  if (known !== undefined) return String(known);
  const made = wanted ?? `${hostname()}-${randomBytes(3).toString("hex")}`;
  database.prepare("INSERT INTO about VALUES ('store', ?) ON CONFLICT DO NOTHING").run(made);
  return String(read());
}

/** Everything of one case as it stands at one moment, whoever writes meanwhile. */
function readStored(database: DatabaseSync, caseId: string) {
  const rows = database
    .prepare(
      `SELECT cases.*, log, event FROM cases JOIN events USING (case_id) WHERE case_id = ?
       ORDER BY log <> 'case', log, sequence`,
    )
    .all(caseId);
  if (rows.length === 0) return undefined;
  const logs = Map.groupBy(rows, ({ log }) => log as LogName);
  return {
    state: readState(rows[0]!),
    logs: [...logs].map(([log, some]) => [log, some.map(readEvent)] as const),
  };
}

function readEvent({ event }: Row): AnyRecordEvent {
  return JSON.parse(String(event)) as AnyRecordEvent;
}

function readState(row: Row): StoredState {
  return {
    sequence: Number(row["state_sequence"]),
    hash: String(row["state_hash"]),
    state: JSON.parse(String(row["state"])) as StoredState["state"],
  };
}

function readTombstone(row: Row): Tombstone {
  return {
    firstHash: String(row["first_hash"]),
    eventCount: Number(row["event_count"]),
    erasedAt: String(row["erased_at"]),
    erasedBy: String(row["erased_by"]),
    reason: row["reason"] as Tombstone["reason"],
  };
}

/** Writes a commit, inside a transaction. @returns the log that ends otherwise than was expected; then nothing is written */
function writeCommit(database: DatabaseSync, { caseId, appends, stored, files }: RecordCommit): LogName | undefined {
  const findHash = database.prepare(
    "SELECT hash FROM events WHERE case_id = ? AND log = ? ORDER BY sequence DESC LIMIT 1",
  );
  const moved = appends.find(({ log, expectedHash }) => (findHash.get(caseId, log)?.["hash"] ?? "") !== expectedHash);
  if (moved) return moved.log;
  if (stored) {
    database
      .prepare(
        `INSERT INTO cases VALUES (?, ?, ?, ?) ON CONFLICT (case_id) DO UPDATE
         SET state_sequence = excluded.state_sequence, state_hash = excluded.state_hash, state = excluded.state`,
      )
      .run(caseId, stored.sequence, stored.hash, JSON.stringify(stored.state));
  }
  const insert = database.prepare("INSERT INTO events VALUES (?, ?, ?, ?, ?)");
  for (const { log, events } of appends) {
    for (const event of events) insert.run(caseId, log, event.sequence, event.hash, JSON.stringify(event));
  }
  const keep = database.prepare("INSERT INTO files VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
  for (const [sha256, content] of files ?? []) keep.run(caseId, sha256, content);
  return undefined;
}
