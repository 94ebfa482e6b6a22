import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_PATH } from "../../cli/test/chromium.fixture.ts";
import { type OpenWorkbench, openWorkbench } from "./open-workbench.fixture.ts";

describe.skipIf(!CHROMIUM_PATH)("the workbench without the program", () => {
  let workbench: OpenWorkbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
  });
  afterAll(() => workbench.close());

  test("opens again, plans, and shows a station that was never opened before; stored cases are not kept", async () => {
    const { page } = await workbench.visit();
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    await page.reload();
    await page.evaluate("fetch('/store/cases').then(() => fetch('/session')).then(() => true)");
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole("progressbar", { name: "Planning on this computer" }).waitFor();
    await page.getByRole("link", { name: "Risks and benefits" }).click();
    await page.getByRole("heading", { name: "Benefits: both arms of each trial" }).waitFor();
    const kept = await page.evaluate(
      `caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
         .then((lists) => lists.flat().map(({ url }) => new URL(url).pathname))`,
    );
    expect(kept).toContain("/");
    expect((kept as string[]).filter((path) => /^\/(?:store|session|plan)/.test(path))).toEqual([]);
    expect(await page.evaluate("crossOriginIsolated")).toBe(true);
  });

  test("tells a browser how it is installed", async () => {
    const { page } = await workbench.visit();
    const manifest = await page.evaluate("fetch('/manifest.webmanifest').then((answer) => answer.json())");
    expect(manifest).toMatchObject({ name: "Tributary", start_url: "/", display: "standalone" });
  });
});
