import { TributaryError } from "@tributary/model";
import { Temporal } from "temporal-polyfill";
import { FACTS, type FactDefinition, type FactId, type FactValue, factUnit } from "../facts/fact-catalog.ts";
import { type FactRecord, recordFact } from "../facts/fact-record.ts";
import { explainUnknown } from "./explain-unknown.ts";

/** A finding as a person wrote it: name and value not yet checked. */
export interface WrittenFact {
  readonly fact: string;
  readonly value: number | boolean | string;
  readonly date?: string;
}

/**
 * A finding of the case file as a record.
 *
 * @param where   path in the case, named in errors
 * @param detail  the case it came from
 * @throws TributaryError "unknown-fact", "fact-value"
 */
export function readFact({ fact, value, date }: WrittenFact, where: string, detail: string): FactRecord {
  if (!Object.hasOwn(FACTS, fact)) throw unknownFact(fact, where);
  const id = fact as FactId;
  const allowed = describeAllowed(id);
  if (!isFactValue(id, value)) throw wrongValue(`${where}.value`, JSON.stringify(value), allowed);
  if (date !== undefined && !isDate(date)) throw wrongValue(`${where}.date`, `"${date}"`, "a day of the calendar");
  const origin = { kind: "caseFile", detail } as const;
  return recordFact(id, value as FactValue, { origin, ...(date !== undefined && { date }) });
}

/** Whether a fact can have this value. */
export function isFactValue(id: FactId, value: WrittenFact["value"]): boolean {
  const definition: FactDefinition = FACTS[id];
  switch (definition.kind) {
    case "number":
      return typeof value === "number" && value >= definition.range[0] && value <= definition.range[1];
    case "choice":
      return typeof value === "string" && definition.options.includes(value);
    case "flag":
      return typeof value === "boolean";
    case "date":
      return typeof value === "string" && isDate(value);
  }
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}

function describeAllowed(id: FactId): string {
  const definition: FactDefinition = FACTS[id];
  switch (definition.kind) {
    case "number":
      return [`a number from ${definition.range.join(" to ")}`, factUnit(id)].filter(Boolean).join(" ");
    case "choice":
      return definition.options.join(", ");
    case "flag":
      return "true or false";
    case "date":
      return "a date such as 2026-11-27";
  }
}

function unknownFact(fact: string, where: string): TributaryError {
  return new TributaryError({
    code: "unknown-fact",
    what: `There is no clinical fact "${fact}".`,
    where: `${where}.fact`,
    ...explainUnknown(fact, Object.keys(FACTS)),
  });
}

function wrongValue(where: string, given: string, allowed: string): TributaryError {
  return new TributaryError({
    code: "fact-value",
    what: "A clinical fact has a value that it cannot have.",
    where,
    why: `${given} is given; allowed is ${allowed}`,
    fix: "Check the value and its unit; leave the fact out where it is not known.",
  });
}
