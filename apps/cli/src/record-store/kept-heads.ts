/** The newest event of each log, in a file of its own for each case: what the database lost shows against it. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { LogHead, LogName, RecordCommit } from "@tributary/care";
import { draftFile, type FileDraft } from "./durable-file.ts";
import { nameHeadFile, type StoreFiles } from "./store-files.ts";

export interface KeptHeads {
  readonly caseId: string;
  readonly heads: ReadonlyMap<LogName, LogHead>;
}

/** The kept heads of a case; a file that is not there or cannot be read holds none. */
export function readHeads(files: StoreFiles, caseId: string): KeptHeads {
  return readHeadFile(nameHeadFile(files, caseId)) ?? { caseId, heads: new Map() };
}

/** The kept heads of all cases. */
export function listHeads({ heads }: StoreFiles): KeptHeads[] {
  if (!existsSync(heads)) return [];
  const names = readdirSync(heads).filter((name) => name.endsWith(".json"));
  return names.flatMap((name) => readHeadFile(join(heads, name)) ?? []);
}

/** The heads of a case, to be confirmed when the log is on the disk. */
export function draftHeads(files: StoreFiles, { caseId, heads }: KeptHeads): FileDraft {
  const text = JSON.stringify({ caseId, heads: Object.fromEntries(heads) });
  return draftFile(nameHeadFile(files, caseId), `${text}\n`);
}

/** The heads as a commit leaves them: once they are confirmed, its loss would be seen. */
export function draftAdvancedHeads(files: StoreFiles, { caseId, appends }: RecordCommit): FileDraft {
  const heads = new Map(readHeads(files, caseId).heads);
  for (const { log, events } of appends) {
    const newest = events.at(-1);
    if (newest) heads.set(log, { sequence: newest.sequence, hash: newest.hash });
  }
  return draftHeads(files, { caseId, heads });
}

/** Also drafts that a killed program left. */
export function forgetHeads(files: StoreFiles, caseId: string): void {
  const own = basename(nameHeadFile(files, caseId));
  if (!existsSync(files.heads)) return;
  for (const name of readdirSync(files.heads)) {
    if (name.startsWith(own)) rmSync(join(files.heads, name), { force: true });
  }
}

function readHeadFile(path: string): KeptHeads | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { caseId, heads } = JSON.parse(readFileSync(path, "utf8"));
    return {
      caseId: String(caseId),
      heads: new Map(Object.entries(heads as Record<LogName, LogHead>)) as KeptHeads["heads"],
    };
  } catch {
    // A head that was lost proves nothing about the log; the next commit writes it anew.
    return undefined;
  }
}
