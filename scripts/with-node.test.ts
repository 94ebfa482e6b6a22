import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
// @ts-expect-error plain JavaScript without types, because an old Node has to run it
import { isInstallNeeded, isNodeRecentEnough, pinnedNodePath } from "./with-node.mjs";

const ROOT = join(import.meta.dirname, "..");
const scratch = mkdtempSync(join(tmpdir(), "with-node-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("with-node", () => {
  test.each([
    ["v18.19.0", false],
    ["v20.20.2", false],
    ["v22.17.9", false],
    ["v22.18.0", true],
    ["v24.21.0", true],
    ["v26.0.0", true],
  ])("Node %s is recent enough: %s", (version, expected) => {
    expect(isNodeRecentEnough(version)).toBe(expected);
  });

  test("an install is needed without node_modules, and again when the lockfile is newer", () => {
    const root = join(scratch, "fresh");
    mkdirSync(root, { recursive: true });
    writeFileSync(join(root, "package-lock.json"), "{}");
    expect(isInstallNeeded(root)).toBe(true);
    mkdirSync(join(root, "node_modules"));
    writeFileSync(join(root, "node_modules", ".package-lock.json"), "{}");
    expect(isInstallNeeded(root)).toBe(false);
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(root, "package-lock.json"), later, later);
    expect(isInstallNeeded(root)).toBe(true);
  });

  test("a machine without a pinned Node is told so by undefined", () => {
    expect(pinnedNodePath(scratch)).toBeUndefined();
  });

  test("the Node that started this run, however old, gets a script to run on a recent one", () => {
    const startedBy = process.env["TRIBUTARY_STARTED_BY"] ?? process.execPath;
    const script = "scripts/print-node-version.ts";
    const run = spawnSync(startedBy, [join(ROOT, "scripts/with-node.mjs"), script], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(isNodeRecentEnough(run.stdout.trim())).toBe(true);
  });

  test("where no Node will do, the five-part error names the version wanted", () => {
    const root = join(scratch, "other-system");
    mkdirSync(join(root, "scripts"), { recursive: true });
    mkdirSync(join(root, "node_modules"));
    cpSync(join(ROOT, "scripts/with-node.mjs"), join(root, "scripts/with-node.mjs"));
    writeFileSync(join(root, "package-lock.json"), "{}");
    writeFileSync(join(root, "node_modules", ".package-lock.json"), "{}");
    const fakeOld = `Object.defineProperty(process, "version", { value: "v20.0.0" });`;
    writeFileSync(join(root, "old.cjs"), fakeOld);
    const run = spawnSync(
      process.execPath,
      ["--require", join(root, "old.cjs"), join(root, "scripts/with-node.mjs"), "x.ts"],
      { encoding: "utf8" },
    );
    expect(run.status).toBe(1);
    for (const part of ["error node-too-old", "what:", "where:", "why:", "v20.0.0", "fix:", "Node 22.18"]) {
      expect(run.stderr).toContain(part);
    }
  });
});
