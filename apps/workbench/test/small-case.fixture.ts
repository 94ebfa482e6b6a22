import { join } from "node:path";
import type { Page } from "playwright-core";
import type { TempFolder } from "../../cli/test/run-cli.fixture.ts";
import { writeSmallPlanCase } from "../../cli/test/small-plan-case.fixture.ts";

/** Opens a whole case that is quick to plan, as files chosen by a person. */
export async function openSmallCase(page: Page, folder: TempFolder): Promise<void> {
  const casePath = writeSmallPlanCase(folder);
  await page.getByRole("link", { name: "Case", exact: true }).click();
  await page.getByLabel("Files of a case").setInputFiles([casePath, join(folder.path, "heart.vtu")]);
}

/** The same, planned to the end. */
export async function planSmallCase(page: Page, folder: TempFolder): Promise<void> {
  await openSmallCase(page, folder);
  await page.getByText("Planned", { exact: true }).waitFor({ timeout: 600_000 });
  await page.getByRole("heading", { name: "Lead and timing" }).waitFor();
}

/** Lets files fall on the page, as from a folder of this computer. */
export async function dropFile(page: Page, name: string, content: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    `(() => { const transfer = new DataTransfer(); transfer.items.add(new File([Uint8Array.from(atob("${content.toString("base64")}"), (c) => c.charCodeAt(0))], "${name}")); return transfer; })()`,
  );
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}
