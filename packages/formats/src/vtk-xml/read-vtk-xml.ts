import {
  checkFileSize,
  checkIndices,
  checkPointsFinite,
  errorMalformed,
  errorUnsupported,
} from "../bytes/format-error.ts";
import type { NumericArray } from "../bytes/scalar-type.ts";
import { joinPieces } from "../vtk-data/join-pieces.ts";
import { type CellArray, countAllCells, type DataArray, NO_CELLS, type VtkDataSet } from "../vtk-data/vtk-data.ts";
import { type ArrayEncoding, readDataArray } from "./read-data-array.ts";
import { childrenNamed, scanXml, whereInXml, type XmlDocument, type XmlElement } from "./scan-xml.ts";

interface Reading {
  readonly document: XmlDocument;
  readonly encoding: ArrayEncoding;
}

/**
 * Reads a VTK XML file (.vtp, .vtu): poly data or an unstructured grid, arrays as ascii, inline base64 or appended
 * (base64 or raw), plain or in zlib blocks, of either byte order and header type. Several pieces become one data set.
 *
 * @param bytes     the file
 * @param fileName  named in errors
 * @returns points in the unit of the file (VTK has none), every number array of points, cells and field; text arrays
 *          are left out
 * @throws TributaryError with the byte: `file-malformed`, `file-truncated`, `array-larger-than-file`,
 *         `format-unsupported`, `compressed-block-corrupt`, `points-not-finite`, `index-out-of-range`, `file-too-large`
 *
 * Cost: linear in the file; memory about the arrays themselves.
 * Source: VTK file formats document (Kitware), XML formats; block header [count, size, last size, sizes…].
 */
export function readVtkXml(bytes: Uint8Array, fileName: string): VtkDataSet {
  checkFileSize(fileName, bytes.length);
  const document = scanXml(bytes, fileName);
  const { root } = document;
  if (root.name !== "VTKFile") throw errorMalformed(whereInXml(document, root.offset), `<${root.name}>`, "<VTKFile>");
  const type = root.attributes["type"] ?? "";
  const dataSet = childrenNamed(root, type)[0];
  if ((type !== "PolyData" && type !== "UnstructuredGrid") || !dataSet) {
    const fix = "Extract the surface (PolyData) or convert to an unstructured grid before export.";
    throw errorUnsupported(whereInXml(document, root.offset), `type "${type}"`, "PolyData, UnstructuredGrid", fix);
  }
  const reading = { document, encoding: readEncoding(document) };
  const pieces = childrenNamed(dataSet, "Piece").map((piece) =>
    type === "PolyData" ? readPolyDataPiece(reading, piece) : readGridPiece(reading, piece),
  );
  if (pieces.length === 0) {
    throw errorMalformed(whereInXml(document, dataSet.offset), "no Piece", "at least one <Piece>");
  }
  const fieldData = childrenNamed(dataSet, "FieldData").flatMap((field) => readFieldArrays(reading, field));
  return { ...joinPieces(pieces, fileName), fieldData };
}

function readEncoding(document: XmlDocument): ArrayEncoding {
  const { attributes, offset, children } = document.root;
  const where = whereInXml(document, offset);
  const compressor = attributes["compressor"] ?? "";
  if (compressor !== "" && compressor !== "vtkZLibDataCompressor") {
    const fix = "Write the file with the zlib compressor or without compression.";
    throw errorUnsupported(where, `compressor "${compressor}"`, "vtkZLibDataCompressor or none", fix);
  }
  const headerType = attributes["header_type"] ?? "UInt32";
  if (headerType !== "UInt32" && headerType !== "UInt64") {
    throw errorMalformed(where, `header_type "${headerType}"`, "UInt32 or UInt64");
  }
  const byteOrder = attributes["byte_order"] ?? "LittleEndian";
  if (byteOrder !== "LittleEndian" && byteOrder !== "BigEndian") {
    throw errorMalformed(where, `byte_order "${byteOrder}"`, "LittleEndian or BigEndian");
  }
  const appended = children.find((child) => child.name === "AppendedData");
  const appendedEncoding = appended?.attributes["encoding"] ?? "base64";
  if (appendedEncoding !== "base64" && appendedEncoding !== "raw") {
    throw errorMalformed(where, `AppendedData encoding "${appendedEncoding}"`, "base64 or raw");
  }
  return {
    littleEndian: byteOrder === "LittleEndian",
    headerBytes: headerType === "UInt32" ? 4 : 8,
    isCompressed: compressor !== "",
    appendedIsBase64: appendedEncoding === "base64",
  };
}

function readPolyDataPiece(reading: Reading, piece: XmlElement): VtkDataSet {
  const points = readPoints(reading, piece);
  const cells = (tag: string, countName: string): CellArray => readCells(reading, piece, tag, countName, points);
  const shape = {
    kind: "polyData" as const,
    points,
    vertices: cells("Verts", "NumberOfVerts"),
    lines: cells("Lines", "NumberOfLines"),
    polygons: cells("Polys", "NumberOfPolys"),
    strips: cells("Strips", "NumberOfStrips"),
    pointData: [],
    cellData: [],
    fieldData: [],
  };
  return { ...shape, ...readAttributes(reading, piece, points.length / 3, countAllCells(shape)) };
}

function readGridPiece(reading: Reading, piece: XmlElement): VtkDataSet {
  const points = readPoints(reading, piece);
  const cells = readCells(reading, piece, "Cells", "NumberOfCells", points);
  const cellCount = cells.offsets.length - 1;
  const types = cellCount > 0 ? readNamed(reading, piece, "Cells", "types", cellCount) : [];
  const cellTypes = Uint8Array.from(types);
  return {
    kind: "unstructuredGrid",
    points,
    cells,
    cellTypes,
    fieldData: [],
    ...readAttributes(reading, piece, points.length / 3, cellCount),
  };
}

function readPoints(reading: Reading, piece: XmlElement): Float64Array {
  const { document, encoding } = reading;
  const pointCount = readPieceCount(reading, piece, "NumberOfPoints");
  if (pointCount === 0) return new Float64Array(0);
  const element = childrenNamed(piece, "Points").flatMap((points) => childrenNamed(points, "DataArray"))[0];
  if (!element) throw errorMalformed(whereInXml(document, piece.offset), "no Points", "a DataArray in <Points>");
  const points = Float64Array.from(readDataArray(document, element, encoding, 3 * pointCount));
  checkPointsFinite(points, (point) => `${whereInXml(document, element.offset)}, point ${point}`);
  return points;
}

function readCells(
  reading: Reading,
  piece: XmlElement,
  tag: string,
  countName: string,
  points: Float64Array,
): CellArray {
  const { document } = reading;
  const cellCount = readPieceCount(reading, piece, countName);
  if (cellCount === 0) return NO_CELLS;
  const where = whereInXml(document, piece.offset);
  const ends = readNamed(reading, piece, tag, "offsets", cellCount);
  const offsets = new Uint32Array(cellCount + 1);
  for (let cell = 0; cell < cellCount; cell++) {
    const end = ends[cell]!;
    if (!(end >= offsets[cell]! && end <= 0xffff_ffff)) {
      throw errorMalformed(`${where}, ${tag} cell ${cell}`, `offset ${end}`, `offsets that grow from ${offsets[cell]}`);
    }
    offsets[cell + 1] = end;
  }
  const values = readNamed(reading, piece, tag, "connectivity", offsets[cellCount]!);
  const pointCount = points.length / 3;
  const negative = values.findIndex((value) => !(value >= 0));
  if (negative >= 0) {
    throw errorMalformed(`${where}, ${tag} connectivity`, `index ${values[negative]}`, `0 to ${pointCount - 1}`);
  }
  const connectivity = Uint32Array.from(values);
  checkIndices(connectivity, pointCount, (entry) => `${where}, ${tag} connectivity, entry ${entry}`);
  return { offsets, connectivity };
}

function readNamed(reading: Reading, piece: XmlElement, tag: string, name: string, valueCount: number): NumericArray {
  const { document, encoding } = reading;
  const element = childrenNamed(piece, tag)
    .flatMap((group) => childrenNamed(group, "DataArray"))
    .find((candidate) => candidate.attributes["Name"] === name);
  if (!element) {
    throw errorMalformed(whereInXml(document, piece.offset), `no "${name}" in <${tag}>`, `a DataArray "${name}"`);
  }
  return readDataArray(document, element, encoding, valueCount);
}

function readAttributes(
  reading: Reading,
  piece: XmlElement,
  pointCount: number,
  cellCount: number,
): { pointData: DataArray[]; cellData: DataArray[] } {
  const read = (tag: string, tupleCount: number): DataArray[] =>
    childrenNamed(piece, tag).flatMap((group) =>
      childrenNamed(group, "DataArray").map((element) => readTuples(reading, element, tupleCount)),
    );
  return { pointData: read("PointData", pointCount), cellData: read("CellData", cellCount) };
}

function readFieldArrays(reading: Reading, field: XmlElement): DataArray[] {
  return childrenNamed(field, "DataArray")
    .filter((element) => element.attributes["type"] !== "String")
    .map((element) => readTuples(reading, element, readPieceCount(reading, element, "NumberOfTuples")));
}

function readTuples(reading: Reading, element: XmlElement, tupleCount: number): DataArray {
  const { document, encoding } = reading;
  const declared = Number(element.attributes["NumberOfComponents"] ?? "1");
  // Some writers put 0 where they mean one component.
  const componentCount = declared === 0 ? 1 : declared;
  if (!Number.isInteger(componentCount) || componentCount < 1 || componentCount > 10_000) {
    const where = whereInXml(document, element.offset);
    throw errorMalformed(where, `NumberOfComponents "${element.attributes["NumberOfComponents"]}"`, "1 to 10000");
  }
  const values = readDataArray(document, element, encoding, tupleCount * componentCount);
  return { name: element.attributes["Name"] ?? "", componentCount, values };
}

function readPieceCount(reading: Reading, element: XmlElement, name: string): number {
  const text = element.attributes[name] ?? "0";
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0 && count <= 0xffff_ffff) return count;
  const where = whereInXml(reading.document, element.offset);
  throw errorMalformed(where, `${name}="${text.slice(0, 40)}"`, "a count from 0 to 4294967295");
}
