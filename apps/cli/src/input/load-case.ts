import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { type Case, formatCase, readBundle } from "@tributary/formats";
import { BUILT_IN_CASE, type CaseFiles, describeCase, type LoadedCase, readKnownCase } from "@tributary/intake";
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
/** A .vtk file may hold either; its header tells. */
const SURFACE_EXTENSIONS = [".vtp", ".stl", ".ply"];
const TETRAHEDRA_EXTENSIONS = [".vtu", ".vtk", ".pts", ".elem", ".node", ".ele"];
/** Files that belong to one mesh; the first two must be there. */
const MESH_FAMILIES: Record<string, readonly string[]> = {
  ".pts": [".pts", ".elem", ".lon"],
  ".elem": [".pts", ".elem", ".lon"],
  ".node": [".node", ".ele", ".face"],
  ".ele": [".node", ".ele", ".face"],
};

/**
 * A case from a case file, from a bundle, from a geometry file alone, or the built-in one for "built-in".
 *
 * @throws TributaryError of the case's or the file's own check
 */
export function loadCase(path: string, options: InputOptions): FiledCase {
  const extension = extname(path).toLowerCase();
  if (path === "built-in" || CASE_EXTENSIONS.includes(extension)) refuseOptionsOfHeartFiles(options);
  const files = filesOfFolder(path === "built-in" ? "." : dirname(path));
  if (path === "built-in") return applyOptions({ value: BUILT_IN_CASE, notes: [], files }, options);
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
  const base = basename(path, extname(path));
  const units = options.units ? { units: options.units } : {};
  const shared = {
    version: 1 as const,
    id: base.replace(/[^A-Za-z0-9._-]/g, "-").replace(/^[^A-Za-z0-9]+/, "") || "imported",
    title: `Imported heart ${basename(path)}`,
    conduction: { rhythm: "sinus" as const, pattern: options.pattern ?? ("lbbb" as const) },
  };
  if (SURFACE_EXTENSIONS.includes(extension) || (extension === ".vtk" && isVtkSurface(path))) {
    return { ...shared, heart: { kind: "surface", file: basename(path), ...units } };
  }
  if (TETRAHEDRA_EXTENSIONS.includes(extension)) {
    const family = MESH_FAMILIES[extension] ?? [extension];
    const files = family
      .map((member) => (member === extension ? basename(path) : `${base}${member}`))
      .filter((file) => existsSync(join(dirname(path), file)));
    return { ...shared, heart: { kind: "tetrahedra", files, ...units } };
  }
  throw new TributaryError({
    code: "format-unsupported",
    what: "This kind of file is not read.",
    where: path,
    why: `the extension is "${extension}"; read are .json, .tributary, ${[...SURFACE_EXTENSIONS, ...TETRAHEDRA_EXTENSIONS].join(", ")}`,
    fix: "Give a case file (.json), a bundle (.tributary) or a heart in one of these formats.",
  });
}

/** A legacy VTK file holds a surface or tetrahedra; its header, within the first lines, says which. */
function isVtkSurface(path: string): boolean {
  const head = Buffer.alloc(1024);
  const file = openSync(path, "r");
  try {
    return /^DATASET\s+POLYDATA/im.test(head.toString("latin1", 0, readSync(file, head)));
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
