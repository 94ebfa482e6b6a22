/** Opening the file of a store: nothing is written before it is known to be ours, whole, and not newer than this program. */
import { closeSync, openSync, statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { findGoodBackup, writeBackup } from "./backups.ts";
import { explainSqlite } from "./explain-sqlite.ts";
import {
  APPLICATION_ID,
  MIGRATIONS,
  type Migrations,
  migrate,
  readApplicationId,
  readSchemaVersion,
} from "./schema.ts";
import { loadSqlite } from "./sqlite-engine.ts";
import { errorStoreDamaged, errorStoreForeign, errorStoreNewer, errorStoreNotDurable } from "./store-error.ts";
import { makeStoreFolders, type StoreFiles } from "./store-files.ts";

export interface DatabaseOptions {
  /** How long another writer is waited for. */
  readonly wait_ms?: number;
  /** Other than those of this version: for tests of the step from one to the next. */
  readonly migrations?: Migrations;
  /** The database cannot grow past them, as on a disk that is full: for tests. */
  readonly mostPages?: number;
  /** Now, as an instant in UTC; names the backup before a migration. */
  readonly now?: () => string;
}

export const WAIT_ms = 5000;

/**
 * The database of a store, made where there is none, brought to the newest schema where it is older; a backup is made before.
 *
 * @throws TributaryError of `store-error.ts`
 */
export async function openDatabase(files: StoreFiles, options: DatabaseOptions = {}): Promise<DatabaseSync> {
  const { wait_ms = WAIT_ms, migrations = MIGRATIONS } = options;
  const context = { files, wait_ms };
  const { DatabaseSync } = await loadSqlite();
  return explainSqlite(context, async () => {
    if ((statSync(files.database, { throwIfNoEntry: false })?.size ?? 0) > 0) await inspect(files, migrations);
    makeStoreFolders(files);
    makePrivate(files.database);
    const database = new DatabaseSync(files.database, { timeout: wait_ms });
    try {
      configure(database);
      requireDurable(database, files);
      if (options.mostPages !== undefined) database.exec(`PRAGMA max_page_count = ${options.mostPages}`);
      const version = readSchemaVersion(database);
      if (version > 0 && version < migrations.length) {
        await writeBackup(database, files, options.now?.() ?? new Date().toISOString());
      }
      if (version < migrations.length) migrate(database, migrations);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Makes the file, where there is none, for this user alone; SQLite gives the files beside it the same rights. */
function makePrivate(path: string): void {
  closeSync(openSync(path, "a", 0o600));
}

/** Reads only: a file that is not for this program stays byte for byte as it is. */
async function inspect(files: StoreFiles, migrations: Migrations): Promise<void> {
  const { DatabaseSync } = await loadSqlite();
  const database = new DatabaseSync(files.database, { readOnly: true });
  try {
    const version = readSchemaVersion(database);
    if (readApplicationId(database) !== APPLICATION_ID && !isEmpty(database)) throw errorStoreForeign(files.database);
    if (version > migrations.length) throw errorStoreNewer(files.database, version, migrations.length);
    const why = findDamage(database) ?? findCutOff(database, files);
    if (why !== undefined) throw errorStoreDamaged(files.database, why, await findGoodBackup(files));
  } finally {
    database.close();
  }
}

/** A store that was killed while it was made, or that another program is making now. */
function isEmpty(database: DatabaseSync): boolean {
  return database.prepare("SELECT count(*) AS count FROM sqlite_master").get()!["count"] === 0;
}

/** What SQLite finds wrong with the pages of a database; undefined: nothing. */
function findDamage(database: DatabaseSync): string | undefined {
  const [first] = database.prepare("PRAGMA integrity_check(1)").all();
  const found = String(first?.["integrity_check"]);
  return found === "ok" ? undefined : found;
}

/** SQLite reads what is missing of the last page as zeros, and does not look at what lies in the pages of large contents. */
function findCutOff(database: DatabaseSync, files: StoreFiles): string | undefined {
  const pageSize_bytes = Number(database.prepare("PRAGMA page_size").get()!["page_size"]);
  const rest_bytes = statSync(files.database).size % pageSize_bytes;
  return rest_bytes === 0 ? undefined : `of its last page ${rest_bytes} of ${pageSize_bytes} bytes are there`;
}

/** What is reported as written survives the loss of power; what is deleted is overwritten. */
function configure(database: DatabaseSync): void {
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON",
  );
}

const SYNCHRONOUS_FULL = 2;

/**
 * What was asked for is read back: where a disk cannot do it, SQLite goes on with less and says nothing.
 *
 * @throws TributaryError "record-store-not-durable"
 */
export function requireDurable(database: DatabaseSync, files: StoreFiles): void {
  const read = (name: string) => database.prepare(`PRAGMA ${name}`).get()?.[name];
  const [journal, synchronous, secureDelete] = ["journal_mode", "synchronous", "secure_delete"].map(read);
  if (journal === "wal" && synchronous === SYNCHRONOUS_FULL && secureDelete === 1) return;
  const why = `journal_mode is ${journal} and not wal, or synchronous is ${synchronous} and not ${SYNCHRONOUS_FULL}, or secure_delete is ${secureDelete} and not 1`;
  throw errorStoreNotDurable(files.database, why);
}
