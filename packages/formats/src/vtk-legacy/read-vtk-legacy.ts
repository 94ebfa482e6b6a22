import {
  checkFileSize,
  checkIndices,
  checkPointsFinite,
  errorMalformed,
  errorTruncated,
  errorUnsupported,
} from "../bytes/format-error.ts";
import type { NumericArray } from "../bytes/scalar-type.ts";
import {
  createTextCursor,
  nextWord,
  readCount,
  readInteger,
  readLine,
  readWord,
  whereOf,
} from "../bytes/text-cursor.ts";
import { type CellArray, countAllCells, type DataArray, NO_CELLS, type VtkDataSet } from "../vtk-data/vtk-data.ts";
import { readAttributeSection, readField, skipMetadata } from "./legacy-attributes.ts";
import { expectKeyword, type LegacyReading, readTypeName, readValues, whereInLegacy } from "./legacy-values.ts";

/** What has been read so far; the sections of a file come in this or nearly any other order. */
interface Parts {
  points: Float64Array | undefined;
  readonly cells: Record<string, CellArray>;
  cellTypes: Uint8Array;
  readonly pointData: DataArray[];
  readonly cellData: DataArray[];
  readonly fieldData: DataArray[];
}

const CELL_SECTIONS: Record<string, readonly string[]> = {
  POLYDATA: ["VERTICES", "LINES", "POLYGONS", "TRIANGLE_STRIPS"],
  UNSTRUCTURED_GRID: ["CELLS"],
};

/**
 * Reads a VTK legacy file (.vtk): poly data or an unstructured grid, ascii or big-endian binary, versions 1 to 5.
 *
 * @param bytes     the file
 * @param fileName  named in errors
 * @returns points in the unit of the file (VTK has none); scalars, vectors, normals, tensors, texture coordinates, ids
 *          and field arrays by their names; look-up tables are passed over
 * @throws TributaryError with line (ascii) or byte (binary): `file-malformed`, `file-truncated`,
 *         `array-larger-than-file`, `format-unsupported`, `points-not-finite`, `index-out-of-range`, `file-too-large`
 *
 * Cost: linear in the file.
 * Source: VTK file formats document (Kitware), simple legacy formats; version 5.1 cells as its writer stores them.
 */
export function readVtkLegacy(bytes: Uint8Array, fileName: string): VtkDataSet {
  checkFileSize(fileName, bytes.length);
  const reading = readHeader(bytes, fileName);
  expectKeyword(reading, "DATASET");
  const kind = readWord(reading.cursor, "a data set type").toUpperCase();
  const cellSections = CELL_SECTIONS[kind];
  if (!cellSections) {
    const fix = "Extract the surface (POLYDATA) or convert to an unstructured grid before export.";
    throw errorUnsupported(whereInLegacy(reading), `data set ${kind}`, "POLYDATA, UNSTRUCTURED_GRID", fix);
  }
  const parts: Parts = {
    points: undefined,
    cells: {},
    cellTypes: new Uint8Array(0),
    pointData: [],
    cellData: [],
    fieldData: [],
  };
  for (let word = nextWord(reading.cursor); word !== undefined; word = nextWord(reading.cursor)) {
    readSection(reading, parts, word.toUpperCase(), cellSections);
  }
  if (!parts.points) throw errorTruncated(fileName, bytes.length, "a POINTS section", "nothing");
  if (kind === "UNSTRUCTURED_GRID" && parts.points.length > 0 && !parts.cells["CELLS"]) {
    throw errorTruncated(fileName, bytes.length, "a CELLS section", "nothing");
  }
  const data = assemble(parts, parts.points, kind);
  checkAssembled(reading, data);
  return data;
}

function readHeader(bytes: Uint8Array, fileName: string): LegacyReading {
  const cursor = createTextCursor(bytes, fileName);
  const first = readLine(cursor) ?? "";
  const version = /^#\s*vtk\s+DataFile\s+Version\s+(\d+)/i.exec(first);
  if (!version) {
    throw errorMalformed(`${fileName}, line 1`, JSON.stringify(first.slice(0, 40)), '"# vtk DataFile Version …"');
  }
  readLine(cursor);
  const form = readWord(cursor, "ASCII or BINARY").toUpperCase();
  if (form !== "ASCII" && form !== "BINARY") {
    throw errorMalformed(whereOf(cursor), JSON.stringify(form.slice(0, 40)), "ASCII or BINARY");
  }
  return { cursor, isBinary: form === "BINARY", majorVersion: Number(version[1]) };
}

function readSection(reading: LegacyReading, parts: Parts, keyword: string, cellSections: readonly string[]): void {
  const { cursor } = reading;
  const pointCount = (parts.points?.length ?? 0) / 3;
  if (keyword === "POINTS") {
    parts.points = readPoints(reading);
  } else if (cellSections.includes(keyword)) {
    parts.cells[keyword] = readCells(reading, keyword);
  } else if (keyword === "CELL_TYPES") {
    const count = readCount(cursor, "cell types", 2);
    parts.cellTypes = Uint8Array.from(readValues(reading, "int32", count, "CELL_TYPES"));
  } else if (keyword === "FIELD") {
    parts.fieldData.push(...readField(reading));
  } else if (keyword === "METADATA") {
    skipMetadata(reading);
  } else if (keyword === "POINT_DATA") {
    readInteger(cursor, "the point count", pointCount, pointCount);
    readAttributeSections(reading, parts, "POINT_DATA");
  } else if (keyword === "CELL_DATA") {
    readAttributeSections(reading, parts, "CELL_DATA", readInteger(cursor, "the cell count", 0, 0xffff_ffff));
  } else {
    const expected = `POINTS, ${cellSections.join(", ")}, POINT_DATA, CELL_DATA or FIELD`;
    throw errorMalformed(whereInLegacy(reading), JSON.stringify(keyword.slice(0, 40)), expected);
  }
}

/** All sections after POINT_DATA or CELL_DATA, to the end of the file; one may follow the other. */
function readAttributeSections(
  reading: LegacyReading,
  parts: Parts,
  section: "POINT_DATA" | "CELL_DATA",
  declaredCells = 0,
): void {
  const pointCount = (parts.points?.length ?? 0) / 3;
  let current: "POINT_DATA" | "CELL_DATA" = section;
  let cellCount = declaredCells;
  for (let word = nextWord(reading.cursor); word !== undefined; word = nextWord(reading.cursor)) {
    const keyword = word.toUpperCase();
    if (keyword === "POINT_DATA" || keyword === "CELL_DATA") {
      current = keyword;
      const [lowest, highest] = keyword === "POINT_DATA" ? [pointCount, pointCount] : [0, 0xffff_ffff];
      const count = readInteger(reading.cursor, `the count of ${keyword}`, lowest, highest);
      if (keyword === "CELL_DATA") cellCount = count;
    } else if (keyword === "METADATA") {
      skipMetadata(reading);
    } else {
      const isPoint = current === "POINT_DATA";
      const target = isPoint ? parts.pointData : parts.cellData;
      target.push(...readAttributeSection(reading, keyword, isPoint ? pointCount : cellCount));
    }
  }
}

function readPoints(reading: LegacyReading): Float64Array {
  const count = readCount(reading.cursor, "points", 6);
  const type = readTypeName(reading, "POINTS");
  const where = whereInLegacy(reading);
  const points = Float64Array.from(readValues(reading, type, 3 * count, "POINTS"));
  checkPointsFinite(points, (point) => `${where}, point ${point}`);
  return points;
}

function readCells(reading: LegacyReading, keyword: string): CellArray {
  const { cursor } = reading;
  const count = readCount(cursor, keyword, 0);
  const size = readCount(cursor, `the size of ${keyword}`, 2);
  if (reading.majorVersion >= 5) return readOffsetCells(reading, keyword, count, size);
  const where = whereInLegacy(reading);
  const values = readValues(reading, "int32", size, keyword);
  if (count > size) throw errorMalformed(where, `${count} cells in ${size} numbers`, "at least one number a cell");
  const offsets = new Uint32Array(count + 1);
  const connectivity = new Uint32Array(size - count);
  let at = 0;
  for (let cell = 0; cell < count; cell++) {
    const cellSize = values[at++] ?? -1;
    if (cellSize < 0 || at + cellSize > size) {
      throw errorMalformed(`${where}, ${keyword} cell ${cell}`, `${cellSize} points`, `0 to ${size - at} points`);
    }
    copyIndices(connectivity, values, at, offsets[cell]!, cellSize, `${where}, ${keyword} cell ${cell}`);
    offsets[cell + 1] = offsets[cell]! + cellSize;
    at += cellSize;
  }
  if (at !== size) throw errorMalformed(where, `${size} numbers for ${keyword}`, `${at} numbers for ${count} cells`);
  return { offsets, connectivity };
}

function readOffsetCells(reading: LegacyReading, keyword: string, offsetCount: number, size: number): CellArray {
  if (offsetCount === 0) return NO_CELLS;
  expectKeyword(reading, "OFFSETS");
  const ends = readValues(reading, readTypeName(reading, "OFFSETS"), offsetCount, "OFFSETS");
  expectKeyword(reading, "CONNECTIVITY");
  const where = whereInLegacy(reading);
  const indices = readValues(reading, readTypeName(reading, "CONNECTIVITY"), size, "CONNECTIVITY");
  const grows =
    ends[0] === 0 && ends[offsetCount - 1] === size && ends.every((end, i) => i === 0 || end >= ends[i - 1]!);
  if (!grows) throw errorMalformed(`${where}, ${keyword}`, "offsets that do not grow", `offsets from 0 to ${size}`);
  const connectivity = new Uint32Array(size);
  copyIndices(connectivity, indices, 0, 0, size, `${where}, ${keyword}`);
  return { offsets: Uint32Array.from(ends), connectivity };
}

function copyIndices(
  out: Uint32Array,
  values: NumericArray,
  from: number,
  to: number,
  count: number,
  where: string,
): void {
  for (let k = 0; k < count; k++) {
    const index = values[from + k]!;
    if (!(index >= 0 && index <= 0xffff_ffff)) throw errorMalformed(where, `index ${index}`, "an index of a point");
    out[to + k] = index;
  }
}

function assemble(parts: Parts, points: Float64Array, kind: string): VtkDataSet {
  const { pointData, cellData, fieldData, cells, cellTypes } = parts;
  const shared = { points, pointData, cellData, fieldData };
  if (kind === "UNSTRUCTURED_GRID") {
    return { kind: "unstructuredGrid", ...shared, cells: cells["CELLS"] ?? NO_CELLS, cellTypes };
  }
  return {
    kind: "polyData",
    ...shared,
    vertices: cells["VERTICES"] ?? NO_CELLS,
    lines: cells["LINES"] ?? NO_CELLS,
    polygons: cells["POLYGONS"] ?? NO_CELLS,
    strips: cells["TRIANGLE_STRIPS"] ?? NO_CELLS,
  };
}

function checkAssembled(reading: LegacyReading, data: VtkDataSet): void {
  const { fileName } = reading.cursor;
  const pointCount = data.points.length / 3;
  const groups = data.kind === "polyData" ? [data.vertices, data.lines, data.polygons, data.strips] : [data.cells];
  for (const cells of groups)
    checkIndices(cells.connectivity, pointCount, (entry) => `${fileName}, cells, entry ${entry}`);
  const cellCount = countAllCells(data);
  if (data.kind === "unstructuredGrid" && data.cellTypes.length !== cellCount) {
    const needed = `${cellCount} cell types`;
    throw errorTruncated(fileName, reading.cursor.end, needed, `${data.cellTypes.length} in the file`);
  }
  const wrong = data.cellData.find((array) => array.values.length !== cellCount * array.componentCount);
  if (wrong) {
    const found = `${wrong.values.length / wrong.componentCount} values of "${wrong.name}"`;
    throw errorMalformed(`${fileName}, CELL_DATA`, found, `${cellCount}, one for each cell`);
  }
}
