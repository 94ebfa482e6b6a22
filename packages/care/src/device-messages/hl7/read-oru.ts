import { normalizeTime } from "@tributary/model/generator";
import { assembleSnapshot, type ReadSnapshot, remarkPreliminary } from "../assemble-snapshot.ts";
import { GENERATOR_CODES, SESSION_CODES } from "../codes/identity-codes.ts";
import type { SectionId } from "../codes/sections.ts";
import type { ReadItem, WrittenCode, WrittenValue } from "../device-item.ts";
import { findCode } from "../find-code.ts";
import { WHY_OF_FLAG } from "../value-flags.ts";
import { HL7_NULL, type Hl7Encoding, unescapeText } from "./hl7-encoding.ts";
import {
  componentsOf,
  fieldOf,
  foreign,
  type Hl7Message,
  type Hl7Segment,
  malformed,
  parseHl7,
  truncated,
} from "./hl7-message.ts";
import { COUNT_NAME, OWN_SYSTEM } from "./hl7-names.ts";
import { readHl7Time, zoneOfHl7Time } from "./hl7-time.ts";

/** Results that stand: final, corrected, and preliminary ones, as what a device sent is called until somebody looked at it. */
const STANDING = ["F", "C", "P", ""];
const PRELIMINARY = "P";

/**
 * Reads a message ORU^R01 of a cardiac device.
 *
 * Codes that are not known are kept and listed. All of a message is taken, or nothing.
 *
 * @param text  one message; segments end with CR, LF or both
 * @param file  its name, for errors
 * @param zone  "+01:00", of times that have none, where the header has none either
 * @throws TributaryError "hl7-foreign", "hl7-truncated", "hl7-malformed", and those of `assembleSnapshot`
 */
export function readOru(text: string, file: string, zone?: string): ReadSnapshot {
  const message = parseHl7(text, file);
  checkHeader(message, file);
  const senderZone = zoneOfHl7Time(fieldOf(message.segments[0]!, 7, message.encoding)) ?? zone?.replace(":", "");
  const observations = message.segments.filter(({ name }) => name === "OBX");
  const items = observations.map((segment) => readObservation(segment, message, senderZone, file));
  checkCount(items, file);
  const told = items.filter(({ code }) => !isCount(code));
  const tells = (section: SectionId, ...fields: readonly string[]) =>
    told.map(({ code }) => findCode(code)).some((place) => place?.section === section && fields.includes(place.field));
  const identity = tells("generator", "model", "serial", "manufacturer") ? [] : readDevice(message, file);
  const session = tells("session", "kind") ? [] : readSessionKind(message, file);
  const read = assembleSnapshot([...told, ...identity, ...session], readSessionTime(message, senderZone), file);
  const preliminary = observations.filter((segment) => fieldOf(segment, 11, message.encoding) === PRELIMINARY).length;
  return { ...read, remarks: [...read.remarks, ...remarkPreliminary(preliminary)] };
}

function checkHeader({ segments, encoding }: Hl7Message, file: string): void {
  const headers = segments.filter(({ name }) => name === "MSH");
  const reports = segments.filter(({ name }) => name === "OBR");
  const [kind, trigger] = componentsOf(fieldOf(segments[0]!, 9, encoding), encoding);
  if (kind !== "ORU" || trigger !== "R01") throw foreign(file, `MSH-9 says ${[kind, trigger].join("^")}`);
  if (headers.length > 1) throw foreign(file, `it holds ${headers.length} messages`);
  if (reports.length > 1) throw foreign(file, `it holds ${reports.length} reports (OBR); one session a file is read`);
  if (reports.length === 0) throw truncated(file, "there is no report (OBR)");
}

function readObservation(
  segment: Hl7Segment,
  { encoding }: Hl7Message,
  zone: string | undefined,
  file: string,
): ReadItem {
  const part = (number: number) => fieldOf(segment, number, encoding);
  const place = `${file}, OBX ${part(1) || `in segment ${segment.line}`}`;
  if (part(2) === "" && part(5) !== "") throw malformed(`${place}, OBX-2`, "there is a value without a type");
  if (part(3) === "") throw malformed(`${place}, OBX-3`, "there is no code");
  const code = readCode(componentsOf(part(3), encoding));
  const instance = part(4) === "" ? undefined : Number(part(4));
  if (instance !== undefined && !(Number.isInteger(instance) && instance > 0)) {
    return { place, code, instance: undefined, value: { kind: "none", why: `its sub-ID ${part(4)} is no number` } };
  }
  return { place, code, instance, value: readValue(segment, encoding, zone) };
}

/** The first of two codes that is of the standard or ours; else the first. */
function readCode([
  id = "",
  name = "",
  system = "",
  otherId = "",
  otherName = "",
  otherSystem = "",
]: string[]): WrittenCode {
  const isKnown = (known: string) => known === "MDC" || known === OWN_SYSTEM;
  if (!isKnown(system) && isKnown(otherSystem)) return readCode([otherId, otherName, otherSystem]);
  if (system === OWN_SYSTEM) return { system: "own", name: id };
  if (system !== "MDC") return { system: "other", name: [id, name, system].filter(Boolean).join(" ") };
  return { system: "MDC", number: /^\d+$/.test(id) ? Number(id) : undefined, name: name || id || undefined };
}

function readValue(segment: Hl7Segment, encoding: Hl7Encoding, zone: string | undefined): WrittenValue {
  const part = (number: number) => fieldOf(segment, number, encoding);
  const components = componentsOf(part(5), encoding);
  const [first = ""] = components;
  const status = part(11);
  const flag = WHY_OF_FLAG.get(part(8));
  if (!STANDING.includes(status)) return { kind: "none", why: `its result status is ${status}` };
  if (flag !== undefined) return { kind: "none", why: flag };
  if (segment.fields[4]?.includes(encoding.repetition)) return { kind: "none", why: "it has several values" };
  if (part(5) === "" || part(5) === HL7_NULL) return { kind: "none", why: "no value" };
  switch (part(2)) {
    case "NM":
      return readNumber(first, componentsOf(part(6), encoding));
    case "ST":
    case "TX":
    case "FT":
      return { kind: "text", text: unescapeText(part(5), encoding) };
    case "DTM":
    case "TS":
    case "DT": {
      const time = readHl7Time(first, zone);
      return time === undefined ? { kind: "text", text: first } : { kind: "moment", time };
    }
    case "CWE":
    case "CE":
    case "CNE":
      return { kind: "coded", code: readCode(components), text: components[8] || undefined };
    default:
      return { kind: "none", why: `values of type ${part(2)} are not read` };
  }
}

function readNumber(text: string, [unit = "", , system = ""]: string[]): WrittenValue {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return { kind: "text", text };
  const isUcum = system === "" || system === "UCUM";
  return { kind: "number", value: Number(text), unit: isUcum ? unit : `${unit} of ${system}` };
}

function isCount({ system, name }: WrittenCode): boolean {
  return system === "own" && name === COUNT_NAME;
}

/** A message of this program says how many observations it has; one that was cut after a segment has fewer. */
function checkCount(items: readonly ReadItem[], file: string): void {
  if (items.length === 0) throw truncated(file, "there is no observation (OBX)");
  const count = items.find(({ code }) => isCount(code))?.value;
  if (count?.kind !== "number" || count.value === items.length) return;
  throw truncated(file, `it has ${items.length} observations of ${count.value}`);
}

/** The start of the observations (OBR-7), where it has a time and a zone. */
function readSessionTime({ segments, encoding }: Hl7Message, zone: string | undefined): string | undefined {
  const report = segments.find(({ name }) => name === "OBR")!;
  const time = readHl7Time(fieldOf(report, 7, encoding), zone);
  return time === undefined || time.length <= 10 ? undefined : normalizeTime(time);
}

/** What OBR-4 says of the session, where no observation tells it; anything but a code of the standard is no kind. */
function readSessionKind({ segments, encoding }: Hl7Message, file: string): ReadItem[] {
  const report = segments.find(({ name }) => name === "OBR")!;
  const code = readCode(componentsOf(fieldOf(report, 4, encoding), encoding));
  if (code.system !== "MDC") return [];
  const { number } = SESSION_CODES.kind;
  const value = { kind: "coded", code, text: undefined } as const;
  return [{ place: `${file}, OBR-4`, code: { system: "MDC", number }, instance: undefined, value }];
}

/** Model, serial number and maker from the patient's identifiers, where no observation tells them. */
function readDevice({ segments, encoding }: Hl7Message, file: string): ReadItem[] {
  const patient = segments.find(({ name }) => name === "PID");
  const identifiers = (patient?.fields[2] ?? "").split(encoding.repetition);
  for (const identifier of identifiers) {
    const [id = "", , , manufacturer = ""] = componentsOf(identifier, encoding);
    const match = /^model:(.*)\/serial:(.*)$/i.exec(id);
    if (!match) continue;
    const told = { model: match[1], serial: match[2], manufacturer };
    return Object.entries(told).flatMap(([field, text]) => {
      const { number } = GENERATOR_CODES[field as keyof typeof told];
      if (!text) return [];
      return [
        {
          place: `${file}, PID-3`,
          code: { system: "MDC", number },
          instance: undefined,
          value: { kind: "text", text },
        },
      ];
    });
  }
  return [];
}
