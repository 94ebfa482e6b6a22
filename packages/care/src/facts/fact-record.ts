import type { FactId, FactValue } from "./fact-catalog.ts";

/** How a value came into the case. An inferred one is marked as such wherever it is shown. */
export interface FactOrigin {
  readonly kind: "stated" | "imported" | "caseFile" | "derived" | "inferred";
  /** Who stated it, which file or resource it came from, or what it was derived from. */
  readonly detail: string;
  /** The code that said it, as `system|code`, where it came coded. */
  readonly code?: string;
}

/** One value of one fact, as it was found. */
export interface FactRecord<Id extends FactId = FactId> {
  readonly fact: Id;
  readonly value: FactValue<Id>;
  /** Local date of the finding, "2026-11-27"; undefined where it was not given. */
  readonly date?: string;
  readonly origin: FactOrigin;
  readonly method?: string;
  /** As written in the source, where it was converted. */
  readonly original?: string;
  /** Why it is shown but never used, for example an implausible laboratory value; undefined: it is used. */
  readonly excludedBecause?: string;
}

/** A record for a fact, its value checked by the compiler. */
export function recordFact<Id extends FactId>(
  fact: Id,
  value: FactValue<Id>,
  rest: Omit<FactRecord<Id>, "fact" | "value" | "origin"> & { readonly origin?: FactOrigin } = {},
): FactRecord {
  return { origin: { kind: "stated", detail: "entered" }, ...rest, fact, value } as FactRecord;
}

/** Records for several facts stated together. */
export function stateFacts(
  values: { readonly [Id in FactId]?: FactValue<Id> },
  rest: { readonly date?: string; readonly origin?: FactOrigin } = {},
): FactRecord[] {
  return Object.entries(values).map(([fact, value]) => recordFact(fact as FactId, value as FactValue, rest));
}
