import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { TributaryError } from "@tributary/model";

/**
 * A folder of results that appears whole or not at all: files are written beside it and moved in at the end, so an
 * error or Ctrl-C leaves nothing behind and an older result untouched.
 */
export interface OutputFolder {
  readonly path: string;
  write(fileName: string, content: string | Uint8Array): void;
  /** Moves the finished files into place. */
  commit(): void;
  /** Removes what was written so far; harmless after commit. */
  discard(): void;
}

export function openOutputFolder(path: string): OutputFolder {
  const target = resolve(path);
  const written: string[] = [];
  const staging = guard(target, () => {
    mkdirSync(dirname(target), { recursive: true });
    return mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  });

  function write(fileName: string, content: string | Uint8Array): void {
    guard(join(target, fileName), () => writeFileSync(join(staging, fileName), content));
    written.push(fileName);
  }

  function commit(): void {
    guard(target, () => {
      mkdirSync(target, { recursive: true });
      for (const fileName of written) renameSync(join(staging, fileName), join(target, fileName));
    });
    discard();
  }

  function discard(): void {
    rmSync(staging, { recursive: true, force: true });
  }

  guard(target, () => {
    const existing = statSync(target, { throwIfNoEntry: false });
    if (!existing || existing.isDirectory()) return;
    discard();
    throw Object.assign(new Error("a file of that name is in the way"), { code: "ENOTDIR" });
  });
  return { path: target, write, commit, discard };
}

function guard<Result>(where: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (error instanceof TributaryError) throw error;
    const { code = "unknown", message } = error as NodeJS.ErrnoException;
    throw new TributaryError({
      code: "cannot-write",
      what: "The results could not be written.",
      where,
      why: `${code}: ${message}`,
      fix: "Choose another folder with --out, or make this one writable and check that the disk has room.",
    });
  }
}
