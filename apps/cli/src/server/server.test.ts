import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPageBoard, listReportFiles, type PageBoard } from "../page/page-board.ts";
import { createApp } from "./create-app.ts";
import { PAGE_POLICY } from "./security-headers.ts";
import { listen } from "./serve-pages.ts";
import { createSession, type Session } from "./session.ts";
import { openStaticFolder } from "./static-folder.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-server-"));
  mkdirSync(join(folder, "dist", "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "outside");
  writeFileSync(join(folder, "dist", "index.html"), "<!doctype html><title>Workbench</title>");
  writeFileSync(join(folder, "dist", "assets", "index-DiwrgTda.js"), "export {};");
  writeFileSync(join(folder, "dist", "assets", "engine.wasm"), new Uint8Array([0, 97, 115, 109]));
  symlinkSync(join(folder, "secret.txt"), join(folder, "dist", "link.txt"));
  symlinkSync(folder, join(folder, "dist", "up"));
  writeFileSync(join(folder, "dist", "replaced.txt"), "inside");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let session: Session;
let board: PageBoard;
let port: number;
let close: () => Promise<void>;
const written: string[] = [];

beforeEach(async () => {
  session = createSession();
  board = createPageBoard("A patient");
  written.length = 0;
  const store = new Hono();
  store.get("/note", (context) => context.text("kept"));
  store.put("/note", async (context) => {
    written.push(await context.req.text());
    return context.body(null, 204);
  });
  const workbench = openStaticFolder(join(folder, "dist"));
  ({ port, close } = await listen(createApp({ board, session, workbench, store }), 0));
  return () => close();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** The path goes over the wire as it is written, which `fetch` would not do. */
function ask(path: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function own(): Record<string, string> {
  return { origin: `http://127.0.0.1:${port}` };
}

async function openSession(): Promise<string> {
  const answer = await ask("/session", { method: "POST", headers: own(), body: session.token });
  return answer.headers["set-cookie"]![0]!.split(";")[0]!;
}

function codeOf({ text }: Answer): string {
  const { error } = JSON.parse(text);
  expect(Object.keys(error)).toEqual(["code", "what", "where", "why", "fix"]);
  expect(Object.values(error).every((part) => part !== "")).toBe(true);
  return error.code;
}

describe("every answer", () => {
  test.each(["/", "/plan/", "/nothing", "/store/note", "/session"])(
    "of %s carries the policy of a page",
    async (path) => {
      const { headers } = await ask(path);
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; " +
          "font-src 'self'; connect-src 'self'; manifest-src 'self'; img-src 'self' blob: data:; " +
          "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      );
      expect(headers).toMatchObject({
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      });
    },
  );

  test.each(["attacker.example", "127.0.0.1.attacker.example", "localhost.attacker.example:80", "127.0.0.1@a.example"])(
    "to a name that was pointed here (%s) is a refusal",
    async (host) => {
      for (const path of ["/", "/plan/", "/session", "/store/note"]) {
        expect((await ask(path, { headers: { host } })).status).toBeOneOf([400, 403]);
      }
    },
  );

  test("to localhost is that to 127.0.0.1", async () => {
    expect((await ask("/", { headers: { host: `localhost:${port}` } })).status).toBe(200);
  });
});

describe("the session", () => {
  test("is opened by the token, once, with a cookie that no script reads and no other site sends", async () => {
    const first = await ask("/session", { method: "POST", headers: own(), body: session.token });
    expect(first.status).toBe(204);
    expect(first.headers["set-cookie"]).toEqual([
      expect.stringMatching(new RegExp(`^tributary-session-${port}=[\\w-]{32}; Path=/; HttpOnly; SameSite=Strict$`)),
    ]);
    expect(first.headers["set-cookie"]![0]).not.toContain(session.token);
    const again = await ask("/session", { method: "POST", headers: own(), body: session.token });
    expect(again.status).toBe(403);
    expect(codeOf(again)).toBe("server-token-refused");
    expect(again.headers["set-cookie"]).toBeUndefined();
  });

  test("a wrong token opens nothing and spends nothing", async () => {
    for (const body of ["", "guess", `${session.token} `]) {
      expect((await ask("/session", { method: "POST", headers: own(), body })).status).toBe(403);
    }
    expect((await ask("/session", { method: "POST", headers: own(), body: session.token })).status).toBe(204);
  });

  test("the token of another site's page is refused and not spent", async () => {
    const headers = { origin: "http://attacker.example" };
    const foreign = await ask("/session", { method: "POST", headers, body: session.token });
    expect(codeOf(foreign)).toBe("server-origin-foreign");
    expect(await openSession()).toContain("tributary-session");
  });

  test("more than a token is not read", async () => {
    const answer = await ask("/session", { method: "POST", headers: own(), body: "x".repeat(257) });
    expect(answer.status).toBe(413);
    expect(codeOf(answer)).toBe("server-body-too-large");
  });

  test("tells a page whether it has it", async () => {
    expect(JSON.parse((await ask("/session")).text)).toEqual({ isOpen: false });
    const cookie = await openSession();
    expect(JSON.parse((await ask("/session", { headers: { cookie } })).text)).toEqual({ isOpen: true });
    const forged = `tributary-session-${port}=${"A".repeat(32)}`;
    expect(JSON.parse((await ask("/session", { headers: { cookie: forged } })).text)).toEqual({ isOpen: false });
  });
});

describe("store routes", () => {
  test("read and write for the page that has the session", async () => {
    const cookie = await openSession();
    const headers = { ...own(), cookie };
    expect((await ask("/store/note", { headers })).text).toBe("kept");
    expect((await ask("/store/note", { method: "PUT", headers, body: "new" })).status).toBe(204);
    expect(written).toEqual(["new"]);
  });

  test("read without an origin only where the browser says that the page is ours", async () => {
    const cookie = await openSession();
    expect((await ask("/store/note", { headers: { cookie, "sec-fetch-site": "same-origin" } })).status).toBe(200);
    for (const site of ["cross-site", "same-site", "none"]) {
      expect((await ask("/store/note", { headers: { cookie, "sec-fetch-site": site } })).status).toBe(403);
    }
    const put = { method: "PUT", headers: { cookie, "sec-fetch-site": "same-origin" }, body: "new" };
    expect((await ask("/store/note", put)).status).toBe(403);
  });

  test.each([
    ["no cookie", {}, "server-session-missing"],
    ["a foreign origin", { origin: "http://attacker.example" }, "server-origin-foreign"],
    ["another port of this computer", { origin: "http://127.0.0.1:1" }, "server-origin-foreign"],
    ["the origin of a sandbox", { origin: "null" }, "server-origin-foreign"],
  ])("refuse %s, and nothing is written", async (name, changed, code) => {
    const cookie = await openSession();
    const headers = { ...own(), ...changed, ...(name === "no cookie" ? {} : { cookie }) };
    const answer = await ask("/store/note", { method: "PUT", headers, body: "new" });
    expect(answer.status).toBe(403);
    expect(codeOf(answer)).toBe(code);
    expect(written).toEqual([]);
  });

  test.each(["/store", "/store/", "/store/nothing", "/STORE/note", "//store/note", "/plan/../store/note"])(
    "are not reached without a session by %s",
    async (path) => {
      const answer = await ask(path, { headers: own() });
      expect(answer.status).toBeOneOf([403, 404]);
      expect(answer.text).not.toContain("kept");
    },
  );

  test("take no more than their limit, told before or found while reading", async () => {
    const cookie = await openSession();
    const headers = { ...own(), cookie };
    const told = await ask("/store/note", { method: "PUT", headers, body: Buffer.alloc(64 * 1024 * 1024 + 1) });
    expect(told.status).toBe(413);
    const chunked = { ...headers, "transfer-encoding": "chunked" };
    const found = await ask("/store/note", {
      method: "PUT",
      headers: chunked,
      body: Buffer.alloc(64 * 1024 * 1024 + 1),
    });
    expect(found.status).toBe(413);
    expect(written).toEqual([]);
  });

  test("that do not exist are not found, with the session", async () => {
    const cookie = await openSession();
    const answer = await ask("/store/nothing", { headers: { ...own(), cookie } });
    expect(answer.status).toBe(404);
    expect(codeOf(answer)).toBe("server-route-unknown");
  });
});

describe("the workbench's files", () => {
  test("need no session; the index is asked for anew, what has a hash in its name is kept", async () => {
    const index = await ask("/");
    expect(index.text).toContain("<title>Workbench</title>");
    expect(index.headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    const script = await ask("/assets/index-DiwrgTda.js");
    expect(script.headers["content-type"]).toContain("text/javascript");
    expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const module = await ask("/assets/engine.wasm");
    expect(module.headers).toMatchObject({ "content-type": "application/wasm", "cache-control": "no-store" });
  });

  test.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e%2fsecret.txt",
    "/assets/..%5c..%5csecret.txt",
    "/..%252fsecret.txt",
    "/up/secret.txt",
    "/link.txt",
    "/assets",
    "/%00index.html",
    "/%",
  ])("%s leads nowhere", async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain("outside");
  });

  test("a file that became a link is not served", async () => {
    expect((await ask("/replaced.txt")).text).toBe("inside");
    rmSync(join(folder, "dist", "replaced.txt"));
    symlinkSync(join(folder, "secret.txt"), join(folder, "dist", "replaced.txt"));
    expect((await ask("/replaced.txt")).status).toBe(404);
  });

  test("HEAD tells the length and sends nothing; a range gets the whole file, as it may", async () => {
    const head = await ask("/assets/index-DiwrgTda.js", { method: "HEAD" });
    expect(head).toMatchObject({ status: 200, text: "" });
    expect(head.headers["content-length"]).toBe("10");
    const range = await ask("/assets/index-DiwrgTda.js", { headers: { range: "bytes=0-3" } });
    expect(range).toMatchObject({ status: 200, text: "export {};" });
  });

  test("are only read", async () => {
    expect((await ask("/index.html", { method: "DELETE", headers: own() })).status).toBe(404);
  });
});

describe("the page of the work", () => {
  test("stands beside the workbench, with everything it loads in files", async () => {
    const page = await ask("/plan/");
    expect(page.text).toContain('<progress id="progress"');
    expect(page.text).not.toMatch(/<style|style=|<script>|onload=/);
    for (const [, name] of page.text.matchAll(/(?:href|src)="([^"]+)"/g)) {
      expect((await ask(`/plan/${name}`)).status).toBe(200);
    }
  });

  test("gives way to the report, which runs no script and has only the styles it was written with", async () => {
    const style = ".picture { color: red; }";
    board.showResult(listReportFiles(`<!doctype html><style>${style}</style><p>Report</p>`, "{}"));
    const report = await ask("/plan/");
    const hash = createHash("sha256").update(style).digest("base64");
    expect(report.headers["content-security-policy"]).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    );
    const plan = await ask("/plan/plan.json");
    expect(plan.headers).toMatchObject({
      "content-type": "application/json",
      "content-security-policy": PAGE_POLICY,
    });
  });
});

test("without a built workbench there is no folder to serve", () => {
  expect(openStaticFolder(join(folder, "dist", "assets"))).toBeUndefined();
  expect(openStaticFolder(join(folder, "nowhere"))).toBeUndefined();
});
