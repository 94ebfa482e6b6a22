// Runs the generator's quick tests against every mutant of its machine and lists those that no test notices.
import { spawn } from "node:child_process";
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { findEquivalence } from "./equivalent-mutants.ts";
import { listMutants, type Mutant } from "./list-mutants.ts";

const ROOT = join(import.meta.dirname, "..");
const MACHINE = "packages/model/src/generator/machine";
/** Rooms that the machine and its tests need. */
const ROOMS = ["errors", "units", "numerics", "lead", "capture", "phrenic", "generator"];
const WORKERS = 2;
/** Seconds of the parent's own ticks, which stand still while a machine is paused. */
const LIMIT_ticks = 60;

const CONFIG = `import { defineConfig } from "vitest/config";
export default defineConfig({
  test: {
    include: [
      "generator/machine/**/*.test.ts",
      "generator/tachycardia/**/*.test.ts",
      "generator/monitor/scenario-properties.test.ts",
      "generator/closed-loop/**/*.test.ts",
    ],
    exclude: ["**/*.normal.test.ts", "**/*.slow.test.ts"],
    pool: "threads", isolate: false, maxWorkers: 1, bail: 1, testTimeout: 20_000, reporters: ["dot"],
  },
});
`;

interface MutantRun {
  readonly mutant: Mutant;
  readonly isKilled: boolean;
}

export function listMachineMutants(): Mutant[] {
  const files = globSync(`${MACHINE}/*.ts`, { cwd: ROOT }).filter((file) => !/\.(?:test|fixture)\.ts$/.test(file));
  return files.sort().flatMap((file) => listMutants(relative(MACHINE, file), readFileSync(join(ROOT, file), "utf8")));
}

/** @param onRun  told of each mutant as it is done */
export async function runMutants(mutants: readonly Mutant[], onRun: (run: MutantRun) => void): Promise<MutantRun[]> {
  const runs: MutantRun[] = [];
  const queue = [...mutants];
  async function work(worker: number): Promise<void> {
    const folder = prepareCopy(worker);
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const run = { mutant, isKilled: !(await passesTests(folder, mutant)) };
      runs.push(run);
      onRun(run);
    }
    rmSync(folder, { recursive: true, force: true });
  }
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
  return runs;
}

function prepareCopy(worker: number): string {
  const folder = join(ROOT, "dist", `mutants-${process.pid}-${worker}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const room of ROOMS) cpSync(join(ROOT, "packages/model/src", room), join(folder, room), { recursive: true });
  writeFileSync(join(folder, "vitest.config.ts"), CONFIG);
  return folder;
}

async function passesTests(folder: string, mutant: Mutant): Promise<boolean> {
  const path = join(folder, "generator", "machine", mutant.file);
  const original = readFileSync(path, "utf8");
  writeFileSync(path, mutant.source);
  const status = await runVitest(folder);
  writeFileSync(path, original);
  return status === 0;
}

/** Exit status; a run that takes too long (a machine that never stops) counts as failed. */
function runVitest(folder: string): Promise<number> {
  const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
  const child = spawn(process.execPath, [vitest, "run", "--root", folder], { cwd: folder, stdio: "ignore" });
  let ticks = 0;
  const timer = setInterval(() => {
    ticks++;
    if (ticks === LIMIT_ticks) child.kill("SIGKILL");
  }, 1000);
  return new Promise((resolve) => {
    child.on("close", (code) => {
      clearInterval(timer);
      resolve(code ?? 1);
    });
  });
}

if (import.meta.main) {
  const wanted = process.argv.slice(2);
  const mutants = listMachineMutants().filter(
    ({ id }) => wanted.length === 0 || wanted.some((part) => id.includes(part)),
  );
  const equivalent = mutants.filter((mutant) => findEquivalence(mutant) !== undefined);
  const runs = await runMutants(
    mutants.filter((mutant) => findEquivalence(mutant) === undefined),
    ({ mutant, isKilled }) => {
      if (!isKilled) console.log(`survives: ${mutant.id}\n          ${mutant.line}`);
    },
  );
  for (const mutant of equivalent) console.log(`equivalent: ${mutant.id}: ${findEquivalence(mutant)}`);
  const killed = runs.filter(({ isKilled }) => isKilled).length;
  console.log(`${killed} of ${runs.length} killed (${((100 * killed) / runs.length).toFixed(1)} %)`);
}
