import { findDrug } from "../drugs/find-drug.ts";
import { deriveFacts } from "../facts/derive-facts.ts";
import { FACTS, type FactId } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { resolveFact } from "../facts/resolve-fact.ts";
import { excludeImplausibleGfr } from "../preparation/exclude-implausible.ts";
import { checkReferences, type FhirReference } from "./check-references.ts";
import type { FhirResource, PlacedResource } from "./fhir-resource.ts";
import { readBundle } from "./read-bundle.ts";
import { type ReadDrug, readMedication } from "./read-medication.ts";
import { PATIENT_FACTS, readResource } from "./read-resource.ts";
import type { ImportRemark } from "./resource-reading.ts";

/** What a FHIR file says of a patient, and what it does not. */
export interface ImportedRecord {
  /** Every fact that was found, also those that are shown and never used (`excludedBecause`). */
  readonly facts: readonly FactRecord[];
  /** Facts that a plan of care asks for and the file does not give. */
  readonly missing: readonly FactId[];
  /** Facts whose newest values disagree. */
  readonly conflicts: readonly FactId[];
  /** Drugs that are taken, each once. */
  readonly drugs: readonly ReadDrug[];
  readonly remarks: readonly ImportRemark[];
  /** References that lead out of the file. */
  readonly outsideReferences: readonly FhirReference[];
  /** How many resources of each kind there are, and whether facts are read from that kind. */
  readonly resourceCounts: Readonly<Record<string, number>>;
  /** The file as it was: unknown resources and extensions survive in it. */
  readonly whole: FhirResource;
}

/** What indication and preparation cannot do without. */
const ASKED_FACTS: readonly FactId[] = [
  "sex",
  "birthDate",
  "weight_kg",
  "height_cm",
  "heartFailure",
  "lvef_pct",
  "qrsDuration_ms",
  "qrsMorphology",
  "nyhaClass",
  "rhythm",
  "avBlock",
  "existingDevice",
  "creatinine_mgPerdL",
  "potassium_mmolPerL",
  "hemoglobin_gPerdL",
  "platelets_e9PerL",
  "inr",
];

/**
 * Reads a patient's FHIR R4 file into facts.
 *
 * @param text  JSON: a Bundle of one patient, or a single resource
 * @param file  its name, for errors
 * @throws TributaryError "bad-fhir", "fhir-too-long", "fhir-duplicate", "fhir-cycle", "fhir-several-patients", "fhir-unit"
 */
export function importRecord(text: string, file: string): ImportedRecord {
  const { whole, resources } = readBundle(text, file);
  const outsideReferences = checkReferences(resources);
  const readings = resources.map(readResource);
  const facts = judgeFindings(mergeTold(readings.flatMap((reading) => reading.facts)));
  const drugs = listDrugs(resources);
  const statusOf = (id: FactId) => resolveFact(facts, id).status;
  return {
    facts,
    missing: ASKED_FACTS.filter((id) => statusOf(id) === "missing"),
    conflicts: (Object.keys(FACTS) as FactId[]).filter((id) => statusOf(id) === "conflict"),
    drugs,
    remarks: [...readings.flatMap(({ remarks }) => remarks), ...drugs.flatMap(remarkUnknownDrug)],
    outsideReferences,
    resourceCounts: countTypes(resources.map(({ resource }) => resource.resourceType)),
    whole,
  };
}

/** What the Patient resource tells is one finding with a dated one of the same value. */
function mergeTold(found: readonly FactRecord[]): FactRecord[] {
  return found.filter(
    ({ fact, value, date }) =>
      date !== undefined ||
      !PATIENT_FACTS.includes(fact) ||
      !found.some((other) => other.date !== undefined && other.fact === fact && other.value === value),
  );
}

/** Leaves a device inferred where one is recorded, and marks filtration rates that contradict the creatinine of their day. */
function judgeFindings(found: readonly FactRecord[]): FactRecord[] {
  const hasDevice = found.some(({ fact, origin }) => fact === "existingDevice" && origin.kind === "imported");
  const facts = found.filter(
    ({ fact, origin }) => !(hasDevice && fact === "existingDevice" && origin.kind === "inferred"),
  );
  const newest = facts.reduce((latest, { date = "" }) => (date > latest ? date : latest), "");
  if (newest === "") return facts;
  return excludeImplausibleGfr(deriveFacts(facts, newest)).slice(0, facts.length);
}

function listDrugs(resources: readonly PlacedResource[]): ReadDrug[] {
  const all = resources.flatMap((placed) => readMedication(placed, resources) ?? []);
  return all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i);
}

function remarkUnknownDrug({ name, path }: ReadDrug): ImportRemark[] {
  return findDrug(name).kind === "known" ? [] : [{ path, text: `no rule knows the drug ${name}` }];
}

function countTypes(types: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const type of [...types].sort()) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
