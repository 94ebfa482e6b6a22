import { type LengthUnit, TributaryError } from "@tributary/model";
import { errorUnsupported } from "../bytes/format-error.ts";
import { createScalars, scalarTypeOf } from "../bytes/scalar-type.ts";
import { type ResolvedLengthUnit, resolveLengthUnit } from "../length-unit/resolve-length-unit.ts";
import { millimetersFrom } from "../length-unit/scale-lengths.ts";
import { OPENCARP_LENGTH_UNIT, type OpencarpFibers, readElem, readLon, readPts } from "../opencarp/opencarp-mesh.ts";
import { readTetgenFaces, readTetgenNodes, readTetgenTetrahedra } from "../tetgen/tetgen.ts";
import { type DataArray, VTK_CELL_TYPE, type VtkDataSet } from "../vtk-data/vtk-data.ts";
import { readVtkLegacy } from "../vtk-legacy/read-vtk-legacy.ts";
import { readVtkXml } from "../vtk-xml/read-vtk-xml.ts";
import { orientTetrahedra } from "./orient-tetrahedra.ts";

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Tetrahedra as imported: not yet checked for inverted elements or separate parts. */
export interface ImportedTetrahedra {
  readonly points_mm: Float64Array;
  /** 4 · elementCount. */
  readonly tetrahedra: Uint32Array;
  /** Whether all elements were numbered the other way round and have been turned. */
  readonly mirroredOrder: boolean;
  /** Region of each element (openCARP tag, first TetGen attribute); undefined where the file has none. */
  readonly tags: Int32Array | undefined;
  /** From a .lon file. */
  readonly fibers: OpencarpFibers | undefined;
  /** From a .face file: triangles and their markers. */
  readonly faces: { readonly triangles: Uint32Array; readonly markers: Int32Array | undefined } | undefined;
  /** Arrays of a VTK file; one tuple for each point. */
  readonly pointData: readonly DataArray[];
  /** Arrays of a VTK file; one tuple for each tetrahedron. */
  readonly cellData: readonly DataArray[];
  /** Arrays of a VTK file as a whole. */
  readonly fieldData: readonly DataArray[];
  readonly unit: ResolvedLengthUnit;
}

type RawTetrahedra = Omit<ImportedTetrahedra, "points_mm" | "mirroredOrder" | "unit"> & {
  readonly points: Float64Array;
  readonly conventionalUnit: LengthUnit | undefined;
};

/**
 * Reads a tetrahedral mesh from the files that make it up, told by their extensions: .pts + .elem [+ .lon] (openCARP),
 * .node + .ele [+ .face] (TetGen), or one .vtu or .vtk.
 *
 * @param unit  stated by a person; else micrometers for openCARP, by its convention, and the rule of
 *              resolveLengthUnit for the others
 * @throws TributaryError `mesh-file-missing` where a file of the set is absent, `format-unsupported`,
 *         `unit-not-stated`, `fibers-not-matching`, and all those of the format's own reader
 */
export function readTetrahedra(files: readonly NamedFile[], unit: LengthUnit | undefined): ImportedTetrahedra {
  const { points, conventionalUnit, ...raw } = readRaw(files);
  const name = files[0]!.name;
  const resolved: ResolvedLengthUnit =
    unit === undefined && conventionalUnit !== undefined
      ? {
          unit: conventionalUnit,
          declared: false,
          statement: `${name}: ${conventionalUnit}, the convention of openCARP`,
        }
      : resolveLengthUnit(points, name, unit);
  const { tetrahedra, mirroredOrder } = orientTetrahedra(points, raw.tetrahedra);
  return { ...raw, points_mm: millimetersFrom(points, resolved.unit), tetrahedra, mirroredOrder, unit: resolved };
}

function readRaw(files: readonly NamedFile[]): RawTetrahedra {
  const find = (extension: string): NamedFile | undefined =>
    files.find((file) => file.name.toLowerCase().endsWith(extension));
  const pts = find(".pts");
  if (pts || find(".elem")) return readOpencarp(pts, find(".elem"), find(".lon"));
  const node = find(".node");
  if (node || find(".ele")) return readTetgen(node, find(".ele"), find(".face"));
  const vtu = find(".vtu");
  if (vtu) return rawOfVtk(readVtkXml(vtu.bytes, vtu.name), vtu.name);
  const vtk = find(".vtk");
  if (vtk) return rawOfVtk(readVtkLegacy(vtk.bytes, vtk.name), vtk.name);
  const names = files.map((file) => file.name).join(", ") || "no file";
  const supported = ".pts + .elem [+ .lon], .node + .ele [+ .face], .vtu, .vtk";
  throw errorUnsupported(names, "no tetrahedra by extension", supported, "Give the files of one of these formats.");
}

function readOpencarp(
  pts: NamedFile | undefined,
  elem: NamedFile | undefined,
  lon: NamedFile | undefined,
): RawTetrahedra {
  if (!pts || !elem) throw errorMissing(pts ? ".elem" : ".pts", (pts ?? elem)!.name);
  // Read without scaling; the unit is decided for all formats in one place.
  const points = readPts(pts.bytes, pts.name, "mm");
  const { tetrahedra, tags } = readElem(elem.bytes, elem.name, points.length / 3);
  const fibers = lon ? readLon(lon.bytes, lon.name, tags.length) : undefined;
  const none = { faces: undefined, pointData: [], cellData: [], fieldData: [] };
  return { points, tetrahedra, tags, fibers, ...none, conventionalUnit: OPENCARP_LENGTH_UNIT };
}

function readTetgen(
  node: NamedFile | undefined,
  ele: NamedFile | undefined,
  face: NamedFile | undefined,
): RawTetrahedra {
  if (!node || !ele) throw errorMissing(node ? ".ele" : ".node", (node ?? ele)!.name);
  const nodes = readTetgenNodes(node.bytes, node.name);
  const { tetrahedra, attributes, attributeCount } = readTetgenTetrahedra(ele.bytes, ele.name, nodes);
  const faces = face ? readTetgenFaces(face.bytes, face.name, nodes) : undefined;
  const elementCount = tetrahedra.length / 4;
  const tags =
    attributeCount > 0
      ? Int32Array.from({ length: elementCount }, (_, element) => attributes[attributeCount * element]!)
      : undefined;
  const none = { fibers: undefined, pointData: [], cellData: [], fieldData: [], conventionalUnit: undefined };
  return { points: nodes.points, tetrahedra, tags, faces, ...none };
}

function rawOfVtk(data: VtkDataSet, fileName: string): RawTetrahedra {
  if (data.kind !== "unstructuredGrid") {
    const fix = "Import it as a surface, or export the volume mesh.";
    throw errorUnsupported(fileName, "poly data (a surface)", "an unstructured grid of tetrahedra", fix);
  }
  const chosen: number[] = [];
  const tetrahedra: number[] = [];
  for (const [cell, type] of data.cellTypes.entries()) {
    const first = data.cells.offsets[cell]!;
    const size = data.cells.offsets[cell + 1]! - first;
    if (type === VTK_CELL_TYPE.tetra && size === 4) {
      chosen.push(cell);
      tetrahedra.push(...data.cells.connectivity.subarray(first, first + 4));
    } else if (type >= VTK_CELL_TYPE.tetra) {
      const fix = "Convert the mesh to linear tetrahedra only.";
      throw errorUnsupported(`${fileName}, cell ${cell}`, `VTK cell type ${type}`, "10 (tetrahedron)", fix);
    }
  }
  const cellData = data.cellData.map((array) => pickTuples(array, chosen));
  return {
    points: data.points,
    tetrahedra: Uint32Array.from(tetrahedra),
    tags: undefined,
    fibers: undefined,
    faces: undefined,
    pointData: data.pointData,
    cellData,
    fieldData: data.fieldData,
    conventionalUnit: undefined,
  };
}

function pickTuples(array: DataArray, chosen: readonly number[]): DataArray {
  const { componentCount } = array;
  if (array.values.length === chosen.length * componentCount) return array;
  const values = createScalars(scalarTypeOf(array.values), chosen.length * componentCount);
  for (const [index, cell] of chosen.entries()) {
    for (let k = 0; k < componentCount; k++) {
      values[componentCount * index + k] = array.values[componentCount * cell + k]!;
    }
  }
  return { name: array.name, componentCount, values };
}

function errorMissing(extension: string, given: string): TributaryError {
  return new TributaryError({
    code: "mesh-file-missing",
    what: "A mesh of this format needs another file.",
    where: given,
    why: `no ${extension} file was given beside it`,
    fix: `Name the ${extension} file that was written with it.`,
  });
}
