import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemoryRecordStore, moveOut, openRecord, ownLog, requireCase, verifyFiles } from "@tributary/care";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createContent, hashText, TOLD } from "../../../packages/care/src/record/record-store.fixture.ts";
import { createPageBoard } from "../src/page/page-board.ts";
import { openSqliteRecordStore, type SqliteRecordStore } from "../src/record-store/sqlite-record-store.ts";
import { createApp } from "../src/server/create-app.ts";
import { listen } from "../src/server/serve-pages.ts";
import { createSession } from "../src/server/session.ts";
import { createStoreRoutes } from "../src/server/store-routes.ts";
import { CHROMIUM_PATH, launchChromium } from "./chromium.fixture.ts";

/** What a page does to put a case on record: a form with the commit and the contents of its files. */
const POST_COMMIT = `async ({ commit, files }) => {
  const form = new FormData();
  form.set("commit", commit);
  for (const [sha256, bytes] of files) form.set(sha256, new Blob([Uint8Array.from(bytes)]), sha256);
  const answer = await fetch("/store/cases/one/commits", { method: "POST", body: form });
  return { status: answer.status, body: await answer.json() };
}`;

describe.skipIf(!CHROMIUM_PATH)("the record of this computer in a browser", () => {
  const session = createSession();
  const folder = mkdtempSync(join(tmpdir(), "tributary-browser-"));
  let store: SqliteRecordStore;
  let url: string;
  let close: () => Promise<void>;
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  beforeAll(async () => {
    store = await openSqliteRecordStore(folder, { name: "lab" });
    const routes = createStoreRoutes(async () => ({ store, hash: hashText }));
    const { port, ...listening } = await listen(
      createApp({ board: createPageBoard("A patient"), session, store: routes }),
      0,
    );
    url = `http://127.0.0.1:${port}/`;
    close = listening.close;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A case as a page seals it that was told the name of the store. */
  async function prepareCommit(name: string) {
    const keeper = { store: createMemoryRecordStore(name), hash: hashText };
    await openRecord(keeper, "one", createContent(), TOLD);
    const { events, contents } = await moveOut(keeper.store, await requireCase(keeper, "one"));
    const commit = JSON.stringify({ appends: [{ log: "case", expectedHash: "", events }] });
    return { commit, files: [...contents].map(([sha256, bytes]) => [sha256, [...bytes]]) };
  }

  test("is written and read by the page that has the session, and by no other", async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${url}#${session.token}`);
    await page.waitForURL(url);
    const askName = "fetch('/store').then((answer) => answer.json())";
    await expect.poll(() => page.evaluate(askName)).toEqual({ name: "lab" });

    const commit = await prepareCommit("lab");
    const post = `(${POST_COMMIT})(${JSON.stringify(commit)})`;
    expect(await page.evaluate(post)).toEqual({ status: 200, body: { kind: "written" } });
    expect(await page.evaluate(post)).toEqual({ status: 200, body: { kind: "movedOn", log: "case" } });
    const listed = await page.evaluate("fetch('/store/cases').then((answer) => answer.json())");
    expect(listed).toMatchObject([{ caseId: "one", stored: { sequence: 2, state: { owner: "lab" } } }]);
    const stored = await requireCase({ store, hash: hashText }, "one");
    expect(ownLog(stored)).toHaveLength(2);
    expect(await verifyFiles(store, stored)).toEqual([]);

    const other = await (await browser.newContext()).newPage();
    await other.goto(url);
    expect(await other.evaluate(askName)).toMatchObject({ error: { code: "server-session-missing" } });
    expect(await other.evaluate(post)).toMatchObject({ status: 403 });
  });
});
