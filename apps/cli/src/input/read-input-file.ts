import { readFileSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { checkFileSize, type NamedFile } from "@tributary/formats";
import { TributaryError } from "@tributary/model";

/**
 * A file's bytes, refused by its size before it is read.
 *
 * @param path    as the person wrote it
 * @param folder  what `path` is relative to, where a case names the file; left out, the folder the command runs in
 * @throws TributaryError "file-not-found", "file-not-readable", "file-too-large"
 */
export function readInputFile(path: string, folder?: string): NamedFile {
  const full = folder === undefined ? path : resolve(folder, path);
  const where = folder === undefined ? path : `${path} in the folder ${resolve(folder)}`;
  try {
    const status = statSync(full);
    if (status.isDirectory()) throw Object.assign(new Error("it is a folder"), { code: "EISDIR" });
    checkFileSize(where, status.size);
    return { name: basename(path), bytes: new Uint8Array(readFileSync(full)) };
  } catch (error) {
    if (error instanceof TributaryError) throw error;
    throw describeReadError(error as NodeJS.ErrnoException, where, folder);
  }
}

const REASON_OF_CODE: Record<string, string> = {
  ENOENT: "no such file",
  ENOTDIR: "a part of the path is a file, not a folder",
  EISDIR: "it is a folder",
  EACCES: "this user may not read it",
  EPERM: "this user may not read it",
};

function describeReadError(error: NodeJS.ErrnoException, where: string, folder: string | undefined): TributaryError {
  const code = error.code ?? "unknown";
  const isMissing = code === "ENOENT" || code === "ENOTDIR";
  const start =
    folder === undefined ? `the folder the command runs in (${process.cwd()})` : "the folder of the case file";
  return new TributaryError({
    code: isMissing ? "file-not-found" : "file-not-readable",
    what: isMissing ? "The file does not exist." : "The file cannot be read.",
    where,
    why: `${REASON_OF_CODE[code] ?? error.message} (${code})`,
    fix: isMissing
      ? `Check the name; it is relative to ${start}.`
      : "Name a file, not a folder, and one that this user may read.",
  });
}
