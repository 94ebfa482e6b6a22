import { Temporal } from "temporal-polyfill";
import type { FactId, FactValue } from "./fact-catalog.ts";
import { type FactRecord, recordFact } from "./fact-record.ts";
import { daysBetween, knownValue, resolveFact } from "./resolve-fact.ts";

/** What follows from a dated fact on a day. */
interface Derivation {
  readonly from: "birthDate" | "infarctionDate" | "revascularizationDate";
  readonly to: FactId;
  readonly compute: (date: string, asOf: string) => FactValue;
}

const DERIVATIONS: readonly Derivation[] = [
  { from: "birthDate", to: "age_years", compute: yearsBetween },
  { from: "infarctionDate", to: "sinceInfarction_d", compute: daysBetween },
  { from: "infarctionDate", to: "priorInfarction", compute: () => true },
  { from: "revascularizationDate", to: "sinceRevascularization_d", compute: daysBetween },
];

/** The records of a case with what follows from its dated facts on a day; what was stated itself is not replaced. */
export function deriveFacts(records: readonly FactRecord[], asOf: string): FactRecord[] {
  const derived = DERIVATIONS.flatMap(({ from, to, compute }) => {
    const date = knownValue(records, from);
    if (date === undefined || resolveFact(records, to).status !== "missing") return [];
    const origin = { kind: "derived", detail: `${from} on ${asOf}` } as const;
    return [recordFact(to, compute(date, asOf), { date: asOf, origin })];
  });
  return [...records, ...derived];
}

function yearsBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "year" }).years;
}
