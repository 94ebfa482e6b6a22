import { type Case, findFieldSchema, type JsonSchemaNode } from "@tributary/formats";
import { HEART_PRESETS, LEAD_CATALOG } from "@tributary/model";

/** One line of the sheet of a case. */
export interface CaseRow {
  /** "patient.age_years" */
  readonly path: string;
  /** What the published schema says of the field. */
  readonly meaning: string;
  /** Undefined: not known of this patient. */
  readonly value: string | number | boolean | undefined;
  readonly unit: string;
}

export const CASE_SECTIONS = ["patient", "heart", "conduction", "circulation", "veins", "lead", "device"] as const;
export type CaseSection = (typeof CASE_SECTIONS)[number];

/** Single values of one section that the case gives, and findings in the patient that it does not; lists are left out. */
export function listCaseRows(value: Case, section: CaseSection): CaseRow[] {
  const properties = findFieldSchema([section], value)?.properties ?? {};
  const given = (value[section] ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(properties).flatMap(([key, schema]): CaseRow[] => {
    const own = given[key];
    if (schema.const !== undefined || (own === undefined && !isMissed(schema, value, `${section}.${key}`))) return [];
    if (typeof own === "object") return [];
    return [
      {
        path: `${section}.${key}`,
        meaning: schema.description ?? "",
        value: spellKnown(own as CaseRow["value"]),
        unit: schema.unit ?? "",
      },
    ];
  });
}

/** A PR interval has no meaning without sinus rhythm. */
function isMissed(schema: JsonSchemaNode, { conduction }: Case, path: string): boolean {
  if (path === "conduction.prInterval_ms" && conduction.rhythm !== "sinus") return false;
  return schema.clinical === true;
}

/** Hearts and leads that the program carries, by their names. */
function spellKnown(value: CaseRow["value"]): CaseRow["value"] {
  const preset = HEART_PRESETS.find(({ id }) => id === value);
  const lead = LEAD_CATALOG.find(({ id }) => id === value);
  return preset?.name ?? (lead ? `${lead.maker} ${lead.model}` : value);
}
