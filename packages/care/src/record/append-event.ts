import { type HashText, sealEvent, verifyChain } from "./hash-chain.ts";
import type { RecordDraft, RecordEvent } from "./record-event.ts";
import { listObjections, replayLog } from "./replay-log.ts";

export type AppendResult =
  | { readonly kind: "appended"; readonly event: RecordEvent }
  | { readonly kind: "refused"; readonly why: readonly string[] };

/** The next event of a log, or everything that stands against it. Nothing is added to a log that was tampered with. */
export async function appendEvent(
  caseId: string,
  log: readonly RecordEvent[],
  draft: RecordDraft,
  hash: HashText,
): Promise<AppendResult> {
  const chain = await verifyChain(caseId, log, hash);
  if (chain.kind === "broken") return { kind: "refused", why: [`event ${chain.sequence} of the log: ${chain.why}`] };
  const why = listObjections(replayLog(log), draft);
  if (why.length > 0) return { kind: "refused", why };
  return { kind: "appended", event: await sealEvent(caseId, log, draft, hash) };
}
