import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_PATH, launchChromium } from "./chromium.fixture.ts";
import {
  createTempFolder,
  expectNothingWritten,
  expectRefusal,
  type StartedCli,
  startCli,
  type TempFolder,
} from "./run-cli.fixture.ts";
import { LONG_LEAD, writeSmallPlanCase } from "./small-plan-case.fixture.ts";
import { watchPage } from "./watch-page.fixture.ts";

let folder: TempFolder;
let casePath: string;
beforeAll(() => {
  folder = createTempFolder();
  casePath = writeSmallPlanCase(folder);
});
afterAll(() => folder.remove());

function addressOf(cli: StartedCli): string {
  return /http:[^\s#]+/.exec(cli.output())![0];
}

describe("start", () => {
  let out: string;
  let cli: StartedCli;
  let url: string;

  beforeAll(async () => {
    out = join(folder.path, "out");
    cli = startCli(["start", casePath, "--plain", "--out", out, "--port", "0", "--draws", "20"]);
    await cli.waitFor("Follow it at");
    url = addressOf(cli);
  });

  test("gives its address, on this computer only, before anything is computed", async () => {
    expect(new URL(url).hostname).toBe("127.0.0.1");
    expect(await cli.waitFor("meshing ...")).toBeUndefined();
    expect(cli.output()).toMatch(/^Follow it at http:\/\/127\.0\.0\.1:\d+\/#[\w-]{32}\n$/);
  });

  test("serves the state while it plans: a page that needs no script, and events for one that has them", async () => {
    const page = await fetch(url);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const text = await page.text();
    expect(text).toContain('<meta http-equiv="refresh" content="2">');
    expect(text).toMatch(/<progress id="progress" max="100" value="\d+">/);
    const events = await fetch(`${url}events`);
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    const { value } = await reader.read();
    expect(JSON.parse(value!.replace(/^data: /, ""))).toEqual({
      version: expect.any(Number),
      stage: expect.any(String),
      percent: expect.any(Number),
    });
    await reader.cancel();
  });

  test("answers only to its own name, and 404 to what is not there", async () => {
    expect((await fetch(`${url}nothing`)).status).toBe(404);
    expect(await askAs("attacker.example", url)).toBe(403);
  });

  test.skipIf(!CHROMIUM_PATH)(
    "shows stage, provisional ranking and report by itself, with scripts and without",
    async () => {
      const browser = await launchChromium();
      try {
        const views = await Promise.all(
          [true, false].map(async (javaScriptEnabled) => {
            const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
            const faults = watchPage(page, url);
            await page.goto(url);
            return { page, faults };
          }),
        );
        await Promise.all(
          views.map(async ({ page, faults }) => {
            await page.getByRole("progressbar").waitFor();
            await page.getByRole("table", { name: /^Provisional ranking/ }).waitFor({ timeout: 200_000 });
            await page.getByRole("heading", { name: "Where the lead goes" }).waitFor({ timeout: 200_000 });
            expect(faults).toEqual({ messages: [], requests: [] });
          }),
        );
      } finally {
        await browser.close();
      }
    },
  );

  test("prints the ranking, writes the report, says where, and serves it", async () => {
    await cli.waitFor("The report is at");
    expect(cli.output()).toMatch(/^ {3}1 {2}Lateral vein/m);
    expect(cli.output()).toContain(`Written to ${out}\n`);
    expect(await (await fetch(url)).text()).toBe(readFileSync(join(out, "report.html"), "utf8"));
    expect(await (await fetch(`${url}plan.json`)).text()).toBe(readFileSync(join(out, "plan.json"), "utf8"));
  });

  test("ends with Ctrl-C and 130, and the port is free again", async () => {
    cli.child.kill("SIGINT");
    const { code, stderr } = await cli.finished;
    expect(code).toBe(130);
    expect(stderr).not.toContain("error ");
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe("start on a port that is taken", () => {
  let taken: Server;
  let port: number;
  beforeAll(async () => {
    taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    port = (taken.address() as AddressInfo).port;
  });
  afterAll(() => taken.close());

  test("takes the next free one and says so; Ctrl-C while it plans ends it with 130 and nothing written", async () => {
    const out = join(folder.path, "interrupted", "out");
    mkdirSync(join(folder.path, "interrupted"));
    const cli = startCli(["start", casePath, "--plain", "--out", out, "--port", String(port)]);
    await cli.waitFor("calibration ...");
    expect(cli.output()).toContain(`(port ${port} is taken by another program)`);
    expect(Number(new URL(addressOf(cli)).port)).toBeGreaterThan(port);
    cli.child.kill("SIGINT");
    const run = await cli.finished;
    const errorText = run.stderr.slice(run.stderr.indexOf("error "));
    expectRefusal({ ...run, stdout: "", stderr: errorText }, { code: "interrupted", exitCode: 130 });
    expectNothingWritten(out);
  });
});

test("start --once ends with 0 when the report is written", async () => {
  const out = join(folder.path, "once");
  const noFit = writeSmallPlanCase(folder, { id: "no-fit", lead: LONG_LEAD });
  const cli = startCli(["start", noFit, "--once", "--out", out, "--port", "0", "--quiet"]);
  const { code, stdout, stderr } = await cli.finished;
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toContain("No site in the veins can be paced from");
  expect(existsSync(join(out, "report.html"))).toBe(true);
});

/** The status that a request with another site's name in its Host header gets. */
function askAs(host: string, url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    })
      .on("error", reject)
      .end();
  });
}
