import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_PATH } from "../../cli/test/chromium.fixture.ts";
import { type OpenWorkbench, openWorkbench } from "./open-workbench.fixture.ts";

describe.skipIf(!CHROMIUM_PATH)("a first visit to the workbench", () => {
  let workbench: OpenWorkbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
  });
  afterAll(() => workbench.close());

  test("plans the built-in patient by itself, takes the token out of the address, and complains of nothing", async () => {
    const { page, faults } = await workbench.visit();
    await page.getByRole("heading", { name: "Plan", level: 1 }).waitFor();
    expect(new URL(page.url()).hash).toBe("");
    await page.getByRole("row", { name: /^1 Left marginal vein/ }).waitFor({ timeout: 300_000 });
    await page.getByText("Provisional").waitFor();
    expect(faults).toEqual({ messages: [], requests: [] });
  });

  test("planning can be cancelled, which ends every worker, and begun again", async () => {
    const { page } = await workbench.visit();
    // One that plans and those that it starts.
    await expect.poll(() => page.workers().length, { timeout: 60_000 }).toBeGreaterThan(2);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Planning was cancelled.").waitFor();
    await expect.poll(() => page.workers().length, { timeout: 60_000 }).toBe(0);
    await page.getByRole("banner").getByRole("button", { name: "Plan this case" }).click();
    await page.getByRole("progressbar", { name: "Planning on this computer" }).waitFor();
  });

  test("a snapshot is opened, undone and redone as one step", async () => {
    const { page } = await workbench.visit();
    const undo = page.getByRole("button", { name: /^Undo/ });
    expect(await undo.isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Snapshots" }).click();
    await page.getByRole("textbox", { name: "Name of the snapshot" }).fill("Before the talk");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Open: Before the talk" }).click();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await page.getByRole("button", { name: "Redo: open a snapshot" }).waitFor();
    await page.keyboard.press("Control+y");
    expect(await undo.isDisabled()).toBe(false);
  });

  test("the words change with the language, and stay so after the page is loaded again", async () => {
    const { page } = await workbench.visit();
    await page.getByRole("combobox", { name: "Language" }).selectOption("Deutsch");
    await page.getByRole("link", { name: "Fall", exact: true }).click();
    await page.getByRole("heading", { name: "Rhythmus und Erregungsleitung" }).waitFor();
    await page.reload();
    await page.getByRole("link", { name: "Fall", exact: true }).waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("de");
  });
});
