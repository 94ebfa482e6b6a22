import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { requireCase } from "@tributary/care";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashText, testRecordStore } from "../../../../packages/care/src/record/record-store.fixture.ts";
import { openDatabase, requireDurable } from "./open-database.ts";
import { MIGRATIONS } from "./schema.ts";
import { createStoreFolder, keepOne, loseNewestEvent, query, type StoreFolder } from "./sqlite-store.fixture.ts";
import { nameStoreFiles } from "./store-files.ts";

testRecordStore("a record in SQLite", async (name) => {
  const place = createStoreFolder();
  return {
    store: await place.open({ name }),
    reopen: () => place.open({ name }),
    loseNewestEvent: async (caseId) => loseNewestEvent(place.file, caseId),
    close: async () => place.remove(),
  };
});

let lab: StoreFolder;
beforeEach(() => {
  lab = createStoreFolder();
});
afterEach(() => lab.remove());

function hashFile(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

describe("durability", () => {
  test("is set as promised: a log written ahead, synchronized with the disk at every commit; deleted bytes overwritten", async () => {
    const store = await lab.open();
    expect(query(lab.file, "PRAGMA journal_mode")).toEqual({ journal_mode: "wal" });
    lab.close(store);
    const database = await openDatabase(nameStoreFiles(lab.folder));
    const read = (name: string) => database.prepare(`PRAGMA ${name}`).get()![name];
    expect(["journal_mode", "synchronous", "secure_delete", "foreign_keys"].map(read)).toEqual(["wal", 2, 1, 1]);
    database.close();
  });

  test("that a disk cannot give is not promised", () => {
    const database = new DatabaseSync(":memory:");
    expect(() => requireDurable(database, nameStoreFiles(lab.folder))).toThrow(
      expect.objectContaining({
        code: "record-store-not-durable",
        why: expect.stringContaining("journal_mode is memory"),
      }),
    );
    database.close();
  });

  test("folder and files are for this user alone", async () => {
    await keepOne(await lab.open());
    expect(statSync(join(lab.folder, "backups")).mode & 0o777).toBe(0o700);
    expect(statSync(lab.file).mode & 0o077).toBe(0);
  });
});

describe("the schema", () => {
  const NEXT = [...MIGRATIONS, "CREATE TABLE more (what TEXT) STRICT"];

  test("of an older store is brought up to date, a backup is made before", async () => {
    const store = await lab.open();
    await keepOne(store);
    lab.close(store);
    const newer = await lab.open({ migrations: NEXT, now: () => "2026-03-09T08:00:00Z" });
    expect(query(lab.file, "PRAGMA user_version")).toEqual({ user_version: 2 });
    expect(newer.listBackups()).toEqual(["record-20260309T080000Z.db"]);
    expect(query(join(lab.folder, "backups", "record-20260309T080000Z.db"), "PRAGMA user_version")).toEqual({
      user_version: 1,
    });
    expect((await requireCase({ store: newer, hash: hashText }, "one")).stored.sequence).toBe(2);
  });

  test("that does not come through leaves the older one as it was", async () => {
    lab.close(await lab.open());
    const broken = [...MIGRATIONS, "CREATE TABLE more (what TEXT) STRICT; CREATE TABLE more (what TEXT) STRICT"];
    await expect(lab.open({ migrations: broken })).rejects.toThrow(/already exists/);
    expect(query(lab.file, "PRAGMA user_version")).toEqual({ user_version: 1 });
    expect(query(lab.file, "SELECT count(*) AS count FROM sqlite_master WHERE name = 'more'")).toEqual({ count: 0 });
  });

  test("of a newer program is refused, and the file is not touched", async () => {
    lab.close(await lab.open({ migrations: NEXT }));
    const before = hashFile(lab.file);
    await expect(lab.open()).rejects.toMatchObject({ code: "record-store-newer", where: lab.file });
    expect(hashFile(lab.file)).toBe(before);
  });

  test("is made anew where the program was killed while it made it", async () => {
    const database = new DatabaseSync(lab.file);
    database.exec("PRAGMA journal_mode = WAL");
    database.close();
    expect(statSync(lab.file).size).toBeGreaterThan(0);
    await keepOne(await lab.open());
  });

  test("of another program's database is refused, and the file is not touched", async () => {
    const database = new DatabaseSync(lab.file);
    database.exec("CREATE TABLE notes (text TEXT)");
    database.close();
    const before = hashFile(lab.file);
    await expect(lab.open()).rejects.toMatchObject({ code: "record-store-foreign" });
    expect(hashFile(lab.file)).toBe(before);
    expect(readdirSync(lab.folder)).toEqual(["record.db"]);
  });
});
