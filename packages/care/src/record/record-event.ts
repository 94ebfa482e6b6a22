import type { Completion } from "../calendar/task.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import type { CaseState } from "../journey/case-states.ts";
import type { ClinicalEvent } from "../preparation/clinical-event.ts";
import type { AntiplateletHold } from "../preparation/drug-decision.ts";
import type { PrescriberConfirmation } from "../preparation/plan-preparation.ts";

/** A file that belongs to a case, by its content; the content lies beside the log. */
export interface FiledContent {
  readonly role: "case" | "data";
  /** As the case names it; of the case file itself "case.json". */
  readonly name: string;
  /** Lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** What happened to a case. */
export type RecordChange =
  | { readonly kind: "opened" }
  /** The case file and the files it names, as they are from here on. */
  | { readonly kind: "caseFiled"; readonly files: readonly FiledContent[] }
  | { readonly kind: "factsRecorded"; readonly facts: readonly FactRecord[] }
  | { readonly kind: "taskCompleted"; readonly completion: Completion }
  | { readonly kind: "holdConfirmed"; readonly confirmation: PrescriberConfirmation }
  /** A cardiologist by name asks for the hold of an antiplatelet drug. */
  | { readonly kind: "antiplateletHoldAsked"; readonly hold: AntiplateletHold }
  | { readonly kind: "eventSeen"; readonly event: ClinicalEvent }
  /** A mandatory test is left out; by whom and why are those of the entry. */
  | { readonly kind: "testWaived"; readonly testId: string }
  /** Someone answers for a gap of room or team; by whom and why are those of the entry. */
  | { readonly kind: "gapOverridden"; readonly gapId: string }
  /** What one earlier event recorded does not count any more; it stays in the log. */
  | { readonly kind: "withdrawn"; readonly sequence: number }
  | {
      readonly kind: "moved";
      readonly from: CaseState;
      readonly to: CaseState;
      /** Version of the clinical tables that were in force. */
      readonly ruleSetVersion: string;
      /** Local date of the next look, of a case that was deferred. */
      readonly reviewDate?: string;
    }
  /** From here on only the other store may write. */
  | { readonly kind: "handedOver"; readonly to: string }
  /** A copy left the record: the case as a whole, or what is told for research. */
  | { readonly kind: "copied"; readonly as: "case" | "research" }
  /** A log that went another way was looked at and does not count; its last hash says which. */
  | { readonly kind: "conflictSettled"; readonly otherHash: string };

/**
 * A read by someone who does not own the case: allowed in an emergency, and never without a trace. It stands in a log of
 * its own, one for each store that reads, so that a copy which was read does not differ from the owner's log.
 */
export interface EmergencyRead {
  readonly kind: "readInEmergency";
  /** Hash of the newest event that was there to be read. */
  readonly seenHash: string;
}

/** A change with who, when, why, before it is in a log. */
export interface RecordDraft<Change = RecordChange> {
  /** A person by name. */
  readonly by: string;
  /** Instant in UTC, "2026-11-28T04:00:00Z". It is told, not trusted: order is that of the sequence. */
  readonly at: string;
  readonly why: string;
  /** The store that writes: one computer or browser profile. */
  readonly store: string;
  readonly change: Change;
}

/** An entry of a case's log, sealed: its hash covers all of it and the hash of the one before. */
export interface RecordEvent<Change = RecordChange> extends RecordDraft<Change> {
  readonly caseId: string;
  /** From 1, without gaps. */
  readonly sequence: number;
  /** Of the event before; that of the first is empty. */
  readonly previousHash: string;
  readonly hash: string;
}

/** An entry of a log, whichever it is. */
export type AnyRecordEvent = RecordEvent<RecordChange | EmergencyRead>;
