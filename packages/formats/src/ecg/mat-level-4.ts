import { errorArrayLargerThanFile, errorMalformed, errorTruncated, errorUnsupported } from "../bytes/format-error.ts";
import { decodeScalars, type NumericArray, SCALAR_BYTES, type ScalarType } from "../bytes/scalar-type.ts";

/** A matrix of a MATLAB file, column by column. */
export interface MatMatrix {
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly values: NumericArray;
}

const HEADER_BYTES = 20;
const LONGEST_NAME = 63;
/** By the tens of the type code. */
const VALUE_TYPES: readonly ScalarType[] = ["float64", "float32", "int32", "int16", "uint16", "uint8"];

/**
 * Reads the first matrix of a MATLAB level 4 file: five integers (type, rows, columns, imaginary part, length of the
 * name), the name, the values.
 *
 * The type is MOPT in decimal: M byte order (0 little, 1 big), O zero, P type of the values, T zero for a full matrix.
 *
 * @throws TributaryError `file-truncated`, `file-malformed`, `array-larger-than-file`; `format-unsupported` for level 5
 *         and later, and for text, sparse or complex matrices
 * Source: The MathWorks, MAT-File Format, level 4 (from memory).
 */
export function readMatLevel4(bytes: Uint8Array, fileName: string): MatMatrix {
  const fix = "Save it with -v4, or as CSV.";
  if (startsWith(bytes, "MATLAB ") || startsWith(bytes, "\u0089HDF")) {
    throw errorUnsupported(fileName, "a MATLAB file of level 5 or later", "level 4", fix);
  }
  if (bytes.length < HEADER_BYTES) {
    throw errorTruncated(fileName, 0, `${HEADER_BYTES} bytes of header`, `${bytes.length} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const littleEndian = view.getUint32(0, true) < 1000;
  const [type, rowCount, columnCount, imaginary, nameLength] = Array.from({ length: 5 }, (_, i) =>
    view.getUint32(4 * i, littleEndian),
  ) as [number, number, number, number, number];
  const valueType = VALUE_TYPES[Math.floor(type / 10) % 10];
  if (type >= 2000 || !valueType) throw errorMalformed(`${fileName}, byte 0`, `type ${type}`, "a level 4 type code");
  if (type % 10 !== 0 || imaginary !== 0) {
    throw errorUnsupported(fileName, "a text, sparse or complex matrix", "full real matrices", fix);
  }
  if (nameLength < 1 || nameLength > LONGEST_NAME + 1) {
    throw errorMalformed(`${fileName}, byte 16`, `a name of ${nameLength} bytes`, `1 to ${LONGEST_NAME + 1}`);
  }
  const start = HEADER_BYTES + nameLength;
  const needed = rowCount * columnCount * SCALAR_BYTES[valueType];
  if (needed > bytes.length - start) {
    throw errorArrayLargerThanFile(
      fileName,
      `${rowCount} rows of ${columnCount} values (${needed} bytes)`,
      `${Math.max(0, bytes.length - start)} bytes`,
    );
  }
  const values = decodeScalars(bytes.subarray(start, start + needed), valueType, littleEndian, fileName);
  return { name: textOf(bytes.subarray(HEADER_BYTES, start - 1)), rowCount, columnCount, values };
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, i) => bytes[i] === character.charCodeAt(0));
}

function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
