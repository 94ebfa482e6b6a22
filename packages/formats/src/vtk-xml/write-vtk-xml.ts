import { encodeBase64 } from "../bytes/base64.ts";
import { addNumberLines, type ByteBuilder, createByteBuilder } from "../bytes/byte-builder.ts";
import { encodeScalars, type NumericArray, type ScalarType, scalarTypeOf } from "../bytes/scalar-type.ts";
import { checkVtkData } from "../vtk-data/check-vtk-data.ts";
import { type CellArray, countCells, type DataArray, type VtkDataSet } from "../vtk-data/vtk-data.ts";
import { deflateBlocks } from "./zlib-blocks.ts";

export interface VtkXmlWriteOptions {
  /** How arrays are stored; default appendedBase64, which stays valid XML. */
  readonly encoding?: "ascii" | "inline" | "appendedBase64" | "appendedRaw";
  /** Default true; has no meaning for ascii. */
  readonly compress?: boolean;
  /** Default UInt32; UInt64 for arrays of 4 GiB and more. */
  readonly headerType?: "UInt32" | "UInt64";
  /** Default true. */
  readonly littleEndian?: boolean;
}

type Settings = Required<VtkXmlWriteOptions>;

const VTK_OF_SCALAR: Record<ScalarType, string> = {
  int8: "Int8",
  uint8: "UInt8",
  int16: "Int16",
  uint16: "UInt16",
  int32: "Int32",
  uint32: "UInt32",
  int64: "Int64",
  uint64: "UInt64",
  float32: "Float32",
  float64: "Float64",
};

/**
 * Writes a data set as VTK XML: .vtp for poly data, .vtu for an unstructured grid. What is written reads back equal,
 * points and arrays to the last bit.
 *
 * @throws TributaryError `vtk-data-inconsistent` where an array does not fit the points or cells
 */
export function writeVtkXml(data: VtkDataSet, options: VtkXmlWriteOptions = {}): Uint8Array {
  checkVtkData(data);
  const settings: Settings = {
    encoding: options.encoding ?? "appendedBase64",
    compress: options.compress ?? true,
    headerType: options.headerType ?? "UInt32",
    littleEndian: options.littleEndian ?? true,
  };
  const file = createByteBuilder();
  const appended = createByteBuilder();
  const type = data.kind === "polyData" ? "PolyData" : "UnstructuredGrid";
  const compressor = settings.compress && settings.encoding !== "ascii" ? ' compressor="vtkZLibDataCompressor"' : "";
  const byteOrder = settings.littleEndian ? "LittleEndian" : "BigEndian";
  file.addText(
    `<?xml version="1.0"?>\n<VTKFile type="${type}" version="1.0" byte_order="${byteOrder}" ` +
      `header_type="${settings.headerType}"${compressor}>\n<${type}>\n`,
  );
  const add = (array: DataArray, extra = ""): void => addDataArray(file, appended, settings, array, extra);
  addGroup(file, "FieldData", data.fieldData, (array) =>
    add(array, ` NumberOfTuples="${array.values.length / array.componentCount}"`),
  );
  addPiece(file, data, add);
  file.addText(`</${type}>\n`);
  if (settings.encoding.startsWith("appended")) {
    file.addText(`<AppendedData encoding="${settings.encoding === "appendedRaw" ? "raw" : "base64"}">\n_`);
    file.addBytes(appended.finish());
    file.addText("\n</AppendedData>\n");
  }
  file.addText("</VTKFile>\n");
  return file.finish();
}

function addPiece(file: ByteBuilder, data: VtkDataSet, add: (array: DataArray) => void): void {
  const cellGroups: [tag: string, count: string, cells: CellArray][] =
    data.kind === "polyData"
      ? [
          ["Verts", "NumberOfVerts", data.vertices],
          ["Lines", "NumberOfLines", data.lines],
          ["Polys", "NumberOfPolys", data.polygons],
          ["Strips", "NumberOfStrips", data.strips],
        ]
      : [["Cells", "NumberOfCells", data.cells]];
  const counts = cellGroups.map(([, name, cells]) => ` ${name}="${countCells(cells)}"`).join("");
  file.addText(`<Piece NumberOfPoints="${data.points.length / 3}"${counts}>\n`);
  addGroup(file, "PointData", data.pointData, add);
  addGroup(file, "CellData", data.cellData, add);
  addGroup(file, "Points", [{ name: "Points", componentCount: 3, values: data.points }], add);
  for (const [tag, , cells] of cellGroups) {
    const arrays: DataArray[] = [
      { name: "connectivity", componentCount: 1, values: Int32Array.from(cells.connectivity) },
      { name: "offsets", componentCount: 1, values: Int32Array.from(cells.offsets.subarray(1)) },
    ];
    if (data.kind === "unstructuredGrid") arrays.push({ name: "types", componentCount: 1, values: data.cellTypes });
    addGroup(file, tag, arrays, add);
  }
  file.addText("</Piece>\n");
}

function addGroup(file: ByteBuilder, tag: string, arrays: readonly DataArray[], add: (array: DataArray) => void): void {
  file.addText(`<${tag}>\n`);
  for (const array of arrays) add(array);
  file.addText(`</${tag}>\n`);
}

function addDataArray(
  file: ByteBuilder,
  appended: ByteBuilder,
  settings: Settings,
  array: DataArray,
  extra: string,
): void {
  const type = VTK_OF_SCALAR[scalarTypeOf(array.values)];
  const start = `<DataArray type="${type}" Name="${escapeXml(array.name)}" NumberOfComponents="${array.componentCount}"`;
  if (settings.encoding === "ascii") {
    file.addText(`${start}${extra} format="ascii">\n`);
    addNumberLines(file, array.values, array.componentCount === 1 ? 12 : array.componentCount);
    file.addText("</DataArray>\n");
    return;
  }
  if (settings.encoding === "inline") {
    file.addText(`${start}${extra} format="binary">\n`);
    addPayload(file, settings, array.values);
    file.addText("\n</DataArray>\n");
    return;
  }
  file.addText(`${start}${extra} format="appended" offset="${appended.countBytes()}"/>\n`);
  addPayload(appended, settings, array.values);
}

function addPayload(out: ByteBuilder, settings: Settings, values: NumericArray): void {
  const bytes = encodeScalars(values, settings.littleEndian);
  const isRaw = settings.encoding === "appendedRaw";
  if (!settings.compress) {
    const unit = createByteBuilder();
    unit.addBytes(encodeHeader([bytes.length], settings));
    unit.addBytes(bytes);
    out.addBytes(isRaw ? unit.finish() : encodeBase64(unit.finish()));
    return;
  }
  const { header, data } = deflateBlocks(bytes);
  const count = header.compressedBytes.length;
  const head = encodeHeader([count, header.blockBytes, header.lastBlockBytes, ...header.compressedBytes], settings);
  out.addBytes(isRaw ? head : encodeBase64(head));
  out.addBytes(isRaw ? data : encodeBase64(data));
}

function encodeHeader(entries: readonly number[], settings: Settings): Uint8Array {
  const width = settings.headerType === "UInt32" ? 4 : 8;
  const bytes = new Uint8Array(entries.length * width);
  const view = new DataView(bytes.buffer);
  for (const [entry, value] of entries.entries()) {
    if (width === 4) view.setUint32(4 * entry, value, settings.littleEndian);
    else view.setBigUint64(8 * entry, BigInt(value), settings.littleEndian);
  }
  return bytes;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
