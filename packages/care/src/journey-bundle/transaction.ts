import { computeSha256 } from "@tributary/formats";
import type { FhirResource } from "../fhir/fhir-resource.ts";

export interface FhirElement {
  readonly reference: string;
  readonly display?: string;
}

/** A transaction Bundle in the making: every resource gets a name that references can use before the next is there. */
export interface Transaction {
  /** Adds a resource; equal names of equal cases give equal identifiers. */
  add(name: string, resource: Omit<FhirResource, "id">): FhirElement;
  /** Adds a resource of another system as it is. */
  keep(resource: FhirResource): void;
  readonly patient: FhirElement;
  /** A collection asks nothing of a server. */
  build(type: "transaction" | "collection"): FhirResource;
}

interface Entry {
  readonly fullUrl?: string;
  readonly resource: FhirResource;
  readonly request: { readonly method: "PUT" | "POST"; readonly url: string };
}

/** @param patientId  of the other system where resources are kept; else made from the case */
export function openTransaction(caseId: string, patientId: string | undefined): Transaction {
  const entries: Entry[] = [];
  const idOf = (name: string) =>
    name === "Patient" && patientId !== undefined ? patientId : makeUuid(`${caseId}/${name}`);
  /** A patient of another system is named as its own resources name it. */
  const urlOf = (name: string) =>
    name === "Patient" && patientId !== undefined
      ? `Patient/${patientId}`
      : `urn:uuid:${makeUuid(`${caseId}/${name}`)}`;
  return {
    patient: { reference: urlOf("Patient") },
    add(name, { resourceType, ...rest }) {
      const id = idOf(name);
      const reference = urlOf(name);
      entries.push({
        ...(reference.startsWith("urn:") ? { fullUrl: reference } : {}),
        resource: { resourceType: String(resourceType), id, ...rest },
        request: { method: "PUT", url: `${resourceType}/${id}` },
      });
      return { reference };
    },
    keep(resource) {
      const { resourceType, id } = resource;
      const request =
        id === undefined ? { method: "POST", url: resourceType } : { method: "PUT", url: `${resourceType}/${id}` };
      entries.push({ resource, request } as Entry);
    },
    build: (type) => ({
      resourceType: "Bundle",
      type,
      entry: type === "transaction" ? entries : entries.map(({ request: _, ...entry }) => entry),
    }),
  };
}

/** A UUID of version 8: its bits are those of a SHA-256, so that one name always gives one identifier. */
function makeUuid(name: string): string {
  const hash = computeSha256(new TextEncoder().encode(name));
  const variant = "89ab"[Number.parseInt(hash[16]!, 16) % 4];
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
