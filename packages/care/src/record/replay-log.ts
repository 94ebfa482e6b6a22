import type { FactRecord } from "../facts/fact-record.ts";
import type { CaseState } from "../journey/case-states.ts";
import type { RecordDraft, RecordEvent } from "./record-event.ts";

/** A case as its log says it. */
export interface RecordState {
  /** The one store that may write; undefined before the case is opened. */
  readonly owner: string | undefined;
  readonly caseState: CaseState;
  readonly facts: readonly FactRecord[];
  /** Facts by the event that recorded them; withdrawn ones are not in it. */
  readonly factsBySequence: ReadonlyMap<number, readonly FactRecord[]>;
  /** Sequence numbers of the reads in an emergency, to be shown to the owner. */
  readonly emergencyReads: readonly number[];
}

const START: RecordState = {
  owner: undefined,
  caseState: "referred",
  facts: [],
  factsBySequence: new Map(),
  emergencyReads: [],
};

/** The state of a case after the events of its log, in their sequence. */
export function replayLog(log: readonly RecordEvent[]): RecordState {
  return log.reduce(applyEvent, START);
}

function applyEvent(state: RecordState, { change, sequence, store }: RecordEvent): RecordState {
  switch (change.kind) {
    case "opened":
      return { ...state, owner: store };
    case "factsRecorded":
      return withFacts(state, new Map([...state.factsBySequence, [sequence, change.facts]]));
    case "factsWithdrawn":
      return withFacts(state, new Map([...state.factsBySequence].filter(([key]) => key !== change.sequence)));
    case "moved":
      return { ...state, caseState: change.to };
    case "handedOver":
      return { ...state, owner: change.to };
    case "readInEmergency":
      return { ...state, emergencyReads: [...state.emergencyReads, sequence] };
  }
}

function withFacts(state: RecordState, factsBySequence: RecordState["factsBySequence"]): RecordState {
  return { ...state, factsBySequence, facts: [...factsBySequence.values()].flat() };
}

const UTC_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** Everything that stands against a change to a case; empty: it may be written. */
export function listObjections(state: RecordState, { by, at, why, store, change }: RecordDraft): string[] {
  const isRead = change.kind === "readInEmergency";
  return [
    ...(by.trim() === "" ? ["nobody is named"] : []),
    ...(UTC_INSTANT.test(at) && !Number.isNaN(Date.parse(at)) ? [] : [`the time "${at}" is no instant in UTC`]),
    ...(why.trim() === "" ? ["a reason is missing"] : []),
    ...(store.trim() === "" ? ["the store is not named"] : []),
    ...(!isRead && state.owner !== undefined && state.owner !== store ? [`the case belongs to ${state.owner}`] : []),
    ...listChangeObjections(state, change),
  ];
}

function listChangeObjections(state: RecordState, change: RecordDraft["change"]): string[] {
  if (change.kind === "opened") return state.owner === undefined ? [] : ["the case is open already"];
  if (state.owner === undefined) return ["the case was never opened"];
  switch (change.kind) {
    case "factsWithdrawn":
      return state.factsBySequence.has(change.sequence) ? [] : [`event ${change.sequence} holds no facts that count`];
    case "moved":
      return change.from === state.caseState ? [] : [`the case is ${state.caseState}, not ${change.from}`];
    case "handedOver":
      return change.to.trim() === "" ? ["the store it goes to is not named"] : [];
    default:
      return [];
  }
}
