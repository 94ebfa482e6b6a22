/** Stores in SQLite that a test opens, in a folder of their own, and that are closed and gone when it ends. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openRecord, type RecordKeeper } from "@tributary/care";
import { createContent, hashText, TOLD } from "../../../../packages/care/src/record/record-store.fixture.ts";
import { openSqliteRecordStore, type SqliteRecordStore, type SqliteStoreOptions } from "./sqlite-record-store.ts";

export interface StoreFolder {
  readonly folder: string;
  /** The database in it. */
  readonly file: string;
  /** The store, named "lab" unless it is told otherwise; another connection with each call. */
  open(options?: SqliteStoreOptions): Promise<SqliteRecordStore>;
  close(store: SqliteRecordStore): void;
  /** Closes what is open, and removes the folder. */
  remove(): void;
}

export function createStoreFolder(): StoreFolder {
  const folder = mkdtempSync(join(tmpdir(), "tributary-record-"));
  const opened = new Set<SqliteRecordStore>();
  return {
    folder,
    file: join(folder, "record.db"),
    async open(options = {}) {
      const store = await openSqliteRecordStore(folder, { name: "lab", ...options });
      opened.add(store);
      return store;
    },
    close(store) {
      opened.delete(store);
      store.close();
    },
    remove() {
      for (const store of opened) store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Puts a case of one file and one heart on record. */
export async function keepOne(store: SqliteRecordStore, caseId = "one"): Promise<RecordKeeper> {
  const keeper = { store, hash: hashText };
  await openRecord(keeper, caseId, createContent(), TOLD);
  return keeper;
}

/** SQL on the file of a store, as another program would; its first row. */
export function query(path: string, sql: string): unknown {
  const database = new DatabaseSync(path);
  try {
    return database.prepare(sql).get();
  } finally {
    database.close();
  }
}

/** Takes the newest event out of a case's own log, and nothing else. */
export function loseNewestEvent(path: string, caseId: string): void {
  const database = new DatabaseSync(path);
  database
    .prepare("DELETE FROM events WHERE case_id = ? AND sequence = (SELECT max(sequence) FROM events WHERE case_id = ?)")
    .run(caseId, caseId);
  database.close();
}
