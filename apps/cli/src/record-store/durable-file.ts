import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a small file so that after a crash the old or the new one is there, whole. */
export function writeDurably(path: string, text: string): void {
  const draft = `${path}.${process.pid}.partial`;
  const file = openSync(draft, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameDurably(draft, path);
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
