/** The number types of binary files, and typed arrays made from their bytes. */
import { TributaryError } from "@tributary/model";

export const SCALAR_BYTES = {
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  uint64: 8,
  float32: 4,
  float64: 8,
} as const;
export type ScalarType = keyof typeof SCALAR_BYTES;

export type NumericArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

const HOST_IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** An array of `length` zeros that holds values of `type`; 64-bit integers are kept as Float64Array, exact to 2^53. */
export function createScalars(type: ScalarType, length: number): NumericArray {
  switch (type) {
    case "int8":
      return new Int8Array(length);
    case "uint8":
      return new Uint8Array(length);
    case "int16":
      return new Int16Array(length);
    case "uint16":
      return new Uint16Array(length);
    case "int32":
      return new Int32Array(length);
    case "uint32":
      return new Uint32Array(length);
    case "float32":
      return new Float32Array(length);
    case "int64":
    case "uint64":
    case "float64":
      return new Float64Array(length);
  }
}

export function scalarTypeOf(values: NumericArray): ScalarType {
  if (values instanceof Int8Array) return "int8";
  if (values instanceof Uint8Array) return "uint8";
  if (values instanceof Int16Array) return "int16";
  if (values instanceof Uint16Array) return "uint16";
  if (values instanceof Int32Array) return "int32";
  if (values instanceof Uint32Array) return "uint32";
  if (values instanceof Float32Array) return "float32";
  return "float64";
}

/**
 * Values of `type` from bytes that hold a whole number of them; the bytes are copied, never viewed.
 *
 * @param where  named in the error when a 64-bit integer is beyond 2^53, where no double holds it exactly
 */
export function decodeScalars(bytes: Uint8Array, type: ScalarType, littleEndian: boolean, where: string): NumericArray {
  // Not bytes.slice(): of a Node Buffer that is a view of the whole file.
  const copy = new Uint8Array(bytes);
  if (littleEndian !== HOST_IS_LITTLE_ENDIAN) swapBytes(copy, SCALAR_BYTES[type]);
  const { buffer } = copy;
  switch (type) {
    case "int8":
      return new Int8Array(buffer);
    case "uint8":
      return copy;
    case "int16":
      return new Int16Array(buffer);
    case "uint16":
      return new Uint16Array(buffer);
    case "int32":
      return new Int32Array(buffer);
    case "uint32":
      return new Uint32Array(buffer);
    case "float32":
      return new Float32Array(buffer);
    case "float64":
      return new Float64Array(buffer);
    case "int64":
      return doublesFromIntegers(new Uint32Array(buffer), new Int32Array(buffer), where);
    case "uint64":
      return doublesFromIntegers(new Uint32Array(buffer), new Uint32Array(buffer), where);
  }
}

/** The bytes of `values` in the given byte order. */
export function encodeScalars(values: NumericArray, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
  if (littleEndian !== HOST_IS_LITTLE_ENDIAN) swapBytes(bytes, values.BYTES_PER_ELEMENT);
  return bytes;
}

function doublesFromIntegers(low: Uint32Array, high: Int32Array | Uint32Array, where: string): Float64Array {
  const values = new Float64Array(low.length / 2);
  const lowAt = HOST_IS_LITTLE_ENDIAN ? 0 : 1;
  for (let i = 0; i < values.length; i++) {
    values[i] = high[2 * i + 1 - lowAt]! * 4294967296 + low[2 * i + lowAt]!;
    if (Number.isSafeInteger(values[i])) continue;
    throw new TributaryError({
      code: "integer-too-large",
      what: "A 64-bit integer is too large to be kept exactly.",
      where: `${where}, value ${i}`,
      why: `${values[i]}; integers up to ±9007199254740991 (2^53 - 1) are exact`,
      fix: "Write the array with a smaller integer type or as Float64.",
    });
  }
  return values;
}

function swapBytes(bytes: Uint8Array, width: number): void {
  for (let at = 0; at + width <= bytes.length; at += width) {
    for (let low = at, high = at + width - 1; low < high; low++, high--) {
      const kept = bytes[low]!;
      bytes[low] = bytes[high]!;
      bytes[high] = kept;
    }
  }
}
