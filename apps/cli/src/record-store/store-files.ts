import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

const DATABASE = "record.db";
const COPY = /^record\.(?:damaged-|db\..*partial)/;
/** Patients' data: for the person who keeps them, nobody else on the computer. */
const PRIVATE_FOLDER_MODE = 0o700;

/** Where the parts of a store lie, all in one folder. */
export interface StoreFiles {
  readonly folder: string;
  readonly database: string;
  readonly backups: string;
  /** Newest events by case, kept apart from the database. */
  readonly heads: string;
}

export function nameStoreFiles(folder: string): StoreFiles {
  return {
    folder,
    database: join(folder, DATABASE),
    backups: join(folder, "backups"),
    heads: join(folder, "heads"),
  };
}

export function makeStoreFolders({ folder, backups, heads }: StoreFiles): void {
  for (const path of [folder, backups, heads]) mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER_MODE });
}

/** The file of a database and those that SQLite keeps beside it. */
export function withCompanions(database: string): string[] {
  return [database, `${database}-wal`, `${database}-shm`, `${database}-journal`];
}

/** Where a database is put aside. */
export function nameDamaged({ folder }: StoreFiles, at: string): string {
  return join(folder, `record.damaged-${at.replace(/[^0-9TZ]/g, "")}.db`);
}

/** Copies of the database that were put aside, or never finished. */
export function listCopies({ folder }: StoreFiles): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => COPY.test(name))
        .map((name) => join(folder, name))
    : [];
}

/** A case's name as one of a file: says nothing, fits every system. */
export function nameHeadFile({ heads }: StoreFiles, caseId: string): string {
  return join(heads, `${createHash("sha256").update(caseId).digest("hex")}.json`);
}
