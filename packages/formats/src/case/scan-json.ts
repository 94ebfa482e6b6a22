/**
 * Where things stand in a JSON text: the line of every key, and line and column of the first fault. JSON.parse tells
 * neither on every engine, and takes the last of two equal keys without a word.
 */
import { TributaryError } from "@tributary/model";

interface JsonCursor {
  readonly text: string;
  readonly fileName: string;
  position: number;
  line: number;
  /** Position of the first character of the line. */
  lineStart: number;
  readonly lines: Map<string, number>;
}

const MAX_DEPTH = 100;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LITERAL = /true|false|null/y;

/**
 * Walks through a JSON text without building its value.
 *
 * @returns the one-based line of every key and item, by path ("heart.edv_mL", "scar[0]")
 * @throws TributaryError `case-not-json` with line and column, `case-duplicate-key`
 */
export function scanJson(text: string, fileName: string): ReadonlyMap<string, number> {
  const cursor: JsonCursor = { text, fileName, position: 0, line: 1, lineStart: 0, lines: new Map() };
  skipWhitespace(cursor);
  scanValue(cursor, "", 0);
  skipWhitespace(cursor);
  if (cursor.position < text.length) throw errorNotJson(cursor, "the end of the file");
  return cursor.lines;
}

/** The path as it is shown and as the scan names it: heart.edv_mL, scar[0].segments[2]. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (shown, key) => (typeof key === "number" ? `${shown}[${key}]` : joinPath(shown, String(key))),
    "",
  );
}

function joinPath(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function scanValue(cursor: JsonCursor, path: string, depth: number): void {
  if (depth > MAX_DEPTH) throw errorNotJson(cursor, `at most ${MAX_DEPTH} levels of nesting`);
  if (path !== "") cursor.lines.set(path, cursor.line);
  const character = cursor.text[cursor.position];
  if (character === "{") scanObject(cursor, path, depth);
  else if (character === "[") scanArray(cursor, path, depth);
  else if (!skipString(cursor) && !skipMatch(cursor, NUMBER) && !skipMatch(cursor, LITERAL)) {
    throw errorNotJson(cursor, "a value");
  }
}

function scanObject(cursor: JsonCursor, path: string, depth: number): void {
  const keys = new Set<string>();
  cursor.position++;
  skipWhitespace(cursor);
  if (skipCharacter(cursor, "}")) return;
  do {
    skipWhitespace(cursor);
    const start = cursor.position;
    if (!skipString(cursor)) throw errorNotJson(cursor, 'a key in double quotes or "}"');
    const key = JSON.parse(cursor.text.slice(start, cursor.position)) as string;
    if (keys.has(key)) throw errorDuplicate(cursor, joinPath(path, key));
    keys.add(key);
    skipWhitespace(cursor);
    if (!skipCharacter(cursor, ":")) throw errorNotJson(cursor, '":" after the key');
    skipWhitespace(cursor);
    scanValue(cursor, joinPath(path, key), depth + 1);
    skipWhitespace(cursor);
  } while (skipCharacter(cursor, ","));
  if (!skipCharacter(cursor, "}")) throw errorNotJson(cursor, '"," or "}"');
}

function scanArray(cursor: JsonCursor, path: string, depth: number): void {
  cursor.position++;
  skipWhitespace(cursor);
  if (skipCharacter(cursor, "]")) return;
  let index = 0;
  do {
    skipWhitespace(cursor);
    scanValue(cursor, `${path}[${index++}]`, depth + 1);
    skipWhitespace(cursor);
  } while (skipCharacter(cursor, ","));
  if (!skipCharacter(cursor, "]")) throw errorNotJson(cursor, '"," or "]"');
}

function skipWhitespace(cursor: JsonCursor): void {
  for (; cursor.position < cursor.text.length; cursor.position++) {
    const character = cursor.text[cursor.position];
    if (character === "\n") {
      cursor.line++;
      cursor.lineStart = cursor.position + 1;
    } else if (character !== " " && character !== "\t" && character !== "\r") return;
  }
}

function skipCharacter(cursor: JsonCursor, character: string): boolean {
  if (cursor.text[cursor.position] !== character) return false;
  cursor.position++;
  return true;
}

/** A string in quotes; where it is none, the cursor stands at the character that is at fault. */
function skipString(cursor: JsonCursor): boolean {
  if (!skipCharacter(cursor, '"')) return false;
  const { text } = cursor;
  while (cursor.position < text.length) {
    const character = text[cursor.position]!;
    if (character === '"') {
      cursor.position++;
      return true;
    }
    if (character < " ") throw errorNotJson(cursor, "text without control characters or line ends");
    if (character !== "\\") cursor.position++;
    else if (!skipMatch(cursor, ESCAPE)) throw errorNotJson(cursor, "an escape of JSON");
  }
  throw errorNotJson(cursor, "the closing quote of a text");
}

function skipMatch(cursor: JsonCursor, pattern: RegExp): boolean {
  pattern.lastIndex = cursor.position;
  if (!pattern.test(cursor.text)) return false;
  cursor.position = pattern.lastIndex;
  return true;
}

function errorNotJson(cursor: JsonCursor, expected: string): TributaryError {
  const { text, position } = cursor;
  const found = position >= text.length ? "the end of the file" : JSON.stringify(text.slice(position, position + 12));
  return new TributaryError({
    code: "case-not-json",
    what: "The case file is not JSON.",
    where: `${cursor.fileName}, line ${cursor.line}, column ${position - cursor.lineStart + 1}`,
    why: `found ${found}; expected ${expected}`,
    fix: "Mend the text there; JSON has no comments, no trailing commas, and keys in double quotes.",
  });
}

function errorDuplicate(cursor: JsonCursor, path: string): TributaryError {
  return new TributaryError({
    code: "case-duplicate-key",
    what: "The case file has a field twice.",
    where: `${cursor.fileName}, line ${cursor.line}, ${path}`,
    why: `${path} is given a second time; each field may stand once`,
    fix: "Keep the one that is meant.",
  });
}
