import type { FhirResource } from "../fhir-resource.ts";
import { createIssue, type FhirIssue } from "./fhir-issue.ts";
import { R4 } from "./r4-definitions.ts";
import { walkResource } from "./walk-resource.ts";

/** So many codes of a value set are named in an issue. */
const MOST_NAMED = 12;

interface Coded {
  readonly system?: unknown;
  readonly code?: unknown;
  readonly coding?: unknown;
}

/** Codes that are not of the value set that R4 requires where they stand. */
export function checkBindings(resource: FhirResource, path: string): FhirIssue[] {
  const issues: FhirIssue[] = [];
  walkResource(resource, path, ({ path: place, element: { valueSet }, type, value }) => {
    const codes = R4.valueSets[valueSet];
    if (codes === undefined || isOfValueSet(type?.name, value, codes)) return;
    const text = `${sayCode(value)} is not of the required value set ${valueSet}: ${nameCodes(codes)}`;
    issues.push(createIssue("error", "code-invalid", text, place));
  });
  return issues;
}

type Codes = Readonly<Record<string, readonly string[]>>;

/** A value of a wrong type is left to the check of structure. */
function isOfValueSet(type: string | undefined, value: unknown, codes: Codes): boolean {
  if (type === "code" || type === "string" || type === "uri") {
    return typeof value !== "string" || Object.values(codes).some((list) => list.includes(value));
  }
  if (typeof value !== "object" || value === null) return true;
  if (type === "Coding") return isCodingOf(value, codes);
  const { coding } = value as Coded;
  if (type !== "CodeableConcept" || !Array.isArray(coding)) return true;
  return coding.some((one: Coded | null) => one !== null && isCodingOf(one, codes));
}

function isCodingOf({ system, code }: Coded, codes: Codes): boolean {
  return typeof system === "string" && Object.hasOwn(codes, system) && codes[system]!.includes(String(code));
}

function sayCode(value: unknown): string {
  if (typeof value !== "object" || value === null) return `"${String(value)}"`;
  const { coding, system, code } = value as Coded;
  const first = (Array.isArray(coding) ? coding[0] : { system, code }) as Coded | undefined;
  return `"${first?.system ?? "no system"}|${first?.code ?? "no code"}"`;
}

function nameCodes(codes: Codes): string {
  const all = Object.values(codes).flat();
  const named = all.slice(0, MOST_NAMED).join(", ");
  return all.length > MOST_NAMED ? `${named} and ${all.length - MOST_NAMED} more` : named;
}
