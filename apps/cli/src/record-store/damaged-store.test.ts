import {
  appendFileSync,
  closeSync,
  existsSync,
  globSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { eraseRecord, recordChanges, requireCase, verifyStoredCase } from "@tributary/care";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashText, NYHA, TOLD } from "../../../../packages/care/src/record/record-store.fixture.ts";
import { restoreStore } from "./restore-store.ts";
import { createStoreFolder, keepOne, query, type StoreFolder } from "./sqlite-store.fixture.ts";

let lab: StoreFolder;
beforeEach(() => {
  lab = createStoreFolder();
});
afterEach(() => lab.remove());

describe("a damaged file", () => {
  async function keepAndBackUp(): Promise<string> {
    const store = await lab.open();
    const keeper = await keepOne(store);
    const path = await store.backUp("2026-03-09T08:00:00Z");
    await recordChanges(keeper, "one", [NYHA], TOLD);
    lab.close(store);
    return path;
  }

  test.each<[string, () => void]>([
    ["whose last page was written half", () => truncateSync(lab.file, statSync(lab.file).size - 2048)],
    ["of which a page in the middle is not the one that was written", () => overwrite(lab.file, 4096 * 2, 4096)],
    ["that begins with something else", () => overwrite(lab.file, 0, 100)],
  ])("%s is found when it is opened, and the newest good backup is offered", async (_, damage) => {
    const backup = await keepAndBackUp();
    damage();
    await expect(lab.open()).rejects.toMatchObject({
      code: "record-store-damaged",
      fix: expect.stringContaining(backup),
    });

    const restored = await restoreStore(lab.folder, "2026-03-09T09:00:00Z");
    expect(restored).toMatchObject({ backup: "record-20260309T080000Z.db", lost: [{ caseId: "one", from: 3, to: 2 }] });
    expect(existsSync(restored.putAside!)).toBe(true);
    const keeper = { store: await lab.open(), hash: hashText };
    expect((await requireCase(keeper, "one")).stored.sequence).toBe(2);
    await recordChanges(keeper, "one", [NYHA], TOLD);
  });

  test("with no good backup says so", async () => {
    const backup = await keepAndBackUp();
    overwrite(backup, 4096, 4096);
    truncateSync(lab.file, 5000);
    await expect(lab.open()).rejects.toMatchObject({ code: "record-store-damaged", fix: /^No good backup/ });
    await expect(restoreStore(lab.folder, "2026-03-09T09:00:00Z")).rejects.toMatchObject({
      code: "record-backup-missing",
    });
  });

  test("that was restored lacks a case that came later: it is told as lost", async () => {
    await keepAndBackUp();
    const store = await lab.open();
    await keepOne(store, "two");
    lab.close(store);
    rmSync(lab.file);
    for (const companion of ["-wal", "-shm"]) rmSync(`${lab.file}${companion}`, { force: true });
    const empty = await lab.open();
    expect([...(await empty.listLostCases())].sort()).toEqual(["one", "two"]);
    lab.close(empty);
    const { lost } = await restoreStore(lab.folder, "2026-03-09T09:00:00Z");
    expect([...lost].sort((a, b) => (a.caseId < b.caseId ? -1 : 1))).toEqual([
      { caseId: "one", from: 3, to: 2 },
      { caseId: "two", from: 2, to: 0 },
    ]);
    expect(await (await lab.open()).listLostCases()).toEqual([]);
  });

  test("whose log of SQLite lost its last commit shows what is missing", async () => {
    const store = await lab.open();
    const keeper = await keepOne(store);
    const wal = `${lab.file}-wal`;
    const before = statSync(wal).size;
    await recordChanges(keeper, "one", [NYHA], TOLD);
    const [database, log] = [readFileSync(lab.file), readFileSync(wal).subarray(0, before + 100)];
    lab.close(store);
    writeFileSync(lab.file, database);
    writeFileSync(wal, log);
    const stored = await (await lab.open()).readCase("one");
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
    const store = await lab.open();
    await keepOne(store);
    await keepOne(await lab.open(), "two");
    const path = await store.backUp("2026-03-09T08:00:00Z");
    expect(query(path, "SELECT count(*) AS count FROM cases")).toEqual({ count: 2 });
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readdirSync(join(lab.folder, "backups"))).toEqual(["record-20260309T080000Z.db"]);
  });

  test("that was cut short is no backup, and goes with the next one", async () => {
    const store = await lab.open();
    await keepOne(store);
    const partial = join(lab.folder, "backups", "record-20260101T000000Z.db.77.partial");
    appendFileSync(partial, "half");
    expect(store.listBackups()).toEqual([]);
    await store.backUp("2026-03-09T08:00:00Z");
    expect(existsSync(partial)).toBe(false);
  });
});

test("of an erased case no byte is left in the folder: not in pages, logs, backups, heads or what was put aside", async () => {
  const store = await lab.open();
  const keeper = await keepOne(store);
  const secret = { ...TOLD, why: "Mueller-Luedenscheidt told us" };
  await recordChanges(keeper, "one", [NYHA], secret);
  await store.backUp("2026-03-09T08:00:00Z");
  lab.close(store);
  await restoreStore(lab.folder, "2026-03-09T09:00:00Z");
  const again = await lab.open();
  await recordChanges({ store: again, hash: hashText }, "one", [NYHA], secret);
  await again.backUp("2026-03-09T10:00:00Z");
  const [head] = globSync("heads/*.json", { cwd: lab.folder });
  for (const left of ["record.db.77.partial", `backups/record-20260101T000000Z.db.77.partial`, `${head}.77.partial`]) {
    writeFileSync(join(lab.folder, left), "of a program that was killed, with Mueller-Luedenscheidt in it");
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
    .map((name) => query(join(lab.folder, "backups", name), "SELECT group_concat(case_id) AS ids FROM cases"));
  expect(kept).toEqual([{ ids: "two" }, { ids: null }, { ids: null }]);
  expect((await requireCase({ store: again, hash: hashText }, "two")).stored.sequence).toBe(2);
  expect(await again.listTombstones()).toHaveLength(1);
});

function findText(text: string): string[] {
  const files = globSync("**", { cwd: lab.folder }).filter((path) => statSync(join(lab.folder, path)).isFile());
  return files.filter((path) => readFileSync(join(lab.folder, path)).includes(text));
}
