import type { Completion } from "../calendar/task.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import type { CareCourse } from "../journey/care-course.ts";
import type { CaseState } from "../journey/case-states.ts";
import type { ClinicalEvent } from "../preparation/clinical-event.ts";
import type { PrescriberConfirmation } from "../preparation/plan-preparation.ts";
import type { FiledContent, RecordChange, RecordEvent } from "./record-event.ts";

/** A case as its log says it; plain values, so that a store can keep it beside the log. */
export interface RecordState {
  /** The one store that may write; undefined before the case is opened. */
  readonly owner?: string;
  readonly caseState: CaseState;
  readonly files: readonly FiledContent[];
  readonly facts: readonly FactRecord[];
  readonly completions: readonly Completion[];
  readonly confirmations: readonly PrescriberConfirmation[];
  readonly events: readonly ClinicalEvent[];
  /** Left out where there are none, so that the state of a record from before they were known stays what it was. */
  readonly antiplateletHolds?: CareCourse["antiplateletHolds"];
  readonly waivers?: CareCourse["waivers"];
  readonly overrides?: CareCourse["overrides"];
  /** Numbers of the events that record something that counts: these can be withdrawn. */
  readonly counted: readonly number[];
  /** Last hashes of the logs that went another way and were settled. */
  readonly settledHashes: readonly string[];
}

/** Changes that put something on record which a later event may withdraw. */
const RECORDING: ReadonlySet<RecordChange["kind"]> = new Set([
  "factsRecorded",
  "taskCompleted",
  "holdConfirmed",
  "antiplateletHoldAsked",
  "eventSeen",
  "testWaived",
  "gapOverridden",
]);

/** The state of a case after the events of its log, in their sequence. */
export function replayLog(log: readonly RecordEvent[]): RecordState {
  const changes = log.map(({ change }) => change);
  const withdrawn = new Set(changes.flatMap((change) => (change.kind === "withdrawn" ? [change.sequence] : [])));
  const counted = log.filter(({ change, sequence }) => RECORDING.has(change.kind) && !withdrawn.has(sequence));
  const kept = counted.map(({ change }) => change);
  const owner = log.reduce<string | undefined>(nextOwner, undefined);
  return {
    ...(owner === undefined ? {} : { owner }),
    caseState: changes.findLast((change) => change.kind === "moved")?.to ?? "referred",
    files: changes.findLast((change) => change.kind === "caseFiled")?.files ?? [],
    facts: kept.flatMap((change) => (change.kind === "factsRecorded" ? change.facts : [])),
    completions: kept.flatMap((change) => (change.kind === "taskCompleted" ? [change.completion] : [])),
    confirmations: kept.flatMap((change) => (change.kind === "holdConfirmed" ? [change.confirmation] : [])),
    events: kept.flatMap((change) => (change.kind === "eventSeen" ? [change.event] : [])),
    ...keepFilled(
      "antiplateletHolds",
      kept.flatMap((change) => (change.kind === "antiplateletHoldAsked" ? [change.hold] : [])),
    ),
    ...keepFilled(
      "waivers",
      counted.flatMap(({ change, by, why }) =>
        change.kind === "testWaived" ? [{ testId: change.testId, by, reason: why }] : [],
      ),
    ),
    ...keepFilled(
      "overrides",
      counted.flatMap(({ change, by, why }) =>
        change.kind === "gapOverridden" ? [{ gapId: change.gapId, by, reason: why }] : [],
      ),
    ),
    counted: counted.map(({ sequence }) => sequence),
    settledHashes: changes.flatMap((change) => (change.kind === "conflictSettled" ? [change.otherHash] : [])),
  };
}

function keepFilled<Key extends string, Item>(key: Key, items: readonly Item[]): Partial<Record<Key, readonly Item[]>> {
  return items.length === 0 ? {} : ({ [key]: items } as Record<Key, readonly Item[]>);
}

function nextOwner(owner: string | undefined, { change, store }: RecordEvent): string | undefined {
  if (change.kind === "opened") return store;
  return change.kind === "handedOver" ? change.to : owner;
}
