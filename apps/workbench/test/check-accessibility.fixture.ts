import axe from "axe-core";
import type { Page } from "playwright-core";

/** Every breach that axe finds on the page as it stands, as "rule: element". */
export async function listAccessibilityBreaches(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
       violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target.join(" "))))`,
  );
  return found as string[];
}
