import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  openRecord,
  ownLog,
  type RecordCommit,
  type RecordEvent,
  readEventLines,
  replayLog,
  requireCase,
  verifyFiles,
} from "@tributary/care";
import { readBundle } from "@tributary/formats";
import { afterAll, describe, expect, test } from "vitest";
import { sealEvent } from "../../../../packages/care/src/record/hash-chain.ts";
import { createContent, hashText, TOLD } from "../../../../packages/care/src/record/record-store.fixture.ts";
import type { Activity } from "./killed-writer.fixture.ts";
import { openSqliteRecordStore, type SqliteRecordStore } from "./sqlite-record-store.ts";

/** Together 200; an export starts slowly. */
const KILLS: Readonly<Record<Activity, number>> = { insert: 45, checkpoint: 45, migration: 45, backup: 45, export: 20 };
/** Where nothing is known yet of how long a step takes. */
const FIRST_STEP_ms = 10;
/** More than all writers together come to write. */
const EVENTS = 1000;
const WRITER = join(import.meta.dirname, "killed-writer.fixture.ts");

const place = mkdtempSync(join(tmpdir(), "tributary-kill-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

async function createStore(folder: string): Promise<void> {
  const store = await openSqliteRecordStore(folder, { name: "lab" });
  await openRecord({ store, hash: hashText }, "one", createContent(), TOLD);
  store.close();
}

/** Commits of one event each that follow on the opened case, in their sequence. */
async function planCommits(folder: string): Promise<RecordCommit[]> {
  const store = await openSqliteRecordStore(folder);
  const log = [...ownLog((await store.readCase("one"))!)];
  const { files } = replayLog(log);
  store.close();
  const commits: RecordCommit[] = [];
  for (let count = 0; count < EVENTS; count++) {
    const [from, to] = count % 2 === 0 ? (["referred", "assessed"] as const) : (["assessed", "referred"] as const);
    const previous = log.at(-1)!;
    const event: RecordEvent = await sealEvent(
      "one",
      log,
      { ...TOLD, store: "lab", change: { kind: "moved", from, to, ruleSetVersion: "1" } },
      hashText,
    );
    log.push(event);
    const state = { ...replayLog(log.slice(0, 2)), caseState: to, files };
    commits.push({
      caseId: "one",
      appends: [{ log: "case", expectedHash: previous.hash, events: [event] }],
      stored: { sequence: event.sequence, hash: event.hash, state },
    });
  }
  return commits;
}

/** When a writer is killed: after it said so many things, and then at some point of what it does next. */
interface Fate {
  readonly afterSteps: number;
  /** Of the time that its steps took so far, however fast the computer is. */
  readonly fraction: number;
}

/** The golden section spreads any number of kills evenly over a step. */
function chooseFate(kill: number): Fate {
  return { afterSteps: kill % 4, fraction: (kill * 0.618034) % 1 };
}

/** Starts a writer and kills it; what it said by then. */
function killWriter(folder: string, activity: Activity, plan: string, fate: Fate): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, folder, activity, plan], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_COMPILE_CACHE: join(place, "compiled") },
    });
    let [said, complained] = ["", ""];
    let readyAt: number | undefined;
    let isArmed = false;
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complained += text;
    });
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const steps = said.split("\n").length - 2;
      if (steps < 0) return;
      readyAt ??= performance.now();
      if (isArmed || steps < fate.afterSteps) return;
      isArmed = true;
      const step_ms = steps === 0 ? FIRST_STEP_ms : (performance.now() - readyAt) / steps;
      setTimeout(() => child.kill("SIGKILL"), fate.fraction * step_ms);
    });
    child.on("close", (code, signal) => {
      if (signal === "SIGKILL") resolve(said.trim().split("\n").slice(1));
      else reject(new Error(`the writer ended by itself, ${code}: ${complained}`));
    });
  });
}

async function inspectStore<Result>(
  folder: string,
  look: (store: SqliteRecordStore) => Promise<Result>,
): Promise<Result> {
  const store = await openSqliteRecordStore(folder);
  try {
    return await look(store);
  } finally {
    store.close();
  }
}

/** Opening looks at every page; then chain, kept head and state of the case, and its files. */
async function requireWhole(folder: string): Promise<number> {
  return inspectStore(folder, async (store) => {
    const stored = await requireCase({ store, hash: hashText }, "one");
    expect(await verifyFiles(store, stored)).toEqual([]);
    expect(await store.listLostCases()).toEqual([]);
    return stored.stored.sequence;
  });
}

/** What must hold after a kill, beside the whole store. */
const CHECKS: Record<Activity, (newest: number, said: readonly string[], folder: string) => Promise<void>> = {
  insert: requireAcknowledged,
  checkpoint: requireAcknowledged,
  async backup(_, said, folder) {
    expect(said.every((line) => line === "backed up")).toBe(true);
    const names = await inspectStore(folder, async (store) => store.listBackups());
    for (const name of names) {
      const path = join(folder, "backups", name);
      const database = new DatabaseSync(path, { readOnly: true });
      expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
      expect(database.prepare("SELECT count(*) AS count FROM events").get()).toEqual({ count: 2 });
      database.close();
      rmSync(path);
    }
  },
  async migration(_, said) {
    const folder = said.at(-1);
    const path = folder && join(folder, "record.db");
    if (!path || !existsSync(path)) return;
    const database = new DatabaseSync(path);
    expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    const { user_version: version } = database.prepare("PRAGMA user_version").get()!;
    const rows = database
      .prepare("SELECT count(*) AS count FROM sqlite_master WHERE name IN ('more', 'by_number')")
      .get();
    database.close();
    expect(rows).toEqual({ count: version === 2 ? 2 : 0 });
    for (const copy of said) rmSync(copy, { recursive: true, force: true });
  },
  async export(newest, said, folder) {
    const path = join(folder, "out", "one.tributary");
    if (said.length === 0 && !existsSync(path)) return;
    const { events } = readBundle(readFileSync(path), "one.tributary");
    const log = readEventLines(new TextDecoder().decode(events), "events.jsonl");
    expect(log.length).toBeGreaterThanOrEqual(2 + said.length);
    expect(log.length).toBeLessThanOrEqual(newest);
  },
};

/** What was said to be written is there. */
async function requireAcknowledged(newest: number, said: readonly string[]): Promise<void> {
  expect(newest).toBeGreaterThanOrEqual(Number(said.at(-1) ?? 2));
}

describe("after 200 kills nothing is lost that was written, and nothing is half there", () => {
  test.concurrent.each(Object.keys(CHECKS) as Activity[])("while it does: %s", async (activity) => {
    const folder = join(place, activity);
    const plan = join(place, `${activity}.json`);
    const storeFolder = activity === "migration" ? join(folder, "template") : folder;
    await createStore(storeFolder);
    writeFileSync(
      plan,
      JSON.stringify(activity === "insert" || activity === "checkpoint" ? await planCommits(folder) : []),
    );
    for (let kill = 0; kill < KILLS[activity]; kill++) {
      const fate = chooseFate(kill);
      const said = await killWriter(folder, activity, plan, fate);
      expect(said.length).toBeGreaterThanOrEqual(fate.afterSteps);
      await CHECKS[activity](await requireWhole(storeFolder), said, folder);
    }
  });
});
