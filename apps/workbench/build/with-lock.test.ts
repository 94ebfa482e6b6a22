import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withLock } from "./with-lock.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-lock-"));
  path = join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("two works under one lock do not overlap, and leave nothing behind", async () => {
  const told: string[] = [];
  const work = (name: string) => async () => {
    told.push(`${name} begins`);
    await Promise.resolve();
    told.push(`${name} ends`);
  };
  await Promise.all([withLock(path, work("first")), withLock(path, work("second"))]);
  expect(told).toEqual(["first begins", "first ends", "second begins", "second ends"]);
  expect(existsSync(path)).toBe(false);
});

test("a lock whose process is gone holds nobody up", async () => {
  writeFileSync(path, "999999999");
  let isDone = false;
  await withLock(path, async () => {
    isDone = true;
  });
  expect(isDone).toBe(true);
});

test("work that fails gives the lock back", async () => {
  await expect(withLock(path, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(existsSync(path)).toBe(false);
});
