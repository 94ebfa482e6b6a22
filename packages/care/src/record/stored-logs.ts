import type { AnyRecordEvent, EmergencyRead, RecordEvent } from "./record-event.ts";
import type { LogName, StoredCase } from "./record-store.ts";

/** A case's own log. */
export function ownLog({ logs }: Pick<StoredCase, "logs">): readonly RecordEvent[] {
  return (logs.find(({ name }) => name === "case")?.events ?? []) as readonly RecordEvent[];
}

/** The reads in an emergency that were done at one store. */
export function readsAt({ logs }: Pick<StoredCase, "logs">, store: string): readonly RecordEvent<EmergencyRead>[] {
  return (logs.find(({ name }) => name === `reads:${store}`)?.events ?? []) as readonly RecordEvent<EmergencyRead>[];
}

/** All reads in an emergency that this store knows of; those of one store stand together. */
export function allReads({ logs }: Pick<StoredCase, "logs">): readonly RecordEvent<EmergencyRead>[] {
  return logs
    .filter(({ name }) => name.startsWith("reads:"))
    .flatMap(({ events }) => events as readonly RecordEvent<EmergencyRead>[]);
}

/** Logs of the same case that went another way and were not settled yet. */
export function openConflicts({ logs, stored }: StoredCase): readonly (readonly RecordEvent[])[] {
  return logs
    .filter(({ name }) => name.startsWith("other:"))
    .map(({ events }) => events as readonly RecordEvent[])
    .filter((events) => !stored.state.settledHashes.includes(events.at(-1)!.hash));
}

/** Events by the log they belong to, in the order they came. */
export function groupByLog(events: readonly AnyRecordEvent[]): ReadonlyMap<LogName, readonly AnyRecordEvent[]> {
  return Map.groupBy(
    events,
    ({ change, store }): LogName => (change.kind === "readInEmergency" ? `reads:${store}` : "case"),
  );
}
