import { OperationOutcomeError, validateResource } from "@medplum/core";
import { TributaryError } from "@tributary/model";
import { checkReferences } from "../check-references.ts";
import type { FhirResource, PlacedResource } from "../fhir-resource.ts";
import { readBundle } from "../read-bundle.ts";
import { checkBindings } from "./check-bindings.ts";
import { checkTargets } from "./check-targets.ts";
import { checkTimes } from "./check-times.ts";
import { createIssue, type FhirIssue, issueOfError, type OperationOutcome } from "./fhir-issue.ts";
import { loadR4Schemas } from "./load-r4-schemas.ts";
import { isR4Resource } from "./r4-definitions.ts";

export type { FhirIssue, OperationOutcome } from "./fhir-issue.ts";

/** What holding a file against FHIR R4 found. */
export interface FhirValidation {
  readonly isValid: boolean;
  readonly outcome: OperationOutcome;
  readonly resourceCount: number;
}

/**
 * Holds a file against FHIR R4: structure and constraints, required value sets, references.
 *
 * An element that R4 does not know in a resource that it knows is an error, with its path. Resources that R4 does not know
 * are told and not looked at; extensions are allowed everywhere. Codes of LOINC, SNOMED CT and other systems whose lists
 * are not part of R4 are not checked, profiles neither.
 *
 * @param text  JSON: a Bundle or one resource
 * @param file  its name, for issues
 */
export function validateFhir(text: string, file: string): FhirValidation {
  try {
    const { whole, resources } = readBundle(text, file);
    const issues = [...checkShapes(whole, resources), ...checkContents(whole, resources)];
    return conclude(issues, resources.length);
  } catch (error) {
    if (!(error instanceof TributaryError)) throw error;
    return conclude([issueOfError(error)], 0);
  }
}

function conclude(issues: readonly FhirIssue[], resourceCount: number): FhirValidation {
  const isValid = issues.every(({ severity }) => severity !== "error" && severity !== "fatal");
  const issue = issues.length > 0 ? issues : [createIssue("information", "informational", "nothing found", undefined)];
  return { isValid, outcome: { resourceType: "OperationOutcome", issue }, resourceCount };
}

function checkContents(whole: FhirResource, resources: readonly PlacedResource[]): FhirIssue[] {
  const unknown = resources.filter(({ resource }) => !isR4Resource(resource.resourceType));
  return [
    ...checkBindings(whole, whole.resourceType),
    ...checkTimes(whole, whole.resourceType),
    ...checkTargets(resources),
    ...checkRelations(resources),
    ...unknown.map(({ path, resource }) =>
      createIssue("information", "not-supported", `R4 has no ${resource.resourceType}; it was not looked at`, path),
    ),
  ];
}

/** Resources of several patients, or in a circle. */
function checkRelations(resources: readonly PlacedResource[]): FhirIssue[] {
  try {
    checkReferences(resources);
    return [];
  } catch (error) {
    if (!(error instanceof TributaryError)) throw error;
    return [{ ...issueOfError(error), severity: "error" }];
  }
}

/**
 * Structure and constraints, by the library. Of a resource in a Bundle it checks the elements with the Bundle, and the
 * constraints on the whole resource only by itself.
 */
function checkShapes(whole: FhirResource, resources: readonly PlacedResource[]): FhirIssue[] {
  const ofWhole = checkShape(whole, whole.resourceType);
  const known = new Set(ofWhole.map(sayIssue));
  const ofEach =
    whole.resourceType === "Bundle" ? resources.flatMap(({ path, resource }) => checkShape(resource, path)) : [];
  return [...ofWhole, ...ofEach.filter((issue) => !known.has(sayIssue(issue)))];
}

function sayIssue({ details, expression = [] }: FhirIssue): string {
  return `${expression[0]} ${details.text}`;
}

function checkShape(resource: FhirResource, path: string): FhirIssue[] {
  if (!isR4Resource(resource.resourceType)) return [];
  loadR4Schemas();
  try {
    return readIssues(validateResource(replaceUnknown(resource)) as readonly FhirIssue[], path);
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    return readIssues(error.outcome.issue as readonly FhirIssue[], path);
  }
}

/**
 * Issues of the library with the place in the file. Where references lead is looked at with the file in hand; the library
 * doubts each that is not Type/id. Two forms of one choice are only a warning to it; R4 allows one.
 */
function readIssues(issues: readonly FhirIssue[], path: string): FhirIssue[] {
  return issues
    .filter(({ details }) => !details.text.startsWith("Invalid reference:"))
    .map(({ severity, code, details, expression }) => {
      const isConflict = details.text.startsWith("Conflicting choice");
      const place = expression?.[0]?.replaceAll("[x]", "").replace(/^[A-Z]\w*/, path);
      return createIssue(isConflict ? "error" : severity, code, details.text, place ?? path);
    });
}

const STAND_IN = { resourceType: "Basic", code: { text: "a resource that R4 does not know" } };

/** Resources that R4 does not know, in a Bundle or contained, replaced by one that it knows: the rest can be checked. */
function replaceUnknown<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(replaceUnknown) as Value;
  if (typeof value !== "object" || value === null) return value;
  if ("resourceType" in value && !isR4Resource(value.resourceType)) return STAND_IN as Value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaceUnknown(inner)])) as Value;
}
