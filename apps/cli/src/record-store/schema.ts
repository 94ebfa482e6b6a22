/** The tables of the store, version by version. */
import type { DatabaseSync } from "node:sqlite";

/** "TRIB": tells a store of this program from any other SQLite file. */
export const APPLICATION_ID = 0x54524942;

/** The statements that lead from one version of the schema to the next; the first ones make an empty store. */
export type Migrations = readonly string[];

export const MIGRATIONS: Migrations = [
  `CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE cases (
     case_id TEXT PRIMARY KEY,
     state_sequence INTEGER NOT NULL,
     state_hash TEXT NOT NULL,
     state TEXT NOT NULL
   ) STRICT;
   CREATE TABLE events (
     case_id TEXT NOT NULL REFERENCES cases,
     log TEXT NOT NULL,
     sequence INTEGER NOT NULL,
     hash TEXT NOT NULL,
     event TEXT NOT NULL,
     PRIMARY KEY (case_id, log, sequence)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE files (
     case_id TEXT NOT NULL REFERENCES cases,
     sha256 TEXT NOT NULL,
     content BLOB NOT NULL,
     PRIMARY KEY (case_id, sha256)
   ) STRICT;
   CREATE TABLE tombstones (
     first_hash TEXT PRIMARY KEY,
     event_count INTEGER NOT NULL,
     erased_at TEXT NOT NULL,
     erased_by TEXT NOT NULL,
     reason TEXT NOT NULL
   ) STRICT;`,
];

export function readSchemaVersion(database: DatabaseSync): number {
  return database.prepare("PRAGMA user_version").get()!["user_version"] as number;
}

export function readApplicationId(database: DatabaseSync): number {
  return database.prepare("PRAGMA application_id").get()!["application_id"] as number;
}

/** Brings the schema to the newest version, all of it or nothing; the version is part of the same transaction. */
export function migrate(database: DatabaseSync, migrations: Migrations): void {
  inTransaction(database, () => {
    const from = readSchemaVersion(database);
    for (const statements of migrations.slice(from)) database.exec(statements);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migrations.length}`);
  });
}

/** Runs an action as the only writer; what it did is there as a whole, on the disk, or not at all. */
export function inTransaction<Result>(database: DatabaseSync, action: () => Result): Result {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = action();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
