import { factLabel, factUnit } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { type ResolvedFact, resolveFact } from "../facts/resolve-fact.ts";
import type { ImportedRecord } from "../fhir/import-record.ts";
import { type CarePart, careTable, collectParts, listPart, tablePart, textPart } from "./care-part.ts";

const REASON_WIDTH = 70;
/** A record of years excludes hundreds of old values for one reason; the newest of a fact says it. */
const SHOWN_EXCLUDED = 5;

/** A record as a person reads it: found, in conflict, never used, missing, remarks. */
export function describeImport(record: ImportedRecord): CarePart[] {
  const resolved = [...new Set(record.facts.map(({ fact }) => fact))].map((fact) => resolveFact(record.facts, fact));
  const known = resolved.filter((one) => one.status === "known");
  const conflicts = resolved.filter((one) => one.status === "conflict");
  return collectParts([
    textPart(`${sayCounts(record)}. Nothing is sent or stored.`),
    tableOf(
      "Found (newest)",
      known.map(({ record: newest }) => describeRow(newest)),
    ),
    tableOf("In conflict, not used until someone decides", conflicts.flatMap(describeConflict)),
    describeExcluded(record.facts),
    listPart("Missing", record.missing.map(factLabel)),
    listPart(
      "Drugs",
      record.drugs.map(({ name }) => name),
    ),
    listPart(
      "Remarks",
      record.remarks.map(({ path, text }) => `${text} [${path}]`),
    ),
    listPart("References not in the file", record.outsideReferences.map(sayReference)),
  ]);
}

function sayCounts({ resourceCounts }: ImportedRecord): string {
  const entries = Object.entries(resourceCounts);
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  return `${total} resource${total === 1 ? "" : "s"} (${entries.map(([type, count]) => `${count} ${type}`).join(", ")})`;
}

function describeConflict({ records }: Extract<ResolvedFact, { status: "conflict" }>): string[][] {
  return records.map(describeRow);
}

function describeRow({ fact, value, date = "", origin, original }: FactRecord): string[] {
  const source = [origin.kind === "inferred" ? "INFERRED from an implant procedure," : "", sayCode(origin.code)];
  const written = original === undefined ? "" : `(written ${original})`;
  return [factLabel(fact), sayValue(fact, value), date, [...source, written].filter(Boolean).join(" ")];
}

const SYSTEM_NAMES: Record<string, string> = {
  "urn:tributary:fact": "this program:",
  "http://loinc.org": "LOINC",
  "http://snomed.info/sct": "SNOMED CT",
  "http://hl7.org/fhir/sid/icd-10-cm": "ICD-10-CM",
  "http://fhir.de/CodeSystem/bfarm/icd-10-gm": "ICD-10-GM",
};

function sayCode(code: string | undefined): string {
  const [system = "", value = ""] = (code ?? "").split("|");
  return `${SYSTEM_NAMES[system] ?? system} ${value}`.trim();
}

function sayValue(fact: FactRecord["fact"], value: FactRecord["value"]): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  const shown = typeof value === "number" ? Number(value.toPrecision(3)) : value;
  return [shown, factUnit(fact)].filter((text) => text !== undefined).join(" ");
}

function tableOf(heading: string, rows: readonly string[][]): CarePart | undefined {
  if (rows.length === 0) return undefined;
  return tablePart(heading, careTable(["fact", "value", "date", "code"], rows, [44]));
}

function describeExcluded(facts: readonly FactRecord[]): CarePart | undefined {
  const excluded = facts.filter(({ excludedBecause }) => excludedBecause !== undefined);
  if (excluded.length === 0) return undefined;
  const newestFirst = excluded.toSorted((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1));
  const rows = newestFirst
    .slice(0, SHOWN_EXCLUDED)
    .map(({ fact, value, date = "", original, excludedBecause }) => [
      factLabel(fact),
      original ?? sayValue(fact, value),
      date,
      excludedBecause!,
    ]);
  const table = careTable(["fact", "as written", "date", "because"], rows, [
    undefined,
    undefined,
    undefined,
    REASON_WIDTH,
  ]);
  const more = excluded.length - rows.length;
  return tablePart("Shown, never used", table, more > 0 ? `${more} older ones are not shown.` : undefined);
}

function sayReference({ path, reference }: ImportedRecord["outsideReferences"][number]): string {
  return `${reference} [${path}]`;
}
