/** Works on a store without end, until it is killed; says on standard output what is safe by then. */
import { cpSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { RecordCommit } from "@tributary/care";
import { MIGRATIONS } from "./schema.ts";
import { openSqliteRecordStore, type SqliteRecordStore } from "./sqlite-record-store.ts";

export type Activity = "insert" | "checkpoint" | "migration" | "backup" | "export";

/** A step that takes some milliseconds: many rows, and an index over them. */
const LONG_MIGRATION = [
  ...MIGRATIONS,
  `CREATE TABLE more (number INTEGER) STRICT;
   INSERT INTO more WITH RECURSIVE counting(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counting WHERE n < 20000)
     SELECT n FROM counting;
   CREATE INDEX by_number ON more (number)`,
];

function say(text: string): void {
  writeSync(1, `${text}\n`);
}

async function insert(store: SqliteRecordStore, commits: readonly RecordCommit[]): Promise<void> {
  const done = (await store.readCase("one"))!.stored.sequence;
  for (const commit of commits.filter(({ stored }) => stored!.sequence > done)) {
    await store.commit(commit);
    say(String(commit.stored!.sequence));
  }
}

/** Writes, and meanwhile a second connection moves what was written from SQLite's log into the database, again and again. */
async function checkpoint(store: SqliteRecordStore, commits: readonly RecordCommit[], folder: string): Promise<void> {
  const other = new DatabaseSync(join(folder, "record.db"), { timeout: 1000 });
  const done = (await store.readCase("one"))!.stored.sequence;
  for (const commit of commits.filter(({ stored }) => stored!.sequence > done)) {
    await store.commit(commit);
    say(String(commit.stored!.sequence));
    other.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }
}

async function backUp(store: SqliteRecordStore): Promise<void> {
  for (let second = 0; ; second++) {
    await store.backUp(new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString());
    say("backed up");
  }
}

async function migrateCopies(folder: string): Promise<void> {
  for (let copy = 1; ; copy++) {
    const target = join(folder, `copy-${copy}`);
    cpSync(join(folder, "template"), target, { recursive: true });
    say(target);
    (await openSqliteRecordStore(target, { migrations: LONG_MIGRATION })).close();
  }
}

async function exportAgain(folder: string): Promise<void> {
  const { exportAction } = await import("../record/move-record.ts");
  say("ready");
  for (;;) {
    const options = { output: join(folder, "out", "one.tributary"), by: "Dr. Weiss", why: "second opinion" };
    await exportAction.run({ subject: "one", options, folder, now: "2026-03-09T08:00:00Z" });
    say("exported");
  }
}

const [folder = "", activity = "insert", plan = ""] = process.argv.slice(2) as [string?, Activity?, string?];
if (activity === "export") await exportAgain(folder);
if (activity === "migration") {
  say("ready");
  await migrateCopies(folder);
}
const commits = JSON.parse(readFileSync(plan, "utf8")) as RecordCommit[];
const store = await openSqliteRecordStore(folder);
say("ready");
if (activity === "backup") await backUp(store);
else await (activity === "insert" ? insert(store, commits) : checkpoint(store, commits, folder));
