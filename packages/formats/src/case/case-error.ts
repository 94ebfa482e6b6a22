/** Turns what the schema finds wrong into the five parts of an error, with value, range and unit. */
import { TributaryError } from "@tributary/model";
import type { z } from "zod";
import { findFieldSchema, type JsonSchemaNode, valueAtPath } from "./case-json-schema.ts";
import { formatPath } from "./scan-json.ts";
import { suggestKey } from "./suggest-key.ts";

type Issue = z.core.$ZodIssue;

/** Where a case came from, for the place in an error. */
export interface CaseOrigin {
  readonly fileName: string;
  readonly lines: ReadonlyMap<string, number>;
}

/** File, line where it is known (else that of the nearest field around it), and path. */
export function whereInCase(origin: CaseOrigin, path: readonly PropertyKey[]): string {
  const shown = formatPath(path);
  for (let length = path.length; length > 0; length--) {
    const line = origin.lines.get(formatPath(path.slice(0, length)));
    if (line !== undefined) return `${origin.fileName}, line ${line}, ${shown}`;
  }
  return shown === "" ? origin.fileName : `${origin.fileName}, ${shown}`;
}

/** The first of the issues that says most: an unknown key explains a missing one better than the other way round. */
export function errorFromIssues(issues: readonly Issue[], data: unknown, origin: CaseOrigin): TributaryError {
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0]!;
  const more = issues.length > 1 ? ` (${issues.length - 1} more to mend after this one)` : "";
  const parts = describeIssue(issue, data, origin);
  return new TributaryError({ ...parts, fix: `${parts.fix}${more}` });
}

interface Parts {
  readonly code: string;
  readonly what: string;
  readonly where: string;
  readonly why: string;
  readonly fix: string;
}

function describeIssue(issue: Issue, data: unknown, origin: CaseOrigin): Parts {
  if (issue.code === "unrecognized_keys") return describeUnknownKey(issue, data, origin);
  const path = issue.path;
  const where = whereInCase(origin, path);
  const value = valueAtPath(data, path);
  const field = findFieldSchema(path, data);
  const isChoiceOfKinds = issue.code === "invalid_union" && field?.anyOf === undefined;
  const allowed = isChoiceOfKinds ? listKinds(path, data) : describeAllowed(field);
  const meaning = field?.description ? ` (${field.description})` : "";
  if (value === undefined) {
    return {
      code: "case-value-missing",
      what: "The case lacks a field that it must have.",
      where,
      why: `nothing is given; needed is ${allowed}${meaning}`,
      fix: `Add ${formatPath(path)}.`,
    };
  }
  const why = `${showValue(value)} is given; allowed is ${allowed}${meaning}`;
  if (issue.code === "too_small" || issue.code === "too_big" || issue.code === "invalid_format") {
    const reason = field?.rangeReason ? `; the range is ${field.rangeReason}` : "";
    const unitHint = field?.unit && field.unit !== "1" ? ` in ${field.unit}` : "";
    return {
      code: "case-value-out-of-range",
      what: "A value of the case is outside its range.",
      where,
      why: `${why}${reason}`,
      fix: `Check the value and its unit: ${formatPath(path)} is read${unitHint} as its name says.`,
    };
  }
  if (issue.code === "invalid_value" || isChoiceOfKinds) return describeChoice(where, why, value, field, path, data);
  const isNull = value === null;
  return {
    code: "case-value-type",
    what: "A value of the case has the wrong type.",
    where,
    why,
    fix: isNull
      ? "Leave the field out where the value is not known."
      : "Write the value as the schema says, numbers without quotes or unit.",
  };
}

function describeUnknownKey(issue: z.core.$ZodIssueUnrecognizedKeys, data: unknown, origin: CaseOrigin): Parts {
  const key = issue.keys[0]!;
  const known = Object.keys(findFieldSchema(issue.path, data)?.properties ?? {});
  const near = suggestKey(key, known);
  return {
    code: "case-unknown-key",
    what: `The case has a field that does not exist: "${key}".`,
    where: whereInCase(origin, [...issue.path, key]),
    why: `known here are ${known.join(", ")}`,
    fix: near ? `Did you mean "${near}"?` : "Remove it, or move it to where it belongs.",
  };
}

function describeChoice(
  where: string,
  why: string,
  value: unknown,
  field: JsonSchemaNode | undefined,
  path: readonly PropertyKey[],
  data: unknown,
): Parts {
  const options = (field?.enum ?? optionsOfKind(path, data)).map(String);
  const near = typeof value === "string" ? suggestKey(value, options) : undefined;
  return {
    code: "case-value-unknown",
    what: "A value of the case is none of those it may have.",
    where,
    why,
    fix: near ? `Did you mean "${near}"?` : `Write one of ${options.join(", ")}.`,
  };
}

/** The values of the key that tells the kinds of a choice apart; the path ends with that key. */
function optionsOfKind(path: readonly PropertyKey[], data: unknown): unknown[] {
  const parent = findFieldSchema(path.slice(0, -1), data);
  const key = String(path.at(-1));
  return (parent?.oneOf ?? []).map((option) => option.properties?.[key]?.const);
}

function listKinds(path: readonly PropertyKey[], data: unknown): string {
  return optionsOfKind(path, data)
    .map((option) => JSON.stringify(option))
    .join(", ");
}

function describeAllowed(field: JsonSchemaNode | undefined): string {
  if (!field) return "a value of the schema";
  if (field.const !== undefined) return JSON.stringify(field.const);
  if (field.enum) return field.enum.map((option) => JSON.stringify(option)).join(", ");
  if (field.anyOf) return field.anyOf.map(describeAllowed).join(", or ");
  const unit = field.unit && field.unit !== "1" ? ` ${field.unit}` : "";
  switch (field.type) {
    case "number":
      return `a number from ${field.minimum} to ${field.maximum}${unit}`;
    case "integer":
      return `an integer from ${field.minimum} to ${field.maximum}${unit}`;
    case "string":
      return `text of 1 to ${field.maxLength} characters`;
    case "array":
      return `a list of ${field.minItems ?? 0} to ${field.maxItems} items`;
    case "boolean":
      return "true or false";
    default:
      return "an object { … }";
  }
}

function showValue(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const shown = JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}
