import type { Case } from "@tributary/formats";

/** A .vtk file may hold either; its header tells. */
const SURFACE_EXTENSIONS = [".vtp", ".stl", ".ply"];
const TETRAHEDRA_EXTENSIONS = [".vtu", ".vtk", ".pts", ".elem", ".node", ".ele"];
/** Extensions of the files that hold a heart by themselves. */
export const HEART_EXTENSIONS: readonly string[] = [...SURFACE_EXTENSIONS, ...TETRAHEDRA_EXTENSIONS];
/** Files that belong to one mesh; the first two must be there. */
const MESH_FAMILIES: Record<string, readonly string[]> = {
  ".pts": [".pts", ".elem", ".lon"],
  ".elem": [".pts", ".elem", ".lon"],
  ".node": [".node", ".ele", ".face"],
  ".ele": [".node", ".ele", ".face"],
};

type HeartCase = Pick<Case, "conduction"> & {
  readonly units: Extract<Case["heart"], { kind: "surface" }>["units"] | undefined;
};

/** The files around a heart: a folder, or what was given together. */
export interface HeartSurroundings {
  has(name: string): boolean;
  /** The first bytes of the file, as Latin-1. */
  readHead(name: string): string;
}

/**
 * The case of a heart that comes as a file by itself; a geometry says nothing of conduction, which is told.
 *
 * @param name  without folder: "heart.vtu"
 * @returns undefined for a file that holds no heart
 */
export function caseOfHeartFiles(
  name: string,
  around: HeartSurroundings,
  { conduction, units }: HeartCase,
): Case | undefined {
  const extension = extensionOf(name);
  const base = name.slice(0, name.length - extension.length);
  const shared = {
    version: 1 as const,
    id: base.replace(/[^A-Za-z0-9._-]/g, "-").replace(/^[^A-Za-z0-9]+/, "") || "imported",
    title: `Imported heart ${name}`,
    conduction,
  };
  const given = units ? { units } : {};
  if (SURFACE_EXTENSIONS.includes(extension) || (extension === ".vtk" && isVtkSurface(around.readHead(name)))) {
    return { ...shared, heart: { kind: "surface", file: name, ...given } };
  }
  if (!TETRAHEDRA_EXTENSIONS.includes(extension)) return undefined;
  const family = MESH_FAMILIES[extension] ?? [extension];
  const files = family
    .map((member) => (member === extension ? name : `${base}${member}`))
    .filter((file) => file === name || around.has(file));
  return { ...shared, heart: { kind: "tetrahedra", files, ...given } };
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot).toLowerCase();
}

/** A legacy VTK file holds a surface or tetrahedra; its header, within the first lines, says which. */
function isVtkSurface(head: string): boolean {
  return /^DATASET\s+POLYDATA/im.test(head);
}
