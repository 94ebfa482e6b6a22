/** A case as it lies in the record: its file and those it names, as any other case, and what its log adds. */
import {
  type CaseContent,
  errorRecordBroken,
  type FiledContent,
  type RecordKeeper,
  type RecordState,
  requireSettledCase,
  type StoredCase,
  verifyFiles,
} from "@tributary/care";
import { computeSha256 } from "@tributary/formats";
import { listNamedFiles } from "@tributary/intake";
import { filesOfMap } from "../input/case-files.ts";
import { type FiledCase, loadFiledCase } from "../input/load-case.ts";

const CASE_FILE = "case.json";

/** A case as it is put on record. */
export function contentOfCase(loaded: FiledCase): CaseContent {
  const files: FiledContent[] = [];
  const contents = new Map<string, Uint8Array>();
  const file = (role: FiledContent["role"], name: string, content: Uint8Array) => {
    const sha256 = computeSha256(content);
    files.push({ role, name, sha256 });
    contents.set(sha256, content);
  };
  file("case", CASE_FILE, loaded.caseFile);
  for (const name of listNamedFiles(loaded.case)) file("data", name, loaded.files.read(name).bytes);
  return { files, contents };
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
export async function loadStoredCase(keeper: RecordKeeper, stored: StoredCase): Promise<RecordedCase> {
  const { caseId } = stored;
  const data = await readData(keeper.store, stored);
  const files = filesOfMap(data, `the record of ${caseId}`);
  const loaded = loadFiledCase(data.get(CASE_FILE)!, `${caseId} on record, ${CASE_FILE}`, files);
  return { loaded, state: stored.stored.state };
}

/** The files of a case by the name the case gives them, each the one of the log. */
async function readData(store: RecordKeeper["store"], stored: StoredCase): Promise<Map<string, Uint8Array>> {
  const faults = await verifyFiles(store, stored);
  if (faults.length > 0) throw errorRecordBroken(stored.caseId, faults);
  const data = new Map<string, Uint8Array>();
  for (const { name, sha256 } of stored.stored.state.files) {
    data.set(name, (await store.readFile(stored.caseId, sha256))!);
  }
  return data;
}
