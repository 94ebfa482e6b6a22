import type { FactRecord } from "../facts/fact-record.ts";

/** What a resource says beside the facts, for a person to read. */
export interface ImportRemark {
  readonly path: string;
  readonly text: string;
}

export interface ResourceReading {
  readonly facts: readonly FactRecord[];
  readonly remarks: readonly ImportRemark[];
}
