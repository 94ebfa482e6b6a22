import { FACTS, type FactDefinition, type FactId, type FactValue } from "./fact-catalog.ts";
import type { FactRecord } from "./fact-record.ts";

/** What a case says of one fact. A conflict keeps every value: nothing is averaged, nothing wins by chance. */
export type ResolvedFact<Id extends FactId = FactId> =
  | { readonly status: "known"; readonly value: FactValue<Id>; readonly record: FactRecord<Id> }
  | { readonly status: "missing" }
  | {
      readonly status: "conflict";
      readonly values: readonly FactValue<Id>[];
      readonly records: readonly FactRecord<Id>[];
    };

/**
 * The newest value of a fact; a conflict where the newest ones differ.
 *
 * Values of one day count as equally new; an undated value counts only where no dated one exists. Values that are
 * excluded, and the choice "unknown", say nothing.
 */
export function resolveFact<Id extends FactId>(records: readonly FactRecord[], id: Id): ResolvedFact<Id> {
  const usable = records.filter(
    (record): record is FactRecord<Id> =>
      record.fact === id && record.excludedBecause === undefined && (record.value as unknown) !== "unknown",
  );
  if (usable.length === 0) return { status: "missing" };
  const newest = usable.reduce((latest, { date = "" }) => (date > latest ? date : latest), "");
  const candidates = usable.filter(({ date = "" }) => date === newest);
  const values = [...new Set(candidates.map(({ value }) => value))];
  return values.length === 1
    ? { status: "known", value: values[0]!, record: candidates[0]! }
    : { status: "conflict", values, records: candidates };
}

/** The value of a fact that is known without conflict, else undefined. */
export function knownValue<Id extends FactId>(records: readonly FactRecord[], id: Id): FactValue<Id> | undefined {
  const resolved = resolveFact(records, id);
  return resolved.status === "known" ? resolved.value : undefined;
}

/** The facts of a list that have no value, and those whose values disagree. */
export function listOpenFacts(
  records: readonly FactRecord[],
  ids: readonly FactId[],
): { missing: FactId[]; conflicts: FactId[] } {
  const statusOf = (id: FactId) => resolveFact(records, id).status;
  return {
    missing: ids.filter((id) => statusOf(id) === "missing"),
    conflicts: ids.filter((id) => statusOf(id) === "conflict"),
  };
}

/** Facts whose newest finding is older than it stays current, on a date; undated findings are not judged. */
export function listOldFindings(records: readonly FactRecord[], asOf: string): FactRecord[] {
  const ids = [...new Set(records.map(({ fact }) => fact))];
  return ids.flatMap((id) => {
    const definition: FactDefinition = FACTS[id];
    const resolved = resolveFact(records, id);
    if (definition.kind !== "number" || definition.current_d === undefined || resolved.status !== "known") return [];
    const { date } = resolved.record;
    return date !== undefined && daysBetween(date, asOf) > definition.current_d ? [resolved.record] : [];
  });
}

/** Whole days from one local date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00Z`)) / 86_400_000);
}
