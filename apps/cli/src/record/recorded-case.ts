/** A case as it lies in the record: its file and those it names, as any other case, and what its log adds. */
import {
  CASE_FILE_NAME,
  type CaseContent,
  fileCase,
  type RecordKeeper,
  type RecordState,
  readFiledCase,
  requireSettledCase,
  type StoredCase,
} from "@tributary/care";
import { listNamedFiles } from "@tributary/intake";
import { filesOfMap } from "../input/case-files.ts";
import { type FiledCase, loadFiledCase } from "../input/load-case.ts";

/** A case as it is put on record. */
export function contentOfCase({ case: value, caseFile, files }: FiledCase): CaseContent {
  return fileCase(caseFile, new Map(listNamedFiles(value).map((name) => [name, files.read(name).bytes])));
}

export interface RecordedCase {
  readonly loaded: FiledCase;
  readonly state: RecordState;
}

/**
 * A case of the record that something may be planned from.
 *
 * @throws TributaryError "record-not-owned", "record-conflict", "record-unknown", "record-broken"
 */
export async function loadSettledCase(keeper: RecordKeeper, caseId: string): Promise<RecordedCase> {
  return loadStoredCase(keeper, await requireSettledCase(keeper, caseId));
}

/** @throws TributaryError "record-broken" where a file is not the one of the log */
export async function loadStoredCase({ store }: RecordKeeper, stored: StoredCase): Promise<RecordedCase> {
  const { caseId } = stored;
  const { caseFile, data } = await readFiledCase(store, stored);
  const files = filesOfMap(data, `the record of ${caseId}`);
  const loaded = loadFiledCase(caseFile, `${caseId} on record, ${CASE_FILE_NAME}`, files);
  return { loaded, state: stored.stored.state };
}
