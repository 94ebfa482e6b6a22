import type { ProcedureAct, ProcedureState, RecordId, Refusal } from "@tributary/care";

/** What is done with a procedure at the step it is at: the same for a rehearsal and a recording. */
export interface ProcedureBoard {
  readonly state: ProcedureState;
  /** Instant at which it is looked at. */
  readonly now: string;
  readonly startedAt: string;
  /** Why the last act was refused; empty where it was not. */
  readonly refusals: readonly Refusal[];
  make(act: ProcedureAct): void;
  takeBack(reason: string): void;
  /** What may be written down; undefined where nothing says it. */
  suggest(record: RecordId): string | undefined;
}
