// Times the workbench in Chromium as a person meets it: node scripts/with-node.mjs bench/run-workbench-bench.ts. Every time
// is also given as a ratio to the reference eikonal solver on 101 000 nodes in this same run, since machines differ and are
// shared.
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { formatCase } from "@tributary/formats";
import { BUILT_IN_CASE } from "@tributary/intake";
import type { CDPSession, Page } from "playwright-core";
import { createTempFolder } from "../apps/cli/test/run-cli.fixture.ts";
import { openWorkbench } from "../apps/workbench/test/open-workbench.fixture.ts";
import { BENCH_EDGE_mm, benchSolvers } from "./activation-bench.ts";
import { createBiventricularProblem } from "./biventricular-problem.ts";

const PLAN_LIMIT_ms = 900_000;
const ANSWER_LIMIT_ms = 20_000;
const CHANGE_COUNT = 200;
const LOOP_COUNT = 10;
const REFERENCE_ROUNDS = 3;

interface Figure {
  readonly quantity: string;
  readonly value: number;
  readonly unit: "s" | "ms" | "kB" | "MB" | "CPU s";
  readonly goal: number | undefined;
}

/** Runs in the page: sets a slider as a person does and waits for what changes. */
const CHANGE = `async (label, value, wait) => {
  const input = [...document.querySelectorAll(".setting input[type=range]")].find((own) => own.labels[0].textContent === label);
  const start = performance.now();
  const seen = wait(start);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, String(value));
  input.dispatchEvent(new Event("input", { bubbles: true }));
  return seen;
}`;
const WAIT_FOR_PICTURES = `(start) => new Promise((resolve) => {
  const observer = new MutationObserver(() => {
    observer.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - start));
  });
  observer.observe(document.querySelector(".answers"), { childList: true, subtree: true });
})`;
const WAIT_FOR_LOOPS = `(start) => new Promise((resolve) => {
  let estimate;
  const observer = new MutationObserver(() => {
    const kind = document.querySelector(".pump > .card:last-child table tbody tr:last-child td:last-child")?.textContent;
    if (kind === "estimate") estimate ??= performance.now() - start;
    if (kind !== "periodic beat" || estimate === undefined) return;
    observer.disconnect();
    resolve([estimate, performance.now() - start]);
  });
  observer.observe(document.querySelector(".pump"), { childList: true, subtree: true, characterData: true });
})`;

const reference = benchSolvers(createBiventricularProblem(BENCH_EDGE_mm), REFERENCE_ROUNDS).reference.median_ms;
const workbench = await openWorkbench();
const folder = createTempFolder();
try {
  const { page } = await workbench.visit({ viewport: { width: 1440, height: 900 } });
  const system = await page.context().browser()!.newBrowserCDPSession();
  const script_kB = await measureInitialScript(page);
  const before_s = await readRendererTime(system);
  const plan = await measurePlan(page);
  const plan_s = (await readRendererTime(system)) - before_s;
  const changes_ms = await measureChanges(page);
  const loops = await measureLoops(page);
  const figures: readonly Figure[] = [
    { quantity: "initial script, compressed", value: script_kB, unit: "kB", goal: 500 },
    { quantity: "first ranking, coarse", value: plan.first_s, unit: "s", goal: 5 },
    { quantity: "plan without its circulation", value: plan.electrical_s, unit: "s", goal: 60 },
    { quantity: "plan with circulation", value: plan.whole_s, unit: "s", goal: 90 },
    { quantity: "plan, processor time of the page", value: plan_s, unit: "CPU s", goal: undefined },
    { quantity: "change to ECG, map and measures, median", value: quantile(changes_ms, 0.5), unit: "ms", goal: 50 },
    { quantity: "the same, 95th percentile", value: quantile(changes_ms, 0.95), unit: "ms", goal: 120 },
    { quantity: "loops, estimate, median", value: quantile(loops.estimate_ms, 0.5), unit: "ms", goal: 250 },
    { quantity: "loops, periodic, median", value: quantile(loops.solved_ms, 0.5), unit: "ms", goal: 1500 },
    { quantity: "memory of the page", value: await readMemory(page), unit: "MB", goal: 1000 },
  ];
  console.log(`${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}, Node ${process.version}`);
  console.log(`reference solver: ${reference.toFixed(0)} ms, median of ${REFERENCE_ROUNDS}; ${CHANGE_COUNT} changes\n`);
  for (const { quantity, value, unit, goal } of figures) {
    const ratio = unit === "s" ? (1000 * value) / reference : unit === "ms" ? value / reference : undefined;
    const judged = goal === undefined ? "" : `<= ${goal}: ${value <= goal ? "pass" : "FAIL"}`;
    const shown = `${quantity.padEnd(42)}${value.toFixed(unit === "s" || unit === "CPU s" ? 1 : 0).padStart(8)} ${unit.padEnd(6)}`;
    console.log(`${shown}${(ratio === undefined ? "" : `ratio ${ratio.toPrecision(3)}`).padEnd(16)}${judged}`);
  }
  process.exitCode = figures.every(({ value, goal }) => goal === undefined || value <= goal) ? 0 : 1;
} finally {
  await workbench.close();
  folder.remove();
}

/** Scripts that a first visit has loaded when its page stands, as a server that compresses would send them. */
async function measureInitialScript(page: Page): Promise<number> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  const bytes = (await page.evaluate(`Promise.all(performance.getEntriesByType("resource")
    .filter(({ initiatorType, name }) => name.endsWith(".js") && ["script", "link", "other"].includes(initiatorType) && !/worker/.test(name))
    .map(({ name }) => fetch(name).then((answer) => answer.text())))`)) as string[];
  return bytes.reduce((sum, text) => sum + gzipSync(text).length, 0) / 1000;
}

/** The built-in patient with another QRS duration, planned by the page that is open. */
async function measurePlan(page: Page): Promise<{ first_s: number; electrical_s: number; whole_s: number }> {
  await page.getByRole("button", { name: "Cancel" }).click();
  const { conduction } = BUILT_IN_CASE;
  const changed = { ...BUILT_IN_CASE, conduction: { ...conduction, qrsDuration_ms: conduction.qrsDuration_ms! - 2 } };
  folder.write("changed.json", formatCase(changed));
  await page.getByRole("link", { name: "Case", exact: true }).click();
  await page.evaluate(`(() => {
    const marks = (window.benchMarks = { start: performance.now() });
    const note = (name) => { marks[name] ??= performance.now() - marks.start; };
    new MutationObserver(() => {
      const said = document.querySelector(".run-status")?.textContent ?? "";
      if (document.querySelector(".ranking")) note("first");
      if (said.startsWith("Circulation")) note("circulation");
      if (said.startsWith("How sure")) note("uncertainty");
      if (said === "Planned") note("planned");
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  })()`);
  await page.getByLabel("Files of a case").setInputFiles([join(folder.path, "changed.json")]);
  await page.getByText("Planned", { exact: true }).waitFor({ timeout: PLAN_LIMIT_ms });
  await page.locator(".answers svg").first().waitFor();
  const marks = (await page.evaluate("window.benchMarks")) as Record<string, number>;
  return {
    first_s: marks["first"]! / 1000,
    electrical_s: (marks["planned"]! - (marks["uncertainty"]! - marks["circulation"]!)) / 1000,
    whole_s: marks["planned"]! / 1000,
  };
}

/** Delays and depths in turn, each pair of values new. */
function* listChanges(): Generator<readonly [label: string, value: number]> {
  for (let count = 0; ; count++) {
    if (count % 3 === 0) yield ["Depth of the tip", (5 * count) % 29];
    else if (count % 3 === 1) yield ["VV delay", -60 + 5 * ((7 * count) % 25)];
    else yield ["AV delay", 60 + 5 * ((3 * count) % 13)];
  }
}

async function measureChanges(page: Page): Promise<number[]> {
  const times_ms: number[] = [];
  for (const [label, value] of listChanges()) {
    if (times_ms.length >= CHANGE_COUNT) return times_ms;
    const slider = page.getByRole("slider", { name: label });
    // A vein may be shorter than the list goes: a value that the slider would clamp may be the one it has, and change nothing.
    const isReached =
      value <= Number(await slider.getAttribute("max")) && value >= Number(await slider.getAttribute("min"));
    if (!isReached || (await slider.inputValue()) === String(value)) continue;
    const time_ms = page.evaluate(`(${CHANGE})("${label}", ${value}, ${WAIT_FOR_PICTURES})`);
    times_ms.push(await inTime(time_ms as Promise<number>, `${label} at ${value}`));
  }
  return times_ms;
}

/** VV delays that no change before this has visited; late right pulses are left out: inhibited, all give the same beat. */
async function measureLoops(page: Page): Promise<{ estimate_ms: number[]; solved_ms: number[] }> {
  const times: number[][] = [];
  await page.getByRole("button", { name: "As planned" }).click();
  for (let count = 0; count < LOOP_COUNT; count++) {
    await page.waitForTimeout(3000);
    const change = `(${CHANGE})("VV delay", ${-75 + 10 * count}, ${WAIT_FOR_LOOPS})`;
    times.push(await inTime(page.evaluate(change) as Promise<number[]>, `loops after change ${count}`));
  }
  return { estimate_ms: times.map(([estimate]) => estimate!), solved_ms: times.map(([, solved]) => solved!) };
}

/** What the page answers; an answer that does not come ends the run and says of what, instead of waiting for ever. */
async function inTime<Answer>(answer: Promise<Answer>, what: string): Promise<Answer> {
  const late = new AbortController();
  const limit = setTimeout(ANSWER_LIMIT_ms, undefined, { signal: late.signal }).then(() => {
    throw new Error(`no answer in ${ANSWER_LIMIT_ms / 1000} s: ${what}`);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    late.abort();
    await limit.catch(() => {});
  }
}

async function readMemory(page: Page): Promise<number> {
  const { bytes } = (await page.evaluate("performance.measureUserAgentSpecificMemory()")) as { bytes: number };
  return bytes / 1e6;
}

/** Processor time of all pages and their workers, s. */
async function readRendererTime(system: CDPSession): Promise<number> {
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}
