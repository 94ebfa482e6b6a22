import { basename, dirname, resolve } from "node:path";
import { openOutputFolder } from "./output-folder.ts";

/**
 * Files into one folder, all or none.
 *
 * @param path     of the first file; the others are named beside it
 * @returns the full path of the first file
 * @throws TributaryError "cannot-write"
 */
export function writeFile(
  path: string,
  content: string | Uint8Array,
  beside: Readonly<Record<string, string>> = {},
): string {
  const target = resolve(path);
  const folder = openOutputFolder(dirname(target));
  try {
    folder.write(basename(target), content);
    for (const [name, text] of Object.entries(beside)) folder.write(name, text);
    folder.commit();
  } finally {
    folder.discard();
  }
  return target;
}
