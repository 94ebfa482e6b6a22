import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../src/commands.ts";
import { createCoarseHeart } from "./coarse-heart.fixture.ts";
import { createTempFolder, expectRefusal, runCli, startCli, type TempFolder } from "./run-cli.fixture.ts";

let folder: TempFolder;
let surface: string;
beforeAll(() => {
  folder = createTempFolder();
  surface = folder.write("heart.vtp", createCoarseHeart().vtp);
});
afterAll(() => folder.remove());

describe("help", () => {
  test("lists every command", async () => {
    const { code, stdout } = await runCli("--help");
    expect(code).toBe(0);
    const width = Math.max(...COMMANDS.map(({ name }) => name.length));
    for (const { name, summary } of COMMANDS) expect(stdout).toContain(`${name.padEnd(width)}  ${summary}`);
  });

  test.each(COMMANDS.map(({ name }) => name))(
    "of %s has usage, an example and no line over 120 columns",
    async (name) => {
      const { code, stdout, stderr } = await runCli(name, "--help");
      expect(code).toBe(0);
      expect(stderr).toBe("");
      expect(stdout).toMatch(new RegExp(`^tributary ${name}\\b`));
      expect(stdout).toMatch(new RegExp(`^Example: tributary ${name}\\b`, "m"));
      expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
    },
  );

  test("is what no command at all gets, as a usage error", async () => {
    const { code, stdout } = await runCli();
    expect(code).toBe(2);
    expect(stdout).toContain("Usage: tributary COMMAND");
  });
});

describe("what is not understood ends with 2 and the five parts", () => {
  test.each([
    ["an unknown command", ["activat"], 'there is no command "activat"'],
    ["an unknown option", ["activate", "built-in", "--edges", "2"], "unknown option '--edges'"],
    ["an edge out of range", ["activate", "built-in", "--edge", "9"], "9 mm is given; 0.6 to 3 mm is allowed"],
    ["an unknown unit", ["import", "x.vtp", "--out", "y", "--units", "inch"], '"inch" is not one of um, mm, cm, m'],
    ["a name too many", ["trace", "built-in", "twice"], '"twice" is one name too many'],
    ["no case", ["activate"], "no case is named"],
    ["a unit for a case", ["activate", "built-in", "--units", "cm"], "a case names the unit of its files itself"],
    ["an unknown validation case", ["validate", "niederer"], 'there is no case "niederer"'],
    ["a port that is none", ["serve", "--port", "http"], '"http" is no port'],
  ])("%s", async (_what, args, reason) => {
    const run = await runCli(...args);
    expectRefusal(run, { code: "usage", exitCode: 2 });
    expect(run.stderr).toContain(reason);
  });
});

test("with --json an error is JSON with its five parts on standard output", async () => {
  const { code, stdout, stderr } = await runCli("activate", "nothing.vtp", "--json");
  expect(code).toBe(3);
  expect(stderr).toBe("");
  expect(Object.keys(JSON.parse(stdout).error)).toEqual(["code", "what", "where", "why", "fix"]);
  expect(JSON.parse(stdout).error.code).toBe("file-not-found");
});

test("import writes the surface and a case that activates", async () => {
  const out = join(folder.path, "imported");
  const run = await runCli("import", surface, "--out", out, "--quiet");
  expect(run.stderr).toBe("");
  expect(run.stdout).toContain("heart.vtp, case.json");
  const traced = await runCli("trace", join(out, "case.json"), "--edge", "3", "--quiet", "--json");
  expect(traced.code).toBe(0);
  const rows: { arrow: string; what: string; count: string; low: string; unit: string }[] = JSON.parse(traced.stdout);
  expect([...new Set(rows.map(({ arrow }) => arrow))]).toEqual([
    "case > mesh",
    "mesh > anatomy",
    "anatomy > conduction",
    "anatomy > veins",
    "veins > lead",
    "lead > activation",
    "activation > fields",
    "fields > maps",
    "anatomy > ecg",
    "maps > ecg",
    "lead > capture",
  ]);
  const nodes = rows.find(({ what }) => what === "nodes, LPS")!;
  expect(
    rows.filter(({ unit, arrow }) => unit === "ms" && arrow === "fields > maps").map(({ count }) => count),
  ).toEqual([nodes.count, nodes.count]);
});

test("validate prints one row per number and writes a page; its table fits 150 columns", async () => {
  const out = join(folder.path, "validation");
  const { code, stdout } = await runCli("validate", "niederer-slab", "--out", out, "--quiet");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^niederer-slab\b.* pass$/m);
  expect(stdout).toContain(" 0 outside their tolerance");
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(150);
  expect(readFileSync(join(out, "index.html"), "utf8")).toContain("<svg");
});

test("serve shows the report on this computer only, 404 elsewhere, and ends with Ctrl-C", async () => {
  const cli = startCli(["serve", surface, "--edge", "3", "--port", "0"]);
  await cli.waitFor("(Ctrl-C ends it)");
  const url = /http:[^\s#]+/.exec(cli.output())![0];
  expect(new URL(url).hostname).toBe("127.0.0.1");
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("Imported heart heart.vtp");
  expect((await fetch(`${url}nothing`)).status).toBe(404);
  cli.child.kill("SIGINT");
  expect((await cli.finished).code).toBe(130);
  await expect(fetch(url)).rejects.toThrow();
});

test("a reader that closes the pipe early causes no complaint, and the results are still written", async () => {
  const out = join(folder.path, "piped");
  const cli = startCli(["import", surface, "--out", out, "--quiet"]);
  cli.child.stdout!.destroy();
  const { code, stderr } = await cli.finished;
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(existsSync(join(out, "heart.vtp"))).toBe(true);
});
