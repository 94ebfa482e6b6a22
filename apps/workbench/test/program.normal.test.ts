import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_PATH } from "../../cli/test/chromium.fixture.ts";
import type { PageFaults } from "../../cli/test/watch-page.fixture.ts";
import { listAccessibilityBreaches } from "./check-accessibility.fixture.ts";
import { type OpenWorkbench, openWorkbench } from "./open-workbench.fixture.ts";

describe.skipIf(!CHROMIUM_PATH)("the programmer in the workbench", () => {
  let workbench: OpenWorkbench;
  let page: Page;
  let faults: PageFaults;
  beforeAll(async () => {
    workbench = await openWorkbench();
    ({ page, faults } = await workbench.visit({ viewport: { width: 1440, height: 900 } }));
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("link", { name: "Test and program", exact: true }).click();
    await page.getByRole("heading", { name: "Test and program", level: 1 }).waitFor();
  });
  afterAll(() => workbench.close());

  const field = (name: string) => page.getByRole("combobox", { name, exact: true });
  const read = (name: string) =>
    field(name).evaluate(
      (select) => (select as unknown as { selectedOptions: { text: string }[] }).selectedOptions[0]!.text,
    );
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

  test("none of this made the page complain or ask another server", () => {
    expect(faults).toEqual({ messages: [], requests: [] });
  });
});
