import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** A small file that is on the disk under another name: what follows does not fail for want of room. */
export interface FileDraft {
  /** Gives it its name; after a crash the old or the new file is there, whole. */
  confirm(): void;
  discard(): void;
}

export function draftFile(path: string, text: string): FileDraft {
  const draft = nameDraft(path);
  writeAndSync(draft, text);
  return { confirm: () => renameDurably(draft, path), discard: () => rmSync(draft, { force: true }) };
}

/** What a file is called until it is whole; two programs may write the same one. */
export function nameDraft(path: string): string {
  return `${path}.${process.pid}.partial`;
}

function writeAndSync(path: string, text: string): void {
  const file = openSync(path, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Gives a finished file its name, and waits until the disk has both. */
export function renameDurably(from: string, to: string): void {
  syncPath(from);
  renameSync(from, to);
  syncPath(dirname(to));
}

/** Waits until the disk has a file, or the names of a folder. */
function syncPath(path: string): void {
  // Windows keeps names of folders itself and refuses to open one.
  if (process.platform === "win32") return;
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
