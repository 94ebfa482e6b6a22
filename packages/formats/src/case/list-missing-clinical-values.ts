import { buildCaseJsonSchema, type JsonSchemaNode, valueAtPath } from "./case-json-schema.ts";
import { CASE_DEFAULTS, type Case } from "./case-schema.ts";

export interface MissingValue {
  /** heart.edv_mL */
  readonly path: string;
  readonly meaning: string;
  /** Undefined for what is not a number. */
  readonly unit: string | undefined;
}

/**
 * Every finding in the patient that the case does not give, in the order of the schema; so that "missing" can be shown
 * as missing. Findings that this case cannot have are not listed: a PR interval without sinus rhythm, the measures of a
 * preset for an imported heart. Nor are those that an ECG gives: QRS duration and axis are then measured.
 */
export function listMissingClinicalValues(value: Case): MissingValue[] {
  const missing: MissingValue[] = [];
  collectMissing(buildCaseJsonSchema(), value, [], missing);
  const isNotMissed = new Set([
    ...(value.conduction.rhythm === "sinus" ? [] : ["conduction.prInterval_ms"]),
    ...(value.ecg ? MEASURED_IN_ECG : []),
  ]);
  return missing.filter(({ path }) => !isNotMissed.has(path));
}

/** What a 12-lead ECG is measured for. */
const MEASURED_IN_ECG = ["conduction.qrsDuration_ms", "conduction.frontalAxis_deg"];

export interface TakenDefault {
  readonly path: string;
  readonly value: number;
  readonly unit: string;
}

/** The defaults that stand for what the case does not say; none is clinical. */
export function listTakenDefaults(value: Case): TakenDefault[] {
  if (value.edgeLength_mm !== undefined || value.heart.kind === "tetrahedra") return [];
  return [{ path: "edgeLength_mm", value: CASE_DEFAULTS.edgeLength_mm, unit: "mm" }];
}

function collectMissing(node: JsonSchemaNode, data: unknown, path: readonly string[], out: MissingValue[]): void {
  for (const [key, property] of Object.entries(optionFor(node, data).properties ?? {})) {
    const value = valueAtPath(data, [key]);
    if (property.clinical && value === undefined) {
      out.push({ path: [...path, key].join("."), meaning: property.description ?? "", unit: property.unit });
    } else if (property.properties || property.oneOf) {
      collectMissing(property, value, [...path, key], out);
    }
  }
}

function optionFor(node: JsonSchemaNode, data: unknown): JsonSchemaNode {
  const chosen = node.oneOf?.find((option) =>
    Object.entries(option.properties ?? {}).some(
      ([key, property]) => property.const !== undefined && valueAtPath(data, [key]) === property.const,
    ),
  );
  return chosen ?? node;
}
