import { TributaryError, type TributaryErrorParts } from "@tributary/model";
import type { CommitResult, RecordCommit, RecordStore, StoredCase, Tombstone } from "./record-store.ts";

/** Asks the server that keeps the record; `path` begins behind its address: "/cases". In a page: `fetch` on "/store". */
export type AskStore = (path: string, init?: RequestInit) => Promise<Response>;

/**
 * The store of another program on this computer, for a page that was opened with its session.
 *
 * @throws TributaryError as the server tells it, here and from every call
 */
export async function openRemoteRecordStore(ask: AskStore): Promise<RecordStore> {
  const request = async (path: string, init?: RequestInit): Promise<Response> => {
    const response = await ask(path, init);
    if (response.ok) return response;
    throw new TributaryError(((await response.json()) as { error: TributaryErrorParts }).error);
  };
  const read = async <Answer>(path: string): Promise<Answer> => (await (await request(path)).json()) as Answer;
  const { name } = await read<{ name: string }>("");
  return {
    name,
    listCases: () => read("/cases"),
    readCase: async (caseId) => (await read<StoredCase | null>(`/cases/${encodeURIComponent(caseId)}`)) ?? undefined,
    async readFile(caseId, sha256) {
      const response = await request(`/cases/${encodeURIComponent(caseId)}/files/${sha256}`);
      return response.status === 204 ? undefined : new Uint8Array(await response.arrayBuffer());
    },
    async commit({ caseId, appends, files = new Map() }) {
      const path = `/cases/${encodeURIComponent(caseId)}/commits`;
      const response = await request(path, { method: "POST", body: writeForm(appends, files) });
      return (await response.json()) as CommitResult;
    },
    async erase(caseId, { erasedBy, erasedAt, reason }) {
      const body = JSON.stringify({ by: erasedBy, at: erasedAt, reason });
      const headers = { "content-type": "application/json" };
      try {
        await request(`/cases/${encodeURIComponent(caseId)}`, { method: "DELETE", body, headers });
        return true;
      } catch (error) {
        if (error instanceof TributaryError && error.code === "record-unknown") return false;
        throw error;
      }
    },
    listTombstones: () => read<readonly Tombstone[]>("/tombstones"),
  };
}

/** The state is left out: the server computes it. */
function writeForm(appends: RecordCommit["appends"], files: ReadonlyMap<string, Uint8Array>): FormData {
  const form = new FormData();
  form.set("commit", JSON.stringify({ appends }));
  for (const [sha256, content] of files) form.set(sha256, new Blob([new Uint8Array(content)]), sha256);
  return form;
}
