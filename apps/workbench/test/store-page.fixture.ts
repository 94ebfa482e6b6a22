/** A page with nothing in it but the store of a browser, and a way to ask that store from a test. */
import { join } from "node:path";
import type { RecordStore } from "@tributary/care";
import { TributaryError, type TributaryErrorParts } from "@tributary/model";
import type { BrowserContext, Page } from "playwright-core";
import { build, type Rolldown } from "vite";

const STORE = join(import.meta.dirname, "..", "src", "record", "indexed-record-store.ts");
/** Browsers keep data for an address, and take this one for safe. */
const ADDRESS = "http://localhost/";

/** Opens stores in the page and answers one call after another; a map travels as a list. */
const BRIDGE = `
import { openIndexedRecordStore } from "/store.js";
const stores = [];
window.openStore = async (options) => {
  const store = await openIndexedRecordStore(options);
  return { id: stores.push(store) - 1, name: store.name };
};
window.callStore = async ([id, method, given]) => {
  try {
    const files = method === "commit" && given[0].files ? { files: new Map(given[0].files) } : {};
    const value = await stores[id][method](...(method === "commit" ? [{ ...given[0], ...files }] : given));
    return { value };
  } catch ({ code, what, where, why, fix }) {
    return { error: { code, what, where, why, fix } };
  }
};`;

/** The store as a browser is given it: one script. */
export async function buildStore(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: "error",
    build: { lib: { entry: STORE, formats: ["es"] }, write: false, minify: false, target: "es2024" },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}

/** A page of the given profile; profiles share nothing, pages of one share the store. */
export async function openStorePage(profile: BrowserContext, script: string): Promise<Page> {
  const page = await profile.newPage();
  await page.route(`${ADDRESS}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/store.js") return route.fulfill({ contentType: "text/javascript", body: script });
    return route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><link rel="icon" href="data:,"><script type="module">${BRIDGE}</script>`,
    });
  });
  await page.goto(ADDRESS);
  await page.waitForFunction("window.callStore !== undefined");
  return page;
}

/** A store of the page, spoken to as any other. */
export async function openStoreThrough(page: Page, options: StoreOptions): Promise<RecordStore> {
  const { id, name } = await page.evaluate((given) => (globalThis as never as Bridge).openStore(given), options);
  const call = async <Value>(method: string, ...args: unknown[]): Promise<Value> => {
    const answer = await page.evaluate((given) => (globalThis as never as Bridge).callStore(given), [id, method, args]);
    if ("error" in answer) throw new TributaryError(answer.error);
    return answer.value as Value;
  };
  return {
    name,
    listCases: () => call("listCases"),
    readCase: (caseId) => call("readCase", caseId),
    readFile: (caseId, sha256) => call("readFile", caseId, sha256),
    commit: ({ files, ...commit }) => call("commit", { ...commit, ...(files && { files: [...files] }) }),
    erase: (caseId, tombstone) => call("erase", caseId, tombstone),
    listTombstones: () => call("listTombstones"),
  };
}

interface StoreOptions {
  readonly name: string;
  readonly database?: string;
}

interface Bridge {
  openStore(options: StoreOptions): Promise<{ readonly id: number; readonly name: string }>;
  callStore(call: unknown): Promise<{ readonly value: unknown } | { readonly error: TributaryErrorParts }>;
}
