import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "@tributary/plan";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_PATH } from "../../cli/test/chromium.fixture.ts";
import { createTempFolder, runCli, type TempFolder } from "../../cli/test/run-cli.fixture.ts";
import type { PageFaults } from "../../cli/test/watch-page.fixture.ts";
import { listAccessibilityBreaches } from "./check-accessibility.fixture.ts";
import { listLayoutFaults } from "./list-layout-faults.fixture.ts";
import { type OpenWorkbench, openWorkbench } from "./open-workbench.fixture.ts";
import { dropFile, planSmallCase } from "./small-case.fixture.ts";

describe.skipIf(!CHROMIUM_PATH)("the plan in the workbench", () => {
  let folder: TempFolder;
  let workbench: OpenWorkbench;
  let page: Page;
  let faults: PageFaults;
  beforeAll(async () => {
    folder = createTempFolder();
    workbench = await openWorkbench();
    ({ page, faults } = await workbench.visit({ viewport: { width: 1440, height: 900 } }));
    await planSmallCase(page, folder);
  });
  afterAll(async () => {
    await workbench.close();
    folder.remove();
  });

  /** A measure as set. */
  async function readMeasure(name: string): Promise<string> {
    const table = page.getByRole("table", { name: "What it does" });
    const names = await table.getByRole("columnheader").allTextContents();
    return (
      (await table.getByRole("row", { name: "Set" }).getByRole("cell").nth(names.indexOf(name)).textContent()) ?? ""
    );
  }

  async function save(name: string): Promise<Buffer> {
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name, exact: true }).click();
    return readFileSync(await (await waiting).path());
  }

  async function set(name: string, value: number): Promise<void> {
    await page.getByRole("slider", { name }).fill(String(value));
  }

  test("gives the numbers of the command line for the same case", async () => {
    const out = join(folder.path, "cli");
    await runCli("plan", join(folder.path, "small.json"), "--out", out, "--quiet");
    const plan: Plan = JSON.parse(readFileSync(join(out, "plan.json"), "utf8"));
    const rows = page.getByRole("table", { name: "Ranking of the sites" }).getByRole("row");
    await expect.poll(() => rows.count()).toBe(plan.sites.length + 1);
    for (const site of plan.sites) {
      const cells = await rows.nth(site.rank).getByRole("cell").allInnerTexts();
      expect(cells.slice(0, 1)).toEqual([String(site.rank)]);
      expect(cells.slice(4)).toEqual([
        site.totalActivationTime_ms.value.toFixed(0),
        site.qrsDuration_ms.value.toFixed(0),
        site.score.toFixed(2),
        `${(100 * site.shareBest).toFixed(0)} %`,
      ]);
    }
    const [best] = plan.sites;
    await expect.poll(() => readMeasure("QRS duration")).toContain(`${best!.qrsDuration_ms.value.toFixed(0)} ms`);
  });

  test("answers a change of the VV delay with other numbers and another ECG, and undo brings them back", async () => {
    const before = await readMeasure("QRS duration");
    await set("VV delay", 60);
    await expect.poll(() => readMeasure("QRS duration")).not.toBe(before);
    await page.keyboard.press("Control+z");
    await expect.poll(() => readMeasure("QRS duration")).toBe(before);
  });

  test("says in words why a setting does not pace", async () => {
    const slider = page.getByRole("slider", { name: "AV delay" });
    await slider.fill(String(await slider.getAttribute("max")));
    await page.getByText("reaches the sensing electrode first").waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText("reaches the sensing electrode first").waitFor({ state: "detached" });
  });

  test("compares two sites: one kept, the other chosen from the ranking", async () => {
    await page.getByRole("button", { name: "Keep to compare" }).click();
    const sites = page.getByRole("table", { name: "Ranking of the sites" }).getByRole("button");
    await sites.nth(1).click();
    await page.getByRole("rowheader", { name: "Kept" }).waitFor();
    expect(await sites.nth(1).getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("button", { name: "End comparison" }).click();
    await page.getByRole("rowheader", { name: "Kept" }).waitFor({ state: "detached" });
  });

  test("ten steps are undone one by one, and redone", async () => {
    const depth = () => page.getByRole("slider", { name: "Depth of the tip" }).inputValue();
    const first = await depth();
    const slider = page.getByRole("slider", { name: "Depth of the tip" });
    await slider.focus();
    const [key, back] = Number(first) > 4 ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    for (let step = 0; step < 10; step++) await page.keyboard.press(step % 2 === 0 ? key! : back!);
    await page.keyboard.press(key!);
    expect(await depth()).not.toBe(first);
    for (let step = 0; step < 11; step++) await page.keyboard.press("Control+z");
    expect(await depth()).toBe(first);
    for (let step = 0; step < 11; step++) await page.keyboard.press("Control+Shift+z");
    expect(await depth()).not.toBe(first);
  });

  test.each(["Light", "Dark"])("%s: axe finds no breach on the plan and on the case", async (appearance) => {
    await page.getByRole("combobox", { name: "Appearance" }).selectOption(appearance);
    for (const station of ["Case", "Plan"]) {
      await page.getByRole("link", { name: station, exact: true }).click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await listAccessibilityBreaches(page)).toEqual([]);
    }
  });

  test("without a mouse: from the top of the page to another vector, and back", async () => {
    await page.getByRole("button", { name: "Skip to the page" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect.poll(() => page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("What it does");
    const vector = page.getByRole("combobox", { name: "Vector" });
    const before = await vector.inputValue();
    await vector.focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => vector.inputValue()).not.toBe(before);
    await page.keyboard.press("Control+z");
    await expect.poll(() => vector.inputValue()).toBe(before);
  });

  test("dragging the lead along its vein is one step", async () => {
    const depth = page.getByRole("slider", { name: "Depth of the tip" });
    const before = await depth.inputValue();
    const mark = (await page.locator(".electrode-mark.cathode").boundingBox())!;
    // The mark stands above and beside its electrode.
    const [x, y] = [mark.x - 8, mark.y + 22];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 6; step++) await page.mouse.move(x, y - 12 * step);
    await page.mouse.up();
    await expect.poll(() => depth.inputValue()).not.toBe(before);
    await page.keyboard.press("Control+z");
    await expect.poll(() => depth.inputValue()).toBe(before);
  });

  test("hands over the report and its tables as the command line writes them, and pictures as SVG and PNG", async () => {
    await page.getByRole("link", { name: "Report and export" }).click();
    await page.getByRole("region", { name: "Report", exact: true }).getByRole("heading", { level: 1 }).waitFor();
    const report = await save("Report of the plan");
    expect(report.toString("utf8")).toBe(readFileSync(join(folder.path, "cli", "report.html"), "utf8"));
    expect((await save("Ranked sites, Parquet")).toString("latin1", 0, 4)).toBe("PAR1");
    expect((await save("Ranked sites, CSV")).toString("utf8")).toMatch(/^rank,site,vein/);
    expect((await save("Save as SVG")).toString("utf8")).toMatch(/^<svg/);
    expect([...(await save("Save as PNG")).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(await listAccessibilityBreaches(page)).toEqual([]);
    expect(await listLayoutFaults(page)).toEqual([]);
    await page.getByRole("link", { name: "Plan", exact: true }).click();
  });

  test("a broken file is refused beside the case, with all five parts, and the case stays", async () => {
    await dropFile(page, "broken.tributary", Buffer.from("not a bundle"));
    const alert = page.getByRole("alert");
    await alert.waitFor();
    for (const part of ["Where", "Why", "What to do", "Code"]) expect(await alert.textContent()).toContain(part);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("A small heart with one vein");
  });

  test("the saved bundle opens again and is planned alike", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as a bundle" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("small.tributary");
    const bytes = readFileSync(await download.path());
    await dropFile(page, "small.tributary", bytes);
    await page.getByRole("heading", { name: "Plan", level: 1 }).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("none of this made the page complain or ask another server", () => {
    expect(faults).toEqual({ messages: [], requests: [] });
  });
});
