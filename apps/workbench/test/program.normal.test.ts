import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_PATH } from "../../cli/test/chromium.fixture.ts";
import { createTempFolder, type TempFolder } from "../../cli/test/run-cli.fixture.ts";
import type { PageFaults } from "../../cli/test/watch-page.fixture.ts";
import { listAccessibilityBreaches } from "./check-accessibility.fixture.ts";
import { type OpenWorkbench, openWorkbench } from "./open-workbench.fixture.ts";
import { openSmallCase } from "./small-case.fixture.ts";

describe.skipIf(!CHROMIUM_PATH)("the programmer in the workbench", () => {
  let workbench: OpenWorkbench;
  let page: Page;
  let faults: PageFaults;
  let folder: TempFolder;
  beforeAll(async () => {
    folder = createTempFolder();
    workbench = await openWorkbench();
    ({ page, faults } = await workbench.visit({ viewport: { width: 1440, height: 900 } }));
    // Planned while the programmer is tried; what needs the plan comes after it.
    await openSmallCase(page, folder);
    await page.getByRole("link", { name: "Test and program", exact: true }).click();
    await page.getByRole("heading", { name: "Test and program", level: 1 }).waitFor();
  });
  afterAll(async () => {
    await workbench.close();
    folder.remove();
  });

  const field = (name: string) => page.getByRole("combobox", { name, exact: true });
  const read = (name: string) =>
    field(name).evaluate(
      (select) => (select as unknown as { selectedOptions: { text: string }[] }).selectedOptions[0]!.text,
    );
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const view = (name: string) => page.getByRole("tab", { name, exact: true });
  const program = () => page.getByRole("button", { name: "Program", exact: true });

  test("a change that an interlock refuses is told beside the field, and nothing is programmed", async () => {
    await field("PVARP").selectOption("500 ms");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    const told = await alert.textContent();
    for (const part of ["Where", "Why", "What to do", "Code", "Upper rate", "PVARP"]) expect(told).toContain(part);
    expect(told).not.toMatch(/_ms|_ppm/);
    expect(await program().isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Discard the changes" }).click();
    expect(await read("PVARP")).toBe("250 ms");
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("changes are programmed together and undone as one step", async () => {
    await field("VV delay (above 0: left first)").selectOption("20 ms");
    await field("Lower rate").selectOption("60 /min");
    await page.getByText("2 changes collected").waitFor();
    await program().click();
    await page.getByText("No change collected").waitFor();
    expect(await read("Lower rate")).toBe("60 /min");
    await page.keyboard.press("Control+z");
    await expect.poll(() => read("Lower rate")).toBe("50 /min");
    expect(await read("VV delay (above 0: left first)")).toBe("0 ms");
  });

  test("a warning wants a confirmation, which is noted", async () => {
    await field("Left-ventricular amplitude").selectOption("off");
    await page.getByText("Needs a confirmation").first().waitFor();
    expect(await program().isDisabled()).toBe(true);
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await program().click();
    await page.getByRole("heading", { name: "Confirmed with what is programmed" }).waitFor();
  });

  test.each(["Light", "Dark"])("%s: axe finds no breach", async (appearance) => {
    await page.getByRole("combobox", { name: "Appearance" }).selectOption(appearance);
    await field("PVARP").selectOption("500 ms");
    await page.getByRole("alert").waitFor();
    expect(await listAccessibilityBreaches(page)).toEqual([]);
    await page.getByRole("button", { name: "Discard the changes" }).click();
  });

  test("the parts of the page are reached by arrow keys; the bench waits for the plan", async () => {
    await view("Programmer").focus();
    await page.keyboard.press("ArrowRight");
    expect(await view("Running strip").getAttribute("aria-selected")).toBe("true");
    await page.getByText("Planned", { exact: true }).waitFor({ timeout: 600_000 });
    await page.getByRole("tabpanel").locator("figure svg").waitFor({ timeout: 60_000 });
  });

  test("the strip of the case's own heart: marks with intervals as a picture and as a table, at both speeds", async () => {
    const figure = page.getByRole("tabpanel").locator("figure");
    await figure.getByText("As a table").click();
    const marks = figure.getByRole("table").getByRole("row");
    expect(await marks.count()).toBeGreaterThan(10);
    expect(await figure.locator("svg").textContent()).toContain("ECG V1");
    const before = await marks.count();
    await page.getByRole("combobox", { name: "Paper speed" }).selectOption("50 mm/s");
    await expect.poll(() => marks.count()).toBeLessThan(before);
    await expect(page.getByRole("row", { name: "Safety properties" }).textContent()).resolves.toContain("all hold");
    await page.getByRole("combobox", { name: "What happens" }).selectOption("Left capture lost from 4 s");
    const lost = page.getByRole("row", { name: "Left pulses without capture" }).getByRole("cell");
    await expect.poll(async () => Number(await lost.textContent())).toBeGreaterThan(20);
    expect(await listAccessibilityBreaches(page)).toEqual([]);
  });

  test("a threshold test that is ended too early fails, and repeated it measures", async () => {
    await view("Tests").click();
    await page.getByRole("combobox", { name: "End of the test" }).selectOption("when I say so, from the strip");
    await button("Begin the test").click();
    await page.getByText("Output now 5.0 V").waitFor();
    await button("Capture is lost: stop").click();
    await page.getByText("Not measured: capture was not lost yet").waitFor();
    await button("Repeat the test").click();
    for (const next of ["4.5", "4.0"]) {
      await button("Lower the output").click();
      await page.getByText(`Output now ${next} V`).waitFor();
    }
    await page
      .getByRole("combobox", { name: "End of the test" })
      .selectOption("at the first loss of capture (automatic)");
    await page.getByRole("combobox", { name: "First output" }).selectOption("0.5 V");
    await button("Begin the test").click();
    await page.getByText("Failed: no capture at the first output, 0.5 V").waitFor();
    await page.getByRole("combobox", { name: "First output" }).selectOption("5.0 V");
    await button("Begin the test").click();
    await page.getByText(/^Threshold \d\.\d V at 0\.5 ms/).waitFor();
  });

  test("all tests: every vector in one sweep, and the pocket may be closed", async () => {
    await button("Run every test").click();
    await page.getByText("Every mandatory test passed: the pocket may be closed.").waitFor();
    const vectors = page.getByRole("region", { name: /Every vector of the left lead/ }).getByRole("row");
    expect(await vectors.count()).toBeGreaterThan(10);
    expect(await listAccessibilityBreaches(page)).toEqual([]);
  });

  test("a posed fault leaves the pocket open unless somebody takes it; its answer comes when it is named", async () => {
    await view("Find the fault").click();
    // Seed 1 dislodges the right-ventricular lead.
    await button("Pose a fault").click();
    await view("Tests").click();
    await button("Run every test").click();
    await page.getByText(/The pocket stays open: .*Right-ventricular threshold \(failed\)/).waitFor();
    while ((await page.getByRole("textbox").count()) > 0) {
      const openBefore = await page.getByRole("textbox").count();
      await page.getByRole("textbox").first().fill("revised tomorrow");
      await button("Take the responsibility").first().click();
      await expect.poll(() => page.getByRole("textbox").count()).toBe(openBefore - 1);
    }
    await page.getByText(/may be closed; taken on somebody's responsibility: .*\(revised tomorrow\)/).waitFor();
    await view("Find the fault").click();
    await page.getByRole("combobox", { name: "Which fault" }).selectOption("Broken conductor");
    await button("Answer").click();
    await page.getByText("Not so.").waitFor();
    await page.getByText("It was: Dislodged, Right ventricle.").waitFor();
    await page.getByRole("combobox", { name: "Which fault" }).selectOption("Dislodged");
    await page.getByRole("combobox", { name: "On which lead" }).selectOption("Right ventricle");
    await button("Answer").click();
    await page.getByText("Right.", { exact: true }).waitFor();
    expect(await listAccessibilityBreaches(page)).toEqual([]);
    await button("Take it away").click();
  });

  test("the read-out tells battery and counters", async () => {
    await view("Read-out").click();
    await button("Read out").click();
    const longevity = page.getByRole("row", { name: "Longevity from here on" }).getByRole("cell");
    await expect.poll(() => longevity.textContent()).toMatch(/^\d+\.\d years$/);
    expect(await listAccessibilityBreaches(page)).toEqual([]);
  });

  test("none of this made the page complain or ask another server", () => {
    expect(faults).toEqual({ messages: [], requests: [] });
  });
});
