import { TributaryError } from "@tributary/model";
import { type Hl7Encoding, unescapeText } from "./hl7-encoding.ts";

/** A segment: its name, and its fields as they stand, the first of them at 1 as the standard counts. */
export interface Hl7Segment {
  readonly name: string;
  readonly fields: readonly string[];
  /** Of the segment in the file, from 1. */
  readonly line: number;
}

export interface Hl7Message {
  readonly encoding: Hl7Encoding;
  readonly segments: readonly Hl7Segment[];
}

/** Characters around a message on a network connection, and the mark of UTF-8 that some programs put before a text. */
const BEFORE = ["\u000b", "\ufeff"];
const AFTER = ["\u001c\r", "\u001c"];
const PARTS = ["field", "component", "repetition", "escape", "subcomponent"] as const satisfies (keyof Hl7Encoding)[];
const NAME = /^[A-Z][A-Z0-9]{2}$/;

/**
 * Takes a message apart into segments.
 *
 * @throws TributaryError "hl7-foreign" where it is none; "hl7-truncated" where the last segment has no end;
 *   "hl7-malformed"
 */
export function parseHl7(text: string, file: string): Hl7Message {
  const content = unframe(text);
  if (!content.startsWith("MSH")) throw foreign(file, `it begins with ${JSON.stringify(content.slice(0, 12))}`);
  const lines = content.split(/\r\n|\r|\n/);
  if (lines.pop() !== "") throw truncated(file, "its last segment does not end with a carriage return");
  const encoding = readEncoding(lines[0]!, file);
  const segments = lines.flatMap((line, index) => (line === "" ? [] : [readSegment(line, index + 1, encoding, file)]));
  return { encoding, segments };
}

function unframe(text: string): string {
  const start = BEFORE.find((mark) => text.startsWith(mark))?.length ?? 0;
  const end = AFTER.find((mark) => text.endsWith(mark))?.length ?? 0;
  return text.slice(start, text.length - end);
}

function readEncoding(header: string, file: string): Hl7Encoding {
  const marks = [...header.slice(3, 8)];
  const isWhole = marks.length === PARTS.length && marks.every((mark) => /[^A-Za-z0-9\s]/.test(mark));
  if (!isWhole || new Set(marks).size < marks.length) {
    throw malformed(`${file}, MSH-1 and MSH-2`, `the encoding characters are ${JSON.stringify(header.slice(3, 8))}`);
  }
  return Object.fromEntries(PARTS.map((part, i) => [part, marks[i]])) as unknown as Hl7Encoding;
}

function readSegment(text: string, line: number, { field }: Hl7Encoding, file: string): Hl7Segment {
  const [name = "", ...fields] = text.split(field);
  if (!NAME.test(name)) throw malformed(`${file}, segment ${line}`, `it begins with ${JSON.stringify(name)}`);
  // MSH-1 is the separator itself.
  return { name, line, fields: name === "MSH" ? [field, ...fields] : fields };
}

/** A field by its number, in its first repetition; empty where it is not there. */
export function fieldOf({ fields }: Hl7Segment, number: number, { repetition }: Hl7Encoding): string {
  return fields[number - 1]?.split(repetition)[0] ?? "";
}

/** The components of a field, escapes undone. */
export function componentsOf(field: string, encoding: Hl7Encoding): string[] {
  return field.split(encoding.component).map((component) => unescapeText(component, encoding));
}

export function foreign(file: string, why: string): TributaryError {
  return new TributaryError({
    code: "hl7-foreign",
    what: "This is not an HL7 v2 message with observations of a device.",
    where: file,
    why,
    fix: "Give one message of type ORU^R01, as it came; version 3 and FHIR are other formats.",
  });
}

export function truncated(file: string, why: string): TributaryError {
  return new TributaryError({
    code: "hl7-truncated",
    what: "The message ends before its content does.",
    where: file,
    why,
    fix: "Copy or export it again; nothing of it was taken.",
  });
}

export function malformed(where: string, why: string): TributaryError {
  return new TributaryError({
    code: "hl7-malformed",
    what: "The message does not follow HL7 v2.",
    where,
    why,
    fix: "Export it again; a message is not edited by hand. Nothing of it was taken.",
  });
}
