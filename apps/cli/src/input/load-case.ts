import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import {
  type Case,
  formatCase,
  listMissingClinicalValues,
  listTakenDefaults,
  type MissingValue,
  readBundle,
  readCase,
} from "@tributary/formats";
import { HEART_PRESETS, LEAD_CATALOG, TributaryError } from "@tributary/model";
import { usage } from "../usage-error.ts";
import { BUILT_IN_CLINIC } from "./built-in-clinic.ts";
import { type CaseFiles, filesOfBundle, filesOfFolder } from "./case-files.ts";
import type { InputOptions } from "./input-options.ts";
import { readInputFile } from "./read-input-file.ts";

/** A case as read, with what has to be said about it. */
export interface LoadedCase {
  readonly case: Case;
  /** The case as a file: byte for byte what was read, where no option changed it. */
  readonly caseFile: Uint8Array;
  /** The files that the case names. */
  readonly files: CaseFiles;
  readonly missing: readonly MissingValue[];
  readonly remarks: readonly string[];
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

/** The patient that the program carries: dilated, left bundle branch block, generated veins, a quadripolar lead. */
const BUILT_IN_CASE: Case = {
  version: 1,
  id: "built-in",
  title: "Built-in patient: dilated left ventricle with left bundle branch block",
  patient: { sex: "male", age_years: 66, ejectionFraction_pct: 28 },
  heart: { kind: "preset", preset: "dcm-lbbb-male" },
  // About 100 000 nodes: a plan within a minute on two cores.
  edgeLength_mm: 1.6,
  scar: [],
  conduction: { rhythm: "sinus", pattern: "lbbb", prInterval_ms: 180, qrsDuration_ms: 160 },
  circulation: {
    heartRate_bpm: 72,
    systolicPressure_mmHg: 112,
    diastolicPressure_mmHg: 68,
    regurgitantOrifice_mm2: 0,
  },
  veins: { kind: "generated", seed: 105, group: "noCoronaryDisease" },
  lead: { kind: "catalog", model: "attain-performa-4298" },
  clinical: BUILT_IN_CLINIC,
};

/**
 * A case from a case file, from a bundle, from a geometry file alone, or the built-in one for "built-in".
 *
 * @throws TributaryError of the case's or the file's own check
 */
export function loadCase(path: string, options: InputOptions): LoadedCase {
  const extension = extname(path).toLowerCase();
  if (path === "built-in" || CASE_EXTENSIONS.includes(extension)) refuseOptionsOfHeartFiles(options);
  const files = filesOfFolder(path === "built-in" ? "." : dirname(path));
  if (path === "built-in") return describeCase({ value: BUILT_IN_CASE, notes: [], files }, options);
  if (CASE_EXTENSIONS.includes(extension)) {
    const { name, bytes } = readInputFile(path);
    if (extension === ".json") return describeCase(readCaseFile(bytes, name, files), options);
    const bundle = readBundle(bytes, name);
    return describeCase(readCaseFile(bundle.caseFile, `${name}, case.json`, filesOfBundle(bundle.data, path)), options);
  }
  return describeCase(
    { value: caseOfGeometry(path, extension, options), notes: describeGuess(options), files },
    options,
  );
}

interface FoundCase {
  readonly value: Case;
  readonly notes: readonly string[];
  readonly files: CaseFiles;
  /** Where the case was a file. */
  readonly source?: Uint8Array;
}

function readCaseFile(source: Uint8Array, fileName: string, files: CaseFiles): FoundCase {
  const known = {
    presets: HEART_PRESETS.map((preset) => preset.id),
    leadModels: LEAD_CATALOG.map((lead) => lead.id),
  };
  const read = readCase(source, fileName, known);
  return { value: read.case, notes: read.notes, files, source };
}

function describeCase({ value, notes, files, source }: FoundCase, options: InputOptions): LoadedCase {
  const changed = options.edgeLength_mm === undefined ? value : { ...value, edgeLength_mm: options.edgeLength_mm };
  const defaults = listTakenDefaults(changed).map(
    ({ path, value: taken, unit }) => `${path} is not given; ${taken} ${unit} was taken.`,
  );
  return {
    case: changed,
    caseFile: changed === value && source ? source : new TextEncoder().encode(formatCase(changed)),
    files,
    missing: listMissingClinicalValues(changed),
    remarks: [...notes, ...defaults],
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
