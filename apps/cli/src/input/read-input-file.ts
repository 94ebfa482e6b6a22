import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { checkFileSize, type NamedFile } from "@tributary/formats";
import { TributaryError } from "@tributary/model";

/**
 * A file's bytes, refused by its size before it is read.
 *
 * @throws TributaryError "file-not-found", "file-not-readable", "file-too-large"
 */
export function readInputFile(path: string): NamedFile {
  try {
    const status = statSync(path);
    if (status.isDirectory()) throw Object.assign(new Error("it is a folder"), { code: "EISDIR" });
    checkFileSize(path, status.size);
    return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
  } catch (error) {
    if (error instanceof TributaryError) throw error;
    throw describeReadError(error as NodeJS.ErrnoException, path);
  }
}

function describeReadError(error: NodeJS.ErrnoException, path: string): TributaryError {
  const isMissing = error.code === "ENOENT";
  return new TributaryError({
    code: isMissing ? "file-not-found" : "file-not-readable",
    what: isMissing ? "The file does not exist." : "The file cannot be read.",
    where: path,
    why: `${error.code ?? "unknown"}: ${error.message.split(",")[0]}`,
    fix: isMissing ? "Check the name and the folder." : "Give a file that this user may read.",
  });
}
