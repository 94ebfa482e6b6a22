/** The files of a case on their way into a record and out of it. */
import { computeSha256 } from "@tributary/formats";
import type { CaseContent, RecordKeeper } from "./keep-record.ts";
import { errorRecordBroken } from "./record-error.ts";
import type { FiledContent } from "./record-event.ts";
import type { StoredCase } from "./record-store.ts";
import { verifyFiles } from "./verify-record.ts";

/** How the case file itself is named among the files of a case. */
export const CASE_FILE_NAME = "case.json";

/**
 * A case as it is put on record.
 *
 * @param data  the files it names, by the name that it gives them
 */
export function fileCase(caseFile: Uint8Array, data: ReadonlyMap<string, Uint8Array>): CaseContent {
  const files: FiledContent[] = [];
  const contents = new Map<string, Uint8Array>();
  const file = (role: FiledContent["role"], name: string, content: Uint8Array) => {
    const sha256 = computeSha256(content);
    files.push({ role, name, sha256 });
    contents.set(sha256, content);
  };
  file("case", CASE_FILE_NAME, caseFile);
  for (const [name, content] of data) file("data", name, content);
  return { files, contents };
}

/** The same of a case on record; its files are the ones of the log. @throws TributaryError "record-broken" */
export async function readFiledCase(
  store: RecordKeeper["store"],
  stored: StoredCase,
): Promise<{ readonly caseFile: Uint8Array; readonly data: ReadonlyMap<string, Uint8Array> }> {
  const faults = await verifyFiles(store, stored);
  if (faults.length > 0) throw errorRecordBroken(stored.caseId, faults);
  const files = new Map<string, Uint8Array>();
  for (const { name, sha256 } of stored.stored.state.files) {
    files.set(name, (await store.readFile(stored.caseId, sha256))!);
  }
  const caseFile = files.get(CASE_FILE_NAME)!;
  files.delete(CASE_FILE_NAME);
  return { caseFile, data: files };
}
