import { chmodSync, existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { nameDraft, renameDurably } from "./durable-file.ts";
import { APPLICATION_ID, readApplicationId } from "./schema.ts";
import { loadSqlite } from "./sqlite-engine.ts";
import type { StoreFiles } from "./store-files.ts";

const BACKUP = /^record-[0-9TZ]+\.db$/;

/**
 * A backup of everything that is written, while others may go on writing: one file, compact, checked before it gets its name.
 *
 * @param now  instant in UTC; names the file
 * @returns its path
 */
export async function writeBackup(database: DatabaseSync, { backups }: StoreFiles, now: string): Promise<string> {
  const path = join(backups, `record-${now.replace(/[^0-9TZ]/g, "")}.db`);
  const draft = nameDraft(path);
  rmSync(draft, { force: true });
  database.prepare("VACUUM INTO ?").run(draft);
  chmodSync(draft, 0o600);
  if (!(await isGood(draft))) throw Object.assign(new Error("the backup is not whole"), { errcode: 11 });
  renameDurably(draft, path);
  return path;
}

/** Names of the backups of a store, newest first; whole or not. */
export function listBackups({ backups }: StoreFiles): string[] {
  if (!existsSync(backups)) return [];
  const names = readdirSync(backups).filter((name) => BACKUP.test(name));
  return names.sort().reverse();
}

/** What a backup that was not finished left behind. */
export function removeUnfinished({ backups }: StoreFiles): void {
  if (!existsSync(backups)) return;
  for (const name of readdirSync(backups)) if (name.includes(".partial")) rmSync(join(backups, name), { force: true });
}

/** The newest backup that is whole, or the one of a name; its path. */
export async function findGoodBackup(files: StoreFiles, name?: string): Promise<string | undefined> {
  for (const candidate of listBackups(files)) {
    const path = join(files.backups, candidate);
    if ((name === undefined || basename(name) === candidate) && (await isGood(path))) return path;
  }
  return undefined;
}

async function isGood(path: string): Promise<boolean> {
  const { DatabaseSync } = await loadSqlite();
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      const found = database.prepare("PRAGMA integrity_check(1)").get();
      return found?.["integrity_check"] === "ok" && readApplicationId(database) === APPLICATION_ID;
    } finally {
      database.close();
    }
  } catch {
    // Whatever SQLite refuses about a file, it is no backup to go back to; the next older one is tried.
    return false;
  }
}
