import { TributaryError } from "@tributary/model";
import { z } from "zod";
import { checkShape, type FhirResource, type PlacedResource } from "./fhir-resource.ts";

/** A longer file is refused before it is parsed: a record of a lifetime has about 2 million characters. */
const LENGTH_LIMIT = 32_000_000;
/** Resources nest a dozen levels; what is deeper would exhaust the stack of those who walk it. */
const DEPTH_LIMIT = 100;

const resource = z.looseObject({ resourceType: z.string().min(1), id: z.string().optional() });
const bundle = z.looseObject({
  resourceType: z.literal("Bundle"),
  entry: z.array(z.looseObject({ fullUrl: z.string().optional(), resource: resource.optional() })).optional(),
});

/** A file of FHIR R4 as it was read: the whole of it, untouched, and its resources with their places. */
export interface ReadBundle {
  readonly whole: FhirResource;
  readonly resources: readonly PlacedResource[];
}

/** Reads a FHIR R4 file in JSON: a Bundle, or one resource by itself. */
export function readBundle(text: string, file: string): ReadBundle {
  const json = parseJson(text, file);
  refuseDepth(json, file);
  const whole = checkShape<FhirResource>(resource, json, file);
  if (whole.resourceType !== "Bundle") return { whole, resources: [{ path: whole.resourceType, resource: whole }] };
  const { entry = [] } = checkShape<z.infer<typeof bundle>>(bundle, whole, "Bundle");
  const resources = entry.flatMap((one, index) =>
    one.resource === undefined
      ? []
      : [{ path: `Bundle.entry[${index}].resource`, fullUrl: one.fullUrl, resource: one.resource as FhirResource }],
  );
  refuseDuplicates(resources);
  return { whole, resources };
}

function parseJson(text: string, file: string): unknown {
  if (text.length > LENGTH_LIMIT) {
    throw new TributaryError({
      code: "fhir-too-long",
      what: "The file is too long to be one patient's record.",
      where: file,
      why: `it has ${text.length} characters; at most ${LENGTH_LIMIT} are read`,
      fix: "Export without embedded pictures and long narratives, or only the resources that are needed.",
    });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TributaryError({
      code: "bad-fhir",
      what: "The file is not JSON.",
      where: file,
      why: (error as SyntaxError).message,
      fix: "Export the record as FHIR R4 in JSON; XML is not read.",
    });
  }
}

function refuseDepth(json: unknown, file: string): void {
  let level: readonly unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEPTH_LIMIT) {
      throw new TributaryError({
        code: "fhir-too-deep",
        what: "The file is nested too deeply to be a record.",
        where: file,
        why: `it has more than ${DEPTH_LIMIT} levels`,
        fix: "Export the record anew from where it comes.",
      });
    }
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
}

/** Two resources that answer to one name would make every reference to it a guess. */
function refuseDuplicates(resources: readonly PlacedResource[]): void {
  const pathOf = new Map<string, string>();
  for (const placed of resources) {
    for (const name of namesOf(placed)) {
      const first = pathOf.get(name);
      if (first !== undefined && first !== placed.path) {
        throw new TributaryError({
          code: "fhir-duplicate",
          what: "Two resources have the same identifier.",
          where: placed.path,
          why: `${name} stands at ${first} already`,
          fix: "Keep one of the two, or give them different identifiers.",
        });
      }
      pathOf.set(name, placed.path);
    }
  }
}

/** What a reference may call a resource. */
export function namesOf({ fullUrl, resource: { resourceType, id } }: PlacedResource): string[] {
  return [...(fullUrl === undefined ? [] : [fullUrl]), ...(id === undefined ? [] : [`${resourceType}/${id}`])];
}
