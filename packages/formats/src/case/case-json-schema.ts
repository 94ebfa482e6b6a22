import { z } from "zod";
import { CASE_SCHEMA_VERSION, caseSchema } from "./case-schema.ts";

/** The parts of JSON Schema that the case's schema is made of. */
export interface JsonSchemaNode {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly rangeReason?: string;
  readonly clinical?: boolean;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, JsonSchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchemaNode | false;
  readonly prefixItems?: readonly JsonSchemaNode[];
  readonly oneOf?: readonly JsonSchemaNode[];
  readonly anyOf?: readonly JsonSchemaNode[];
}

/** The published schema of the case file: draft 2020-12, with unit, range and meaning of every field. */
export function buildCaseJsonSchema(): JsonSchemaNode & { readonly $id: string } {
  const schema = z.toJSONSchema(caseSchema, { target: "draft-2020-12", io: "input" });
  return { $id: `case-${CASE_SCHEMA_VERSION}.schema.json`, ...(schema as JsonSchemaNode) };
}

let built: JsonSchemaNode | undefined;

/**
 * The schema of the field at a path of a case; of a choice between kinds the one that the case has chosen.
 *
 * @param path  keys and array positions from the root
 * @param data  the case, or what was meant to be one
 * @returns undefined where the path leads to no field
 */
export function findFieldSchema(path: readonly PropertyKey[], data: unknown): JsonSchemaNode | undefined {
  built ??= buildCaseJsonSchema();
  let node: JsonSchemaNode | undefined = chooseKind(built, data);
  let value = data;
  for (const key of path) {
    value = childOf(value, key);
    const next: JsonSchemaNode | undefined =
      typeof key === "number" ? itemSchema(node, key) : node?.properties?.[String(key)];
    node = next && chooseKind(next, value);
  }
  return node;
}

/** The value at a path; undefined where there is none. */
export function valueAtPath(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(childOf, data);
}

function childOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

function itemSchema(node: JsonSchemaNode | undefined, index: number): JsonSchemaNode | undefined {
  return node?.prefixItems?.[index] ?? (node?.items || undefined);
}

function chooseKind(node: JsonSchemaNode, value: unknown): JsonSchemaNode {
  const chosen = node.oneOf?.find((option) =>
    Object.entries(option.properties ?? {}).some(
      ([key, property]) => property.const !== undefined && childOf(value, key) === property.const,
    ),
  );
  return chosen ?? node;
}
