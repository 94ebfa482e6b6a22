import { existsSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { listWfdbFiles, type NamedFile } from "@tributary/formats";
import { readInputFile } from "./read-input-file.ts";

/**
 * The files of the ECG that one of them belongs to: a table alone; a header and the signal files it names that are there;
 * a signal file with the header of its name.
 *
 * @throws TributaryError of reading a file, or of the header
 */
export function readEcgFiles(path: string): NamedFile[] {
  const named = readInputFile(path);
  const extension = extname(path).toLowerCase();
  if (extension === ".hea") return [named, ...readSignalFiles(named, path)];
  if (extension !== ".dat" && extension !== ".mat") return [named];
  const headerPath = join(dirname(path), `${basename(path, extname(path))}.hea`);
  if (!existsSync(headerPath)) return [named];
  const header = readInputFile(headerPath);
  return [header, ...readSignalFiles(header, headerPath)];
}

function readSignalFiles(header: NamedFile, headerPath: string): NamedFile[] {
  return listWfdbFiles(header)
    .map((name) => join(dirname(headerPath), name))
    .filter((path) => existsSync(path))
    .map((path) => readInputFile(path));
}
