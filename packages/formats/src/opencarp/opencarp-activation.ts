/**
 * Activation times in and out, one value a node, so that maps of openCARP and of this program can be differenced.
 *
 * openCARP writes -1 for a node that was never activated (from memory, unconfirmed); here that is Infinity.
 */
import { addNumberLines, createByteBuilder } from "../bytes/byte-builder.ts";
import { checkFileSize, errorMalformed } from "../bytes/format-error.ts";
import { createTextCursor, readNumber, skipSpace, whereOf } from "../bytes/text-cursor.ts";

const NOT_ACTIVATED = -1;

/**
 * Reads a .dat file: one number a line, no header.
 *
 * @param valueCount  how many are expected, where that is known
 * @throws TributaryError `file-malformed` for a word that is no number, or another count
 */
export function readDat(bytes: Uint8Array, fileName: string, valueCount?: number): Float64Array {
  checkFileSize(fileName, bytes.length);
  const cursor = createTextCursor(bytes, fileName);
  const values: number[] = [];
  while (skipSpace(cursor)) values.push(readNumber(cursor, "a number"));
  if (valueCount !== undefined && values.length !== valueCount) {
    throw errorMalformed(whereOf(cursor), `${values.length} values`, `${valueCount}, one for each node`);
  }
  return Float64Array.from(values);
}

export function writeDat(values: Float64Array): Uint8Array {
  const file = createByteBuilder();
  addNumberLines(file, values, 1);
  return file.finish();
}

/** Activation times of a .dat file, ms; Infinity where the file says not activated (any negative number). */
export function readActivationDat(bytes: Uint8Array, fileName: string, nodeCount?: number): Float64Array {
  return readDat(bytes, fileName, nodeCount).map((time_ms) => (time_ms < 0 ? Number.POSITIVE_INFINITY : time_ms));
}

/** A .dat file of activation times, ms; -1 where the node was not reached. */
export function writeActivationDat(times_ms: ArrayLike<number>): Uint8Array {
  return writeDat(Float64Array.from(times_ms, (time_ms) => (Number.isFinite(time_ms) ? time_ms : NOT_ACTIVATED)));
}
