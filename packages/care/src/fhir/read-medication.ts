import { BRAND_NAMES } from "../drugs/brand-names.ts";
import { DRUGS } from "../drugs/drug-catalog.ts";
import type { FhirConcept, PlacedResource } from "./fhir-resource.ts";
import { readElements } from "./fhir-resource.ts";
import { readOwnCode } from "./own-codes.ts";

/** A drug that a record says the patient takes, with where it says so. */
export interface ReadDrug {
  /** Generic name where the program knows it, else as the record writes it. */
  readonly name: string;
  readonly path: string;
}

/** Taken now, or only paused. */
const TAKEN = ["active", "on-hold"];

/** The drug of a MedicationStatement or MedicationRequest; undefined where it is not taken (any more). */
export function readMedication(placed: PlacedResource, resources: readonly PlacedResource[]): ReadDrug | undefined {
  const { resourceType } = placed.resource;
  if (resourceType !== "MedicationStatement" && resourceType !== "MedicationRequest") return undefined;
  const { status, medicationCodeableConcept, medicationReference } = readElements(resourceType, placed);
  if (!TAKEN.includes(status)) return undefined;
  const concept = medicationCodeableConcept ?? findMedication(medicationReference?.reference, resources);
  const written = sayConcept(concept);
  const name = readOwnCode("drug", concept) ?? findGenericName(written) ?? written;
  return name === "" ? undefined : { name, path: placed.path };
}

function findMedication(reference: string | undefined, resources: readonly PlacedResource[]): FhirConcept | undefined {
  const found = resources.find(
    ({ fullUrl, resource }) =>
      resource.resourceType === "Medication" && (reference === fullUrl || reference === `Medication/${resource.id}`),
  );
  return found && readElements("Medication", found).code;
}

/** The longest generic or brand name that stands in a product's name as words of their own: "Warfarin Sodium 5 MG Oral Tablet". */
function findGenericName(written: string): string | undefined {
  const words = ` ${written.toLowerCase().replaceAll(/[^a-z/]+/g, " ")} `;
  const found = [...Object.keys(DRUGS), ...Object.keys(BRAND_NAMES)]
    .filter((name) => words.includes(` ${name} `))
    .sort((a, b) => b.length - a.length)[0];
  return found === undefined ? undefined : (BRAND_NAMES[found] ?? found);
}

function sayConcept(concept: FhirConcept | undefined): string {
  const display = (concept?.coding ?? []).map((coding) => coding.display).find((text) => typeof text === "string");
  return concept?.text ?? display ?? "";
}
