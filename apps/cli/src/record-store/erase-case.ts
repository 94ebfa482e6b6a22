import { rmSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { Tombstone } from "@tributary/care";
import { listBackups, removeUnfinished } from "./backups.ts";
import { isBusy } from "./explain-sqlite.ts";
import { inTransaction } from "./schema.ts";
import { loadSqlite } from "./sqlite-engine.ts";
import { listCopies, type StoreFiles, withCompanions } from "./store-files.ts";

/**
 * Takes a case out of a database so that nothing of it stays in the file: rows, pages that are no longer used, and the
 * log of SQLite itself.
 */
export function eraseRows(database: DatabaseSync, caseId: string, tombstone: Tombstone): void {
  database.exec("PRAGMA secure_delete = ON");
  inTransaction(database, () => {
    for (const table of ["events", "files", "cases"]) {
      database.prepare(`DELETE FROM ${table} WHERE case_id = ?`).run(caseId);
    }
    const { firstHash, eventCount, erasedAt, erasedBy, reason } = tombstone;
    database
      .prepare("INSERT INTO tombstones VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
      .run(firstHash, eventCount, erasedAt, erasedBy, reason);
  });
  compact(database);
}

/** While another program reads, SQLite's log stays until the last one closes; deleted bytes are overwritten already. */
function compact(database: DatabaseSync): void {
  try {
    database.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}

/**
 * Takes a case out of every backup; the other cases in them stay. What cannot be opened, because it is damaged or was never
 * finished, is removed as a whole.
 */
export async function eraseCopies(files: StoreFiles, caseId: string, tombstone: Tombstone): Promise<void> {
  removeUnfinished(files);
  for (const path of listCopies(files)) rmSync(path, { force: true });
  const { DatabaseSync } = await loadSqlite();
  for (const name of listBackups(files)) {
    const path = join(files.backups, name);
    try {
      const backup = new DatabaseSync(path);
      try {
        eraseRows(backup, caseId, tombstone);
      } finally {
        backup.close();
      }
    } catch {
      for (const part of withCompanions(path)) rmSync(part, { force: true });
    }
  }
}
