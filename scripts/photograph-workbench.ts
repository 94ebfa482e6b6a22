// Photographs every station of the workbench, light and dark, at three sizes, and lists what a careful eye would find:
// node scripts/with-node.mjs scripts/photograph-workbench.ts [--plan] [CASE FILES ...]; without files the built-in patient, planned with --plan.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { listAccessibilityBreaches } from "../apps/workbench/test/check-accessibility.fixture.ts";
import { listLayoutFaults } from "../apps/workbench/test/list-layout-faults.fixture.ts";
import { openWorkbench } from "../apps/workbench/test/open-workbench.fixture.ts";

const OUT = "out/workbench";
const SIZES = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [1024, 768],
] as const;
const PLAN_LIMIT_ms = 900_000;

const isPlanned = process.argv.includes("--plan");
const files = process.argv.slice(2).filter((argument) => argument !== "--plan");
mkdirSync(OUT, { recursive: true });
const workbench = await openWorkbench();
let faultCount = 0;
try {
  const { page, faults } = await workbench.visit();
  if (files.length > 0) {
    await page.evaluate("location.hash = '#/case'");
    await page.getByLabel("Files of a case").setInputFiles(files);
  }
  if (files.length > 0 || isPlanned) {
    await page.getByText("Planned", { exact: true }).waitFor({ timeout: PLAN_LIMIT_ms });
  } else {
    await page.getByRole("button", { name: "Cancel" }).click();
  }
  const stations = (await page.evaluate(
    "[...document.querySelectorAll('.journey a')].map((link) => link.hash.slice(2))",
  )) as string[];
  for (const station of stations) {
    await page.evaluate(`location.hash = "#/${station}"`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await photograph(page, station);
  }
  await page.evaluate('location.hash = "#/implant"');
  await begin(page, "Rehearse step by step", "Start");
  await page.getByRole("button", { name: "Step done" }).click();
  await photograph(page, "implant-rehearsal");
  await page.getByRole("button", { name: "End it and begin another" }).click();
  await begin(page, "Record a case", "Begin to record");
  await photograph(page, "implant-recording");
  for (const message of faults.messages) console.log(`console: ${message}`);
  faultCount += faults.messages.length + faults.requests.length;
  console.log(`${stations.length + 2} pages photographed to ${OUT}; ${faultCount} faults`);
} finally {
  await workbench.close();
}
process.exit(faultCount === 0 ? 0 : 1);

/** A page as it stands, in every size, light and dark; what a careful eye would find is told. */
async function photograph(page: Page, name: string): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    for (const theme of ["light", "dark"]) {
      await page.evaluate(`document.documentElement.dataset.theme = "${theme}"`);
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(OUT, `${name}-${theme}-${width}x${height}.png`) });
      for (const breach of width === 1280 ? await listAccessibilityBreaches(page) : [])
        tell(`${name}, ${theme}: ${breach}`);
    }
    for (const fault of await listLayoutFaults(page)) tell(`${name}, ${width} x ${height}: ${fault}`);
  }
}

function tell(fault: string): void {
  faultCount++;
  console.log(fault);
}

async function begin(page: Page, form: string, button: string): Promise<void> {
  const fields = page.getByRole("form", { name: form });
  await fields.getByRole("textbox").fill("A. Learner");
  await fields.getByRole("checkbox").check();
  await fields.getByRole("button", { name: button }).click();
}
