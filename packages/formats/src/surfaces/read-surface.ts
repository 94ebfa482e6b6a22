import { type LengthUnit, SURFACE_LABEL, TributaryError } from "@tributary/model";
import { errorUnsupported } from "../bytes/format-error.ts";
import { type ResolvedLengthUnit, resolveLengthUnit } from "../length-unit/resolve-length-unit.ts";
import { millimetersFrom } from "../length-unit/scale-lengths.ts";
import { readPly } from "../ply/read-ply.ts";
import { readStl } from "../stl/read-stl.ts";
import { labelTrianglesFromPoints } from "../surface-labels/label-triangles-from-points.ts";
import { trianglesOfVtk } from "../vtk-data/triangles-of-vtk.ts";
import type { DataArray, VtkDataSet } from "../vtk-data/vtk-data.ts";
import { readVtkLegacy } from "../vtk-legacy/read-vtk-legacy.ts";
import { readVtkXml } from "../vtk-xml/read-vtk-xml.ts";

/** A surface as imported: not yet checked for being closed, whole and outward. */
export interface ImportedSurface {
  readonly points_mm: Float64Array;
  readonly triangles: Uint32Array;
  /** One SURFACE_LABEL for each triangle; undefined where the file has none. */
  readonly labels: Uint8Array | undefined;
  readonly unit: ResolvedLengthUnit;
}

export interface SurfaceReadOptions {
  /** The unit of the file, where a person stated it. */
  readonly unit?: LengthUnit | undefined;
  /** Array or property that holds the labels 1 base, 2 epicardium, 3 LV and 4 RV endocardium. */
  readonly labelArray?: string | undefined;
}

/** Looked for in this order, in points and then in cells, when no array is named. */
const LABEL_ARRAYS = ["class", "label", "labels", "region", "tag"];

interface RawSurface {
  readonly points: Float64Array;
  readonly triangles: Uint32Array;
  readonly pointArrays: readonly DataArray[];
  /** Already one tuple for each triangle. */
  readonly triangleArrays: readonly DataArray[];
}

/**
 * Reads a heart surface by the extension of its name: .vtp and .vtu (VTK XML), .vtk (VTK legacy), .stl, .ply.
 *
 * @returns points in mm, triangles, a label for each triangle where the file has labels (those of points by majority),
 *          and how the unit was found
 * @throws TributaryError `format-unsupported` for another extension, `unit-not-stated`, `label-array-missing`,
 *         `surface-label-unknown`, and all those of the format's own reader
 */
export function readSurface(bytes: Uint8Array, fileName: string, options: SurfaceReadOptions = {}): ImportedSurface {
  const raw = readRaw(bytes, fileName, options.labelArray);
  const unit = resolveLengthUnit(raw.points, fileName, options.unit);
  return {
    points_mm: millimetersFrom(raw.points, unit.unit),
    triangles: raw.triangles,
    labels: findLabels(raw, fileName, options.labelArray),
    unit,
  };
}

function readRaw(bytes: Uint8Array, fileName: string, labelArray: string | undefined): RawSurface {
  const extension = /\.([^.]+)$/.exec(fileName.toLowerCase())?.[1] ?? "";
  switch (extension) {
    case "vtp":
    case "vtu":
      return rawOfVtk(readVtkXml(bytes, fileName), fileName);
    case "vtk":
      return rawOfVtk(readVtkLegacy(bytes, fileName), fileName);
    case "stl":
      return { ...readStl(bytes, fileName), pointArrays: [], triangleArrays: [] };
    case "ply":
      return rawOfPly(bytes, fileName, labelArray);
    default: {
      const fix = "Export the surface in one of these formats, or give the file its right extension.";
      throw errorUnsupported(fileName, `extension ".${extension}"`, ".vtp, .vtu, .vtk, .stl, .ply", fix);
    }
  }
}

function rawOfVtk(data: VtkDataSet, fileName: string): RawSurface {
  const { triangles, cells } = trianglesOfVtk(data, fileName);
  const triangleArrays = data.cellData
    .filter((array) => array.componentCount === 1)
    .map((array) => ({ ...array, values: Float64Array.from(cells, (cell) => array.values[cell]!) }));
  return { points: data.points, triangles, pointArrays: data.pointData, triangleArrays };
}

function rawOfPly(bytes: Uint8Array, fileName: string, labelArray: string | undefined): RawSurface {
  const names = labelArray === undefined ? LABEL_ARRAYS : [labelArray];
  const { points, triangles, pointLabels, triangleLabels } = readPly(bytes, fileName, { labelNames: names });
  const name = names[0]!;
  return {
    points,
    triangles,
    pointArrays: pointLabels ? [{ name, componentCount: 1, values: pointLabels }] : [],
    triangleArrays: triangleLabels ? [{ name, componentCount: 1, values: triangleLabels }] : [],
  };
}

function findLabels(raw: RawSurface, fileName: string, labelArray: string | undefined): Uint8Array | undefined {
  for (const name of labelArray === undefined ? LABEL_ARRAYS : [labelArray]) {
    const isNamed = (array: DataArray): boolean => array.name === name && array.componentCount === 1;
    const ofPoints = raw.pointArrays.find(isNamed);
    if (ofPoints) return labelTrianglesFromPoints(ofPoints.values, raw.triangles);
    const ofTriangles = raw.triangleArrays.find(isNamed);
    if (ofTriangles) return checkTriangleLabels(ofTriangles, fileName);
  }
  if (labelArray === undefined) return undefined;
  const names = [...raw.pointArrays, ...raw.triangleArrays].map((array) => array.name);
  throw new TributaryError({
    code: "label-array-missing",
    what: "The file has no array of labels by this name.",
    where: fileName,
    why: `asked for "${labelArray}"; the file has ${names.length > 0 ? names.join(", ") : "no arrays"}`,
    fix: "Name one of these arrays as the labels, or leave the name out for a surface without labels.",
  });
}

function checkTriangleLabels(array: DataArray, fileName: string): Uint8Array {
  const highest = SURFACE_LABEL.rvEndocardium;
  const wrong = array.values.findIndex((label) => !(Number.isInteger(label) && label >= 1 && label <= highest));
  if (wrong < 0) return Uint8Array.from(array.values);
  throw new TributaryError({
    code: "surface-label-unknown",
    what: "A triangle carries a surface label that has no meaning.",
    where: `${fileName}, array "${array.name}", triangle ${wrong}`,
    why: `label ${array.values[wrong]}; known are 1 base, 2 epicardium, 3 LV endocardium, 4 RV endocardium`,
    fix: "Name the array that holds these labels, or renumber it.",
  });
}
