import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

function run(tool: string, ...args: string[]) {
  const result = spawnSync(join(ROOT, "node_modules", ".bin", tool), args, { cwd: ROOT, encoding: "utf8" });
  return { status: result.status, output: `${result.stdout}${result.stderr}` };
}

describe("the house", () => {
  test.each([
    ["every file type-checks", "tsc", ["-p", "tsconfig.json"]],
    ["the model compiles without the DOM and without Node's types", "tsc", ["-p", "packages/model/tsconfig.json"]],
    ["the intake compiles for a browser, without Node's types", "tsc", ["-p", "packages/intake/tsconfig.json"]],
    ["the workbench compiles for a browser, without Node's types", "tsc", ["-p", "apps/workbench/tsconfig.json"]],
    ["the formats compile without the DOM and without Node's types", "tsc", ["-p", "packages/formats/tsconfig.json"]],
    ["every file is formatted and free of lint", "biome", ["check", "--error-on-warnings", "."]],
    ["no export, file or dependency is unused", "knip", []],
  ])("%s", (_name, tool, args) => {
    const { status, output } = run(tool, ...args);
    expect(status, output).toBe(0);
  });
});
