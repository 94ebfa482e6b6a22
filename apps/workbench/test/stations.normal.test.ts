import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_PATH } from "../../cli/test/chromium.fixture.ts";
import type { PageFaults } from "../../cli/test/watch-page.fixture.ts";
import { listAccessibilityBreaches } from "./check-accessibility.fixture.ts";
import { listLayoutFaults } from "./list-layout-faults.fixture.ts";
import { type OpenWorkbench, openWorkbench } from "./open-workbench.fixture.ts";

/** What each station of the built-in patient must show. */
const STATIONS = [
  ["Case", "Rhythm and conduction"],
  ["Indication", "Resynchronization: what each guideline says"],
  ["Preparation", "Tasks, times in Europe/Berlin"],
  ["Team and room", "The team"],
  ["Implant", "Steps: new CRT defibrillator"],
  ["Recovery", "Before leaving the hospital"],
  ["Follow-up", "If it did not help: look in this order"],
  ["Risks and benefits", "Benefits: both arms of each trial"],
  ["Alternatives", "The options"],
  ["Patient's version", "In short"],
] as const;

describe.skipIf(!CHROMIUM_PATH)("the stations of the journey", () => {
  let workbench: OpenWorkbench;
  let page: Page;
  let faults: PageFaults;
  beforeAll(async () => {
    workbench = await openWorkbench();
    ({ page, faults } = await workbench.visit());
    await page.getByRole("button", { name: "Cancel" }).click();
  });
  afterAll(() => workbench.close());

  async function open(station: string): Promise<void> {
    await page.getByRole("link", { name: station, exact: true }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
  }

  test.each(STATIONS)(
    "%s tells of this patient, without a breach that axe finds, light and dark",
    async (station, heading) => {
      await open(station);
      await page.getByRole("heading", { name: heading, exact: true }).waitFor();
      for (const appearance of ["Light", "Dark"]) {
        await page.getByRole("combobox", { name: "Appearance" }).selectOption(appearance);
        expect(await listAccessibilityBreaches(page)).toEqual([]);
      }
      expect(await listLayoutFaults(page)).toEqual([]);
    },
  );

  test("a rehearsal starts with a name and the notice confirmed; one can be watched", async () => {
    await open("Implant");
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("form", { name: "Rehearse step by step" }).getByRole("textbox").fill("A. Learner");
    await page.getByRole("form", { name: "Rehearse step by step" }).getByRole("checkbox").check();
    await page.getByRole("button", { name: "Play one through" }).click();
    await page.getByText("Confirmed by A. Learner").waitFor();
  });

  test("findings before and after say whether the implant helped", async () => {
    await open("Follow-up");
    const volume = page.getByRole("group", { name: "End-systolic volume, mL" });
    await volume.getByLabel("before").fill("180");
    await volume.getByLabel("after").fill("140");
    await page.getByText("end-systolic volume fell by 22 %: helped").waitFor();
  });

  test("the patient's version speaks the language of the workbench", async () => {
    await open("Patient's version");
    await page.getByRole("combobox", { name: "Language" }).selectOption("Deutsch");
    await page.getByRole("article").getByRole("heading", { name: "Kurz gesagt" }).waitFor();
  });

  test("none of this made the page complain or ask another server", () => {
    expect(faults).toEqual({ messages: [], requests: [] });
  });
});
