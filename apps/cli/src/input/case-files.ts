import { basename, resolve } from "node:path";
import type { NamedFile } from "@tributary/formats";
import { TributaryError } from "@tributary/model";
import { readInputFile } from "./read-input-file.ts";

/** Where the files are that a case names. */
export interface CaseFiles {
  /**
   * @param path  as the case names it
   * @throws TributaryError "file-not-found", "file-not-readable", "file-too-large"
   */
  read(path: string): NamedFile;
}

/** Beside the case file: paths are relative to its folder. */
export function filesOfFolder(folder: string): CaseFiles {
  return { read: (path) => readInputFile(path, folder) };
}

/** In a bundle: nothing outside it is read, whatever the case names. */
export function filesOfBundle(data: ReadonlyMap<string, Uint8Array>, bundlePath: string): CaseFiles {
  return {
    read(path) {
      const bytes = data.get(path);
      if (bytes) return { name: basename(path), bytes };
      throw new TributaryError({
        code: "file-not-found",
        what: "The file does not exist.",
        where: `${path} in the bundle ${resolve(bundlePath)}`,
        why: `the case names it, the bundle holds ${[...data.keys()].join(", ") || "no files"}`,
        fix: "Write the bundle again from the case and its files.",
      });
    },
  };
}
