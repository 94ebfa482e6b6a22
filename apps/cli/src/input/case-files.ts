import { basename, resolve } from "node:path";
import type { CaseFiles } from "@tributary/intake";
import { TributaryError } from "@tributary/model";
import { readInputFile } from "./read-input-file.ts";

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
