import { readFileSync } from "node:fs";
import { createMemoryRecordStore, exportRecord, fileCase, openRecord, ownLog, requireCase } from "@tributary/care";
import { formatCase, readBundle } from "@tributary/formats";
import { BUILT_IN_CASE } from "@tributary/intake";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashText } from "../../../packages/care/src/record/record-store.fixture.ts";
import { CHROMIUM_PATH } from "../../cli/test/chromium.fixture.ts";
import { listAccessibilityBreaches } from "./check-accessibility.fixture.ts";
import { listLayoutFaults } from "./list-layout-faults.fixture.ts";
import { type OpenWorkbench, openWorkbench } from "./open-workbench.fixture.ts";

describe.skipIf(!CHROMIUM_PATH)("the cases on record", () => {
  const keeper = { store: createMemoryRecordStore("clinic"), hash: hashText };
  let workbench: OpenWorkbench;
  beforeAll(async () => {
    workbench = await openWorkbench(keeper);
  });
  afterAll(() => workbench.close());

  /** The page of the cases, where nothing is being planned. */
  async function openCases(page: Page) {
    await page.getByRole("link", { name: "Case", exact: true }).click();
    const cancel = page.getByRole("button", { name: "Cancel" });
    if (await cancel.isVisible()) await cancel.click();
    return page.getByRole("region", { name: "My cases" });
  }

  test("lie in the program where the page has its session: kept, filed anew, exported with the log, erased", async () => {
    const { page, faults } = await workbench.visit();
    const cases = await openCases(page);
    await cases.getByText("No case is on record yet.").waitFor();
    await cases.getByText("Kept by the program on this computer").waitFor();
    await cases.getByRole("button", { name: "Put this case on record" }).click();
    const refusal = cases.getByRole("alert");
    await refusal.getByText("nobody is named; a reason is missing").waitFor();
    expect(await keeper.store.listCases()).toEqual([]);

    await cases.getByRole("textbox", { name: "Your name" }).fill("Dr. Weiss");
    await cases.getByRole("textbox", { name: "Reason" }).fill("clinic visit");
    await cases.getByRole("button", { name: "Put this case on record" }).click();
    const entry = cases.getByRole("listitem", { name: "built-in" });
    await entry.getByText("referred · 2 entries · last by Dr. Weiss").waitFor();
    await cases.getByRole("button", { name: "File this case anew" }).click();
    await entry.getByText("3 entries").waitFor();
    expect(await listAccessibilityBreaches(page)).toEqual([]);
    expect(await listLayoutFaults(page)).toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      entry.getByRole("button", { name: "Export with its log" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("built-in.tributary");
    const path = await download.path();
    const { events } = readBundle(readFileSync(path), "built-in.tributary");
    expect(new TextDecoder().decode(events).trim().split("\n")).toHaveLength(4);
    expect(ownLog(await requireCase(keeper, "built-in")).map(({ by }) => by)).toEqual(Array(4).fill("Dr. Weiss"));

    await entry.getByRole("button", { name: "Erase" }).click();
    await entry.getByText("does not come back").waitFor();
    expect(await listAccessibilityBreaches(page)).toEqual([]);
    await entry.getByRole("button", { name: "Erase for good" }).click();
    await cases.getByText("No case is on record yet.").waitFor();
    expect(await keeper.store.listTombstones()).toMatchObject([{ erasedBy: "Dr. Weiss", reason: "patientRequest" }]);

    await cases.getByLabel("File of a case with its log").setInputFiles({
      name: "built-in.tributary",
      mimeType: "application/zip",
      buffer: readFileSync(path),
    });
    await cases.getByText("This case was erased here and is not taken in again.").waitFor();
    expect(faults).toEqual({ messages: [], requests: [] });
  });

  test("lie in the browser where the page has no session, which it says; they are there again after a reload", async () => {
    const { page, faults } = await workbench.visitWithoutSession();
    await page.getByText("Opened without a session: cases are kept in this browser").waitFor();
    const cases = await openCases(page);
    await cases.getByText("Kept in this browser.").waitFor();
    await cases.getByRole("textbox", { name: "Your name" }).fill("A. Researcher");
    await cases.getByRole("textbox", { name: "Reason" }).fill("bench study");
    await cases.getByRole("button", { name: "Put this case on record" }).click();
    await cases.getByRole("listitem", { name: "built-in" }).waitFor();
    await page.reload();
    await (await openCases(page))
      .getByRole("listitem", { name: "built-in" })
      .getByText("last by A. Researcher")
      .waitFor();
    await cases.getByRole("button", { name: "Open", exact: true }).click();
    await page.getByRole("button", { name: "Undo: open a case" }).waitFor();
    await page.getByRole("heading", { name: "Plan", level: 1 }).waitFor();
    expect(await keeper.store.listCases()).toEqual([]);
    expect(faults).toEqual({ messages: [], requests: [] });
  });

  test("that another store owns are read in an emergency only, by name and with a reason", async () => {
    const { page } = await workbench.visitWithoutSession();
    const cases = await openCases(page);
    const owner = { store: createMemoryRecordStore("ward"), hash: hashText };
    const told = { by: "Dr. Kaya", at: "2026-03-09T08:00:00Z", why: "referral" };
    await openRecord(owner, "built-in", fileCase(new TextEncoder().encode(formatCase(BUILT_IN_CASE)), new Map()), told);
    const { bytes } = await exportRecord(owner, "built-in", { programVersion: "0.1.0", told: () => told });
    await cases.getByLabel("File of a case with its log").setInputFiles({
      name: "built-in.tributary",
      mimeType: "application/zip",
      buffer: Buffer.from(bytes),
    });
    await cases.getByText("built-in: taken in").waitFor();
    const entry = cases.getByRole("listitem", { name: "built-in" });
    await entry.getByText("a copy, belongs to ward").waitFor();
    await entry.getByRole("button", { name: "Read in an emergency" }).click();
    await entry.getByRole("alert").getByText("nobody is named; a reason is missing").waitFor();
    await cases.getByRole("textbox", { name: "Your name" }).fill("Dr. Weiss");
    await cases.getByRole("textbox", { name: "Reason" }).fill("collapse on the ward");
    await entry.getByRole("button", { name: "Read in an emergency" }).click();
    await page.getByRole("button", { name: "Undo: open a case" }).waitFor();
  });
});
