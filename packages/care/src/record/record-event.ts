import type { FactRecord } from "../facts/fact-record.ts";
import type { CaseState } from "../journey/case-states.ts";

/** What happened to a case. */
export type RecordChange =
  | { readonly kind: "opened" }
  | { readonly kind: "factsRecorded"; readonly facts: readonly FactRecord[] }
  /** The facts of one earlier event do not count any more; they stay in the log. */
  | { readonly kind: "factsWithdrawn"; readonly sequence: number }
  | { readonly kind: "moved"; readonly from: CaseState; readonly to: CaseState }
  /** From here on only the other store may write. */
  | { readonly kind: "handedOver"; readonly to: string }
  /** Read by someone who does not own the case; allowed, and never without a trace. */
  | { readonly kind: "readInEmergency" };

/** A change with who, when, why, before it is in a log. */
export interface RecordDraft {
  /** A person by name. */
  readonly by: string;
  /** Instant in UTC, "2026-11-28T04:00:00Z". It is told, not trusted: order is that of the sequence. */
  readonly at: string;
  readonly why: string;
  /** The store that writes: one computer or browser profile. */
  readonly store: string;
  readonly change: RecordChange;
}

/** An entry of a case's log, sealed: its hash covers all of it and the hash of the one before. */
export interface RecordEvent extends RecordDraft {
  readonly caseId: string;
  /** From 1, without gaps. */
  readonly sequence: number;
  /** Of the event before; that of the first is empty. */
  readonly previousHash: string;
  readonly hash: string;
}
