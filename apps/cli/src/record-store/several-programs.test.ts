import { chmodSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { recordChanges, requireCase } from "@tributary/care";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashText, NYHA, TOLD } from "../../../../packages/care/src/record/record-store.fixture.ts";
import { restoreStore } from "./restore-store.ts";
import { openSqliteRecordStore } from "./sqlite-record-store.ts";
import { createStoreFolder, keepOne, query, type StoreFolder } from "./sqlite-store.fixture.ts";

let lab: StoreFolder;
beforeEach(() => {
  lab = createStoreFolder();
});
afterEach(() => lab.remove());

describe("two programs at once", () => {
  test("write to different cases without loss", async () => {
    const [one, two] = [await keepOne(await lab.open()), await keepOne(await lab.open(), "two")];
    for (let count = 0; count < 10; count++) {
      await Promise.all([recordChanges(one, "one", [NYHA], TOLD), recordChanges(two, "two", [NYHA], TOLD)]);
    }
    const cases = await one.store.listCases();
    expect(cases.map(({ stored }) => stored.sequence)).toEqual([12, 12]);
    for (const caseId of ["one", "two"]) await requireCase(two, caseId);
  });

  test("that write to one case: the first is kept, the second is told that the case moved on", async () => {
    const one = await keepOne(await lab.open());
    const two = { store: await lab.open(), hash: hashText };
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
    const store = await lab.open({ wait_ms: 20 });
    const keeper = await keepOne(store);
    const other = new DatabaseSync(lab.file);
    other.exec("BEGIN IMMEDIATE");
    await expect(recordChanges(keeper, "one", [NYHA], TOLD)).rejects.toMatchObject({ code: "record-store-busy" });
    other.exec("ROLLBACK");
    other.close();
    expect((await recordChanges(keeper, "one", [NYHA], TOLD)).map(({ sequence }) => sequence)).toEqual([3]);
  });

  test("that does not fit on the disk", async () => {
    const keeper = await keepOne(await lab.open({ mostPages: 60 }));
    const large = { ...TOLD, why: "x".repeat(400_000) };
    await expect(recordChanges(keeper, "one", [NYHA], large)).rejects.toMatchObject({ code: "record-store-full" });
    expect((await requireCase(keeper, "one")).stored.sequence).toBe(2);
    expect(query(lab.file, "PRAGMA integrity_check")).toEqual({ integrity_check: "ok" });
  });

  test.runIf(process.platform !== "win32")("where this user may not write", async () => {
    const store = await lab.open();
    await keepOne(store);
    lab.close(store);
    await expect(asReader(() => lab.open())).rejects.toMatchObject({ code: "record-store-read-only" });
    await expect(asReader(() => openSqliteRecordStore(join(lab.folder, "backups", "below")))).rejects.toMatchObject({
      code: "record-store-read-only",
    });
  });

  test("after the file was replaced under a running program", async () => {
    const store = await lab.open();
    const keeper = await keepOne(store);
    await store.backUp("2026-03-09T08:00:00Z");
    await restoreStore(lab.folder, "2026-03-09T09:00:00Z");
    await expect(recordChanges(keeper, "one", [NYHA], TOLD)).rejects.toMatchObject({ code: "record-store-replaced" });
  });
});

/** As a user who may not write here: root may everywhere, so it becomes someone else meanwhile. */
async function asReader<Result>(action: () => Promise<Result>): Promise<Result> {
  const [user, group] = [process.geteuid!(), process.getegid!()];
  if (user === 0) {
    process.setegid!(65_534);
    process.seteuid!(65_534);
  } else chmodSync(lab.folder, 0o500);
  try {
    return await action();
  } finally {
    if (user === 0) {
      process.seteuid!(user);
      process.setegid!(group);
    } else chmodSync(lab.folder, 0o700);
  }
}
