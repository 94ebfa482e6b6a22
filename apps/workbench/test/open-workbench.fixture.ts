import { createMemoryRecordStore, type RecordKeeper } from "@tributary/care";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { createPageBoard } from "../../cli/src/page/page-board.ts";
import { hashText } from "../../cli/src/record/record-action.ts";
import { createApp } from "../../cli/src/server/create-app.ts";
import { listen } from "../../cli/src/server/serve-pages.ts";
import { createSession } from "../../cli/src/server/session.ts";
import { openStaticFolder } from "../../cli/src/server/static-folder.ts";
import { createStoreRoutes } from "../../cli/src/server/store-routes.ts";
import { launchChromium } from "../../cli/test/chromium.fixture.ts";
import { type PageFaults, watchPage } from "../../cli/test/watch-page.fixture.ts";
import { buildWorkbench, WORKBENCH_FOLDER } from "../build/index.ts";

interface Visit {
  readonly page: Page;
  readonly faults: PageFaults;
}

/** The built workbench behind the program's own server, and a browser. */
export interface OpenWorkbench {
  /** A first visit, by the address that the program prints; the page speaks English and is light. */
  visit(options?: BrowserContextOptions): Promise<Visit>;
  /** The same by an address that someone typed: without the session. */
  visitWithoutSession(): Promise<Visit>;
  close(): Promise<void>;
}

/** @param keeper  the record of the program; left out, one that holds nothing yet */
export async function openWorkbench(keeper: RecordKeeper = createEmptyRecord()): Promise<OpenWorkbench> {
  await buildWorkbench(() => {});
  const session = createSession();
  const app = createApp({
    board: createPageBoard("A patient"),
    session,
    workbench: openStaticFolder(WORKBENCH_FOLDER),
    store: createStoreRoutes(async () => keeper),
  });
  const { port, close } = await listen(app, 0);
  const url = `http://127.0.0.1:${port}/`;
  const browser: Browser = await launchChromium();
  const visit = async (fragment: string, options: BrowserContextOptions): Promise<Visit> => {
    const context = await browser.newContext({ locale: "en-US", colorScheme: "light", ...options });
    const page = await context.newPage();
    const faults = watchPage(page, url);
    await page.goto(`${url}${fragment}`);
    return { page, faults };
  };
  return {
    visit: (options = {}) => visit(`#${session.token}`, options),
    visitWithoutSession: () => visit("", {}),
    async close() {
      await browser.close();
      await close();
    },
  };
}

function createEmptyRecord(): RecordKeeper {
  return { store: createMemoryRecordStore("clinic"), hash: hashText };
}
