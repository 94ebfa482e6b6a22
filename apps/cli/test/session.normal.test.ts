import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPageBoard, listReportFiles, type PageBoard } from "../src/page/page-board.ts";
import { createApp } from "../src/server/create-app.ts";
import { listen } from "../src/server/serve-pages.ts";
import { createSession } from "../src/server/session.ts";
import { CHROMIUM_PATH, launchChromium } from "./chromium.fixture.ts";
import { watchPage } from "./watch-page.fixture.ts";

const NO_SESSION = "Opened without a session";

describe.skipIf(!CHROMIUM_PATH)("the session in a browser", () => {
  const session = createSession();
  let board: PageBoard;
  let url: string;
  let close: () => Promise<void>;
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  beforeAll(async () => {
    board = createPageBoard("A patient");
    const { port, ...listening } = await listen(createApp({ board, session }), 0);
    url = `http://127.0.0.1:${port}/`;
    close = listening.close;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await close();
  });

  test("the token leaves the address, and the page goes on with a cookie that its scripts cannot read", async () => {
    const page = await (await browser.newContext()).newPage();
    const faults = watchPage(page, url);
    await page.goto(`${url}#${session.token}`);
    await page.waitForURL(url);
    await expect
      .poll(() => page.evaluate("fetch('/session').then((answer) => answer.json())"))
      .toEqual({ isOpen: true });
    await page.reload();
    await page.getByRole("progressbar").waitFor();
    expect(await page.getByText(NO_SESSION).isVisible()).toBe(false);
    expect(await page.evaluate("document.cookie")).toBe("");
    expect(await page.evaluate("crossOriginIsolated")).toBe(true);
    expect(faults).toEqual({ messages: [], requests: [] });
  });

  test.each(["", "#used-or-wrong"])(
    "an address without the token (%s) works, and the page says so",
    async (fragment) => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${url}${fragment}`);
      await page.getByText(NO_SESSION).waitFor();
      expect(page.url()).toBe(url);
      await page.getByRole("progressbar").waitFor();
    },
  );

  test("a script that got into a report does not run", async () => {
    const html = `<!doctype html><title>A</title><h1>Report</h1><script>document.title = "ran"</script><img src="x" onerror="document.title = 'ran'">`;
    board.showResult(listReportFiles(html));
    const page = await (await browser.newContext()).newPage();
    await page.goto(url);
    await page.getByRole("heading", { name: "Report" }).waitFor();
    expect(await page.title()).toBe("A");
  });
});
