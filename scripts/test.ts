// Runs one of the suites (quick, normal, slow); further arguments go to Vitest (a file name, -t "a test's name").
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [suite = "normal", ...rest] = process.argv.slice(2);
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const run = spawnSync(process.execPath, [vitest, "run", ...rest], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, TRIBUTARY_SUITE: suite },
});
process.exit(run.status ?? 1);
