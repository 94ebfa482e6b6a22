import { createHash } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  closeSync,
  existsSync,
  globSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  eraseRecord,
  openRecord,
  type RecordKeeper,
  recordChanges,
  requireCase,
  verifyStoredCase,
} from "@tributary/care";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createContent,
  hashText,
  NYHA,
  TOLD,
  testRecordStore,
} from "../../../../packages/care/src/record/record-store.fixture.ts";
import { openDatabase, requireDurable } from "./open-database.ts";
import { restoreStore } from "./restore-store.ts";
import { MIGRATIONS } from "./schema.ts";
import { openSqliteRecordStore, type SqliteRecordStore, type SqliteStoreOptions } from "./sqlite-record-store.ts";
import { nameStoreFiles } from "./store-files.ts";

testRecordStore("a record in SQLite", async (name) => {
  const place = mkdtempSync(join(tmpdir(), "tributary-record-"));
  const opened: SqliteRecordStore[] = [];
  const openOne = async () => {
    const store = await openSqliteRecordStore(place, { name });
    opened.push(store);
    return store;
  };
  return {
    store: await openOne(),
    reopen: openOne,
    loseNewestEvent: async (caseId) => {
      const database = new DatabaseSync(join(place, "record.db"));
      database
        .prepare(
          "DELETE FROM events WHERE case_id = ? AND sequence = (SELECT max(sequence) FROM events WHERE case_id = ?)",
        )
        .run(caseId, caseId);
      database.close();
    },
    close: async () => {
      for (const store of opened) store.close();
      rmSync(place, { recursive: true, force: true });
    },
  };
});

let folder: string;
let file: string;
const opened: SqliteRecordStore[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-record-"));
  file = join(folder, "record.db");
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(options: SqliteStoreOptions = {}): Promise<SqliteRecordStore> {
  const store = await openSqliteRecordStore(folder, { name: "lab", ...options });
  opened.push(store);
  return store;
}

function close(store: SqliteRecordStore): void {
  opened.splice(opened.indexOf(store), 1);
  store.close();
}

async function keepOne(store: SqliteRecordStore, caseId = "one"): Promise<RecordKeeper> {
  const keeper = { store, hash: hashText };
  await openRecord(keeper, caseId, createContent(), TOLD);
  return keeper;
}

/** SQL on the file of the store, as another program would. */
function query(sql: string, path = file): unknown {
  const database = new DatabaseSync(path);
  try {
    return database.prepare(sql).get();
  } finally {
    database.close();
  }
}

function hashFile(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

describe("durability", () => {
  test("is set as promised: a log written ahead, synchronized with the disk at every commit; deleted bytes overwritten", async () => {
    const store = await open();
    expect(query("PRAGMA journal_mode")).toEqual({ journal_mode: "wal" });
    close(store);
    const database = await openDatabase(nameStoreFiles(folder));
    const read = (name: string) => database.prepare(`PRAGMA ${name}`).get()![name];
    expect(["journal_mode", "synchronous", "secure_delete", "foreign_keys"].map(read)).toEqual(["wal", 2, 1, 1]);
    database.close();
  });

  test("that a disk cannot give is not promised", () => {
    const database = new DatabaseSync(":memory:");
    expect(() => requireDurable(database, nameStoreFiles(folder))).toThrow(
      expect.objectContaining({
        code: "record-store-not-durable",
        why: expect.stringContaining("journal_mode is memory"),
      }),
    );
    database.close();
  });

  test("folder and files are for this user alone", async () => {
    await keepOne(await open());
    expect(statSync(join(folder, "backups")).mode & 0o777).toBe(0o700);
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe("the schema", () => {
  const NEXT = [...MIGRATIONS, "CREATE TABLE more (what TEXT) STRICT"];

  test("of an older store is brought up to date, a backup is made before", async () => {
    const store = await open();
    await keepOne(store);
    close(store);
    const newer = await open({ migrations: NEXT, now: () => "2026-03-09T08:00:00Z" });
    expect(query("PRAGMA user_version")).toEqual({ user_version: 2 });
    expect(newer.listBackups()).toEqual(["record-20260309T080000Z.db"]);
    expect(query("PRAGMA user_version", join(folder, "backups", "record-20260309T080000Z.db"))).toEqual({
      user_version: 1,
    });
    expect((await requireCase({ store: newer, hash: hashText }, "one")).stored.sequence).toBe(2);
  });

  test("that does not come through leaves the older one as it was", async () => {
    close(await open());
    const broken = [...MIGRATIONS, "CREATE TABLE more (what TEXT) STRICT; CREATE TABLE more (what TEXT) STRICT"];
    await expect(open({ migrations: broken })).rejects.toThrow(/already exists/);
    expect(query("PRAGMA user_version")).toEqual({ user_version: 1 });
    expect(query("SELECT count(*) AS count FROM sqlite_master WHERE name = 'more'")).toEqual({ count: 0 });
  });

  test("of a newer program is refused, and the file is not touched", async () => {
    close(await open({ migrations: NEXT }));
    const before = hashFile(file);
    await expect(open()).rejects.toMatchObject({ code: "record-store-newer", where: file });
    expect(hashFile(file)).toBe(before);
  });

  test("is made anew where the program was killed while it made it", async () => {
    const database = new DatabaseSync(file);
    database.exec("PRAGMA journal_mode = WAL");
    database.close();
    expect(statSync(file).size).toBeGreaterThan(0);
    await keepOne(await open());
  });

  test("of another program's database is refused, and the file is not touched", async () => {
    const database = new DatabaseSync(file);
    database.exec("CREATE TABLE notes (text TEXT)");
    database.close();
    const before = hashFile(file);
    await expect(open()).rejects.toMatchObject({ code: "record-store-foreign" });
    expect(hashFile(file)).toBe(before);
    expect(readdirSync(folder)).toEqual(["record.db"]);
  });
});

describe("two programs at once", () => {
  test("write to different cases without loss", async () => {
    const [one, two] = [await keepOne(await open()), await keepOne(await open(), "two")];
    for (let count = 0; count < 10; count++) {
      await Promise.all([recordChanges(one, "one", [NYHA], TOLD), recordChanges(two, "two", [NYHA], TOLD)]);
    }
    const cases = await one.store.listCases();
    expect(cases.map(({ stored }) => stored.sequence)).toEqual([12, 12]);
    for (const caseId of ["one", "two"]) await requireCase(two, caseId);
  });

  test("that write to one case: the first is kept, the second is told that the case moved on", async () => {
    const one = await keepOne(await open());
    const two = { store: await open(), hash: hashText };
    const results = await Promise.allSettled([
      recordChanges(one, "one", [NYHA], { ...TOLD, by: "Dr. Weiss" }),
      recordChanges(two, "one", [NYHA], { ...TOLD, by: "Dr. Kaya" }),
    ]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.map(({ reason }) => reason)).toMatchObject([{ code: "record-moved-on" }]);
    expect((await requireCase(two, "one")).stored.sequence).toBe(3);
  });
});

describe("refused, with nothing written, is an entry", () => {
  test("while another program writes", async () => {
    const store = await open({ wait_ms: 20 });
    const keeper = await keepOne(store);
    const other = new DatabaseSync(file);
    other.exec("BEGIN IMMEDIATE");
    await expect(recordChanges(keeper, "one", [NYHA], TOLD)).rejects.toMatchObject({ code: "record-store-busy" });
    other.exec("ROLLBACK");
    other.close();
    expect((await recordChanges(keeper, "one", [NYHA], TOLD)).map(({ sequence }) => sequence)).toEqual([3]);
  });

  test("that does not fit on the disk", async () => {
    const keeper = await keepOne(await open({ mostPages: 60 }));
    const large = { ...TOLD, why: "x".repeat(400_000) };
    await expect(recordChanges(keeper, "one", [NYHA], large)).rejects.toMatchObject({ code: "record-store-full" });
    expect((await requireCase(keeper, "one")).stored.sequence).toBe(2);
    expect(query("PRAGMA integrity_check")).toEqual({ integrity_check: "ok" });
  });

  test.runIf(process.platform !== "win32")("where this user may not write", async () => {
    const store = await open();
    await keepOne(store);
    close(store);
    await expect(asReader(() => open())).rejects.toMatchObject({ code: "record-store-read-only" });
    await expect(asReader(() => openSqliteRecordStore(join(folder, "backups", "below")))).rejects.toMatchObject({
      code: "record-store-read-only",
    });
  });

  test("after the file was replaced under a running program", async () => {
    const store = await open();
    const keeper = await keepOne(store);
    await store.backUp("2026-03-09T08:00:00Z");
    await restoreStore(folder, "2026-03-09T09:00:00Z");
    await expect(recordChanges(keeper, "one", [NYHA], TOLD)).rejects.toMatchObject({ code: "record-store-replaced" });
  });
});

/** As a user who may not write here: root may everywhere, so it becomes someone else meanwhile. */
async function asReader<Result>(action: () => Promise<Result>): Promise<Result> {
  const [user, group] = [process.geteuid!(), process.getegid!()];
  if (user === 0) {
    process.setegid!(65_534);
    process.seteuid!(65_534);
  } else chmodSync(folder, 0o500);
  try {
    return await action();
  } finally {
    if (user === 0) {
      process.seteuid!(user);
      process.setegid!(group);
    } else chmodSync(folder, 0o700);
  }
}

describe("a damaged file", () => {
  async function keepAndBackUp(): Promise<string> {
    const store = await open();
    const keeper = await keepOne(store);
    const path = await store.backUp("2026-03-09T08:00:00Z");
    await recordChanges(keeper, "one", [NYHA], TOLD);
    close(store);
    return path;
  }

  test.each<[string, () => void]>([
    ["whose last page was written half", () => truncateSync(file, statSync(file).size - 2048)],
    ["of which a page in the middle is not the one that was written", () => overwrite(file, 4096 * 2, 4096)],
    ["that begins with something else", () => overwrite(file, 0, 100)],
  ])("%s is found when it is opened, and the newest good backup is offered", async (_, damage) => {
    const backup = await keepAndBackUp();
    damage();
    await expect(open()).rejects.toMatchObject({
      code: "record-store-damaged",
      fix: expect.stringContaining(backup),
    });

    const restored = await restoreStore(folder, "2026-03-09T09:00:00Z");
    expect(restored).toMatchObject({ backup: "record-20260309T080000Z.db", lost: [{ caseId: "one", from: 3, to: 2 }] });
    expect(existsSync(restored.putAside!)).toBe(true);
    const keeper = { store: await open(), hash: hashText };
    expect((await requireCase(keeper, "one")).stored.sequence).toBe(2);
    await recordChanges(keeper, "one", [NYHA], TOLD);
  });

  test("with no good backup says so", async () => {
    const backup = await keepAndBackUp();
    overwrite(backup, 4096, 4096);
    truncateSync(file, 5000);
    await expect(open()).rejects.toMatchObject({ code: "record-store-damaged", fix: /^No good backup/ });
    await expect(restoreStore(folder, "2026-03-09T09:00:00Z")).rejects.toMatchObject({ code: "record-backup-missing" });
  });

  test("that was restored lacks a case that came later: it is told as lost", async () => {
    await keepAndBackUp();
    const store = await open();
    await keepOne(store, "two");
    close(store);
    rmSync(file);
    for (const companion of ["-wal", "-shm"]) rmSync(`${file}${companion}`, { force: true });
    const empty = await open();
    expect([...(await empty.listLostCases())].sort()).toEqual(["one", "two"]);
    close(empty);
    const { lost } = await restoreStore(folder, "2026-03-09T09:00:00Z");
    expect([...lost].sort((a, b) => (a.caseId < b.caseId ? -1 : 1))).toEqual([
      { caseId: "one", from: 3, to: 2 },
      { caseId: "two", from: 2, to: 0 },
    ]);
    expect(await (await open()).listLostCases()).toEqual([]);
  });

  test("whose log of SQLite lost its last commit shows what is missing", async () => {
    const store = await open();
    const keeper = await keepOne(store);
    const wal = `${file}-wal`;
    const before = statSync(wal).size;
    await recordChanges(keeper, "one", [NYHA], TOLD);
    const [database, log] = [readFileSync(file), readFileSync(wal).subarray(0, before + 100)];
    close(store);
    writeFileSync(file, database);
    writeFileSync(wal, log);
    const stored = await (await open()).readCase("one");
    expect(await verifyStoredCase(stored!, hashText)).toMatchObject([{ sequence: 3, why: /missing/ }]);
  });
});

function overwrite(path: string, at: number, length: number): void {
  const descriptor = openSync(path, "r+");
  writeSync(descriptor, new Uint8Array(length).fill(0xa5), 0, length, at);
  closeSync(descriptor);
}

describe("a backup", () => {
  test("holds what was written up to it, also by others that are still open", async () => {
    const store = await open();
    await keepOne(store);
    await keepOne(await open(), "two");
    const path = await store.backUp("2026-03-09T08:00:00Z");
    expect(query("SELECT count(*) AS count FROM cases", path)).toEqual({ count: 2 });
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readdirSync(join(folder, "backups"))).toEqual(["record-20260309T080000Z.db"]);
  });

  test("that was cut short is no backup, and goes with the next one", async () => {
    const store = await open();
    await keepOne(store);
    const partial = join(folder, "backups", "record-20260101T000000Z.db.77.partial");
    appendFileSync(partial, "half");
    expect(store.listBackups()).toEqual([]);
    await store.backUp("2026-03-09T08:00:00Z");
    expect(existsSync(partial)).toBe(false);
  });
});

test("of an erased case no byte is left in the folder: not in pages, logs, backups, heads or what was put aside", async () => {
  const store = await open();
  const keeper = await keepOne(store);
  const secret = { ...TOLD, why: "Mueller-Luedenscheidt told us" };
  await recordChanges(keeper, "one", [NYHA], secret);
  await store.backUp("2026-03-09T08:00:00Z");
  close(store);
  await restoreStore(folder, "2026-03-09T09:00:00Z");
  const again = await open();
  await recordChanges({ store: again, hash: hashText }, "one", [NYHA], secret);
  await again.backUp("2026-03-09T10:00:00Z");
  const [head] = globSync("heads/*.json", { cwd: folder });
  for (const left of ["record.db.77.partial", `backups/record-20260101T000000Z.db.77.partial`, `${head}.77.partial`]) {
    writeFileSync(join(folder, left), "of a program that was killed, with Mueller-Luedenscheidt in it");
  }
  expect(findText("Mueller-Luedenscheidt").length).toBeGreaterThanOrEqual(6);

  await keepOne(again, "two");
  await again.backUp("2026-03-09T11:00:00Z");
  const erased = { by: "Dr. Weiss", at: "2026-04-01T00:00:00Z", reason: "patientRequest" } as const;
  await eraseRecord({ store: again, hash: hashText }, "one", erased);
  expect(findText("Mueller-Luedenscheidt")).toEqual([]);
  expect(findText('"caseId":"one"')).toEqual([]);
  const kept = again
    .listBackups()
    .map((name) => query("SELECT group_concat(case_id) AS ids FROM cases", join(folder, "backups", name)));
  expect(kept).toEqual([{ ids: "two" }, { ids: null }, { ids: null }]);
  expect((await requireCase({ store: again, hash: hashText }, "two")).stored.sequence).toBe(2);
  expect(await again.listTombstones()).toHaveLength(1);
});

function findText(text: string): string[] {
  const files = globSync("**", { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile());
  return files.filter((path) => readFileSync(join(folder, path)).includes(text));
}
