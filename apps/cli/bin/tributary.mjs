#!/usr/bin/env node
// The installed command: hands over to a recent enough Node, then runs the command line.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Ctrl-C goes to the command too, which ends in order; its exit code is passed on.
process.on("SIGINT", () => {});

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const run = spawnSync(
  process.execPath,
  [join(root, "scripts", "with-node.mjs"), "apps/cli/src/main.ts", ...process.argv.slice(2)],
  { stdio: "inherit" },
);
process.exit(run.status ?? 130);
