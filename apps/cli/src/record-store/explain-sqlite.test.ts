import { expect, test } from "vitest";
import { explainSqlite } from "./explain-sqlite.ts";
import { nameStoreFiles } from "./store-files.ts";

/** Extended result codes, https://sqlite.org/rescode.html. */
test.each([
  ["writing failed on a full disk", 778, 0, "record-store-full"],
  ["no room for the shared memory of a full disk", 4874, 4096, "record-store-full"],
  ["writing failed on a disk with room", 778, 1e9, "record-store-disk"],
  ["reading failed on a disk with room", 266, 1e9, "record-store-disk"],
  ["full by itself", 13, 1e9, "record-store-full"],
  ["locked by another connection", 262, 1e9, "record-store-busy"],
  ["a folder in which nothing can be written", 1032, 1e9, "record-store-read-only"],
  ["a page that cannot be right", 267, 1e9, "record-store-damaged"],
])("%s (%i) is told as what it is", async (_, errcode, free_bytes, code) => {
  const context = { files: nameStoreFiles("/nowhere"), wait_ms: 20, freeSpace_bytes: () => free_bytes };
  const fail = async () => {
    throw Object.assign(new Error("disk I/O error"), { errcode });
  };
  await expect(explainSqlite(context, fail)).rejects.toMatchObject({ code });
});

test("what SQLite did not say stays what it is", async () => {
  const context = { files: nameStoreFiles("/nowhere"), wait_ms: 20 };
  const fail = async () => {
    throw new RangeError("a defect");
  };
  await expect(explainSqlite(context, fail)).rejects.toThrow(RangeError);
});
