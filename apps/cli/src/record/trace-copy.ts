import { type RecordChange, recordChanges } from "@tributary/care";
import type { OptionValues } from "../command.ts";
import { readTold, withRecordStore } from "./record-action.ts";
import { readRecordedId } from "./recorded-id.ts";
import { readStoreFolder } from "./store-folder.ts";

/**
 * Writes to the record that a copy of a case leaves it, before it does; nothing where the case is not on record.
 *
 * @throws TributaryError "usage" where who or why is missing
 */
export async function traceCopy(
  path: string,
  options: OptionValues,
  as: Extract<RecordChange, { kind: "copied" }>["as"],
): Promise<void> {
  const caseId = readRecordedId(path);
  if (caseId === undefined) return;
  const told = readTold({ options, now: new Date().toISOString() });
  await withRecordStore(readStoreFolder(options), (keeper) =>
    recordChanges(keeper, caseId, [{ kind: "copied", as }], told),
  );
}
