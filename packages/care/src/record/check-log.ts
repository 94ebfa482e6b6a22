import { type HashText, verifyChain } from "./hash-chain.ts";
import { listDraftObjections, listObjections } from "./list-objections.ts";
import type { AnyRecordEvent, RecordEvent } from "./record-event.ts";
import type { LogName } from "./record-store.ts";
import { replayLog } from "./replay-log.ts";
import type { RecordFault } from "./verify-record.ts";

/**
 * Whether a log from outside could have been written here: its chain holds, and the rules allow each event where it stands.
 *
 * @param from  events before this one are known and not judged again
 */
export async function checkLog(
  caseId: string,
  { log, events }: { readonly log: LogName; readonly events: readonly AnyRecordEvent[] },
  hash: HashText,
  from = 0,
): Promise<RecordFault[]> {
  const chain = await verifyChain(caseId, events, hash);
  if (chain.kind === "broken") return [{ log, sequence: chain.sequence, why: chain.why }];
  return events.slice(from).flatMap((event, index) => {
    const before = events.slice(0, from + index);
    return listEventObjections(event, before, log).map((why) => ({ log, sequence: event.sequence, why }));
  });
}

function listEventObjections(event: AnyRecordEvent, before: readonly AnyRecordEvent[], log: LogName): string[] {
  const isRead = event.change.kind === "readInEmergency";
  if (isRead !== log.startsWith("reads:")) return ["it belongs into another log"];
  if (!isRead) return listObjections(replayLog(before as readonly RecordEvent[]), event as RecordEvent);
  return [...listDraftObjections(event), ...(log === `reads:${event.store}` ? [] : ["it is a read at another store"])];
}
