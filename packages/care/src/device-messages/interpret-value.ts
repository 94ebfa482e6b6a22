import { TributaryError } from "@tributary/model";
import { normalizeTime } from "@tributary/model/generator";
import type { Choice, DeviceCode, NumberValueRule } from "./codes/device-code.ts";
import { convertUnit, listUnits } from "./convert-unit.ts";
import type { FieldValue, ReadItem, WrittenValue } from "./device-item.ts";
import { sayNumber } from "./say-number.ts";

export type Interpretation =
  | { readonly kind: "value"; readonly value: FieldValue }
  /** The value is of another kind than this program knows; it is kept as it is. */
  | { readonly kind: "unknown"; readonly why: string };

/**
 * What a written value means for its code.
 *
 * @throws TributaryError "exchange-unit", "exchange-out-of-range", "exchange-value", "bad-session-time"
 */
export function interpretValue(item: ReadItem, code: DeviceCode): Interpretation {
  const { value } = item;
  if (value.kind === "none") return { kind: "unknown", why: value.why };
  switch (code.rule.kind) {
    case "number":
      return { kind: "value", value: takeNumber(item, code, code.rule) };
    case "text":
      return { kind: "value", value: takeText(item, code) };
    case "flag":
      return { kind: "value", value: takeFlag(item, code) };
    case "moment":
      return takeMoment(item, code);
    case "day":
      return takeDay(item, code);
    case "choice":
      return takeChoice(item, code, code.rule.choices);
  }
}

/** A written value for a person to read. */
export function sayWritten(value: WrittenValue): string {
  switch (value.kind) {
    case "number":
      return [sayNumber(value.value), value.unit === "1" ? "" : value.unit].filter(Boolean).join(" ");
    case "flag":
      return String(value.value);
    case "moment":
      return value.time;
    case "coded":
      return value.text ?? [value.code.number, value.code.name].filter((part) => part !== undefined).join(" ");
    case "text":
      return value.text;
    case "none":
      return "";
  }
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

function takeNumber(item: ReadItem, code: DeviceCode, rule: NumberValueRule): number | "off" {
  const { value: written } = item;
  if (rule.mayBeOff && sayWritten(written).toLowerCase() === "off") return "off";
  const isNumber = written.kind === "number" || (written.kind === "text" && NUMBER.test(written.text));
  if (!isNumber) throw badValue(item, code, rule.mayBeOff ? "a number or off" : "a number");
  const number = written.kind === "number" ? written.value : Number(written.text);
  const unit = (written.kind === "number" ? written.unit : undefined) ?? "";
  const value = convertUnit(number, unit, rule.unit);
  if (value === undefined) throw badUnit(item, code, unit, rule);
  if (value < rule.least || value > rule.most) throw outOfRange(item, code, value, rule);
  return value;
}

function takeText(item: ReadItem, code: DeviceCode): string {
  if (item.value.kind === "text") return item.value.text;
  // Makers are sometimes told by a code of their own; its name says more than its number.
  if (item.value.kind === "coded") return item.value.text ?? item.value.code.name ?? sayWritten(item.value);
  throw badValue(item, code, "a text");
}

function takeFlag(item: ReadItem, code: DeviceCode): boolean {
  if (item.value.kind === "flag") return item.value.value;
  const text = sayWritten(item.value);
  if (text !== "true" && text !== "false") throw badValue(item, code, "true or false");
  return text === "true";
}

function takeMoment(item: ReadItem, code: DeviceCode): Interpretation {
  const { value } = item;
  if (value.kind !== "moment") throw badValue(item, code, "a date with a time and its zone");
  if (value.time.length <= 10) return { kind: "unknown", why: "a day without a time of day is no moment" };
  return { kind: "value", value: normalizeTime(value.time) };
}

function takeDay(item: ReadItem, code: DeviceCode): Interpretation {
  const { value } = item;
  if (value.kind !== "moment") throw badValue(item, code, "a date");
  if (value.time.length < 10) return { kind: "unknown", why: "a month or a year is no day" };
  return { kind: "value", value: value.time.slice(0, 10) };
}

/** By what the message calls the answer, if that is one of ours for its number; else by number, else by name. */
function takeChoice({ value: written }: ReadItem, code: DeviceCode, choices: readonly Choice[]): Interpretation {
  const isCoded = written.kind === "coded";
  const { number, name } = isCoded ? written.code : {};
  const text = isCoded ? written.text : sayWritten(written);
  const fitting = choices.filter((choice) =>
    number !== undefined ? choice.confirmed && choice.number === number : !isCoded || choice.referenceId === name,
  );
  const chosen = fitting.find(({ value }) => value === text) ?? (isCoded ? fitting[0] : undefined);
  if (chosen) return { kind: "value", value: chosen.value };
  return { kind: "unknown", why: `it is no answer to ${code.referenceId} that is known here` };
}

function badValue({ place, value }: ReadItem, { referenceId }: DeviceCode, wanted: string): TributaryError {
  return new TributaryError({
    code: "exchange-value",
    what: "A value is of another kind than its code asks for.",
    where: `${place}, ${referenceId}`,
    why: `it is ${JSON.stringify(sayWritten(value))}; ${wanted} is needed`,
    fix: "Correct the value or its code, or export the message anew; nothing of it was taken.",
  });
}

function badUnit({ place }: ReadItem, code: DeviceCode, unit: string, rule: NumberValueRule): TributaryError {
  return new TributaryError({
    code: "exchange-unit",
    what: "A value has a unit that its code does not have.",
    where: `${place}, ${code.referenceId}`,
    why: `the unit is ${unit === "" ? "missing" : JSON.stringify(unit)}; taken are ${listUnits(rule.unit)} (UCUM)`,
    fix: "Correct the unit, or export the message anew; nothing of it was taken.",
  });
}

function outOfRange({ place }: ReadItem, code: DeviceCode, value: number, rule: NumberValueRule): TributaryError {
  const unit = rule.unit === "1" ? "" : ` ${rule.unit}`;
  const range = rule.most === Number.MAX_VALUE ? `${rule.least} or more` : `${rule.least} to ${rule.most}`;
  return new TributaryError({
    code: "exchange-out-of-range",
    what: "A value lies outside of what is possible for its code.",
    where: `${place}, ${code.referenceId}`,
    why: `it is ${sayNumber(value)}${unit}; possible is ${range}${unit}`,
    fix: "Check digits and unit in the program that wrote the message; nothing of it was taken.",
  });
}
