/** A place in a text file, kept as bytes: words and numbers one after the other, with the line for error messages. */
import { TributaryError } from "@tributary/model";
import { errorArrayLargerThanFile, errorMalformed, errorTruncated } from "./format-error.ts";
import { parseNumber } from "./parse-number.ts";

export interface TextCursor {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** First byte that is not part of the text. */
  readonly end: number;
  /** From this byte to the end of the line is a comment; undefined where the format has none. */
  readonly commentByte: number | undefined;
  position: number;
  /** One-based line of `position`. */
  line: number;
}

const NEWLINE = 0x0a;
const SPACE = 0x20;
/** Longer words and lines are cut for reading: no keyword, name or header line needs more. */
const MAX_WORD_BYTES = 4096;
const MAX_LINE_BYTES = 1 << 20;
const decoder = new TextDecoder("utf-8");

export function createTextCursor(
  bytes: Uint8Array,
  fileName: string,
  options: { start?: number; end?: number; line?: number; commentByte?: number } = {},
): TextCursor {
  const { start = 0, end = bytes.length, line = 1, commentByte } = options;
  return { fileName, bytes, end, commentByte, position: start, line };
}

export function whereOf(cursor: TextCursor): string {
  return `${cursor.fileName}, line ${cursor.line}`;
}

/** Moves to the next word; false at the end of the text. */
export function skipSpace(cursor: TextCursor): boolean {
  const { bytes, end, commentByte } = cursor;
  let at = cursor.position;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte === commentByte) {
      const lineEnd = bytes.indexOf(NEWLINE, at);
      at = lineEnd < 0 || lineEnd > end ? end : lineEnd;
      continue;
    }
    if (byte > SPACE) break;
    if (byte === NEWLINE) cursor.line++;
    at++;
  }
  cursor.position = at;
  return at < end;
}

/** Moves past blanks of this line; false where the line (or the text) ends. */
export function skipBlanks(cursor: TextCursor): boolean {
  const { bytes, end, commentByte } = cursor;
  let at = cursor.position;
  while (at < end && bytes[at]! <= SPACE && bytes[at] !== NEWLINE) at++;
  cursor.position = at;
  return at < end && bytes[at] !== NEWLINE && bytes[at] !== commentByte;
}

/** The next word, or undefined at the end of the text. */
export function nextWord(cursor: TextCursor): string | undefined {
  if (!skipSpace(cursor)) return undefined;
  const start = cursor.position;
  cursor.position = wordEnd(cursor);
  return decoder.decode(cursor.bytes.subarray(start, Math.min(cursor.position, start + MAX_WORD_BYTES)));
}

/** The next word; an error at the end of the text. */
export function readWord(cursor: TextCursor, expected: string): string {
  const word = nextWord(cursor);
  if (word === undefined) throw errorTruncated(cursor.fileName, cursor.end, expected, "nothing");
  return word;
}

/** The rest of the current line without its end; the cursor stands at the next line. */
export function readLine(cursor: TextCursor): string | undefined {
  if (cursor.position >= cursor.end) return undefined;
  const found = cursor.bytes.indexOf(NEWLINE, cursor.position);
  const lineEnd = found < 0 || found > cursor.end ? cursor.end : found;
  const shownEnd = Math.min(lineEnd, cursor.position + MAX_LINE_BYTES);
  const text = decoder.decode(cursor.bytes.subarray(cursor.position, shownEnd));
  cursor.position = Math.min(lineEnd + 1, cursor.end);
  if (found >= 0 && found < cursor.end) cursor.line++;
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}

/** The next word as a number; NaN and infinities are let through. */
export function readNumber(cursor: TextCursor, expected: string): number {
  if (!skipSpace(cursor)) throw errorTruncated(cursor.fileName, cursor.end, expected, "nothing");
  const start = cursor.position;
  const stop = wordEnd(cursor);
  const value = parseNumber(cursor.bytes, start, stop);
  if (value === undefined) {
    const text = decoder.decode(cursor.bytes.subarray(start, Math.min(stop, start + 40)));
    throw errorMalformed(whereOf(cursor), JSON.stringify(text), expected);
  }
  cursor.position = stop;
  return value;
}

/** The next word as an integer of [lowest, highest]. */
export function readInteger(cursor: TextCursor, expected: string, lowest: number, highest: number): number {
  const value = readNumber(cursor, expected);
  if (Number.isInteger(value) && value >= lowest && value <= highest) return value;
  throw new TributaryError({
    code: "file-malformed",
    what: "The file does not follow its format.",
    where: whereOf(cursor),
    why: `found ${value}; expected ${expected}, an integer from ${lowest} to ${highest}`,
    fix: "Check that the file has the format its name says, and export it again.",
  });
}

/**
 * The next word as a count of records that are still to come in this file. Refused before anything is allocated when
 * the rest of the file cannot hold them.
 *
 * @param bytesEach  the fewest bytes that one record can take
 */
export function readCount(cursor: TextCursor, expected: string, bytesEach: number): number {
  const count = readInteger(cursor, expected, 0, 0xffff_ffff);
  checkCount(cursor, count, expected, bytesEach);
  return count;
}

export function checkCount(cursor: TextCursor, count: number, expected: string, bytesEach: number): void {
  const available = cursor.end - cursor.position;
  // The last record may lack its line end.
  if (count * bytesEach <= available + 1) return;
  throw errorArrayLargerThanFile(
    whereOf(cursor),
    `${count} (${expected}, at least ${count * bytesEach} bytes)`,
    `${available} bytes`,
  );
}

/** Fills `out` with the next numbers of the text. */
export function readNumbers(out: { [index: number]: number; length: number }, cursor: TextCursor, what: string): void {
  for (let i = 0; i < out.length; i++) out[i] = readNumber(cursor, what);
}

function wordEnd(cursor: TextCursor): number {
  const { bytes, end } = cursor;
  let at = cursor.position;
  while (at < end && bytes[at]! > SPACE) at++;
  return at;
}
