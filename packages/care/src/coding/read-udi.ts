import { TributaryError } from "@tributary/model";
import { Temporal } from "temporal-polyfill";

/** A unique device identification as printed on a box, taken apart; only GS1 is, the others are kept as they are. */
export interface Udi {
  readonly issuer: "GS1" | "HIBCC" | "ICCBBA";
  /** Which kind of device; the rest of a UDI says which one it is, and so identifies its patient. */
  readonly deviceIdentifier: string;
  readonly manufactured?: string;
  readonly expires?: string;
  readonly lot?: string;
  readonly serial?: string;
}

/** Ends a field of variable length in the form that machines read. */
const GROUP_SEPARATOR = "\u001d";

const FIELDS = {
  "01": { part: "deviceIdentifier", length: 14 },
  "11": { part: "manufactured", length: 6 },
  "17": { part: "expires", length: 6 },
  "10": { part: "lot", length: undefined },
  "21": { part: "serial", length: undefined },
} as const;
type FieldNumber = keyof typeof FIELDS;
const LONGEST_FIELD = 20;

/**
 * A UDI in either form: for people, "(01)...(17)...", or for machines, with group separators.
 *
 * @throws TributaryError "bad-udi"
 */
export function readUdi(text: string, where: string): Udi {
  if (text.startsWith("+")) return { issuer: "HIBCC", deviceIdentifier: text.split("/")[0]! };
  if (text.startsWith("=")) return { issuer: "ICCBBA", deviceIdentifier: text.split("=").slice(0, 3).join("=") };
  const fields = new Map(text.startsWith("(") ? splitPrinted(text, where) : splitCoded(text, where));
  const identifier = fields.get("01");
  if (identifier === undefined) throw badUdi(where, "it has no device identifier, (01)");
  checkDigit(identifier, where);
  const day = (field: FieldNumber) => fields.get(field) && readDay(fields.get(field)!, where);
  const parts = { manufactured: day("11"), expires: day("17"), lot: fields.get("10"), serial: fields.get("21") };
  const known = Object.entries(parts).filter(([, value]) => value !== undefined);
  return { issuer: "GS1", deviceIdentifier: identifier, ...Object.fromEntries(known) };
}

/** The form for machines of a GS1 UDI that is printed with brackets. */
export function encodeUdi(printed: string, where: string): string {
  const fields = splitPrinted(printed, where);
  return fields
    .map(([number, value], i) => {
      const isOpen = FIELDS[number].length === undefined && i < fields.length - 1;
      return `${number}${value}${isOpen ? GROUP_SEPARATOR : ""}`;
    })
    .join("");
}

/** The form for people of a GS1 UDI that a scanner read. */
export function printUdi(coded: string, where: string): string {
  return splitCoded(coded, where)
    .map(([number, value]) => `(${number})${value}`)
    .join("");
}

type Field = readonly [FieldNumber, string];

function splitPrinted(text: string, where: string): Field[] {
  return text
    .split("(")
    .slice(1)
    .map((part) => {
      const [number = "", value = ""] = part.split(")");
      return checkField(number, value, where);
    });
}

function splitCoded(text: string, where: string): Field[] {
  const fields: Field[] = [];
  let rest = text;
  while (rest !== "") {
    const number = rest.slice(0, 2);
    const length = Object.hasOwn(FIELDS, number) ? FIELDS[number as FieldNumber].length : 0;
    const separator = rest.indexOf(GROUP_SEPARATOR);
    const end = length === undefined ? (separator < 0 ? rest.length : separator) : 2 + length;
    fields.push(checkField(number, rest.slice(2, end), where));
    rest = rest.slice(rest[end] === GROUP_SEPARATOR ? end + 1 : end);
  }
  return fields;
}

function checkField(number: string, value: string, where: string): Field {
  if (!Object.hasOwn(FIELDS, number)) throw badUdi(where, `the field (${number}) is not read`);
  const { length } = FIELDS[number as FieldNumber];
  const isSound = length === undefined ? /^[!-~]{1,20}$/.test(value) : value.length === length && /^\d+$/.test(value);
  if (!isSound) {
    throw badUdi(where, `(${number}) is "${value}"; needed ${length ?? `1 to ${LONGEST_FIELD}`} characters`);
  }
  return [number as FieldNumber, value];
}

/** GS1's check digit: weights 3 and 1 from the right, up to a multiple of 10. */
function checkDigit(identifier: string, where: string): void {
  const digits = [...identifier].map(Number);
  const sum = digits.slice(0, -1).reduce((total, digit, i) => total + digit * (i % 2 === 0 ? 3 : 1), 0);
  const expected = (10 - (sum % 10)) % 10;
  if (digits.at(-1) !== expected) throw badUdi(where, `the check digit of ${identifier} should be ${expected}`);
}

/** YYMMDD; day 00 is the last of its month. */
function readDay(text: string, where: string): string {
  const [year, month, day] = [text.slice(0, 2), text.slice(2, 4), text.slice(4)].map(Number);
  try {
    const first = Temporal.PlainDate.from({ year: 2000 + year!, month: month!, day: 1 }, { overflow: "reject" });
    return first.with({ day: day === 0 ? first.daysInMonth : day! }, { overflow: "reject" }).toString();
  } catch {
    throw badUdi(where, `"${text}" is no day`);
  }
}

function badUdi(where: string, why: string): TributaryError {
  return new TributaryError({
    code: "bad-udi",
    what: "This is no unique device identification that can be read.",
    where,
    why,
    fix: "Copy it anew from the box or the card, with its brackets, or leave it out.",
  });
}
