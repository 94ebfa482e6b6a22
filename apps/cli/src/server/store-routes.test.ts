import { rmSync } from "node:fs";
import { type AskStore, openRecord, openRemoteRecordStore, requireCase } from "@tributary/care";
import { afterEach, describe, expect, test } from "vitest";
import {
  createContent,
  hashText,
  type StoreUnderTest,
  TOLD,
  testRecordStore,
} from "../../../../packages/care/src/record/record-store.fixture.ts";
import { createPageBoard } from "../page/page-board.ts";
import { createStoreFolder, loseNewestEvent } from "../record-store/sqlite-store.fixture.ts";
import { createApp } from "./create-app.ts";
import { createSession } from "./session.ts";
import { createStoreRoutes } from "./store-routes.ts";

const HOST = "127.0.0.1:4317";

interface ServedStore extends StoreUnderTest {
  /** The database. */
  readonly file: string;
  /** As the page of the session asks. */
  readonly ask: AskStore;
  /** As a page asks that has no session. */
  readonly askWithout: AskStore;
}

/** A store behind the whole server, with a browser that has its session. */
async function serveStore(name: string): Promise<ServedStore> {
  const lab = createStoreFolder();
  const kept = await lab.open({ name });
  const session = createSession();
  const store = createStoreRoutes(async () => ({ store: kept, hash: hashText }));
  const app = createApp({ board: createPageBoard("A patient"), session, store });
  const cookie = `tributary-session-4317=${session.exchange(session.token)}`;
  const askWith =
    (headers: Record<string, string>): AskStore =>
    async (path, init = {}) =>
      app.request(`http://${HOST}/store${path}`, {
        ...init,
        headers: { host: HOST, origin: `http://${HOST}`, ...headers, ...(init.headers as Record<string, string>) },
      });
  const ask = askWith({ cookie });
  return {
    file: lab.file,
    ask,
    askWithout: askWith({}),
    store: await openRemoteRecordStore(ask),
    reopen: () => openRemoteRecordStore(ask),
    loseNewestEvent: async (caseId) => loseNewestEvent(lab.file, caseId),
    close: async () => lab.remove(),
  };
}

testRecordStore("a record behind the local server", serveStore);

describe("the routes of the record", () => {
  const served: ServedStore[] = [];
  afterEach(async () => {
    for (const one of served.splice(0)) await one.close();
  });
  const serve = async () => {
    const one = await serveStore("lab");
    served.push(one);
    return one;
  };

  test("answer nobody without the session", async () => {
    const { askWithout, store } = await serve();
    await openRecord({ store, hash: hashText }, "one", createContent(), TOLD);
    for (const [path, method] of [
      ["", "GET"],
      ["/cases", "GET"],
      ["/cases/one", "GET"],
      ["/cases/one/commits", "POST"],
      ["/cases/one", "DELETE"],
    ] as const) {
      const response = await askWithout(path, { method });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ error: { code: "server-session-missing" } });
    }
  });

  test("leave nothing of a case in the browser's cache", async () => {
    const { ask, store } = await serve();
    await openRecord({ store, hash: hashText }, "one", createContent(), TOLD);
    for (const path of ["/cases", "/cases/one"]) {
      expect((await ask(path)).headers.get("cache-control")).toBe("no-store");
    }
  });

  test("refuse what they cannot read, and what was not sealed by the rules; nothing is written", async () => {
    const { ask, store } = await serve();
    const keeper = { store, hash: hashText };
    await openRecord(keeper, "one", createContent(), TOLD);
    const post = async (commit: string) => {
      const body = new FormData();
      body.set("commit", commit);
      const response = await ask("/cases/one/commits", { method: "POST", body });
      return [response.status, ((await response.json()) as { error: { code: string } }).error.code];
    };
    expect(await post("{")).toEqual([422, "server-request-malformed"]);
    expect(await post('{"appends": []}')).toEqual([422, "record-log-invalid"]);
    expect(await post('{"appends": [{"log": "notes", "expectedHash": "", "events": [{}]}]}')).toEqual([
      422,
      "record-log-invalid",
    ]);
    const { logs, stored } = await requireCase(keeper, "one");
    const forged = { ...logs[0]!.events[1]!, sequence: 3, previousHash: stored.hash };
    const append = { log: "case", expectedHash: stored.hash, events: [forged] };
    expect(await post(JSON.stringify({ appends: [append] }))).toEqual([422, "record-broken"]);
    const erased = await ask("/cases/one", { method: "DELETE", body: '{"by": "x"}' });
    expect(erased.status).toBe(422);
    expect((await requireCase(keeper, "one")).stored.sequence).toBe(2);
  });

  test("tell in five parts what the store refuses", async () => {
    const { store, file } = await serve();
    const keeper = { store, hash: hashText };
    await openRecord(keeper, "one", createContent(), TOLD);
    rmSync(file);
    const commit = { caseId: "two", appends: [], files: new Map() };
    await expect(store.commit(commit)).rejects.toMatchObject({ code: "record-log-invalid" });
    await expect(openRecord(keeper, "two", createContent(), TOLD)).rejects.toMatchObject({
      code: "record-store-replaced",
    });
  });
});
