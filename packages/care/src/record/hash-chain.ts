import { writeCanonicalJson } from "./canonical-json.ts";
import type { RecordDraft, RecordEvent } from "./record-event.ts";

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal digits; given by the host, for care does no input or output. */
export type HashText = (text: string) => Promise<string>;

export type ChainState =
  | { readonly kind: "intact" }
  /** The first event that does not follow from what stands before it. */
  | { readonly kind: "broken"; readonly sequence: number; readonly why: string };

/** The event that a draft becomes at the end of a log. */
export async function sealEvent(
  caseId: string,
  log: readonly RecordEvent[],
  draft: RecordDraft,
  hash: HashText,
): Promise<RecordEvent> {
  const open = { ...draft, caseId, sequence: log.length + 1, previousHash: log.at(-1)?.hash ?? "" };
  return { ...open, hash: await hash(writeCanonicalJson(open)) };
}

/**
 * Whether a log is as it was written: an event edited, removed, added or moved breaks the chain.
 *
 * @param lastHash  the hash of the last event as it was kept elsewhere; without it the loss of the newest events is not seen
 */
export async function verifyChain(
  caseId: string,
  log: readonly RecordEvent[],
  hash: HashText,
  lastHash?: string,
): Promise<ChainState> {
  let previousHash = "";
  for (const [index, event] of log.entries()) {
    const why = await findFault(event, { caseId, sequence: index + 1, previousHash }, hash);
    if (why !== undefined) return { kind: "broken", sequence: index + 1, why };
    previousHash = event.hash;
  }
  if (lastHash === undefined || lastHash === previousHash) return { kind: "intact" };
  return { kind: "broken", sequence: log.length + 1, why: "events at the end are missing" };
}

async function findFault(
  { hash: written, ...open }: RecordEvent,
  expected: Pick<RecordEvent, "caseId" | "sequence" | "previousHash">,
  hash: HashText,
): Promise<string | undefined> {
  if (open.caseId !== expected.caseId) return `it belongs to the case ${open.caseId}`;
  if (open.sequence !== expected.sequence) return `its number is ${open.sequence}: events are missing or moved`;
  if (open.previousHash !== expected.previousHash) return "it does not follow the event before it";
  return (await hash(writeCanonicalJson(open))) === written ? undefined : "it was changed after it was written";
}
