import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { createPageBoard } from "../../cli/src/page/page-board.ts";
import { createApp } from "../../cli/src/server/create-app.ts";
import { listen } from "../../cli/src/server/serve-pages.ts";
import { createSession } from "../../cli/src/server/session.ts";
import { openStaticFolder } from "../../cli/src/server/static-folder.ts";
import { launchChromium } from "../../cli/test/chromium.fixture.ts";
import { type PageFaults, watchPage } from "../../cli/test/watch-page.fixture.ts";
import { buildWorkbench, WORKBENCH_FOLDER } from "../build/index.ts";

/** The built workbench behind the program's own server, and a browser. */
export interface OpenWorkbench {
  /** A first visit, by the address that the program prints; the page speaks English and is light. */
  visit(options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly faults: PageFaults }>;
  close(): Promise<void>;
}

export async function openWorkbench(): Promise<OpenWorkbench> {
  await buildWorkbench(() => {});
  const session = createSession();
  const app = createApp({
    board: createPageBoard("A patient"),
    session,
    workbench: openStaticFolder(WORKBENCH_FOLDER),
  });
  const { port, close } = await listen(app, 0);
  const url = `http://127.0.0.1:${port}/`;
  const browser: Browser = await launchChromium();
  return {
    async visit(options = {}) {
      const context = await browser.newContext({ locale: "en-US", colorScheme: "light", ...options });
      const page = await context.newPage();
      const faults = watchPage(page, url);
      await page.goto(`${url}#${session.token}`);
      return { page, faults };
    },
    async close() {
      await browser.close();
      await close();
    },
  };
}
