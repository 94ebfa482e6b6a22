/**
 * IGB: values on a grid over time, behind a text header of 1024 bytes ("x:12 y:1 z:1 t:5 type:float
 * systeme:little_endian …"). For a mesh x is the number of nodes, y and z are 1.
 *
 * The keys are French, as in the program the format comes from. Source: openCARP user manual, file formats, and its
 * igb tools (keys from memory, unconfirmed beyond x, y, z, t, type, systeme, facteur, zero).
 */
import { TributaryError } from "@tributary/model";
import { createByteBuilder, formatNumber } from "../bytes/byte-builder.ts";
import {
  checkFileSize,
  errorArrayLargerThanFile,
  errorMalformed,
  errorTruncated,
  errorUnsupported,
} from "../bytes/format-error.ts";
import {
  decodeScalars,
  encodeScalars,
  type NumericArray,
  SCALAR_BYTES,
  type ScalarType,
} from "../bytes/scalar-type.ts";

const HEADER_BYTES = 1024;
const FORM_FEED = "\f";

const SCALAR_OF_IGB: Record<string, ScalarType> = {
  byte: "uint8",
  char: "int8",
  short: "int16",
  ushort: "uint16",
  int: "int32",
  uint: "uint32",
  long: "int32",
  float: "float32",
  double: "float64",
};

export interface IgbData {
  /** Values in one time step: x · y · z. */
  readonly nodeCount: number;
  readonly stepCount: number;
  /** stepCount · nodeCount, step after step; factor and offset of the header are applied. */
  readonly values: Float64Array;
  /** Time of the first step and between steps, ms; undefined where the header has neither or another unit. */
  readonly start_ms: number | undefined;
  readonly timeStep_ms: number | undefined;
}

export interface IgbWriteOptions {
  /** Default float, as openCARP writes. */
  readonly type?: "float" | "double";
  readonly littleEndian?: boolean;
}

/**
 * Reads an IGB file of one component.
 *
 * @throws TributaryError `format-unsupported` for vectors and complex numbers, `file-truncated`,
 *         `array-larger-than-file` before anything is allocated, `file-malformed`
 */
export function readIgb(bytes: Uint8Array, fileName: string): IgbData {
  checkFileSize(fileName, bytes.length);
  if (bytes.length < HEADER_BYTES) {
    throw errorTruncated(fileName, bytes.length, "a header of 1024 bytes", `${bytes.length} bytes`);
  }
  const header = parseHeader(bytes);
  const where = `${fileName}, header`;
  const [x, y, z, t] = (["x", "y", "z", "t"] as const).map((axis) => readDimension(header, axis, where));
  const nodeCount = x! * y! * z!;
  const typeName = header.get("type") ?? "";
  const type = SCALAR_OF_IGB[typeName];
  if (!type) {
    const supported = Object.keys(SCALAR_OF_IGB).join(", ");
    throw errorUnsupported(where, `type "${typeName}"`, supported, "Write the file with one number a node.");
  }
  const declared = nodeCount * t! * SCALAR_BYTES[type];
  const available = bytes.length - HEADER_BYTES;
  if (declared > available) throw errorArrayLargerThanFile(where, `${declared} bytes`, `${available} bytes`);
  const body = bytes.subarray(HEADER_BYTES, HEADER_BYTES + declared);
  const stored = decodeScalars(body, type, readByteOrder(header, where), `${fileName}, values`);
  const factor = readFactor(header, "facteur", 1, where);
  const zero = readFactor(header, "zero", 0, where);
  return { nodeCount, stepCount: t!, values: applyFactor(stored, factor, zero), ...readTimes(header, where) };
}

/** Writes values of one component; the header gives type, byte order, and the times where they are known. */
export function writeIgb(data: IgbData, options: IgbWriteOptions = {}): Uint8Array {
  const { type = "float", littleEndian = true } = options;
  if (data.values.length !== data.nodeCount * data.stepCount) {
    throw new TributaryError({
      code: "igb-data-inconsistent",
      what: "The values do not fit the nodes and steps they are written with.",
      where: "IGB values",
      why: `${data.values.length} values; needed ${data.nodeCount} nodes times ${data.stepCount} steps`,
      fix: "Give one value for each node and step.",
    });
  }
  const words = [`x:${data.nodeCount} y:1 z:1 t:${data.stepCount}`, `type:${type}`];
  words.push(`systeme:${littleEndian ? "little_endian" : "big_endian"}`);
  if (data.start_ms !== undefined) words.push(`org_t:${formatNumber(data.start_ms)}`);
  if (data.timeStep_ms !== undefined) words.push(`inc_t:${formatNumber(data.timeStep_ms)}`);
  words.push("unites_t:ms facteur:1 zero:0");
  const text = `${words.join(" ")}\r\n`;
  const file = createByteBuilder();
  file.addText(text.padEnd(HEADER_BYTES - 1, " ") + FORM_FEED);
  const values: NumericArray = type === "float" ? Float32Array.from(data.values) : data.values;
  file.addBytes(encodeScalars(values, littleEndian));
  return file.finish();
}

function parseHeader(bytes: Uint8Array): Map<string, string> {
  const text = new TextDecoder("latin1").decode(bytes.subarray(0, HEADER_BYTES));
  const end = text.search(/[\f\0]/);
  const lines = text.slice(0, end < 0 ? undefined : end).split(/\r?\n/);
  const words = lines.filter((line) => !line.startsWith("#")).flatMap((line) => line.split(/\s+/));
  return new Map(
    words.flatMap((word) => {
      const colon = word.indexOf(":");
      return colon > 0 ? [[word.slice(0, colon), word.slice(colon + 1)] as const] : [];
    }),
  );
}

function readDimension(header: Map<string, string>, axis: "x" | "y" | "z" | "t", where: string): number {
  // Only x must be there; a file without the others is one line, one step.
  const text = header.get(axis) ?? (axis === "x" ? "" : "1");
  const size = text === "" ? Number.NaN : Number(text);
  if (Number.isInteger(size) && size >= 0 && size <= 0xffff_ffff) return size;
  throw errorMalformed(where, `${axis}:${text.slice(0, 40)}`, `${axis} as a count`);
}

function readByteOrder(header: Map<string, string>, where: string): boolean {
  const order = header.get("systeme") ?? "little_endian";
  if (order === "little_endian" || order === "big_endian") return order === "little_endian";
  throw errorMalformed(where, `systeme:${order.slice(0, 40)}`, "little_endian or big_endian");
}

function readFactor(header: Map<string, string>, key: string, fallback: number, where: string): number {
  const text = header.get(key);
  const value = text === undefined ? fallback : Number(text);
  if (text !== "" && Number.isFinite(value)) return value;
  throw errorMalformed(where, `${key}:${text?.slice(0, 40)}`, "a number");
}

function readTimes(
  header: Map<string, string>,
  where: string,
): { start_ms: number | undefined; timeStep_ms: number | undefined } {
  const unit = header.get("unites_t") ?? "ms";
  if (unit !== "ms") return { start_ms: undefined, timeStep_ms: undefined };
  const read = (key: string): number | undefined => (header.has(key) ? readFactor(header, key, 0, where) : undefined);
  return { start_ms: read("org_t"), timeStep_ms: read("inc_t") };
}

function applyFactor(stored: NumericArray, factor: number, zero: number): Float64Array {
  if (factor === 1 && zero === 0) return Float64Array.from(stored);
  return Float64Array.from(stored, (value) => value * factor + zero);
}
