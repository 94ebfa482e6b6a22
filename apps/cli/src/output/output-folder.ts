import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { TributaryError } from "@tributary/model";

/**
 * A folder of results that appears whole or not at all: files are written to a hidden folder and put in place at the
 * end, so an error or Ctrl-C leaves nothing behind and an older result untouched.
 */
export interface OutputFolder {
  readonly path: string;
  /** `fileName` may name one folder below: pictures/veins.svg. */
  write(fileName: string, content: string | Uint8Array): void;
  /** Puts the finished files in place: a new folder in one step, files of an existing folder one by one. */
  commit(): void;
  /** Removes what was written so far, and parent folders made for it; harmless after commit. */
  discard(): void;
}

const NEW_FOLDER_MODE = 0o777;

/**
 * @param path  missing parent folders are made; in an existing folder files of the same name are replaced, others kept
 * @throws TributaryError "cannot-write", at once where the folder cannot be written to
 */
export function openOutputFolder(path: string): OutputFolder {
  const target = resolve(path);
  const written: string[] = [];
  let firstMadeParent: string | undefined;
  let isCommitted = false;
  const isNew = guard(target, () => isFree(target));
  const staging = guard(target, () => {
    if (!isNew) return mkdtempSync(join(target, ".tributary-"));
    firstMadeParent = makeFolders(dirname(target));
    return mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  });

  function write(fileName: string, content: string | Uint8Array): void {
    guard(join(target, fileName), () => {
      if (statSync(join(target, fileName), { throwIfNoEntry: false })?.isDirectory())
        throw systemError("EISDIR", "a folder of that name is in the way");
      if (statSync(dirname(join(target, fileName)), { throwIfNoEntry: false })?.isFile())
        throw systemError("ENOTDIR", "a file of that name is in the way");
      makeFolders(dirname(join(staging, fileName)));
      writeFileSync(join(staging, fileName), content);
    });
    written.push(fileName);
  }

  function commit(): void {
    guard(target, () => {
      if (isNew) {
        // A temporary folder is private to its maker; results get the rights any new folder would have.
        chmodSync(staging, NEW_FOLDER_MODE & ~process.umask());
        renameSync(staging, target);
      } else {
        for (const fileName of written) {
          makeFolders(dirname(join(target, fileName)));
          renameSync(join(staging, fileName), join(target, fileName));
        }
      }
    });
    isCommitted = true;
    discard();
  }

  function discard(): void {
    rmSync(staging, { recursive: true, force: true });
    if (!isCommitted && firstMadeParent) removeEmptyFolders(dirname(target), firstMadeParent);
    firstMadeParent = undefined;
  }

  return { path: target, write, commit, discard };
}

/** False for an existing folder; a file of that name is refused. */
function isFree(target: string): boolean {
  const existing = statSync(target, { throwIfNoEntry: false });
  if (existing && !existing.isDirectory()) throw systemError("ENOTDIR", "a file of that name is in the way");
  return !existing;
}

/**
 * Makes a folder and those above it that are missing; the highest one made, if any. Node's own recursive mkdir never
 * returns where the system says that an existing parent is not there (/proc).
 */
function makeFolders(folder: string): string | undefined {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const highest = makeFolders(dirname(folder));
  mkdirSync(folder);
  return highest ?? folder;
}

/** From `deepest` up to `highest`, as long as nothing else was put into them meanwhile. */
function removeEmptyFolders(deepest: string, highest: string): void {
  for (let folder = deepest; folder.startsWith(highest); folder = dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      // Someone else uses the folder by now: it is theirs to keep.
      return;
    }
  }
}

function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

const REASON_OF_CODE: Record<string, string> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the disk can only be read",
  ENOSPC: "the disk is full",
  EEXIST: "a file stands where a folder is needed",
  ENOTDIR: "a file stands where a folder is needed",
  ENOENT: "the folder cannot be made there",
};

function guard<Result>(where: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    const { code = "unknown", message } = error as NodeJS.ErrnoException;
    throw new TributaryError({
      code: "cannot-write",
      what: "The results could not be written.",
      where,
      why: `${REASON_OF_CODE[code] ?? message} (${code})`,
      fix: "Choose another folder with --out, or make this one writable and check that the disk has room.",
    });
  }
}
