/** What a place that keeps cases has to do. The rules are care's; a store keeps, all or nothing, and loses nothing. */
import type { LogHead } from "./hash-chain.ts";
import type { AnyRecordEvent } from "./record-event.ts";
import type { RecordState } from "./replay-log.ts";

/**
 * The logs of one case. "case": its own. "reads:STORE": the reads in an emergency at that store. "other:HASH": a log of the
 * same case that went another way, by its last hash; shown as a conflict, never merged.
 */
export type LogName = "case" | `reads:${string}` | `other:${string}`;

export interface StoredLog {
  readonly name: LogName;
  readonly events: readonly AnyRecordEvent[];
  /** Its newest event as the store kept it apart from the log; undefined where that was lost. */
  readonly keptHead: LogHead | undefined;
}

/** The state of a case as it was computed when its newest event was written. */
export interface StoredState extends LogHead {
  readonly state: RecordState;
}

export interface StoredCase {
  readonly caseId: string;
  readonly logs: readonly StoredLog[];
  readonly stored: StoredState;
}

/** What goes to the end of one log. */
export interface LogAppend {
  readonly log: LogName;
  /** The hash that the log ends with, empty where there is none yet: where it ends otherwise, nothing is written. */
  readonly expectedHash: string;
  /** Sealed, in their sequence. */
  readonly events: readonly AnyRecordEvent[];
}

/** A change to one case: it becomes durable as a whole, or not at all. */
export interface RecordCommit {
  readonly caseId: string;
  readonly appends: readonly LogAppend[];
  /** Where the case's own log grows: what follows from it. */
  readonly stored?: StoredState;
  /** Contents of files by their SHA-256; those that are there already may be left out. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

export type CommitResult =
  | { readonly kind: "written" }
  /** Someone else wrote first: read again, and decide again. */
  | { readonly kind: "movedOn"; readonly log: LogName };

/** Why a case may be erased; no free text, for the tombstone holds nothing of the patient. */
export const ERASURE_REASONS = ["patientRequest", "retentionEnded", "enteredInError"] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** What is left of an erased case: that there was one, and by which first hash its log is known again. */
export interface Tombstone {
  readonly firstHash: string;
  readonly eventCount: number;
  /** Instant in UTC. */
  readonly erasedAt: string;
  readonly erasedBy: string;
  readonly reason: ErasureReason;
}

export interface RecordStore {
  /** Of one computer or browser profile; the owner of the cases that were opened here. */
  readonly name: string;
  /** The cases by their id, as they were when their newest event was written. */
  listCases(): Promise<readonly Pick<StoredCase, "caseId" | "stored">[]>;
  readCase(caseId: string): Promise<StoredCase | undefined>;
  readFile(caseId: string, sha256: string): Promise<Uint8Array | undefined>;
  commit(commit: RecordCommit): Promise<CommitResult>;
  /** Removes a case with its files, kept heads and every copy that the store made; false where there is none. */
  erase(caseId: string, tombstone: Tombstone): Promise<boolean>;
  listTombstones(): Promise<readonly Tombstone[]>;
}
