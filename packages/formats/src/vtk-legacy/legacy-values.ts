/** Values of VTK legacy files: words in ascii files, big-endian bytes in binary ones. */
import { errorArrayLargerThanFile, errorMalformed, errorUnsupported } from "../bytes/format-error.ts";
import {
  createScalars,
  decodeScalars,
  type NumericArray,
  SCALAR_BYTES,
  type ScalarType,
} from "../bytes/scalar-type.ts";
import { checkCount, nextWord, readNumbers, readWord, type TextCursor, whereOf } from "../bytes/text-cursor.ts";

export interface LegacyReading {
  readonly cursor: TextCursor;
  readonly isBinary: boolean;
  /** From version 5 cells are stored as offsets and connectivity. */
  readonly majorVersion: number;
}

const SCALAR_OF_LEGACY: Record<string, ScalarType> = {
  char: "int8",
  signed_char: "int8",
  unsigned_char: "uint8",
  short: "int16",
  unsigned_short: "uint16",
  int: "int32",
  unsigned_int: "uint32",
  // A C long is 8 bytes on the systems that write these files today; 32-bit and Windows programs wrote 4.
  long: "int64",
  unsigned_long: "uint64",
  vtktypeint64: "int64",
  vtktypeuint64: "uint64",
  vtkidtype: "int32",
  float: "float32",
  double: "float64",
};

/** The place in words: the line of an ascii file, the byte of a binary one. */
export function whereInLegacy({ cursor, isBinary }: LegacyReading): string {
  return isBinary ? `${cursor.fileName}, byte ${cursor.position}` : whereOf(cursor);
}

export function readTypeName(reading: LegacyReading, name: string): ScalarType | "bit" {
  const word = readWord(reading.cursor, `the type of "${name}"`);
  const key = word.toLowerCase();
  const type = key === "bit" ? "bit" : SCALAR_OF_LEGACY[key];
  if (type) return type;
  const supported = `bit, ${Object.keys(SCALAR_OF_LEGACY).join(", ")}`;
  const fix = "Convert the array to a number type, or remove it.";
  throw errorUnsupported(whereInLegacy(reading), `type "${word}" of "${name}"`, supported, fix);
}

/** Moves past the end of a header line; binary values begin with the very next byte. */
export function finishLine({ cursor }: LegacyReading): void {
  const lineEnd = cursor.bytes.indexOf(0x0a, cursor.position);
  cursor.position = lineEnd < 0 ? cursor.end : lineEnd + 1;
  cursor.line++;
}

/**
 * The next `count` values; the cursor stands behind the header words, in the same line.
 *
 * @throws TributaryError `array-larger-than-file` before anything is allocated, `file-malformed` for a word that is no number
 */
export function readValues(
  reading: LegacyReading,
  type: ScalarType | "bit",
  count: number,
  name: string,
): NumericArray {
  const { cursor, isBinary } = reading;
  if (isBinary) {
    finishLine(reading);
    return type === "bit" ? readBits(reading, count, name) : readBinary(reading, type, count, name);
  }
  checkCount(cursor, count, `values of "${name}"`, 2);
  const values = createScalars(type === "bit" ? "uint8" : type, count);
  readNumbers(values, cursor, `a value of "${name}"`);
  return values;
}

function readBinary(reading: LegacyReading, type: ScalarType, count: number, name: string): NumericArray {
  const where = `${whereInLegacy(reading)}, array "${name}"`;
  return decodeScalars(takeBytes(reading, count * SCALAR_BYTES[type], name), type, false, where);
}

function readBits(reading: LegacyReading, count: number, name: string): Uint8Array {
  const packed = takeBytes(reading, Math.ceil(count / 8), name);
  return Uint8Array.from({ length: count }, (_, bit) => (packed[bit >> 3]! >> (7 - (bit & 7))) & 1);
}

function takeBytes(reading: LegacyReading, byteCount: number, name: string): Uint8Array {
  const { cursor } = reading;
  const available = cursor.end - cursor.position;
  if (byteCount > available) {
    throw errorArrayLargerThanFile(`${whereInLegacy(reading)}, "${name}"`, `${byteCount} bytes`, `${available} bytes`);
  }
  const bytes = cursor.bytes.subarray(cursor.position, cursor.position + byteCount);
  cursor.position += byteCount;
  return bytes;
}

/** Refuses any other word than `keyword`, in any case of letters. */
export function expectKeyword(reading: LegacyReading, keyword: string): void {
  const word = nextWord(reading.cursor);
  if (word?.toUpperCase() === keyword) return;
  throw errorMalformed(whereInLegacy(reading), word === undefined ? "the end of the file" : `"${word}"`, keyword);
}

/** Names are stored with blanks and signs as %20 and the like; a name that is no such code stands as it is. */
export function decodeName(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
