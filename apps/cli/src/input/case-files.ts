import { basename } from "node:path";
import type { CaseFiles } from "@tributary/intake";
import { TributaryError } from "@tributary/model";
import { readInputFile } from "./read-input-file.ts";

/** Beside the case file: paths are relative to its folder. */
export function filesOfFolder(folder: string): CaseFiles {
  return { read: (path) => readInputFile(path, folder) };
}

/**
 * In a bundle or a record: nothing outside it is read, whatever the case names.
 *
 * @param place  named in errors: "the bundle /home/me/one.tributary"
 */
export function filesOfMap(data: ReadonlyMap<string, Uint8Array>, place: string): CaseFiles {
  return {
    read(path) {
      const bytes = data.get(path);
      if (bytes) return { name: basename(path), bytes };
      throw new TributaryError({
        code: "file-not-found",
        what: "The file does not exist.",
        where: `${path} in ${place}`,
        why: `the case names it, there is ${[...data.keys()].join(", ") || "no file"}`,
        fix: "Write it again from the case and its files.",
      });
    },
  };
}
