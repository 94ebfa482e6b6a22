import { TributaryError } from "@tributary/model";

export function errorEngineMissing(cause: unknown): TributaryError {
  return new TributaryError({
    code: "record-engine-missing",
    what: "This Node has no SQLite, which keeps the record.",
    where: process.execPath,
    why: `${process.version}: ${cause instanceof Error ? cause.message : String(cause)}`,
    fix: "Start the program with Node 24, or through `npx tributary`, which brings it on Linux; all else works without.",
  });
}

export function errorStoreForeign(path: string): TributaryError {
  return new TributaryError({
    code: "record-store-foreign",
    what: "The file is a database of another program.",
    where: path,
    why: "it does not carry this program's mark; it was not touched",
    fix: "Choose another folder for the record with --store.",
  });
}

export function errorStoreNewer(path: string, version: number, known: number): TributaryError {
  return new TributaryError({
    code: "record-store-newer",
    what: "A newer version of the program wrote this record.",
    where: path,
    why: `its schema is version ${version}, this program knows up to ${known}; it was not touched`,
    fix: "Update this program.",
  });
}

export function errorStoreBusy(path: string, wait_ms: number): TributaryError {
  return new TributaryError({
    code: "record-store-busy",
    what: "Another program is writing to the record.",
    where: path,
    why: `it did not finish within ${wait_ms} ms; nothing was written`,
    fix: "Try again; end another run of this program if it hangs.",
  });
}

export function errorStoreFull(path: string): TributaryError {
  return new TributaryError({
    code: "record-store-full",
    what: "The disk is full.",
    where: path,
    why: "there is no room for what has to be written; nothing of it was, and what was there is as it was",
    fix: "Make room on the disk, then do it again.",
  });
}

export function errorStoreDisk(path: string, why: string): TributaryError {
  return new TributaryError({
    code: "record-store-disk",
    what: "The disk did not read or write as it was asked to.",
    where: path,
    why: `${why}; the disk has room`,
    fix: "Try again. If it stays so, look after the disk, and copy the folder of the record elsewhere before you do.",
  });
}

export function errorStoreNotDurable(path: string, why: string): TributaryError {
  return new TributaryError({
    code: "record-store-not-durable",
    what: "The record cannot be kept safely on this disk.",
    where: path,
    why,
    fix: "Choose a folder on a disk of this computer with --store; shares of a network often lock and synchronize too little.",
  });
}

export function errorStoreReadOnly(path: string, why: string): TributaryError {
  return new TributaryError({
    code: "record-store-read-only",
    what: "The record cannot be written to.",
    where: path,
    why,
    fix: "Make folder and file writable for this user, or choose another folder with --store.",
  });
}

export function errorStoreDamaged(path: string, why: string, backup: string | undefined): TributaryError {
  return new TributaryError({
    code: "record-store-damaged",
    what: "The file of the record is damaged.",
    where: path,
    why,
    fix:
      backup === undefined
        ? "No good backup stands beside it. Import the cases again from files they were exported to."
        : `The newest good backup is ${backup}. Go back to it with: tributary record restore`,
  });
}

export function errorStoreReplaced(path: string): TributaryError {
  return new TributaryError({
    code: "record-store-replaced",
    what: "The file of the record was replaced while the program ran.",
    where: path,
    why: "a backup was restored, or the file moved; what would be written now would be lost",
    fix: "End this program and start it again.",
  });
}

export function errorBackupMissing(folder: string, name: string | undefined): TributaryError {
  return new TributaryError({
    code: "record-backup-missing",
    what: "There is no good backup to go back to.",
    where: name === undefined ? folder : `${folder}, ${name}`,
    why: name === undefined ? "none of the files there is whole" : "there is none of this name that is whole",
    fix: "Look into the folder of backups; `tributary record backup` makes one.",
  });
}
