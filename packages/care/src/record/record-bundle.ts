/** A case on record as one .tributary file: its files, and its whole log. */
import { computeSha256, readBundle, writeBundle } from "@tributary/formats";
import { readFiledCase } from "./case-content.ts";
import { type RecordKeeper, recordChanges, requireCase, type Told } from "./keep-record.ts";
import { readEventLines, writeEventLines } from "./record-schema.ts";
import { moveOut, type TakenIn, takeInRecord } from "./take-in-record.ts";

const EVENTS_ENTRY = "events.jsonl";

export interface RecordExport {
  /** Of the program that writes the file. */
  readonly programVersion: string;
  /** The store that owns the case from here on; left out, the file is a copy. */
  readonly to?: string;
  /** Who exports it and why; asked for only where an entry is written: a copy that goes on writes none. */
  readonly told: () => Told;
}

/**
 * The file that a case moves in; that it leaves is written to its log first.
 *
 * @throws TributaryError "record-unknown", "record-broken", "record-refused", "record-moved-on"
 */
export async function exportRecord(
  keeper: RecordKeeper,
  caseId: string,
  { programVersion, to, told }: RecordExport,
): Promise<{ readonly bytes: Uint8Array; readonly eventCount: number }> {
  const isOwned = (await requireCase(keeper, caseId)).stored.state.owner === keeper.store.name;
  // A copy that goes on, or back, writes nothing: its log is its owner's.
  if (to !== undefined) await recordChanges(keeper, caseId, [{ kind: "handedOver", to }], told());
  else if (isOwned) await recordChanges(keeper, caseId, [{ kind: "copied", as: "case" }], told());
  const stored = await requireCase(keeper, caseId);
  const { events } = await moveOut(keeper.store, stored);
  const bytes = writeBundle({
    programVersion,
    ...(await readFiledCase(keeper.store, stored)),
    events: new TextEncoder().encode(writeEventLines(events)),
    results: new Map(),
  });
  return { bytes, eventCount: events.length };
}

/**
 * Takes in a case from its file.
 *
 * @throws TributaryError those of `readBundle` and `takeInRecord`
 */
export function importBundle(keeper: RecordKeeper, bytes: Uint8Array, fileName: string): Promise<TakenIn> {
  const { caseFile, data, events } = readBundle(bytes, fileName);
  const lines = new TextDecoder().decode(events ?? new Uint8Array());
  const contents = new Map([caseFile, ...data.values()].map((content) => [computeSha256(content), content]));
  const where = `${fileName}, ${EVENTS_ENTRY}`;
  return takeInRecord(keeper, { events: readEventLines(lines, where), contents }, where);
}
