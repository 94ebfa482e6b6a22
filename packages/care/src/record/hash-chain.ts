import { writeCanonicalJson } from "./canonical-json.ts";
import type { AnyRecordEvent, RecordDraft, RecordEvent } from "./record-event.ts";

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal digits; given by the host, for care does no input or output. */
export type HashText = (text: string) => Promise<string>;

export type ChainState =
  | { readonly kind: "intact" }
  /** The first event that does not follow from what stands before it. */
  | { readonly kind: "broken"; readonly sequence: number; readonly why: string };

/** The newest event that a log is known to have had, kept apart from the log. */
export interface LogHead {
  readonly sequence: number;
  readonly hash: string;
}

/** The event that a draft becomes at the end of a log. */
export async function sealEvent<Change>(
  caseId: string,
  log: readonly RecordEvent<Change>[],
  { by, at, why, store, change }: RecordDraft<Change>,
  hash: HashText,
): Promise<RecordEvent<Change>> {
  const previousHash = log.at(-1)?.hash ?? "";
  const open = { by, at, why, store, change, caseId, sequence: log.length + 1, previousHash };
  return { ...open, hash: await hash(writeCanonicalJson(open)) };
}

/**
 * Whether a log is as it was written: an event edited, removed, added or moved breaks the chain.
 *
 * @param keptHead  the newest event as it was kept elsewhere; without it the loss of the newest events is not seen. A log
 *                  may be longer: it is written before its head is.
 */
export async function verifyChain(
  caseId: string,
  log: readonly AnyRecordEvent[],
  hash: HashText,
  keptHead?: LogHead,
): Promise<ChainState> {
  let previousHash = "";
  for (const [index, event] of log.entries()) {
    const why = await findFault(event, { caseId, sequence: index + 1, previousHash }, hash);
    if (why !== undefined) return { kind: "broken", sequence: index + 1, why };
    previousHash = event.hash;
  }
  return keptHead === undefined ? { kind: "intact" } : compareHead(log, keptHead);
}

function compareHead(log: readonly AnyRecordEvent[], { sequence, hash }: LogHead): ChainState {
  const event = log[sequence - 1];
  if (event === undefined) {
    const why = `events at the end are missing, up to number ${sequence}`;
    return { kind: "broken", sequence: log.length + 1, why };
  }
  return event.hash === hash
    ? { kind: "intact" }
    : { kind: "broken", sequence, why: "it is another one than was written here" };
}

async function findFault(
  { hash: written, ...open }: AnyRecordEvent,
  expected: Pick<RecordEvent, "caseId" | "sequence" | "previousHash">,
  hash: HashText,
): Promise<string | undefined> {
  if (open.caseId !== expected.caseId) return `it belongs to the case ${open.caseId}`;
  if (open.sequence !== expected.sequence) return `its number is ${open.sequence}: events are missing or moved`;
  if (open.previousHash !== expected.previousHash) return "it does not follow the event before it";
  return (await hash(writeCanonicalJson(open))) === written ? undefined : "it was changed after it was written";
}
