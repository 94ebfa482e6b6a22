import { readFileSync } from "node:fs";
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
  ["Report and export", "Files"],
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

  async function save(name: string): Promise<string> {
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name, exact: true }).click();
    return readFileSync(await (await waiting).path(), "utf8");
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

  test("the leaflet prints: its own pages with its words, and nothing of the frame", async () => {
    await open("Patient's version");
    const pdf = await page.pdf({ format: "A4" });
    expect(countPages(pdf)).toBeGreaterThan(1);
    await page.emulateMedia({ media: "print" });
    const seen = (await page.evaluate("document.body.innerText")) as string;
    await page.emulateMedia({ media: null });
    for (const words of ["A wire for the left side of your heart", "In short", "Not checked by a clinician."]) {
      expect(seen).toContain(words);
    }
    for (const words of ["Snapshots", "Risks and benefits", "Save as a page to print"]) {
      expect(seen).not.toContain(words);
    }
  });

  test("calendars, the journey as FHIR and a research copy without a day are handed over as files", async () => {
    await open("Report and export");
    const calendar = await save("Calendar of the team's tasks");
    expect(calendar).toMatch(/^BEGIN:VCALENDAR[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR/);
    const bundle = JSON.parse(await save("FHIR R4 Bundle of the journey"));
    expect(bundle).toMatchObject({ resourceType: "Bundle", type: "transaction" });
    await page.getByRole("textbox", { name: "Called in the Bundle for research" }).fill("subject-7");
    const research = await save("FHIR R4 Bundle for research");
    expect(JSON.parse(research)).toMatchObject({ resourceType: "Bundle", type: "collection" });
    expect(research).not.toMatch(/\d{4}-\d{2}-\d{2}/);
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

/** Page objects of a PDF as the browser writes it, uncompressed. */
function countPages(pdf: Uint8Array): number {
  return new TextDecoder("latin1").decode(pdf).match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
