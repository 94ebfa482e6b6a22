import type { FactId, FactValue } from "../facts/fact-catalog.ts";

/** A condition on the facts of a patient, as plain data. */
export type Criterion =
  | { readonly op: "all" | "any"; readonly of: readonly Criterion[] }
  | { readonly op: "not"; readonly of: Criterion }
  | NumberCriterion
  | BandCriterion
  | { readonly op: "oneOf"; readonly fact: FactId; readonly values: readonly (string | boolean)[] };

interface NumberCriterion {
  readonly op: "atLeast" | "atMost" | "above" | "below";
  readonly fact: FactId;
  readonly limit: number;
}

/** A limit that the guideline gives as a band: within it a clinician's judgment, itself a fact, decides. */
export interface BandCriterion {
  readonly op: "atLeastBand";
  readonly fact: FactId;
  readonly low: number;
  readonly high: number;
  readonly judgedBy: FactId;
}

type NumberFact = { [Id in FactId]: FactValue<Id> extends number ? Id : never }[FactId];
type FlagFact = { [Id in FactId]: FactValue<Id> extends boolean ? Id : never }[FactId];

export const all = (...of: Criterion[]): Criterion => ({ op: "all", of });
export const any = (...of: Criterion[]): Criterion => ({ op: "any", of });
export const not = (of: Criterion): Criterion => ({ op: "not", of });
export const atLeast = (fact: NumberFact, limit: number): Criterion => ({ op: "atLeast", fact, limit });
export const atMost = (fact: NumberFact, limit: number): Criterion => ({ op: "atMost", fact, limit });
export const above = (fact: NumberFact, limit: number): Criterion => ({ op: "above", fact, limit });
export const below = (fact: NumberFact, limit: number): Criterion => ({ op: "below", fact, limit });
export const yes = (fact: FlagFact): Criterion => ({ op: "oneOf", fact, values: [true] });
export const no = (fact: FlagFact): Criterion => ({ op: "oneOf", fact, values: [false] });

export function oneOf<Id extends FactId>(fact: Id, ...values: FactValue<Id>[]): Criterion {
  return { op: "oneOf", fact, values: values as (string | boolean)[] };
}
