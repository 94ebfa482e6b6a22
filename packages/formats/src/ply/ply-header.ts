import { errorMalformed, errorUnsupported } from "../bytes/format-error.ts";
import type { ScalarType } from "../bytes/scalar-type.ts";
import { createTextCursor, readLine, type TextCursor, whereOf } from "../bytes/text-cursor.ts";

export interface PlyProperty {
  readonly name: string;
  readonly type: ScalarType;
  /** Type of the length before a list; undefined for a single value. */
  readonly countType: ScalarType | undefined;
}

export interface PlyElement {
  readonly name: string;
  readonly count: number;
  readonly properties: PlyProperty[];
}

export interface PlyHeader {
  readonly format: "ascii" | "binary_little_endian" | "binary_big_endian";
  readonly elements: readonly PlyElement[];
}

const SCALAR_OF_PLY: Record<string, ScalarType> = {
  char: "int8",
  int8: "int8",
  uchar: "uint8",
  uint8: "uint8",
  short: "int16",
  int16: "int16",
  ushort: "uint16",
  uint16: "uint16",
  int: "int32",
  int32: "int32",
  uint: "uint32",
  uint32: "uint32",
  float: "float32",
  float32: "float32",
  double: "float64",
  float64: "float64",
};

const MAX_HEADER_LINES = 10_000;

/** The header up to end_header; the cursor then stands at the first byte of the values. */
export function readPlyHeader(bytes: Uint8Array, fileName: string): { header: PlyHeader; cursor: TextCursor } {
  const cursor = createTextCursor(bytes, fileName);
  const first = readLine(cursor);
  if (first?.trim() !== "ply") {
    throw errorMalformed(`${fileName}, line 1`, JSON.stringify((first ?? "").slice(0, 40)), '"ply"');
  }
  let format: PlyHeader["format"] | undefined;
  const elements: PlyElement[] = [];
  for (let count = 0; count < MAX_HEADER_LINES; count++) {
    const where = whereOf(cursor);
    const line = readLine(cursor);
    if (line === undefined) break;
    const words = line.trim().split(/\s+/);
    switch (words[0]) {
      case "end_header":
        if (!format) throw errorMalformed(where, "a header without format", '"format ascii 1.0" or binary');
        return { header: { format, elements }, cursor };
      case "format":
        format = readFormat(words[1] ?? "", where);
        break;
      case "element":
        elements.push({ name: words[1] ?? "", count: readElementCount(words, where), properties: [] });
        break;
      case "property":
        addProperty(elements, words, where);
        break;
      case "comment":
      case "obj_info":
      case "":
        break;
      default:
        throw errorMalformed(where, JSON.stringify(line.slice(0, 40)), "element, property, comment or end_header");
    }
  }
  throw errorMalformed(whereOf(cursor), "no end_header", '"end_header"');
}

function readFormat(word: string, where: string): PlyHeader["format"] {
  if (word === "ascii" || word === "binary_little_endian" || word === "binary_big_endian") return word;
  const fix = "Write the file as ascii or binary PLY 1.0.";
  throw errorUnsupported(where, `format ${word}`, "ascii, binary_little_endian, binary_big_endian", fix);
}

function readElementCount(words: readonly string[], where: string): number {
  const count = Number(words[2]);
  if (words.length === 3 && Number.isInteger(count) && count >= 0 && count <= 0xffff_ffff) return count;
  throw errorMalformed(where, JSON.stringify(words.join(" ").slice(0, 40)), '"element name count"');
}

function addProperty(elements: readonly PlyElement[], words: readonly string[], where: string): void {
  const element = elements.at(-1);
  const isList = words[1] === "list";
  const [countName, typeName, name] = isList ? words.slice(2) : [undefined, words[1], words[2]];
  const type = SCALAR_OF_PLY[typeName ?? ""];
  const countType = isList ? SCALAR_OF_PLY[countName ?? ""] : undefined;
  if (!element || !type || name === undefined || (isList && !countType)) {
    throw errorMalformed(where, JSON.stringify(words.join(" ").slice(0, 60)), '"property type name" after an element');
  }
  element.properties.push({ name, type, countType });
}
