/** The newest event of each log, in a file of its own for each case: what the database lost shows against it. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { LogHead, LogName, RecordCommit } from "@tributary/care";
import { writeDurably } from "./durable-file.ts";
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

export function writeHeads(files: StoreFiles, { caseId, heads }: KeptHeads): void {
  const text = JSON.stringify({ caseId, heads: Object.fromEntries(heads) });
  writeDurably(nameHeadFile(files, caseId), `${text}\n`);
}

/** After a commit became durable: from here on its loss would be seen. */
export function advanceHeads(files: StoreFiles, { caseId, appends }: RecordCommit): void {
  const heads = new Map(readHeads(files, caseId).heads);
  for (const { log, events } of appends) {
    const newest = events.at(-1);
    if (newest) heads.set(log, { sequence: newest.sequence, hash: newest.hash });
  }
  writeHeads(files, { caseId, heads });
}

export function forgetHeads(files: StoreFiles, caseId: string): void {
  rmSync(nameHeadFile(files, caseId), { force: true });
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
