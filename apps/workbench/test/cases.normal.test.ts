import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFixture } from "../../../fixtures/read-fixture.ts";
import { CHROMIUM_PATH } from "../../cli/test/chromium.fixture.ts";
import type { PageFaults } from "../../cli/test/watch-page.fixture.ts";
import { listAccessibilityBreaches } from "./check-accessibility.fixture.ts";
import { listLayoutFaults } from "./list-layout-faults.fixture.ts";
import { type OpenWorkbench, openWorkbench } from "./open-workbench.fixture.ts";
import { dropFile } from "./small-case.fixture.ts";

describe.skipIf(!CHROMIUM_PATH)("cases come into the workbench", () => {
  let workbench: OpenWorkbench;
  let page: Page;
  let faults: PageFaults;
  beforeAll(async () => {
    workbench = await openWorkbench();
    ({ page, faults } = await workbench.visitWithoutSession());
    await stopPlanning();
    await page.getByRole("link", { name: "Case", exact: true }).click();
  });
  afterAll(() => workbench.close());

  const heading = () => page.getByRole("heading", { level: 1 });
  async function stopPlanning(): Promise<void> {
    await page.getByRole("banner").getByRole("button", { name: "Cancel" }).click();
  }

  test("by a form: units and reasons beside the fields, what is missing, and what is wrong beside its field", async () => {
    await page.getByRole("button", { name: "New case" }).click();
    const form = page.getByRole("form", { name: "New case" });
    await form.getByText("37 of 37 are missing").waitFor();
    await form.getByText("Every guideline asks for it; the speed of conduction is fitted to it.").waitFor();
    const weight = form.getByRole("textbox", { name: "Weight" });
    await weight.fill("840");
    await weight.press("Tab");
    await form.getByText("840 is given; allowed is a number from 2 to 400 kg").waitFor();
    expect(await weight.getAttribute("aria-invalid")).toBe("true");
    expect(await listAccessibilityBreaches(page)).toEqual([]);
    expect(await listLayoutFaults(page)).toEqual([]);
    await weight.fill("84");
    await weight.press("Tab");

    await form.getByRole("textbox", { name: "Title of the case" }).fill("A new patient");
    await form.getByRole("button", { name: "Take and plan" }).click();
    await form.getByText("The case lacks a field that it must have.").waitFor();
    expect(await heading().textContent()).toContain("Built-in patient");
    for (const [name, choice] of [
      ["Rhythm", "sinus rhythm"],
      ["Conduction", "left bundle branch block"],
      ["Heart", "Normal, female"],
    ] as const) {
      await form.getByRole("combobox", { name }).first().selectOption({ label: choice });
    }
    await form.getByRole("button", { name: "Take and plan" }).click();
    await page.getByRole("heading", { level: 1, name: "A new patient" }).waitFor();
    await stopPlanning();
    await page.getByRole("button", { name: "Undo: open a case" }).click();
    expect(await heading().textContent()).toContain("Built-in patient");
  });

  test("as a FHIR record: found, missing and in conflict are shown, and a case is made of it by hand", async () => {
    await dropFile(page, "dietrich.json", Buffer.from(readFixture("fhir-r4-patients/dietrich.json.gz")));
    const found = page.getByRole("region", { name: "What dietrich.json says" });
    await found.getByRole("heading", { name: "In conflict, not used until someone decides" }).waitFor();
    await found.getByRole("row", { name: /ejection fraction 48.3 % 2007-12-28/ }).waitFor();
    await found.getByRole("heading", { name: "Missing" }).waitFor();
    await found.getByText("QRS duration, intrinsic, widest lead", { exact: true }).waitFor();
    expect(await heading().textContent()).toContain("Built-in patient");
    await found.getByRole("button", { name: "Make a case of it" }).click();
    const form = page.getByRole("form", { name: "New case" });
    expect(await form.getByRole("combobox", { name: "Sex" }).inputValue()).toBe("female");
    expect(await form.getByRole("textbox", { name: "Ejection fraction" }).inputValue()).toBe("");
    await form.getByRole("button", { name: "Leave without a change" }).click();
    await found.getByRole("button", { name: "Close" }).click();
  });

  test.each([
    ["notes.docx", "text", "There is no case among these files."],
    ["case.json", "{", "The case file is not JSON."],
    ["patient.json", '{"resourceType": "Bundle", "entry": 3}', "Bundle.entry"],
    ["ecg.csv", "time_ms,X\n0,1\n2,1\n", "ecg.csv"],
    ["heart.tributary", "not a zip", "heart.tributary"],
  ])("%s that cannot be read is refused beside the cases; the open case is untouched", async (name, content, words) => {
    await dropFile(page, name, Buffer.from(content));
    const refusal = page.getByRole("alert");
    await refusal.getByText(words).first().waitFor();
    expect(await heading().textContent()).toContain("Built-in patient");
  });

  test("from those that the program carries, and from the heart of a real person", async () => {
    const first = page.getByRole("region", { name: "Patients to begin with" });
    await first.getByRole("button", { name: "Scar of an infarction, pacemaker to be upgraded" }).click();
    await page.getByRole("banner").getByText("pacemaker to be upgraded").waitFor();
    await page.getByRole("link", { name: "Indication" }).click();
    await page.getByRole("heading", { name: "Resynchronization: what each guideline says" }).waitFor();
    await page.getByRole("link", { name: "Case", exact: true }).click();
    await first.getByRole("button", { name: "Heart of a real person" }).click();
    await page.getByRole("banner").getByText("Real heart with left bundle branch block").waitFor();
    await page.getByRole("progressbar", { name: "Planning on this computer" }).waitFor();
    await stopPlanning();
    expect(faults).toEqual({ messages: [], requests: [] });
  });
});
