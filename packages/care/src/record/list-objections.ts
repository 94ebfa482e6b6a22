import type { EmergencyRead, RecordChange, RecordDraft } from "./record-event.ts";
import type { RecordState } from "./replay-log.ts";

const UTC_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** Everything that stands against a change to a case; empty: it may be written. */
export function listObjections(state: RecordState, draft: RecordDraft): string[] {
  const { store, change } = draft;
  return [
    ...listDraftObjections(draft),
    ...(state.owner !== undefined && state.owner !== store ? [`the case belongs to ${state.owner}`] : []),
    ...listChangeObjections(state, change),
  ];
}

/** What stands against an entry of any log: who, when and why have to be there. */
export function listDraftObjections({ by, at, why, store }: RecordDraft<RecordChange | EmergencyRead>): string[] {
  return [
    ...(isBlank(by) ? ["nobody is named"] : []),
    ...(isInstant(at) ? [] : [`the time "${at}" is no instant in UTC`]),
    ...(isBlank(why) ? ["a reason is missing"] : []),
    ...(isBlank(store) ? ["the store is not named"] : []),
  ];
}

function listChangeObjections(state: RecordState, change: RecordChange): string[] {
  if (change.kind === "opened") return state.owner === undefined ? [] : ["the case is open already"];
  if (state.owner === undefined) return ["the case was never opened"];
  switch (change.kind) {
    case "caseFiled":
      return change.files.filter(({ role }) => role === "case").length === 1 ? [] : ["exactly one file is the case's"];
    case "taskCompleted":
      return isBlank(change.completion.by) ? ["who did it is not named"] : [];
    case "holdConfirmed":
      return isBlank(change.confirmation.prescriber) ? ["the prescriber is not named"] : [];
    case "antiplateletHoldAsked":
      return isBlank(change.hold.cardiologist) ? ["the cardiologist is not named"] : [];
    case "eventSeen":
      return listEventObjections(change);
    case "withdrawn":
      return state.counted.includes(change.sequence) ? [] : [`event ${change.sequence} holds nothing that counts`];
    case "moved":
      return change.from === state.caseState ? [] : [`the case is ${state.caseState}, not ${change.from}`];
    case "handedOver":
      return isBlank(change.to) ? ["the store it goes to is not named"] : [];
    default:
      return [];
  }
}

function listEventObjections({ event }: Extract<RecordChange, { kind: "eventSeen" }>): string[] {
  const { kind, by, at, drug = "" } = event;
  return [
    ...(isBlank(by) ? ["who saw it is not named"] : []),
    ...(isInstant(at) ? [] : [`"${at}", when it was seen, is no instant in UTC`]),
    ...(kind === "prescriberAgrees" && isBlank(drug) ? ["the drug that is agreed to is not named"] : []),
  ];
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

function isInstant(text: string): boolean {
  return UTC_INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}
