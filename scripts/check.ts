// Types, lint, format and unused code, in that order; `--write` formats and applies safe fixes first.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name: string) => join(root, "node_modules", ".bin", name);
const checks: [string, string[]][] = [
  ["tsc", ["-p", "packages/model/tsconfig.json"]],
  ["tsc", ["-p", "packages/formats/tsconfig.json"]],
  ["tsc", ["-p", "packages/intake/tsconfig.json"]],
  ["tsc", ["-p", "apps/workbench/tsconfig.json"]],
  ["tsc", ["-p", "tsconfig.json"]],
  ["biome", ["check", "--error-on-warnings", "."]],
  ["knip", []],
];
if (process.argv.includes("--write")) checks.unshift(["biome", ["check", "--write", "."]]);

let failures = 0;
for (const [name, args] of checks) {
  const run = spawnSync(bin(name), args, { cwd: root, stdio: "inherit" });
  if (run.status !== 0) failures++;
  console.log(`${run.status === 0 ? "ok  " : "FAIL"} ${name} ${args.join(" ")}`);
}
process.exit(failures === 0 ? 0 : 1);
