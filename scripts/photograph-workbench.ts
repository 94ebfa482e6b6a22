// Photographs every station of the workbench, light and dark, at three sizes, and lists what a careful eye would find:
// node scripts/photograph-workbench.ts [CASE FILES ...]; without files the built-in patient, not planned.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { listLayoutFaults } from "../apps/workbench/test/list-layout-faults.fixture.ts";
import { openWorkbench } from "../apps/workbench/test/open-workbench.fixture.ts";

const OUT = "out/workbench";
const SIZES = [
  [1280, 720],
  [1920, 1080],
  [820, 1180],
] as const;
const PLAN_LIMIT_ms = 900_000;

const files = process.argv.slice(2);
mkdirSync(OUT, { recursive: true });
const workbench = await openWorkbench();
let faultCount = 0;
try {
  const { page, faults } = await workbench.visit();
  if (files.length > 0) {
    await page.evaluate("location.hash = '#/case'");
    await page.getByLabel("Files of a case").setInputFiles(files);
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
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      for (const theme of ["light", "dark"]) {
        await page.evaluate(`document.documentElement.dataset.theme = "${theme}"`);
        await page.waitForTimeout(300);
        await page.screenshot({ path: join(OUT, `${station}-${theme}-${width}x${height}.png`) });
      }
      for (const fault of await listLayoutFaults(page)) {
        faultCount++;
        console.log(`${station}, ${width} x ${height}: ${fault}`);
      }
    }
  }
  for (const message of faults.messages) console.log(`console: ${message}`);
  faultCount += faults.messages.length + faults.requests.length;
  console.log(`${stations.length} stations photographed to ${OUT}; ${faultCount} faults`);
} finally {
  await workbench.close();
}
process.exit(faultCount === 0 ? 0 : 1);
