import { spawnSync } from "node:child_process";
import { truncateSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createTempFolder, expectRefusal, runCli } from "./run-cli.fixture.ts";

const folder = createTempFolder();
afterAll(() => folder.remove());

const MAIN = join(import.meta.dirname, "..", "src", "main.ts");

test("tributary record keeps a case from one run to the next, and names the backup when its file is damaged", async () => {
  const store = ["--store", join(folder.path, "store")];
  const by = ["--by", "Dr. Weiss", "--why", "referred"];
  expect(await runCli("record", "create", "built-in", ...store, ...by)).toMatchObject({ code: 0, stderr: "" });
  expect(await runCli("record", "backup", ...store)).toMatchObject({ code: 0, stderr: "" });
  const listed = JSON.parse((await runCli("record", "list", "--json", ...store)).stdout);
  expect(listed.cases).toEqual([{ caseId: "built-in", state: "referred", owner: listed.store, events: 2 }]);
  truncateSync(join(folder.path, "store", "record.db"), 5000);
  expectRefusal(await runCli("record", "list", ...store), { code: "record-store-damaged" });
});

test("a Node without SQLite is told in words what to do; every other command works there", () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--no-experimental-sqlite", MAIN, ...args], {
      encoding: "utf8",
    });
    return { code: status, stdout, stderr };
  };
  expectRefusal(run("record", "list", "--store", join(folder.path, "none")), { code: "record-engine-missing" });
  expect(run("indication", "built-in")).toMatchObject({ code: 0, stderr: "" });
});
