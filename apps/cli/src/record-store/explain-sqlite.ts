import { statfsSync } from "node:fs";
import { findGoodBackup } from "./backups.ts";
import {
  errorStoreBusy,
  errorStoreDamaged,
  errorStoreDisk,
  errorStoreFull,
  errorStoreReadOnly,
} from "./store-error.ts";
import type { StoreFiles } from "./store-files.ts";

/** Result codes of SQLite, https://sqlite.org/rescode.html; the lowest byte is the family. */
const CODE = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notDatabase: 26,
} as const;
const FAMILY = 0xff;
/** Of the file system, where folders and files beside the database are made. */
const READ_ONLY_CODES = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"]);

/** Whether an error of SQLite says that another program holds the file. */
export function isBusy(error: unknown): boolean {
  const family = ((error as SqliteError).errcode ?? 0) & FAMILY;
  return family === CODE.busy || family === CODE.locked;
}

interface SqliteError extends Error {
  readonly errcode?: number;
  readonly code?: string;
}

export interface SqliteContext {
  readonly files: StoreFiles;
  readonly wait_ms: number;
  /** What the disk has left; left out, it is asked. */
  readonly freeSpace_bytes?: () => number;
}

/** Less than this, and not even what SQLite needs to read can be made. */
const LEAST_SPACE_bytes = 64 * 1024;

/** Runs an action on a store; what SQLite or the disk refuses becomes an error that says what to do. */
export async function explainSqlite<Result>(context: SqliteContext, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    throw await explain(error as SqliteError, context);
  }
}

async function explain(error: SqliteError, context: SqliteContext): Promise<Error> {
  const { files, wait_ms } = context;
  const { database, folder } = files;
  if (error.code === "ENOSPC") return errorStoreFull(folder);
  if (READ_ONLY_CODES.has(error.code ?? "")) return errorStoreReadOnly(folder, `${error.message}`);
  if (isBusy(error)) return errorStoreBusy(database, wait_ms);
  switch ((error.errcode ?? 0) & FAMILY) {
    case CODE.full:
      return errorStoreFull(database);
    case CODE.io:
      return isFull(context) ? errorStoreFull(database) : errorStoreDisk(database, error.message);
    case CODE.readOnly:
    case CODE.cannotOpen:
      return errorStoreReadOnly(database, error.message);
    case CODE.corrupt:
    case CODE.notDatabase:
      return errorStoreDamaged(database, error.message, await findGoodBackup(files));
    default:
      return error;
  }
}

/** On a full disk SQLite often says no more than that writing failed. */
function isFull({ files, freeSpace_bytes }: SqliteContext): boolean {
  if (freeSpace_bytes) return freeSpace_bytes() < LEAST_SPACE_bytes;
  const { bavail, bsize } = statfsSync(files.folder);
  return bavail * bsize < LEAST_SPACE_bytes;
}
