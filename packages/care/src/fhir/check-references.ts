import { TributaryError } from "@tributary/model";
import type { FhirResource, PlacedResource } from "./fhir-resource.ts";
import { namesOf } from "./read-bundle.ts";

/** A reference as it stands in a file. */
export interface FhirReference {
  readonly path: string;
  /** The top-level element of the resource that holds it. */
  readonly element: string;
  readonly reference: string;
}

/** Elements by which one resource is made from, part of or instead of another: followed, they must end. */
const HIERARCHY = new Set(["basedOn", "derivedFrom", "hasMember", "parent", "partOf", "replaces"]);

/**
 * The references of a file that lead out of it. Refused: hierarchies that come back to themselves, and resources of
 * more than one patient.
 */
export function checkReferences(resources: readonly PlacedResource[]): FhirReference[] {
  const byName = new Map(resources.flatMap((placed) => namesOf(placed).map((name) => [name, placed] as const)));
  const listed = resources.map((placed) => ({ placed, references: listReferences(placed) }));
  const edges = new Map(
    listed.map(({ placed, references }) => [
      placed.path,
      references
        .filter(({ element }) => HIERARCHY.has(element))
        .flatMap(({ reference }) => byName.get(reference)?.path ?? []),
    ]),
  );
  refuseCycle(edges);
  refuseSeveralPatients(
    resources,
    listed.flatMap(({ references }) => references),
    byName,
  );
  return listed.flatMap(({ placed, references }) =>
    references.filter(({ reference }) =>
      reference.startsWith("#") ? !isContained(placed.resource, reference) : !byName.has(reference),
    ),
  );
}

/** Every reference of a resource, with its place; without recursion, for a file may be nested at will. */
function listReferences({ path, resource }: PlacedResource): FhirReference[] {
  const found: FhirReference[] = [];
  const open: { value: unknown; path: string; element: string }[] = Object.entries(resource).map(([key, value]) => ({
    value,
    path: `${path}.${key}`,
    element: key,
  }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path: place, element } = next;
    if (typeof value !== "object" || value === null) continue;
    if ("reference" in value && typeof value.reference === "string") {
      found.push({ path: place, element, reference: value.reference });
    }
    const isList = Array.isArray(value);
    for (const [key, child] of Object.entries(value)) {
      open.push({ value: child, path: isList ? `${place}[${key}]` : `${place}.${key}`, element });
    }
  }
  return found.reverse();
}

function isContained({ contained }: FhirResource, reference: string): boolean {
  return Array.isArray(contained) && contained.some((inner) => `#${inner?.id}` === reference);
}

/** Takes away, again and again, what leads nowhere; what is left leads in a circle. */
function refuseCycle(edges: ReadonlyMap<string, readonly string[]>): void {
  const left = new Map([...edges].filter(([, targets]) => targets.length > 0));
  for (let removed = true; removed; ) {
    removed = false;
    for (const [path, targets] of left) {
      if (targets.some((target) => left.has(target))) continue;
      left.delete(path);
      removed = true;
    }
  }
  const first = left.keys().next().value;
  if (first === undefined) return;
  throw new TributaryError({
    code: "fhir-cycle",
    what: "Resources refer to each other in a circle.",
    where: first,
    why: `none of these is the first: ${[...left.keys()].join(", ")}`,
    fix: "Correct the one that is said to be part of, or based on, what it contains.",
  });
}

function refuseSeveralPatients(
  resources: readonly PlacedResource[],
  references: readonly FhirReference[],
  byName: ReadonlyMap<string, PlacedResource>,
): void {
  const subjects = references
    .filter(({ element }) => element === "subject" || element === "patient")
    .map(({ path, reference }) => ({ path, target: byName.get(reference), reference }))
    .filter(({ target, reference }) =>
      target === undefined ? /(?:^|\/)Patient\//.test(reference) : target.resource.resourceType === "Patient",
    )
    .map(({ path, target, reference }) => ({ path, patient: target?.path ?? reference }));
  const patients = resources
    .filter(({ resource }) => resource.resourceType === "Patient")
    .map(({ path }) => ({ path, patient: path }));
  const [first, ...others] = [...patients, ...subjects];
  const other = others.find(({ patient }) => patient !== first?.patient);
  if (first === undefined || other === undefined) return;
  throw new TributaryError({
    code: "fhir-several-patients",
    what: "The file holds resources of more than one patient.",
    where: other.path,
    why: `it belongs to ${other.patient}, the file to ${first.patient}`,
    fix: "Export one patient a file.",
  });
}
