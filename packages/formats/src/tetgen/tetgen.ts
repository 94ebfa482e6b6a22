/**
 * TetGen text files: points (.node), tetrahedra (.ele), boundary triangles (.face). The first point is numbered 0 or 1,
 * which only the .node file tells; comments run from # to the end of the line; there is no unit.
 *
 * Source: TetGen user's manual (Hang Si, ACM Trans Math Softw 2015;41:11), file formats.
 */
import { addNumberLines, createByteBuilder, formatNumber } from "../bytes/byte-builder.ts";
import { checkFileSize, checkPointsFinite } from "../bytes/format-error.ts";
import {
  checkCount,
  createTextCursor,
  readCount,
  readInteger,
  readNumber,
  skipBlanks,
  type TextCursor,
} from "../bytes/text-cursor.ts";

export interface TetgenNodes {
  /** 3 · pointCount, in the unit of the file. */
  readonly points: Float64Array;
  readonly attributeCount: number;
  /** attributeCount · pointCount. */
  readonly attributes: Float64Array;
  readonly markers: Int32Array | undefined;
  /** Number of the first point, needed to read the other files. */
  readonly firstIndex: 0 | 1;
}

export interface TetgenTetrahedra {
  /** 4 · elementCount point indices from 0; mid-edge points of quadratic elements are left out. */
  readonly tetrahedra: Uint32Array;
  /** attributeCount · elementCount; TetGen's region attribute comes first. */
  readonly attributes: Float64Array;
  readonly attributeCount: number;
}

export interface TetgenFaces {
  /** 3 · faceCount point indices from 0. */
  readonly triangles: Uint32Array;
  readonly markers: Int32Array | undefined;
}

const INT32 = [-(2 ** 31), 2 ** 31 - 1] as const;

/** @throws TributaryError `file-malformed`, `array-larger-than-file`, `points-not-finite`, with the line */
export function readTetgenNodes(bytes: Uint8Array, fileName: string): TetgenNodes {
  const cursor = openText(bytes, fileName);
  const pointCount = readCount(cursor, "points", 8);
  readInteger(cursor, "the dimension 3", 3, 3);
  const attributeCount = skipBlanks(cursor) ? readInteger(cursor, "the number of attributes", 0, 1000) : 0;
  const hasMarkers = skipBlanks(cursor) ? readInteger(cursor, "0 or 1 for markers", 0, 1) === 1 : false;
  checkCount(cursor, pointCount, "points with attributes", 2 * (4 + attributeCount));
  const points = new Float64Array(3 * pointCount);
  const attributes = new Float64Array(attributeCount * pointCount);
  const markers = hasMarkers ? new Int32Array(pointCount) : undefined;
  let firstIndex: 0 | 1 = 0;
  for (let point = 0; point < pointCount; point++) {
    if (point === 0) firstIndex = readInteger(cursor, "the number of the first point", 0, 1) === 1 ? 1 : 0;
    else readInteger(cursor, "the number of the point", point + firstIndex, point + firstIndex);
    for (let axis = 0; axis < 3; axis++) points[3 * point + axis] = readNumber(cursor, "a coordinate");
    for (let k = 0; k < attributeCount; k++) {
      attributes[attributeCount * point + k] = readNumber(cursor, "an attribute");
    }
    if (markers) markers[point] = readInteger(cursor, "a boundary marker", ...INT32);
    skipExtraNumbers(cursor);
  }
  checkPointsFinite(points, (point) => `${fileName}, point ${point + firstIndex}`);
  return { points, attributeCount, attributes, markers, firstIndex };
}

/** @throws TributaryError `file-malformed` also for an index that no point has, `array-larger-than-file` */
export function readTetgenTetrahedra(bytes: Uint8Array, fileName: string, nodes: TetgenNodes): TetgenTetrahedra {
  const cursor = openText(bytes, fileName);
  const elementCount = readCount(cursor, "tetrahedra", 10);
  const cornerCount = skipBlanks(cursor) ? readInteger(cursor, "4 or 10 points each", 4, 10) : 4;
  const attributeCount = skipBlanks(cursor) ? readInteger(cursor, "the number of attributes", 0, 1000) : 0;
  checkCount(cursor, elementCount, "tetrahedra with attributes", 2 * (1 + cornerCount + attributeCount));
  const tetrahedra = new Uint32Array(4 * elementCount);
  const attributes = new Float64Array(attributeCount * elementCount);
  for (let element = 0; element < elementCount; element++) {
    readInteger(cursor, "the number of the tetrahedron", element, element + 1);
    for (let k = 0; k < cornerCount; k++) {
      const index = readPointIndex(cursor, nodes);
      if (k < 4) tetrahedra[4 * element + k] = index;
    }
    for (let k = 0; k < attributeCount; k++) {
      attributes[attributeCount * element + k] = readNumber(cursor, "an attribute");
    }
    skipExtraNumbers(cursor);
  }
  return { tetrahedra, attributes, attributeCount };
}

/** @throws TributaryError `file-malformed` also for an index that no point has, `array-larger-than-file` */
export function readTetgenFaces(bytes: Uint8Array, fileName: string, nodes: TetgenNodes): TetgenFaces {
  const cursor = openText(bytes, fileName);
  const faceCount = readCount(cursor, "faces", 8);
  const hasMarkers = skipBlanks(cursor) ? readInteger(cursor, "0 or 1 for markers", 0, 1) === 1 : false;
  const triangles = new Uint32Array(3 * faceCount);
  const markers = hasMarkers ? new Int32Array(faceCount) : undefined;
  for (let face = 0; face < faceCount; face++) {
    readInteger(cursor, "the number of the face", face, face + 1);
    for (let k = 0; k < 3; k++) triangles[3 * face + k] = readPointIndex(cursor, nodes);
    if (markers) markers[face] = readInteger(cursor, "a boundary marker", ...INT32);
    skipExtraNumbers(cursor);
  }
  return { triangles, markers };
}

export function writeTetgenNodes(nodes: TetgenNodes): Uint8Array {
  const { points, attributeCount, attributes, markers, firstIndex } = nodes;
  const file = createByteBuilder();
  file.addText(`${points.length / 3} 3 ${attributeCount} ${markers ? 1 : 0}\n`);
  for (let point = 0; point < points.length / 3; point++) {
    const values = [
      point + firstIndex,
      ...points.subarray(3 * point, 3 * point + 3),
      ...attributes.subarray(attributeCount * point, attributeCount * (point + 1)),
      ...(markers ? [markers[point]!] : []),
    ];
    file.addText(`${values.map(formatNumber).join(" ")}\n`);
  }
  return file.finish();
}

export function writeTetgenTetrahedra(elements: TetgenTetrahedra, firstIndex: 0 | 1): Uint8Array {
  const { tetrahedra, attributes, attributeCount } = elements;
  const file = createByteBuilder();
  file.addText(`${tetrahedra.length / 4} 4 ${attributeCount}\n`);
  for (let element = 0; element < tetrahedra.length / 4; element++) {
    const corners = tetrahedra.subarray(4 * element, 4 * element + 4).map((point) => point + firstIndex);
    const extra = attributes.subarray(attributeCount * element, attributeCount * (element + 1));
    addNumberLines(file, [element + firstIndex, ...corners, ...extra], 5 + attributeCount);
  }
  return file.finish();
}

export function writeTetgenFaces(faces: TetgenFaces, firstIndex: 0 | 1): Uint8Array {
  const { triangles, markers } = faces;
  const file = createByteBuilder();
  file.addText(`${triangles.length / 3} ${markers ? 1 : 0}\n`);
  for (let face = 0; face < triangles.length / 3; face++) {
    const corners = triangles.subarray(3 * face, 3 * face + 3).map((point) => point + firstIndex);
    addNumberLines(file, [face + firstIndex, ...corners, ...(markers ? [markers[face]!] : [])], 5);
  }
  return file.finish();
}

function openText(bytes: Uint8Array, fileName: string): TextCursor {
  checkFileSize(fileName, bytes.length);
  return createTextCursor(bytes, fileName, { commentByte: 0x23 });
}

function readPointIndex(cursor: TextCursor, nodes: TetgenNodes): number {
  const { firstIndex, points } = nodes;
  const lastIndex = points.length / 3 - 1 + firstIndex;
  return readInteger(cursor, "the number of a point", firstIndex, lastIndex) - firstIndex;
}

/** Some writers add a marker, or the neighboring tetrahedra, that the header does not tell of. */
function skipExtraNumbers(cursor: TextCursor): void {
  while (skipBlanks(cursor)) readNumber(cursor, "a number");
}
