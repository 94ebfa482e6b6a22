import { errorMalformed, errorUnsupported } from "../bytes/format-error.ts";
import {
  createScalars,
  decodeScalars,
  type NumericArray,
  SCALAR_BYTES,
  type ScalarType,
} from "../bytes/scalar-type.ts";
import { checkCount, createTextCursor, readNumbers, skipSpace, whereOf } from "../bytes/text-cursor.ts";
import { readPayload } from "./array-payload.ts";
import { lineAt, whereInXml, type XmlDocument, type XmlElement } from "./scan-xml.ts";

/** How all binary arrays of one file are stored. */
export interface ArrayEncoding {
  readonly littleEndian: boolean;
  readonly headerBytes: 4 | 8;
  readonly isCompressed: boolean;
  readonly appendedIsBase64: boolean;
}

const SCALAR_OF_VTK: Record<string, ScalarType> = {
  Int8: "int8",
  UInt8: "uint8",
  Int16: "int16",
  UInt16: "uint16",
  Int32: "int32",
  UInt32: "uint32",
  Int64: "int64",
  UInt64: "uint64",
  Float32: "float32",
  Float64: "float64",
};

/**
 * The values of one DataArray element in any of its three formats.
 *
 * @param valueCount  how many values the counts of the piece demand
 * @returns a typed array of the element's own type; 64-bit integers as exact doubles
 * @throws TributaryError with the byte where the array lies: truncated, malformed, other length than the piece demands
 */
export function readDataArray(
  document: XmlDocument,
  element: XmlElement,
  encoding: ArrayEncoding,
  valueCount: number,
): NumericArray {
  const name = element.attributes["Name"] ?? "points";
  const where = whereInXml(document, element.offset);
  const type = SCALAR_OF_VTK[element.attributes["type"] ?? ""];
  if (!type) {
    const supported = Object.keys(SCALAR_OF_VTK).join(", ");
    const found = `type "${element.attributes["type"] ?? ""}" of "${name}"`;
    throw errorUnsupported(where, found, supported, "Convert the array to a number type, or remove it.");
  }
  const format = element.attributes["format"] ?? "ascii";
  if (format === "ascii") return readAsciiValues(document, element, type, valueCount);
  const source = {
    fileName: document.fileName,
    bytes: document.bytes,
    ...locateBytes(document, element, format, encoding, where),
    isCompressed: encoding.isCompressed,
    littleEndian: encoding.littleEndian,
    headerBytes: encoding.headerBytes,
  };
  const bytes = readPayload(source, valueCount * SCALAR_BYTES[type], name);
  return decodeScalars(bytes, type, encoding.littleEndian, `${where}, array "${name}"`);
}

function locateBytes(
  document: XmlDocument,
  element: XmlElement,
  format: string,
  encoding: ArrayEncoding,
  where: string,
): { start: number; end: number; isBase64: boolean } {
  if (format === "binary") {
    let start = element.textStart;
    while (start < element.textEnd && document.bytes[start]! <= 0x20) start++;
    return { start, end: element.textEnd, isBase64: true };
  }
  if (format !== "appended") {
    throw errorUnsupported(where, `format "${format}"`, "ascii, binary, appended", "Export the file in one of these.");
  }
  const offset = Number(element.attributes["offset"]);
  if (document.appendedStart === undefined || !Number.isSafeInteger(offset) || offset < 0) {
    throw errorMalformed(where, `offset "${element.attributes["offset"] ?? ""}"`, "an offset into AppendedData");
  }
  const start = document.appendedStart + offset;
  return { start, end: document.bytes.length, isBase64: encoding.appendedIsBase64 };
}

function readAsciiValues(
  document: XmlDocument,
  element: XmlElement,
  type: ScalarType,
  valueCount: number,
): NumericArray {
  const name = element.attributes["Name"] ?? "points";
  const cursor = createTextCursor(document.bytes, document.fileName, {
    start: element.textStart,
    end: element.textEnd,
    line: lineAt(document, element.textStart),
  });
  checkCount(cursor, valueCount, `values of "${name}"`, 2);
  const values = createScalars(type, valueCount);
  readNumbers(values, cursor, `a value of "${name}"`);
  if (skipSpace(cursor)) throw errorMalformed(whereOf(cursor), `more values of "${name}"`, `${valueCount} values`);
  return values;
}
