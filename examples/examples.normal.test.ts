import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const EXPECTED: Record<string, string[]> = JSON.parse(
  readFileSync(join(import.meta.dirname, "expected-output.json"), "utf8"),
);
const scripts = globSync("*.ts", { cwd: import.meta.dirname }).filter((name) => !name.endsWith(".test.ts"));

test("every example has its output recorded", () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(scripts.sort());
});

test.each(scripts)("%s prints what it printed when it was written", (name) => {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, name)], { encoding: "utf8" });
  expect(run.stderr).toBe("");
  expect(run.stdout.trim().split("\n")).toEqual(EXPECTED[name]);
});
