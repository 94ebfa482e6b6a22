import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { findGoodBackup } from "./backups.ts";
import { nameDraft, renameDurably } from "./durable-file.ts";
import { explainSqlite } from "./explain-sqlite.ts";
import { draftHeads, forgetHeads, listHeads } from "./kept-heads.ts";
import { openSqliteRecordStore } from "./sqlite-record-store.ts";
import { errorBackupMissing } from "./store-error.ts";
import { makeStoreFolders, nameDamaged, nameStoreFiles, type StoreFiles, withCompanions } from "./store-files.ts";

/** What going back to a backup cost. */
export interface Restored {
  readonly backup: string;
  /** Where the database that stood there was put; undefined where there was none. */
  readonly putAside: string | undefined;
  /** Cases whose log was known to be longer than in the backup: how long it was, and is. */
  readonly lost: readonly { readonly caseId: string; readonly from: number; readonly to: number }[];
}

/**
 * Goes back to a backup; what stands there now is put aside, not removed.
 *
 * @param name  of the backup; left out, the newest that is whole
 * @throws TributaryError "record-backup-missing"
 */
export async function restoreStore(folder: string, now: string, name?: string): Promise<Restored> {
  const files = nameStoreFiles(folder);
  return explainSqlite({ files, wait_ms: 0 }, async () => {
    const backup = await findGoodBackup(files, name);
    if (backup === undefined) throw errorBackupMissing(files.backups, name);
    makeStoreFolders(files);
    const draft = nameDraft(files.database);
    copyFileSync(backup, draft);
    const putAside = existsSync(files.database) ? nameDamaged(files, now) : undefined;
    if (putAside !== undefined) putDatabaseAside(files, putAside);
    renameDurably(draft, files.database);
    return { backup: basename(backup), putAside, lost: await adoptHeads(files) };
  });
}

function putDatabaseAside({ database }: StoreFiles, target: string): void {
  const targets = withCompanions(target);
  for (const [index, path] of withCompanions(database).entries()) {
    if (existsSync(path)) renameSync(path, targets[index]!);
    else rmSync(targets[index]!, { force: true });
  }
}

/** What the restored logs end with is their newest from here on; what was known of them before is told once. */
async function adoptHeads(files: StoreFiles): Promise<Restored["lost"]> {
  const known = listHeads(files).map(({ caseId, heads }) => ({ caseId, from: heads.get("case")?.sequence ?? 0 }));
  for (const { caseId } of known) forgetHeads(files, caseId);
  const store = await openSqliteRecordStore(files.folder);
  try {
    for (const { caseId } of await store.listCases()) {
      const { logs } = (await store.readCase(caseId))!;
      const heads = logs.map(
        ({ name, events }) => [name, { sequence: events.length, hash: events.at(-1)!.hash }] as const,
      );
      draftHeads(files, { caseId, heads: new Map(heads) }).confirm();
    }
    const lengths = new Map((await store.listCases()).map(({ caseId, stored }) => [caseId, stored.sequence]));
    return known
      .map(({ caseId, from }) => ({ caseId, from, to: lengths.get(caseId) ?? 0 }))
      .filter(({ from, to }) => from > to);
  } finally {
    store.close();
  }
}
