/** STL: triangles with their corners repeated, ascii or binary, without unit and without labels. */
import {
  checkFileSize,
  checkPointsFinite,
  errorArrayLargerThanFile,
  errorMalformed,
  errorTruncated,
} from "../bytes/format-error.ts";
import { createTextCursor, nextWord, readLine, readNumber, type TextCursor, whereOf } from "../bytes/text-cursor.ts";
import { type IndexedTriangles, mergeEqualPoints } from "./merge-equal-points.ts";

const HEADER_BYTES = 80;
const TRIANGLE_BYTES = 50;

/**
 * Reads an STL file; corners with equal coordinates become one point, so that a closed surface is closed.
 *
 * @returns points in the unit of the file (STL has none); normals of the file are not used, the corner order is kept
 * @throws TributaryError `file-truncated`, `file-malformed`, `points-not-finite`, `array-larger-than-file`
 *
 * Cost: linear in the file.
 * Source: the format as published by 3D Systems (StereoLithography interface, 1989).
 */
export function readStl(bytes: Uint8Array, fileName: string): IndexedTriangles {
  checkFileSize(fileName, bytes.length);
  const corners = isBinaryStl(bytes) ? readBinaryStl(bytes, fileName) : readAsciiStl(bytes, fileName);
  return mergeEqualPoints(corners);
}

/** Binary files may begin with "solid" too, but only a binary file has exactly the size that its count demands. */
function isBinaryStl(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER_BYTES + 4) return false;
  const declared = new DataView(bytes.buffer, bytes.byteOffset).getUint32(HEADER_BYTES, true);
  if (bytes.length === HEADER_BYTES + 4 + TRIANGLE_BYTES * declared) return true;
  return !startsWithSolid(bytes);
}

function startsWithSolid(bytes: Uint8Array): boolean {
  return /^\s*solid\b/i.test(new TextDecoder("latin1").decode(bytes.subarray(0, HEADER_BYTES)));
}

function readBinaryStl(bytes: Uint8Array, fileName: string): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const triangleCount = view.getUint32(HEADER_BYTES, true);
  const available = bytes.length - HEADER_BYTES - 4;
  if (triangleCount * TRIANGLE_BYTES > available) {
    const declared = `${triangleCount} triangles of 50 bytes`;
    throw errorArrayLargerThanFile(`${fileName}, byte ${HEADER_BYTES}`, declared, `${available} bytes`);
  }
  const corners = new Float64Array(9 * triangleCount);
  for (let triangle = 0; triangle < triangleCount; triangle++) {
    const at = HEADER_BYTES + 4 + TRIANGLE_BYTES * triangle + 12;
    for (let k = 0; k < 9; k++) corners[9 * triangle + k] = view.getFloat32(at + 4 * k, true);
  }
  checkPointsFinite(corners, (corner) => {
    const triangle = Math.floor(corner / 3);
    return `${fileName}, byte ${HEADER_BYTES + 4 + TRIANGLE_BYTES * triangle}, triangle ${triangle}`;
  });
  return corners;
}

function readAsciiStl(bytes: Uint8Array, fileName: string): Float64Array {
  if (!startsWithSolid(bytes)) {
    throw errorMalformed(`${fileName}, line 1`, "neither a binary header nor a name", '"solid" or a binary STL');
  }
  const cursor = createTextCursor(bytes, fileName);
  const coordinates: number[] = [];
  let isClosed = false;
  for (let word = nextWord(cursor); word !== undefined; word = nextWord(cursor)) {
    const keyword = word.toLowerCase();
    if (keyword === "solid" || keyword === "endsolid") {
      isClosed = keyword === "endsolid";
      readLine(cursor);
    } else if (keyword === "facet") readFacet(cursor, coordinates);
    else throw errorMalformed(whereOf(cursor), JSON.stringify(word.slice(0, 40)), '"facet" or "endsolid"');
  }
  if (!isClosed) throw errorTruncated(fileName, bytes.length, '"endsolid"', "nothing");
  const corners = Float64Array.from(coordinates);
  checkPointsFinite(corners, (corner) => `${fileName}, triangle ${Math.floor(corner / 3)}`);
  return corners;
}

function readFacet(cursor: TextCursor, coordinates: number[]): void {
  expectWords(cursor, ["normal"]);
  for (let axis = 0; axis < 3; axis++) readNumber(cursor, "a component of a normal");
  expectWords(cursor, ["outer", "loop"]);
  for (let corner = 0; corner < 3; corner++) {
    expectWords(cursor, ["vertex"]);
    for (let axis = 0; axis < 3; axis++) coordinates.push(readNumber(cursor, "a coordinate"));
  }
  expectWords(cursor, ["endloop", "endfacet"]);
}

function expectWords(cursor: TextCursor, words: readonly string[]): void {
  for (const expected of words) {
    const word = nextWord(cursor);
    if (word === undefined) throw errorTruncated(cursor.fileName, cursor.end, `"${expected}"`, "nothing");
    if (word.toLowerCase() !== expected) {
      throw errorMalformed(whereOf(cursor), JSON.stringify(word.slice(0, 40)), `"${expected}"`);
    }
  }
}
