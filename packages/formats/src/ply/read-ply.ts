import {
  checkFileSize,
  checkIndices,
  checkPointsFinite,
  errorArrayLargerThanFile,
  errorMalformed,
  errorTruncated,
} from "../bytes/format-error.ts";
import { SCALAR_BYTES, type ScalarType } from "../bytes/scalar-type.ts";
import { readNumber, type TextCursor, whereOf } from "../bytes/text-cursor.ts";
import { type PlyElement, type PlyProperty, readPlyHeader } from "./ply-header.ts";

export interface PlySurface {
  /** 3 · pointCount, in the unit of the file. */
  readonly points: Float64Array;
  /** 3 · triangleCount; faces of more corners are cut into a fan from their first corner. */
  readonly triangles: Uint32Array;
  /** A label for each point, where the file has a vertex property named as asked. */
  readonly pointLabels: Float64Array | undefined;
  /** A label for each triangle, where the file has a face property named as asked. */
  readonly triangleLabels: Float64Array | undefined;
}

export interface PlyReadOptions {
  /** Names of the property that holds labels, the first that is there; default label, class, region, tag. */
  readonly labelNames?: readonly string[];
}

const LABEL_NAMES = ["label", "class", "region", "tag"];
const CORNER_LISTS = ["vertex_indices", "vertex_index"];

/** One value after the other, from words or from bytes. */
interface ValueSource {
  read(type: ScalarType): number;
  where(): string;
  /** Bytes that are left, and the fewest that one value of a type takes. */
  available(): number;
  smallest(type: ScalarType): number;
}

/**
 * Reads a PLY surface, ascii or binary of either byte order; other elements and properties are passed over.
 *
 * @returns points in the unit of the file (PLY has none), triangles, labels where there are any
 * @throws TributaryError with line or byte: `file-malformed`, `file-truncated`, `array-larger-than-file`,
 *         `points-not-finite`, `index-out-of-range`
 *
 * Source: the PLY polygon file format, G. Turk, 1994.
 */
export function readPly(bytes: Uint8Array, fileName: string, options: PlyReadOptions = {}): PlySurface {
  checkFileSize(fileName, bytes.length);
  const { header, cursor } = readPlyHeader(bytes, fileName);
  const source =
    header.format === "ascii" ? textSource(cursor) : binarySource(cursor, header.format === "binary_little_endian");
  const labelNames = options.labelNames ?? LABEL_NAMES;
  let vertices: { points: Float64Array; labels: Float64Array | undefined } | undefined;
  let faces: { triangles: Uint32Array; labels: Float64Array | undefined } | undefined;
  for (const element of header.elements) {
    checkElementSize(element, source);
    if (element.name === "vertex") vertices = readVertices(element, source, fileName, labelNames);
    else if (element.name === "face") faces = readFaces(element, source, labelNames);
    else for (let row = 0; row < element.count; row++) readRow(element, source);
  }
  if (!vertices || !faces) throw errorMalformed(`${fileName}, header`, "no vertex or no face element", "both");
  const pointCount = vertices.points.length / 3;
  checkIndices(faces.triangles, pointCount, (entry) => `${fileName}, face corner ${entry}`);
  return {
    points: vertices.points,
    triangles: faces.triangles,
    pointLabels: vertices.labels,
    triangleLabels: faces.labels,
  };
}

function readVertices(
  element: PlyElement,
  source: ValueSource,
  fileName: string,
  labelNames: readonly string[],
): { points: Float64Array; labels: Float64Array | undefined } {
  const [x, y, z] = ["x", "y", "z"].map((name) => element.properties.findIndex((property) => property.name === name));
  if (x! < 0 || y! < 0 || z! < 0) throw errorMalformed(`${fileName}, header`, "vertices without x, y, z", "x, y and z");
  const labelAt = findLabel(element, labelNames);
  const points = new Float64Array(3 * element.count);
  const labels = labelAt < 0 ? undefined : new Float64Array(element.count);
  for (let row = 0; row < element.count; row++) {
    const values = readRow(element, source);
    points[3 * row] = values[x!]!.at(-1)!;
    points[3 * row + 1] = values[y!]!.at(-1)!;
    points[3 * row + 2] = values[z!]!.at(-1)!;
    if (labels) labels[row] = values[labelAt]![0]!;
  }
  checkPointsFinite(points, (point) => `${fileName}, vertex ${point}`);
  return { points, labels };
}

function readFaces(
  element: PlyElement,
  source: ValueSource,
  labelNames: readonly string[],
): { triangles: Uint32Array; labels: Float64Array | undefined } {
  const cornersAt = element.properties.findIndex((property) => CORNER_LISTS.includes(property.name));
  if (cornersAt < 0 && element.count > 0) {
    throw errorMalformed(source.where(), "faces without corners", `a list ${CORNER_LISTS.join(" or ")}`);
  }
  const labelAt = findLabel(element, labelNames);
  const triangles: number[] = [];
  const labels: number[] = [];
  for (let row = 0; row < element.count; row++) {
    const values = readRow(element, source);
    const corners = values[cornersAt]!;
    for (const corner of corners) {
      if (corner >= 0) continue;
      throw errorMalformed(source.where(), `corner ${corner} of face ${row}`, "the index of a vertex");
    }
    for (let k = 2; k < corners.length; k++) {
      triangles.push(corners[0]!, corners[k - 1]!, corners[k]!);
      if (labelAt >= 0) labels.push(values[labelAt]![0]!);
    }
  }
  return { triangles: Uint32Array.from(triangles), labels: labelAt < 0 ? undefined : Float64Array.from(labels) };
}

function findLabel(element: PlyElement, labelNames: readonly string[]): number {
  const found = labelNames.find((name) => element.properties.some((property) => isLabel(property, name)));
  return found === undefined ? -1 : element.properties.findIndex((property) => isLabel(property, found));
}

function isLabel(property: PlyProperty, name: string): boolean {
  return property.name === name && property.countType === undefined;
}

/** All values of one row: one for a property, as many as it says for a list. */
function readRow(element: PlyElement, source: ValueSource): number[][] {
  return element.properties.map(({ type, countType, name }) => {
    if (!countType) return [source.read(type)];
    const count = source.read(countType);
    if (!(Number.isInteger(count) && count >= 0 && count * source.smallest(type) <= source.available() + 1)) {
      throw errorMalformed(source.where(), `a list ${name} of ${count} values`, "a list that fits the file");
    }
    return Array.from({ length: count }, () => source.read(type));
  });
}

function checkElementSize(element: PlyElement, source: ValueSource): void {
  const bytesEach = element.properties.reduce(
    (sum, { type, countType }) => sum + source.smallest(countType ?? type),
    0,
  );
  if (element.count > 0 && bytesEach === 0) {
    throw errorMalformed(source.where(), `element ${element.name} without properties`, "at least one property");
  }
  if (element.count * bytesEach <= source.available() + 1) return;
  const declared = `${element.count} of ${element.name} (at least ${element.count * bytesEach} bytes)`;
  throw errorArrayLargerThanFile(source.where(), declared, `${source.available()} bytes`);
}

function textSource(cursor: TextCursor): ValueSource {
  return {
    read: () => readNumber(cursor, "a value"),
    where: () => whereOf(cursor),
    available: () => cursor.end - cursor.position,
    smallest: () => 2,
  };
}

function binarySource(cursor: TextCursor, littleEndian: boolean): ValueSource {
  const { bytes, fileName } = cursor;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    read: (type) => {
      const at = cursor.position;
      const size = SCALAR_BYTES[type];
      if (at + size > bytes.length) throw errorTruncated(fileName, at, `${size} bytes`, `${bytes.length - at} bytes`);
      cursor.position += size;
      return readScalar(view, at, type, littleEndian);
    },
    where: () => `${fileName}, byte ${cursor.position}`,
    available: () => bytes.length - cursor.position,
    smallest: (type) => SCALAR_BYTES[type],
  };
}

function readScalar(view: DataView, at: number, type: ScalarType, littleEndian: boolean): number {
  switch (type) {
    case "int8":
      return view.getInt8(at);
    case "uint8":
      return view.getUint8(at);
    case "int16":
      return view.getInt16(at, littleEndian);
    case "uint16":
      return view.getUint16(at, littleEndian);
    case "int32":
      return view.getInt32(at, littleEndian);
    case "uint32":
      return view.getUint32(at, littleEndian);
    case "float32":
      return view.getFloat32(at, littleEndian);
    case "float64":
      return view.getFloat64(at, littleEndian);
    // The header has no name for 64-bit integers, so these never come.
    case "int64":
      return Number(view.getBigInt64(at, littleEndian));
    case "uint64":
      return Number(view.getBigUint64(at, littleEndian));
  }
}
