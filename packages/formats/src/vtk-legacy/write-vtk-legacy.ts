import { addNumberLines, type ByteBuilder, createByteBuilder } from "../bytes/byte-builder.ts";
import { encodeScalars, type NumericArray, type ScalarType, scalarTypeOf } from "../bytes/scalar-type.ts";
import { checkVtkData } from "../vtk-data/check-vtk-data.ts";
import { type CellArray, countAllCells, countCells, type DataArray, type VtkDataSet } from "../vtk-data/vtk-data.ts";

export interface VtkLegacyWriteOptions {
  /** Default true: big-endian binary, which is exact and small; false for text. */
  readonly binary?: boolean;
  /** Second line of the file; cut to 255 characters. */
  readonly title?: string;
}

const LEGACY_OF_SCALAR: Record<ScalarType, string> = {
  int8: "char",
  uint8: "unsigned_char",
  int16: "short",
  uint16: "unsigned_short",
  int32: "int",
  uint32: "unsigned_int",
  int64: "vtktypeint64",
  uint64: "vtktypeuint64",
  float32: "float",
  float64: "double",
};

const encoder = new TextEncoder();

/**
 * Writes a data set as VTK legacy version 3.0, which every VTK since 1998 reads. One component goes out as SCALARS,
 * three as VECTORS, nine as TENSORS, any other number as FIELD; so arrays come back grouped in that order.
 *
 * @throws TributaryError `vtk-data-inconsistent` where an array does not fit the points or cells
 */
export function writeVtkLegacy(data: VtkDataSet, options: VtkLegacyWriteOptions = {}): Uint8Array {
  checkVtkData(data);
  const binary = options.binary ?? true;
  const title = (options.title ?? "written by tributary").replace(/[\r\n]/g, " ").slice(0, 255);
  const file = createByteBuilder();
  const add = (values: NumericArray, perLine: number): void => {
    if (binary) {
      file.addBytes(encodeScalars(values, false));
      file.addText("\n");
    } else addNumberLines(file, values, perLine);
  };
  const kind = data.kind === "polyData" ? "POLYDATA" : "UNSTRUCTURED_GRID";
  file.addText(`# vtk DataFile Version 3.0\n${title}\n${binary ? "BINARY" : "ASCII"}\nDATASET ${kind}\n`);
  if (data.fieldData.length > 0) addField(file, data.fieldData, add);
  file.addText(`POINTS ${data.points.length / 3} double\n`);
  add(data.points, 3);
  addAllCells(file, data, add);
  addAttributes(file, `POINT_DATA ${data.points.length / 3}`, data.pointData, add);
  addAttributes(file, `CELL_DATA ${countAllCells(data)}`, data.cellData, add);
  return file.finish();
}

type AddValues = (values: NumericArray, perLine: number) => void;

function addAllCells(file: ByteBuilder, data: VtkDataSet, add: AddValues): void {
  if (data.kind === "unstructuredGrid") {
    addCells(file, "CELLS", data.cells, add);
    file.addText(`CELL_TYPES ${data.cellTypes.length}\n`);
    add(Int32Array.from(data.cellTypes), 20);
    return;
  }
  const groups: [string, CellArray][] = [
    ["VERTICES", data.vertices],
    ["LINES", data.lines],
    ["POLYGONS", data.polygons],
    ["TRIANGLE_STRIPS", data.strips],
  ];
  for (const [keyword, cells] of groups) if (countCells(cells) > 0) addCells(file, keyword, cells, add);
}

function addCells(file: ByteBuilder, keyword: string, cells: CellArray, add: AddValues): void {
  const count = countCells(cells);
  const values = new Int32Array(count + cells.connectivity.length);
  let at = 0;
  for (let cell = 0; cell < count; cell++) {
    const points = cells.connectivity.subarray(cells.offsets[cell], cells.offsets[cell + 1]);
    values[at] = points.length;
    values.set(points, at + 1);
    at += points.length + 1;
  }
  file.addText(`${keyword} ${count} ${values.length}\n`);
  const size = values[0] ?? 0;
  const isUniform = count > 0 && values.length === count * (size + 1);
  add(values, isUniform ? size + 1 : 20);
}

function addAttributes(file: ByteBuilder, header: string, arrays: readonly DataArray[], add: AddValues): void {
  if (arrays.length === 0) return;
  file.addText(`${header}\n`);
  const inField: DataArray[] = [];
  for (const array of arrays) {
    const name = encodeName(array.name);
    const type = LEGACY_OF_SCALAR[scalarTypeOf(array.values)];
    if (array.componentCount === 1) file.addText(`SCALARS ${name} ${type} 1\nLOOKUP_TABLE default\n`);
    else if (array.componentCount === 3) file.addText(`VECTORS ${name} ${type}\n`);
    else if (array.componentCount === 9) file.addText(`TENSORS ${name} ${type}\n`);
    else {
      inField.push(array);
      continue;
    }
    add(array.values, array.componentCount === 1 ? 12 : 3);
  }
  if (inField.length > 0) addField(file, inField, add);
}

function addField(file: ByteBuilder, arrays: readonly DataArray[], add: AddValues): void {
  file.addText(`FIELD FieldData ${arrays.length}\n`);
  for (const array of arrays) {
    const tupleCount = array.values.length / array.componentCount;
    const type = LEGACY_OF_SCALAR[scalarTypeOf(array.values)];
    file.addText(`${encodeName(array.name)} ${array.componentCount} ${tupleCount} ${type}\n`);
    add(array.values, array.componentCount);
  }
}

/** Blanks, quotes, percent signs and all beyond ASCII as %20 and the like, as VTK's own writer does. */
function encodeName(name: string): string {
  const codes = [...encoder.encode(name === "" ? "unnamed" : name)].map((byte) =>
    byte > 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x25
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return codes.join("");
}
