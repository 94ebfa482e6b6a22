import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { type Case, formatCase, readBundle } from "@tributary/formats";
import {
  BUILT_IN_CASES,
  type CaseFiles,
  caseOfHeartFiles,
  describeCase,
  HEART_EXTENSIONS,
  type LoadedCase,
  readKnownCase,
} from "@tributary/intake";
import { TributaryError } from "@tributary/model";
import { usage } from "../usage-error.ts";
import { filesOfFolder, filesOfMap } from "./case-files.ts";
import { type InputOptions, NO_INPUT_OPTIONS } from "./input-options.ts";
import { readInputFile } from "./read-input-file.ts";

/** A case as read, and as the file it was or would be. */
export interface FiledCase extends LoadedCase {
  /** Byte for byte what was read, where no option changed it. */
  readonly caseFile: Uint8Array;
}

/** A case file, or a bundle of one with its files. */
const CASE_EXTENSIONS = [".json", ".tributary"];
/**
 * A case from a case file, from a bundle, from a geometry file alone, or a built-in one by its id, for example "built-in".
 *
 * @throws TributaryError of the case's or the file's own check
 */
export function loadCase(path: string, options: InputOptions): FiledCase {
  const extension = extname(path).toLowerCase();
  const builtIn = BUILT_IN_CASES.find(({ id }) => id === path);
  if (builtIn || CASE_EXTENSIONS.includes(extension)) refuseOptionsOfHeartFiles(options);
  const files = filesOfFolder(builtIn ? "." : dirname(path));
  if (builtIn) return applyOptions({ value: builtIn, notes: [], files }, options);
  if (CASE_EXTENSIONS.includes(extension)) {
    const { name, bytes } = readInputFile(path);
    if (extension === ".json") return applyOptions(readCaseFile(bytes, name, files), options);
    const bundle = readBundle(bytes, name);
    return applyOptions(
      readCaseFile(bundle.caseFile, `${name}, case.json`, filesOfMap(bundle.data, `the bundle ${resolve(path)}`)),
      options,
    );
  }
  return applyOptions(
    { value: caseOfGeometry(path, extension, options), notes: describeGuess(options), files },
    options,
  );
}

/** A case from the bytes of its file, and the files it names from wherever they lie. @throws TributaryError of its check */
export function loadFiledCase(source: Uint8Array, fileName: string, files: CaseFiles): FiledCase {
  return applyOptions(readCaseFile(source, fileName, files), NO_INPUT_OPTIONS);
}

interface FoundCase {
  readonly value: Case;
  readonly notes: readonly string[];
  readonly files: CaseFiles;
  /** Where the case was a file. */
  readonly source?: Uint8Array;
}

function readCaseFile(source: Uint8Array, fileName: string, files: CaseFiles): FoundCase {
  const read = readKnownCase(source, fileName);
  return { value: read.case, notes: read.notes, files, source };
}

function applyOptions({ value, notes, files, source }: FoundCase, options: InputOptions): FiledCase {
  const changed = options.edgeLength_mm === undefined ? value : { ...value, edgeLength_mm: options.edgeLength_mm };
  return {
    ...describeCase(changed, files, notes),
    caseFile: changed === value && source ? source : new TextEncoder().encode(formatCase(changed)),
  };
}

function caseOfGeometry(path: string, extension: string, options: InputOptions): Case {
  if (!existsSync(path)) readInputFile(path);
  const around = {
    has: (name: string) => existsSync(join(dirname(path), name)),
    readHead: () => readHead(path),
  };
  const conduction = { rhythm: "sinus", pattern: options.pattern ?? "lbbb" } as const;
  const value = caseOfHeartFiles(basename(path), around, { conduction, units: options.units });
  if (value) return value;
  throw new TributaryError({
    code: "format-unsupported",
    what: "This kind of file is not read.",
    where: path,
    why: `the extension is "${extension}"; read are .json, .tributary, ${HEART_EXTENSIONS.join(", ")}`,
    fix: "Give a case file (.json), a bundle (.tributary) or a heart in one of these formats.",
  });
}

function readHead(path: string): string {
  const head = Buffer.alloc(1024);
  const file = openSync(path, "r");
  try {
    return head.toString("latin1", 0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}

function refuseOptionsOfHeartFiles({ units, pattern }: InputOptions): void {
  if (units) throw usage("--units", "a case names the unit of its files itself, in heart.units");
  if (pattern) throw usage("--pattern", "a case names its conduction itself, in conduction.pattern");
}

function describeGuess({ pattern }: InputOptions): string[] {
  return pattern ? [] : ["A geometry file says nothing of conduction; left bundle branch block was taken (--pattern)."];
}
