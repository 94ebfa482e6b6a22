import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

// The model and the formats use no Node API, so compiled to JavaScript they run on the Node that started this run,
// which may be older than the one the scripts need.
const ROOT = join(import.meta.dirname, "..");
const DIST = join(ROOT, "dist", "old-node");
const STARTED_BY = process.env["TRIBUTARY_STARTED_BY"] ?? process.execPath;

function compile(name: "model" | "formats"): void {
  const outDir = join(DIST, "node_modules", "@tributary", name);
  const tsc = join(ROOT, "node_modules", ".bin", "tsc");
  const args = ["-p", `packages/${name}/tsconfig.json`, "--noEmit", "false", "--rootDir", `packages/${name}/src`];
  const run = spawnSync(tsc, [...args, "--outDir", outDir], { cwd: ROOT, encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stdout);
  writeFileSync(join(outDir, "package.json"), JSON.stringify({ type: "module", exports: "./index.js" }));
}

beforeAll(() => {
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST, { recursive: true });
  compile("model");
  compile("formats");
});
afterAll(() => rmSync(DIST, { recursive: true, force: true }));

test("the compiled model and formats load and compute on the Node that started this run", () => {
  const script = join(DIST, "smoke.mjs");
  writeFileSync(
    script,
    `import { createRandom, TributaryError } from "@tributary/model";
     import * as formats from "@tributary/formats";
     if (!(new TributaryError({ code: "a", what: "b", where: "c", why: "d", fix: "e" }) instanceof Error)) throw 1;
     console.log(process.version, createRandom(42).uniform().toFixed(9), Object.keys(formats).length > 0);`,
  );
  const run = spawnSync(STARTED_BY, [script], { encoding: "utf8" });
  expect(run.stderr).toBe("");
  const version = spawnSync(STARTED_BY, ["--version"], { encoding: "utf8" }).stdout.trim();
  expect(run.stdout).toContain(version);
  expect(run.stdout).toContain("true");
});
