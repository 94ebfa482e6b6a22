import type { Case } from "@tributary/formats";
import type { FactId } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { resolveFact } from "../facts/resolve-fact.ts";
import type { ImportedRecord } from "./import-record.ts";

type ClinicalSection = NonNullable<Case["clinical"]>;

/** What of a record goes into the clinical section of a case, and what a person has to enter because it is not told. */
export interface FilledSection {
  readonly section: ClinicalSection;
  /** Facts that were only inferred: a case would show them as stated. */
  readonly leftOut: readonly FactId[];
}

/**
 * The clinical section of a case with the newest findings and the drugs of a record added. Findings that disagree all go
 * in, so that the case shows the conflict; values that are never used and facts that were inferred stay out.
 */
export function fillClinicalSection(section: ClinicalSection, { facts, drugs }: ImportedRecord): FilledSection {
  const ids = [...new Set(facts.map(({ fact }) => fact))];
  const newest = ids.flatMap((id) => listNewest(facts, id));
  const told = newest.filter(({ origin }) => origin.kind !== "inferred");
  const names = [...new Set([...(section.drugs ?? []), ...drugs.map(({ name }) => name)])];
  return {
    section: {
      ...section,
      facts: [
        ...(section.facts ?? []),
        ...told.map(({ fact, value, date }) => ({ fact, value, ...(date === undefined ? {} : { date }) })),
      ],
      drugs: names,
    },
    leftOut: newest.filter(({ origin }) => origin.kind === "inferred").map(({ fact }) => fact),
  };
}

function listNewest(facts: readonly FactRecord[], id: FactId): readonly FactRecord[] {
  const resolved = resolveFact(facts, id);
  if (resolved.status === "missing") return [];
  return resolved.status === "known" ? [resolved.record] : resolved.records;
}
