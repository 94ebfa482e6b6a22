/** A case and all that belongs to it, as plain values. */
export interface CaseBundle {
  /** Of the program that wrote it. */
  readonly programVersion: string;
  /** The case file, byte for byte. */
  readonly caseFile: Uint8Array;
  /** The files that the case names, by the name it gives them. */
  readonly data: ReadonlyMap<string, Uint8Array>;
  /** The event log, where there is one. */
  readonly events: Uint8Array | undefined;
  /** What was computed, by file name: plan.json, report.html. */
  readonly results: ReadonlyMap<string, Uint8Array>;
}
