import { type HashText, sealEvent, verifyChain } from "./hash-chain.ts";
import { listDraftObjections, listObjections } from "./list-objections.ts";
import type { AnyRecordEvent, EmergencyRead, RecordDraft, RecordEvent } from "./record-event.ts";
import { replayLog } from "./replay-log.ts";

export type AppendResult<Event = RecordEvent> =
  | { readonly kind: "appended"; readonly event: Event }
  | { readonly kind: "refused"; readonly why: readonly string[] };

/** The next event of a log, or everything that stands against it. Nothing is added to a log that was tampered with. */
export async function appendEvent(
  caseId: string,
  log: readonly RecordEvent[],
  draft: RecordDraft,
  hash: HashText,
): Promise<AppendResult> {
  const why = [...(await listFaults(caseId, log, hash)), ...listObjections(replayLog(log), draft)];
  if (why.length > 0) return { kind: "refused", why };
  return { kind: "appended", event: await sealEvent(caseId, log, draft, hash) };
}

/**
 * The next entry in the log of a store's emergency reads.
 *
 * @param reads  what this store read of the case before
 * @param seen   the log of the case, as this store has it
 */
export async function appendEmergencyRead(
  caseId: string,
  { reads, seen }: { readonly reads: readonly RecordEvent<EmergencyRead>[]; readonly seen: readonly RecordEvent[] },
  told: Omit<RecordDraft, "change">,
  hash: HashText,
): Promise<AppendResult<RecordEvent<EmergencyRead>>> {
  const newest = seen.at(-1);
  const draft = { ...told, change: { kind: "readInEmergency", seenHash: newest?.hash ?? "" } } as const;
  const why = [
    ...(await listFaults(caseId, reads, hash)),
    ...listDraftObjections(draft),
    ...(newest === undefined ? ["there is nothing to be read"] : []),
    ...(reads.some(({ store }) => store !== told.store) ? ["the reads are those of another store"] : []),
  ];
  if (why.length > 0) return { kind: "refused", why };
  return { kind: "appended", event: await sealEvent<EmergencyRead>(caseId, reads, draft, hash) };
}

async function listFaults(caseId: string, log: readonly AnyRecordEvent[], hash: HashText): Promise<string[]> {
  const chain = await verifyChain(caseId, log, hash);
  return chain.kind === "broken" ? [`event ${chain.sequence} of the log: ${chain.why}`] : [];
}
