import { computeSha256 } from "@tributary/formats";
import { writeCanonicalJson } from "./canonical-json.ts";
import { type HashText, verifyChain } from "./hash-chain.ts";
import type { LogName, RecordStore, StoredCase } from "./record-store.ts";
import { replayLog } from "./replay-log.ts";
import { ownLog } from "./stored-logs.ts";

/** Something in a stored case that is not as it was written. */
export interface RecordFault {
  readonly log: LogName;
  /** The event it is about; undefined where it is the state or a file. */
  readonly sequence?: number;
  readonly why: string;
}

/** The faults of a case's logs and of the state that stands beside them; empty: as it was written. */
export async function verifyStoredCase(stored: StoredCase, hash: HashText): Promise<RecordFault[]> {
  const faults: RecordFault[] = [];
  for (const { name, events, keptHead } of stored.logs) {
    const chain = await verifyChain(stored.caseId, events, hash, keptHead);
    if (chain.kind === "broken") faults.push({ log: name, sequence: chain.sequence, why: chain.why });
  }
  return faults.length > 0 ? faults : compareState(stored);
}

function compareState(stored: StoredCase): RecordFault[] {
  const log = ownLog(stored);
  const { sequence, hash, state } = stored.stored;
  if (log.at(-1)?.hash !== hash || log.length !== sequence) {
    return [{ log: "case", why: `the state is that of event ${sequence}, the log ends with event ${log.length}` }];
  }
  const isSame = writeCanonicalJson(replayLog(log)) === writeCanonicalJson(state);
  return isSame ? [] : [{ log: "case", why: "the state that is kept is not the one that follows from the log" }];
}

/** The files of a case that are missing or are not what the log says. */
export async function verifyFiles(store: RecordStore, stored: StoredCase): Promise<RecordFault[]> {
  const faults: RecordFault[] = [];
  for (const { name, sha256 } of replayLog(ownLog(stored)).files) {
    const content = await store.readFile(stored.caseId, sha256);
    if (content === undefined) faults.push({ log: "case", why: `its file ${name} is missing` });
    else if (computeSha256(content) !== sha256) faults.push({ log: "case", why: `its file ${name} was changed` });
  }
  return faults;
}
