import type { LogHead } from "./hash-chain.ts";
import type { AnyRecordEvent } from "./record-event.ts";
import type { LogName, RecordCommit, RecordStore, StoredState, Tombstone } from "./record-store.ts";

interface MemoryCase {
  readonly logs: Map<LogName, AnyRecordEvent[]>;
  stored: StoredState;
  readonly files: Map<string, Uint8Array>;
}

/** A store that lasts as long as the program: for tests, and for a page that may keep nothing. */
export function createMemoryRecordStore(name: string): MemoryRecordStore {
  const cases = new Map<string, MemoryCase>();
  const heads = new Map<string, Map<LogName, LogHead>>();
  const tombstones: Tombstone[] = [];

  function write({ caseId, appends, stored, files }: RecordCommit): void {
    const kept = cases.get(caseId) ?? { logs: new Map(), stored: stored!, files: new Map() };
    const keptHeads = heads.get(caseId) ?? new Map<LogName, LogHead>();
    cases.set(caseId, kept);
    heads.set(caseId, keptHeads);
    for (const { log, events } of appends) {
      kept.logs.set(log, [...(kept.logs.get(log) ?? []), ...structuredClone(events)]);
      const newest = events.at(-1);
      if (newest) keptHeads.set(log, { sequence: newest.sequence, hash: newest.hash });
    }
    if (stored) kept.stored = structuredClone(stored);
    for (const [sha256, content] of files ?? []) kept.files.set(sha256, content.slice());
  }

  return {
    name,
    listCases: async () =>
      [...cases].map(([caseId, { stored }]) => ({ caseId, stored })).sort((a, b) => (a.caseId < b.caseId ? -1 : 1)),
    async readCase(caseId) {
      const found = cases.get(caseId);
      if (!found) return undefined;
      const logs = [...found.logs].map(([log, events]) => ({
        name: log,
        events: structuredClone(events),
        keptHead: heads.get(caseId)?.get(log),
      }));
      return { caseId, logs, stored: structuredClone(found.stored) };
    },
    readFile: async (caseId, sha256) => cases.get(caseId)?.files.get(sha256)?.slice(),
    async commit(commit) {
      const logs = cases.get(commit.caseId)?.logs;
      const moved = commit.appends.find(
        ({ log, expectedHash }) => (logs?.get(log)?.at(-1)?.hash ?? "") !== expectedHash,
      );
      if (moved) return { kind: "movedOn", log: moved.log };
      write(commit);
      return { kind: "written" };
    },
    async erase(caseId, tombstone) {
      heads.delete(caseId);
      if (!cases.delete(caseId)) return false;
      tombstones.push(tombstone);
      return true;
    },
    listTombstones: async () => [...tombstones],
    loseNewestEvent: (caseId) => void cases.get(caseId)?.logs.get("case")?.pop(),
  };
}

export interface MemoryRecordStore extends RecordStore {
  /** As a disk might that lost what it had taken: the head that is kept apart stays. */
  loseNewestEvent(caseId: string): void;
}
