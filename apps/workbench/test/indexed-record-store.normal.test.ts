import { openRecord, recordChanges, requireCase } from "@tributary/care";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  createContent,
  hashText,
  NYHA,
  TOLD,
  testRecordStore,
} from "../../../packages/care/src/record/record-store.fixture.ts";
import { CHROMIUM_PATH, launchChromium } from "../../cli/test/chromium.fixture.ts";
import { buildStore, openStorePage, openStoreThrough } from "./store-page.fixture.ts";

/** Runs an action on the tables themselves, as another page of the same address might. */
const onTables = (page: Page, mode: string, action: string, database = "tributary.record") =>
  page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open("${database}");
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(opening.result.objectStoreNames, "${mode}");
      const table = (name) => transaction.objectStore(name);
      let result;
      transaction.oncomplete = () => { opening.result.close(); resolve(result); };
      transaction.onerror = () => reject(transaction.error);
      ${action}
    };
  })`);

const REMOVE_NEWEST = (caseId: string) => `
  table("events").openKeyCursor(IDBKeyRange.bound(["${caseId}", "case"], ["${caseId}", "case", []]), "prev").onsuccess =
    ({ target }) => table("events").delete(target.result.key);`;

const COUNT_ROWS = `
  result = {};
  for (const name of opening.result.objectStoreNames) table(name).count().onsuccess = ({ target }) => { result[name] = target.result; };`;

describe.skipIf(!CHROMIUM_PATH)("the record of a browser", () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    [browser, script] = await Promise.all([launchChromium(), buildStore()]);
  });
  afterAll(() => browser.close());

  // One page with a database for each store: what a test needs of a browser profile is that nobody else writes there.
  let shared: Page;
  let count = 0;
  testRecordStore("in IndexedDB", async (name) => {
    shared ??= await openStorePage(await browser.newContext(), script);
    const options = { name, database: `tributary.${count++}` };
    return {
      store: await openStoreThrough(shared, options),
      reopen: () => openStoreThrough(shared, options),
      loseNewestEvent: async (caseId) => {
        await onTables(shared, "readwrite", REMOVE_NEWEST(caseId), options.database);
      },
      close: async () => {},
    };
  });

  describe("beyond what every store does", () => {
    let page: Page;
    beforeEach(async () => {
      page = await openStorePage(await browser.newContext(), script);
    });
    afterEach(() => page.context().close());

    async function keepOne() {
      const keeper = { store: await openStoreThrough(page, { name: "lab" }), hash: hashText };
      await openRecord(keeper, "one", createContent(), TOLD);
      return keeper;
    }

    test("a store that nobody names makes up a name, and keeps it", async () => {
      const { name } = (await page.evaluate("window.openStore({})")) as { name: string };
      expect(name).toMatch(/^browser-[0-9a-f]{6}$/);
      await page.reload();
      await page.waitForFunction("window.openStore !== undefined");
      expect(await page.evaluate("window.openStore({})")).toMatchObject({ name });
    });

    test("two tabs write to one case: the first is kept, the second is told that the case moved on", async () => {
      const one = await keepOne();
      const tab = await openStorePage(page.context(), script);
      const two = { store: await openStoreThrough(tab, { name: "lab" }), hash: hashText };
      const results = await Promise.allSettled([
        recordChanges(one, "one", [NYHA], TOLD),
        recordChanges(two, "one", [NYHA], { ...TOLD, by: "Dr. Kaya" }),
      ]);
      const refused = results.filter((result) => result.status === "rejected");
      expect(refused.map(({ reason }) => reason)).toMatchObject([{ code: "record-moved-on" }]);
      expect((await requireCase(two, "one")).stored.sequence).toBe(3);
    });

    test("of an erased case nothing is left but the tombstone", async () => {
      const { store } = await keepOne();
      const rows = { about: 1, cases: 1, events: 2, files: 2, tombstones: 0 };
      expect(await onTables(page, "readonly", COUNT_ROWS)).toEqual(rows);
      const erased = { firstHash: "f", eventCount: 2, erasedAt: TOLD.at, erasedBy: TOLD.by } as const;
      const tombstone = { ...erased, reason: "enteredInError" } as const;
      expect(await store.erase("one", tombstone)).toBe(true);
      expect(await store.erase("one", tombstone)).toBe(false);
      const left = { about: 1, cases: 0, events: 0, files: 0, tombstones: 1 };
      expect(await onTables(page, "readonly", COUNT_ROWS)).toEqual(left);
      expect(await page.evaluate("Object.keys(localStorage)")).toEqual([]);
    });

    test("a store of a newer workbench is refused, and not touched", async () => {
      await keepOne();
      await page.reload();
      await page.waitForFunction("window.openStore !== undefined");
      await page.evaluate(`new Promise((resolve) => {
        const opening = indexedDB.open("tributary.record", 7);
        opening.onsuccess = () => { opening.result.close(); resolve(); };
      })`);
      const refused = page.evaluate("window.openStore({}).catch(({ code }) => code)");
      expect(await refused).toBe("browser-store-newer");
      expect(await onTables(page, "readonly", COUNT_ROWS)).toMatchObject({ cases: 1, events: 2 });
    });

    test("a browser without such storage says so", async () => {
      await page.evaluate(
        "Object.defineProperty(globalThis, 'indexedDB', { value: { open() { throw new Error('denied'); } } })",
      );
      const refused = page.evaluate("window.openStore({}).catch(({ code, why }) => [code, why])");
      expect(await refused).toEqual(["browser-store-missing", "denied"]);
    });

    test("an entry that has no room is not written, in any part", async () => {
      const { store } = await keepOne();
      // What a browser does when the share of the disk is used up while rows are being written.
      await page.evaluate(`IDBObjectStore.prototype.put = new Proxy(IDBObjectStore.prototype.put, {
        apply(put, table, given) {
          if (table.name === "files") throw new DOMException("no room", "QuotaExceededError");
          return Reflect.apply(put, table, given);
        },
      })`);
      const stored = await store.readCase("one");
      const late = store.commit({
        caseId: "one",
        appends: [{ log: "case", expectedHash: stored!.stored.hash, events: [stored!.logs[0]!.events[1]!] }],
        stored: { ...stored!.stored, sequence: 9 },
        files: new Map([["a".repeat(64), new Uint8Array(3)]]),
      });
      await expect(late).rejects.toMatchObject({ code: "browser-store-full" });
      expect(await store.readCase("one")).toEqual(stored);
    });
  });
});
