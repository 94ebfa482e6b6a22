import type { FhirResource, PlacedResource } from "../fhir-resource.ts";
import { namesOf } from "../read-bundle.ts";
import { createIssue, type FhirIssue } from "./fhir-issue.ts";
import { walkResource } from "./walk-resource.ts";

/** A name that holds within one file only, and so must be found in it. */
const LOCAL_NAME = /^(?:urn:(?:uuid|oid):|#)/;
const RELATIVE = /^([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/;

/**
 * References that lead nowhere, or to a kind of resource that R4 does not allow there. One that leads out of the file is
 * told and no error: a file may hold a part of a record.
 */
export function checkTargets(resources: readonly PlacedResource[]): FhirIssue[] {
  const byName = new Map(
    resources.flatMap((placed) => namesOf(placed).map((name) => [name, placed.resource] as const)),
  );
  return resources.flatMap(({ path, resource }) => checkResource(resource, path, byName));
}

function checkResource(resource: FhirResource, path: string, byName: ReadonlyMap<string, FhirResource>): FhirIssue[] {
  const issues: FhirIssue[] = [];
  const contained = new Map<string, FhirResource>(listContained(resource).map((inner) => [`#${inner.id}`, inner]));
  walkResource(resource, path, ({ path: place, type, value }) => {
    if (type?.name !== "Reference" || typeof value !== "object" || value === null) return;
    const { reference } = value as { readonly reference?: unknown };
    if (typeof reference !== "string") return;
    const target = reference === "#" ? resource : (contained.get(reference) ?? byName.get(reference));
    issues.push(...checkTarget(reference, target, type.targets, place));
  });
  return issues;
}

function checkTarget(
  reference: string,
  target: FhirResource | undefined,
  allowed: readonly string[],
  path: string,
): FhirIssue[] {
  if (target === undefined && LOCAL_NAME.test(reference)) {
    return [createIssue("error", "not-found", `${reference} is not in the file`, path)];
  }
  const kind = target?.resourceType ?? RELATIVE.exec(reference)?.[1];
  if (kind !== undefined && !isAllowed(kind, allowed)) {
    return [createIssue("error", "value", `${reference} is a ${kind}; allowed here is ${allowed.join(", ")}`, path)];
  }
  return target === undefined
    ? [createIssue("information", "not-found", `${reference} leads out of the file and was not looked at`, path)]
    : [];
}

function isAllowed(kind: string, allowed: readonly string[]): boolean {
  return allowed.length === 0 || allowed.includes("Resource") || allowed.includes(kind);
}

function listContained({ contained }: FhirResource): FhirResource[] {
  return Array.isArray(contained) ? contained.filter((inner) => typeof inner === "object" && inner !== null) : [];
}
