import type { FactId } from "./fact-catalog.ts";
import { type FactRecord, recordFact } from "./fact-record.ts";
import { daysBetween, knownValue } from "./resolve-fact.ts";

const INTERVALS = [
  ["infarctionDate", "sinceInfarction_d"],
  ["revascularizationDate", "sinceRevascularization_d"],
] as const satisfies readonly (readonly [FactId, FactId])[];

/** The records of a case with the intervals since dated events added, as they are on a date. */
export function deriveFacts(records: readonly FactRecord[], asOf: string): FactRecord[] {
  const derived = INTERVALS.flatMap(([dateFact, intervalFact]) => {
    const date = knownValue(records, dateFact);
    if (date === undefined) return [];
    const origin = { kind: "derived", detail: `${dateFact} on ${asOf}` } as const;
    return [recordFact(intervalFact, daysBetween(date, asOf), { date: asOf, origin })];
  });
  return [...records, ...derived];
}
