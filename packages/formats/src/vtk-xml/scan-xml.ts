/**
 * Just enough XML for VTK files: elements, attributes, text, over bytes, so that raw appended data that is not text at
 * all is never looked into. No namespaces, CDATA or document types.
 */
import { errorMalformed, errorTruncated } from "../bytes/format-error.ts";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Byte of the "<" of the start tag. */
  readonly offset: number;
  /** The first stretch of text between tags that is not blank; VTK puts children before it or after it. */
  textStart: number;
  textEnd: number;
}

export interface XmlDocument extends LineSource {
  readonly root: XmlElement;
  /** First byte after the underscore of AppendedData; undefined where there is none. */
  readonly appendedStart: number | undefined;
}

const OPEN = 0x3c;
const CLOSE = 0x3e;
const SLASH = 0x2f;
const UNDERSCORE = 0x5f;
const MAX_TAG_BYTES = 65_536;
const TAG = /^([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*$/;
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const decoder = new TextDecoder("utf-8");

interface LineSource {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The last line that was asked for: arrays are asked for nearly in order, and a count from the top each time is quadratic. */
  readonly lastLine: { offset: number; line: number };
}

/** One-based line of a byte. */
export function lineAt({ bytes, lastLine }: LineSource, offset: number): number {
  const isAhead = offset >= lastLine.offset;
  let line = isAhead ? lastLine.line : 1;
  const from = isAhead ? lastLine.offset : 0;
  for (let at = bytes.indexOf(0x0a, from); at >= 0 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line++;
  lastLine.offset = offset;
  lastLine.line = line;
  return line;
}

export function whereInXml(source: LineSource, offset: number): string {
  return `${source.fileName}, line ${lineAt(source, offset)} (byte ${offset})`;
}

/**
 * The element tree of a VTK XML file; scanning stops at the start tag of AppendedData.
 *
 * @throws TributaryError `file-malformed` where tags do not nest or the file is no XML, `file-truncated` where it ends early
 */
export function scanXml(bytes: Uint8Array, fileName: string): XmlDocument {
  const source: LineSource = { bytes, fileName, lastLine: { offset: 0, line: 1 } };
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let at = bytes.indexOf(OPEN);
  if (at < 0) throw errorMalformed(`${fileName}, line 1`, "no XML tag", "a VTK XML file (<VTKFile …>)");
  while (at >= 0) {
    const skipped = skipNonElement(bytes, at, fileName);
    if (skipped !== undefined) {
      at = bytes.indexOf(OPEN, skipped);
      continue;
    }
    const tagEnd = findTagEnd(source, at);
    const parent = open.at(-1);
    if (parent) endText(bytes, parent, at);
    if (bytes[at + 1] === SLASH) {
      closeElement(source, open, at, tagEnd);
      if (open.length === 0) break;
    } else {
      const element = readStartTag(source, at, tagEnd);
      if (root === undefined) root = element;
      parent?.children.push(element);
      const isEmpty = bytes[tagEnd - 1] === SLASH;
      if (element.name === "AppendedData" && !isEmpty) {
        return { ...source, root, appendedStart: findAppendedStart(bytes, tagEnd + 1, fileName) };
      }
      if (!isEmpty) open.push(element);
      else if (parent) startText(parent, tagEnd + 1);
      else break;
    }
    at = bytes.indexOf(OPEN, tagEnd + 1);
  }
  if (open.length > 0 || root === undefined) {
    throw errorTruncated(fileName, bytes.length, `the end tag </${open.at(-1)?.name ?? "VTKFile"}>`, "nothing");
  }
  return { ...source, root, appendedStart: undefined };
}

/** The direct children of that name. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function skipNonElement(bytes: Uint8Array, at: number, fileName: string): number | undefined {
  const next = bytes[at + 1];
  if (next !== 0x3f && next !== 0x21) return undefined;
  // "<?…?>" and "<!--…-->"; any other declaration ends at its first ">".
  const isComment = next === 0x21 && bytes[at + 2] === 0x2d && bytes[at + 3] === 0x2d;
  for (let close = bytes.indexOf(CLOSE, at); close >= 0; close = bytes.indexOf(CLOSE, close + 1)) {
    if (!isComment || (close >= at + 6 && bytes[close - 1] === 0x2d && bytes[close - 2] === 0x2d)) return close + 1;
  }
  throw errorTruncated(fileName, bytes.length, "the end of a comment or declaration", "nothing");
}

function findTagEnd(source: LineSource, at: number): number {
  const { bytes, fileName } = source;
  let quote = 0;
  const limit = Math.min(bytes.length, at + MAX_TAG_BYTES);
  for (let end = at + 1; end < limit; end++) {
    const byte = bytes[end]!;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === 0x22 || byte === 0x27) quote = byte;
    else if (byte === CLOSE) return end;
  }
  if (limit === bytes.length) throw errorTruncated(fileName, bytes.length, 'the ">" of a tag', "nothing");
  throw errorMalformed(whereInXml(source, at), "a tag without an end", 'a ">" within 64 KiB');
}

function readStartTag(source: LineSource, at: number, tagEnd: number): XmlElement {
  const { bytes } = source;
  const inner = bytes[tagEnd - 1] === SLASH ? tagEnd - 1 : tagEnd;
  const text = decoder.decode(bytes.subarray(at + 1, inner));
  const match = TAG.exec(text);
  if (!match) {
    throw errorMalformed(whereInXml(source, at), JSON.stringify(`<${text.slice(0, 40)}`), "an XML start tag");
  }
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [, name, double, single] of match[2]!.matchAll(ATTRIBUTE)) {
    attributes[name!] = decodeEntities(double ?? single ?? "");
  }
  return { name: match[1]!, attributes, children: [], offset: at, textStart: tagEnd + 1, textEnd: -1 };
}

function closeElement(source: LineSource, open: XmlElement[], at: number, tagEnd: number): void {
  const name = decoder.decode(source.bytes.subarray(at + 2, tagEnd)).trim();
  const element = open.pop();
  if (element?.name !== name) {
    throw errorMalformed(whereInXml(source, at), `</${name.slice(0, 40)}>`, `</${element?.name ?? "VTKFile"}>`);
  }
  const parent = open.at(-1);
  if (parent) startText(parent, tagEnd + 1);
}

/** Text is open while its end stands before its start. */
function startText(element: XmlElement, start: number): void {
  if (element.textEnd > element.textStart) return;
  element.textStart = start;
  element.textEnd = -1;
}

function endText(bytes: Uint8Array, element: XmlElement, end: number): void {
  if (element.textEnd >= 0) return;
  let at = element.textStart;
  while (at < end && bytes[at]! <= 0x20) at++;
  element.textEnd = at < end ? end : element.textStart;
}

function findAppendedStart(bytes: Uint8Array, from: number, fileName: string): number {
  let at = from;
  while (at < bytes.length && bytes[at]! <= 0x20) at++;
  if (bytes[at] === UNDERSCORE) return at + 1;
  if (at >= bytes.length) throw errorTruncated(fileName, bytes.length, "appended data", "nothing");
  throw errorMalformed(
    `${fileName}, byte ${at}`,
    "appended data without its mark",
    'an underscore "_" before the data',
  );
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, entity: string) => {
    if (!entity.startsWith("#")) return ENTITIES[entity] ?? whole;
    const isHex = entity[1]?.toLowerCase() === "x";
    const code = Number.parseInt(entity.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
