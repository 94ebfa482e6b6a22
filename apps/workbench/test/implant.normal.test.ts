import { readFileSync } from "node:fs";
import {
  drawRehearsal,
  listSteps,
  PROCEDURE_WORDS,
  readClinicalCase,
  readProcedureLog,
  readRehearsal,
  requireVariant,
} from "@tributary/care";
import { BUILT_IN_CASE } from "@tributary/intake";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_PATH } from "../../cli/test/chromium.fixture.ts";
import type { PageFaults } from "../../cli/test/watch-page.fixture.ts";
import { listAccessibilityBreaches } from "./check-accessibility.fixture.ts";
import { listLayoutFaults } from "./list-layout-faults.fixture.ts";
import { type OpenWorkbench, openWorkbench } from "./open-workbench.fixture.ts";

const WORDS = PROCEDURE_WORDS.en;
const VARIANT = requireVariant(readClinicalCase(BUILT_IN_CASE));
const STEPS = listSteps(VARIANT);

/** A draw in which nothing comes up, and the lead follows at the first attempt. */
const QUIET_SEED = Array.from({ length: 1000 }, (_, i) => i).find((seed) => {
  const script = drawRehearsal({
    variant: VARIANT,
    sex: "male",
    centerRatio: 0.8,
    operatorCases: 100,
    seed,
    by: "A. Learner",
    startedAt: "2027-03-30T05:30:00Z",
  });
  return script.events.length === 0 && script.failure === undefined && !script.isFirstAttemptVain;
})!;

/** Acts that a step waits for, by the words on their buttons. */
const ACT_OF_STEP: Readonly<Record<string, string>> = {
  drape: "Give cefazolin",
  incision: "Incision",
  closure: "Close the wound",
  programming: "Therapies on",
  leaveRoom: "Leave the room",
};

describe.skipIf(!CHROMIUM_PATH)("the implant rehearsed in the workbench, by keyboard", () => {
  let workbench: OpenWorkbench;
  let page: Page;
  let faults: PageFaults;
  beforeAll(async () => {
    workbench = await openWorkbench();
    ({ page, faults } = await workbench.visit());
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("link", { name: "Implant", exact: true }).click();
    await page.getByRole("form", { name: "Rehearse step by step" }).getByRole("textbox").fill("A. Learner");
    await page.getByRole("spinbutton", { name: "Number of the draw" }).fill(String(QUIET_SEED));
    await page.getByRole("form", { name: "Rehearse step by step" }).getByRole("checkbox").check();
    await press("Start");
  });
  afterAll(() => workbench.close());

  async function press(name: string): Promise<void> {
    await page.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
  }

  /** Goes there as a person without a mouse does. */
  async function tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate("document.activeElement.textContent")) === name) return;
    }
    throw new Error(`the key Tab does not lead to "${name}"`);
  }

  async function waitForStep(number: number): Promise<void> {
    await page.getByRole("region", { name: `Step ${number} of ${STEPS.length}` }).waitFor();
  }

  async function completeStep(index: number): Promise<void> {
    await waitForStep(index + 1);
    const step = STEPS[index]!;
    const act = ACT_OF_STEP[step.id];
    if (act) await press(act);
    for (const record of step.records) {
      await page.getByRole("textbox", { name: WORDS.records[record], exact: true }).focus();
      await page.keyboard.type("1.0 V");
      await page.keyboard.press("Enter");
    }
    await press("Step done");
  }

  test("says on its screen what it is not; an incision before the time-out is refused with the reason", async () => {
    await page.getByText(WORDS.notice).waitFor();
    await tabTo("Incision");
    await page.keyboard.press("Enter");
    const alert = page.getByRole("alert").filter({ hasText: "Not allowed, and why" });
    await alert.getByText(WORDS.refusals["incisionBeforeTimeOut"]!.why).waitFor();
    await waitForStep(1);
  });

  test("a step that has not written down what it must cannot be left, and names what is missing", async () => {
    await press("Step done");
    await page.getByRole("alert").getByText("is missing: briefing").waitFor();
  });

  test("is undone and redone like everything else", async () => {
    await completeStep(0);
    await waitForStep(2);
    await page.keyboard.press("Control+z");
    await waitForStep(1);
    await page.keyboard.press("Control+y");
    await waitForStep(2);
  });

  test("goes on to the closed wound and to the end, and tells what was refused", async () => {
    for (let index = 1; index < STEPS.length; index++) await completeStep(index);
    await page.getByRole("heading", { name: WORDS.ends.finished }).waitFor();
    await page.getByText(`${STEPS.length} of ${STEPS.length} steps done, 0 moves taken back, 2 refused.`).waitFor();
    await page.getByText(WORDS.scoreNotice).waitFor();
    expect(await listAccessibilityBreaches(page)).toEqual([]);
    expect(await listLayoutFaults(page)).toEqual([]);
  });

  test("its file holds the notice and gives the same rehearsal again", async () => {
    const waiting = page.waitForEvent("download");
    await press("Save to a file");
    const text = readFileSync(await (await waiting).path(), "utf8");
    expect(text).toContain(WORDS.notice);
    expect(readRehearsal(text, "rehearsal.json").slips).toHaveLength(2);
  });

  test("a bench case is recorded with the notice confirmed, on the screen and in the file", async () => {
    await press("End it and begin another");
    const form = page.getByRole("form", { name: "Record a case" });
    await form.getByRole("textbox", { name: "Your name" }).fill("B. Scribe");
    await form.getByRole("checkbox").check();
    await press("Begin to record");
    await page.getByRole("note").filter({ hasText: WORDS.notice }).waitFor();
    await completeStep(0);
    await press("Incision");
    await page.getByRole("alert").getByText(WORDS.refusals["incisionBeforeTimeOut"]!.why).waitFor();
    const waiting = page.waitForEvent("download");
    await press("Save to a file");
    const log = readProcedureLog(readFileSync(await (await waiting).path(), "utf8"), "recording.json");
    expect(log).toMatchObject({ notice: WORDS.notice, purpose: "bench", noticeConfirmedBy: "B. Scribe" });
    expect(log.entries).toHaveLength(2);
    expect(await listAccessibilityBreaches(page)).toEqual([]);
    expect(await listLayoutFaults(page)).toEqual([]);
  });

  test("none of this made the page complain or ask another server", () => {
    expect(faults).toEqual({ messages: [], requests: [] });
  });
});
