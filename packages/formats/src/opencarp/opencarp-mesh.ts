/**
 * The mesh of openCARP: points (.pts), tagged elements (.elem), fiber directions (.lon) and vertex lists (.vtx), all
 * text. By convention points are in micrometers; nothing in the file says so.
 *
 * Source: openCARP user manual, file formats (the mesh files are those of the older CARP program).
 */
import { type LengthUnit, TributaryError } from "@tributary/model";
import { addNumberLines, createByteBuilder } from "../bytes/byte-builder.ts";
import {
  checkFileSize,
  checkIndices,
  checkPointsFinite,
  errorMalformed,
  errorUnsupported,
} from "../bytes/format-error.ts";
import {
  createTextCursor,
  readCount,
  readInteger,
  readNumber,
  readNumbers,
  readWord,
  skipBlanks,
  skipSpace,
  type TextCursor,
  whereOf,
} from "../bytes/text-cursor.ts";
import { lengthsFromMillimeters, millimetersFrom } from "../length-unit/scale-lengths.ts";

/** The unit that openCARP takes every .pts file to be in. */
export const OPENCARP_LENGTH_UNIT: LengthUnit = "um";

export interface OpencarpElements {
  /** 4 · elementCount node indices, in the order of the file. */
  readonly tetrahedra: Uint32Array;
  /** Region tag of each element; 0 where the file has none. */
  readonly tags: Int32Array;
}

export interface OpencarpFibers {
  /** 3 · elementCount, as in the file: unit vectors, or zero where there is no fiber. */
  readonly fiber: Float64Array;
  /** Second direction, in the sheet; undefined where the file has one direction. */
  readonly sheet: Float64Array | undefined;
}

const OTHER_ELEMENTS: Record<string, string> = {
  Ln: "line",
  cH: "connection",
  Tr: "triangle",
  Qd: "quadrilateral",
  Py: "pyramid",
  Pr: "prism",
  Hx: "hexahedron",
  Oc: "octahedron",
};

/**
 * Reads a .pts file: a count, then x y z a line.
 *
 * @param unit  of the file; micrometers unless the writer broke the convention
 * @returns points in mm
 * @throws TributaryError `array-larger-than-file`, `file-malformed`, `points-not-finite`, with the line
 */
export function readPts(bytes: Uint8Array, fileName: string, unit: LengthUnit = OPENCARP_LENGTH_UNIT): Float64Array {
  const cursor = openText(bytes, fileName);
  const pointCount = readCount(cursor, "points", 6);
  const points = new Float64Array(3 * pointCount);
  readNumbers(points, cursor, "a coordinate");
  checkPointsFinite(points, (point) => `${fileName}, line ${point + 2}`);
  expectEnd(cursor, `${pointCount} points`);
  return millimetersFrom(points, unit);
}

export function writePts(points_mm: Float64Array, unit: LengthUnit = OPENCARP_LENGTH_UNIT): Uint8Array {
  const file = createByteBuilder();
  file.addText(`${points_mm.length / 3}\n`);
  addNumberLines(file, lengthsFromMillimeters(points_mm, unit), 3);
  return file.finish();
}

/**
 * Reads a .elem file: a count, then "Tt a b c d [tag]" a line. Only tetrahedra are taken; any other element is refused
 * by its name, because dropping it would open holes in the muscle.
 *
 * @param pointCount  of the .pts file that belongs to it
 * @throws TributaryError `format-unsupported` for another element, `index-out-of-range`, `array-larger-than-file`,
 *         `file-malformed`, with the line
 */
export function readElem(bytes: Uint8Array, fileName: string, pointCount: number): OpencarpElements {
  const cursor = openText(bytes, fileName);
  const elementCount = readCount(cursor, "elements", 10);
  const tetrahedra = new Uint32Array(4 * elementCount);
  const tags = new Int32Array(elementCount);
  for (let element = 0; element < elementCount; element++) {
    readTetrahedronKeyword(cursor);
    for (let k = 0; k < 4; k++) {
      tetrahedra[4 * element + k] = readInteger(cursor, "a node index", 0, 0xffff_fffe);
    }
    if (skipBlanks(cursor)) tags[element] = readInteger(cursor, "a region tag", -(2 ** 31), 2 ** 31 - 1);
  }
  checkIndices(tetrahedra, pointCount, (entry) => `${fileName}, line ${Math.floor(entry / 4) + 2}`);
  expectEnd(cursor, `${elementCount} elements`);
  return { tetrahedra, tags };
}

export function writeElem(elements: OpencarpElements): Uint8Array {
  const { tetrahedra, tags } = elements;
  const file = createByteBuilder();
  file.addText(`${tags.length}\n`);
  let lines: string[] = [];
  for (let element = 0; element < tags.length; element++) {
    lines.push(`Tt ${tetrahedra.subarray(4 * element, 4 * element + 4).join(" ")} ${tags[element]}\n`);
    if (lines.length < 4096 && element < tags.length - 1) continue;
    file.addText(lines.join(""));
    lines = [];
  }
  return file.finish();
}

/**
 * Reads a .lon file: 1 or 2 directions, then 3 or 6 numbers for each element.
 *
 * @param elementCount  of the .elem file that belongs to it
 * @throws TributaryError `fibers-not-matching` where the file has another number of elements, `file-malformed`
 */
export function readLon(bytes: Uint8Array, fileName: string, elementCount: number): OpencarpFibers {
  const cursor = openText(bytes, fileName);
  const directionCount = readInteger(cursor, "the number of directions", 1, 2);
  const fiber = new Float64Array(3 * elementCount);
  const sheet = directionCount === 2 ? new Float64Array(3 * elementCount) : undefined;
  let element = 0;
  for (; element < elementCount && skipSpace(cursor); element++) {
    readDirection(fiber, element, cursor);
    if (sheet) readDirection(sheet, element, cursor);
  }
  let extra = 0;
  while (skipSpace(cursor)) {
    readNumber(cursor, "a component of a direction");
    extra++;
  }
  const found = element + extra / (3 * directionCount);
  if (found !== elementCount) throw errorFibersNotMatching(fileName, found, elementCount);
  return { fiber, sheet };
}

export function writeLon(fibers: OpencarpFibers): Uint8Array {
  const { fiber, sheet } = fibers;
  const file = createByteBuilder();
  file.addText(sheet ? "2\n" : "1\n");
  if (!sheet) addNumberLines(file, fiber, 3);
  else {
    const both = new Float64Array(2 * fiber.length);
    for (let at = 0; at < fiber.length; at += 3) {
      both.set(fiber.subarray(at, at + 3), 2 * at);
      both.set(sheet.subarray(at, at + 3), 2 * at + 3);
    }
    addNumberLines(file, both, 6);
  }
  return file.finish();
}

export interface OpencarpVertices {
  readonly nodes: Uint32Array;
  /** The grid the indices belong to: "intra" (the muscle) or "extra" (with bath). */
  readonly domain: "intra" | "extra";
}

/** Reads a .vtx file: a count, the domain, then node indices. */
export function readVtx(bytes: Uint8Array, fileName: string, pointCount: number): OpencarpVertices {
  const cursor = openText(bytes, fileName);
  const count = readCount(cursor, "vertices", 2);
  const domain = readWord(cursor, 'the domain, "intra" or "extra"');
  if (domain !== "intra" && domain !== "extra") {
    throw errorMalformed(whereOf(cursor), JSON.stringify(domain.slice(0, 40)), '"intra" or "extra"');
  }
  const nodes = new Uint32Array(count);
  for (let i = 0; i < count; i++) nodes[i] = readInteger(cursor, "a node index", 0, 0xffff_fffe);
  checkIndices(nodes, pointCount, (entry) => `${fileName}, line ${entry + 3}`);
  expectEnd(cursor, `${count} vertices`);
  return { nodes, domain };
}

export function writeVtx(vertices: OpencarpVertices): Uint8Array {
  const file = createByteBuilder();
  file.addText(`${vertices.nodes.length}\n${vertices.domain}\n`);
  addNumberLines(file, vertices.nodes, 1);
  return file.finish();
}

function openText(bytes: Uint8Array, fileName: string): TextCursor {
  checkFileSize(fileName, bytes.length);
  return createTextCursor(bytes, fileName, { commentByte: 0x23 });
}

function readTetrahedronKeyword(cursor: TextCursor): void {
  const keyword = readWord(cursor, "an element");
  if (keyword === "Tt") return;
  const other = OTHER_ELEMENTS[keyword];
  if (other) {
    const fix = "Convert the mesh to tetrahedra only, for example with meshtool.";
    throw errorUnsupported(whereOf(cursor), `element ${keyword} (${other})`, "Tt (tetrahedron)", fix);
  }
  throw errorMalformed(whereOf(cursor), `element ${JSON.stringify(keyword.slice(0, 40))}`, "Tt (tetrahedron)");
}

function readDirection(out: Float64Array, element: number, cursor: TextCursor): void {
  for (let axis = 0; axis < 3; axis++) {
    const component = readNumber(cursor, "a component of a direction");
    if (!Number.isFinite(component)) throw errorMalformed(whereOf(cursor), String(component), "a finite component");
    out[3 * element + axis] = component;
  }
}

function expectEnd(cursor: TextCursor, counted: string): void {
  if (!skipSpace(cursor)) return;
  throw errorMalformed(whereOf(cursor), "more content", `the end of the file after ${counted}`);
}

function errorFibersNotMatching(fileName: string, found: number, elementCount: number): TributaryError {
  return new TributaryError({
    code: "fibers-not-matching",
    what: "The fiber file belongs to another mesh.",
    where: fileName,
    why: `directions for ${found} elements; the mesh has ${elementCount}`,
    fix: "Give the .lon file that was written with this .elem file, or none to have fibers computed.",
  });
}
