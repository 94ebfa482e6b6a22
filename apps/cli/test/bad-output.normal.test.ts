import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCoarseHeart } from "./coarse-heart.fixture.ts";
import {
  createTempFolder,
  expectNothingWritten,
  expectRefusal,
  runCli,
  startCli,
  type TempFolder,
} from "./run-cli.fixture.ts";

let folder: TempFolder;
let heart: string;
beforeAll(() => {
  folder = createTempFolder();
  heart = folder.write("heart.vtu", createCoarseHeart().vtu);
});
afterAll(() => folder.remove());

describe("a place that cannot be written to is refused with exit code 4 before anything is computed", () => {
  test("below a file", async () => {
    const file = folder.write("occupied", "mine");
    const run = await runCli("activate", heart, "--out", join(file, "sub", "out"));
    expectRefusal({ ...run, stdout: "" }, { code: "cannot-write", exitCode: 4 });
    expect(run.stderr).not.toContain("meshing");
    expect(run.stderr).toContain("a file stands where a folder is needed");
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  test("where a file has the folder's name", async () => {
    const file = folder.write("result", "mine");
    const run = await runCli("activate", heart, "--out", file, "--quiet");
    expectRefusal(run, { code: "cannot-write", exitCode: 4 });
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  test.runIf(process.platform === "linux")("where not even root may write", async () => {
    const run = await runCli("import", heart, "--out", "/proc/tributary-test/out");
    expectRefusal(run, { code: "cannot-write", exitCode: 4 });
  });

  test("where a folder has the name of a file to be written; what was there stays", async () => {
    const target = join(folder.path, "taken");
    mkdirSync(join(target, "case.json"), { recursive: true });
    const run = await runCli("import", heart, "--out", target, "--quiet");
    expectRefusal(run, { code: "cannot-write", exitCode: 4 });
    expect(readdirSync(target)).toEqual(["case.json"]);
  });
});

describe("Ctrl-C", () => {
  async function interrupt(out: string, stage: string) {
    const cli = startCli(["activate", heart, "--out", out]);
    await cli.waitFor(stage);
    cli.child.kill("SIGINT");
    const run = await cli.finished;
    const lines = run.stderr.split("\n").filter((line) => !line.endsWith(" ..."));
    expectRefusal({ ...run, stderr: lines.join("\n") }, { code: "interrupted", exitCode: 130 });
  }

  test.each(["coordinates", "activation fields"])("during %s ends with 130 and leaves nothing", async (stage) => {
    const out = join(folder.path, `interrupted at ${stage}`, "out");
    await interrupt(out, `${stage} ...`);
    expectNothingWritten(join(folder.path, `interrupted at ${stage}`));
  });

  test("leaves an older result as it was", async () => {
    const out = join(folder.path, "older");
    mkdirSync(out);
    folder.write("older/report.html", "older report");
    await interrupt(out, "coordinates ...");
    expect(readdirSync(out)).toEqual(["report.html"]);
    expect(readFileSync(join(out, "report.html"), "utf8")).toBe("older report");
  });
});

test("a missing parent folder is made, and a finished folder replaces files one by one and keeps others", async () => {
  const out = join(folder.path, "new", "parent", "out");
  const first = await runCli("import", heart, "--out", out, "--quiet");
  expect(first.code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(["case.json", "heart.vtu"]);
  folder.write("new/parent/out/case.json", "edited");
  folder.write("new/parent/out/notes.txt", "mine");
  expect((await runCli("import", heart, "--out", out, "--quiet")).code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(["case.json", "heart.vtu", "notes.txt"]);
  expect(readFileSync(join(out, "case.json"), "utf8")).toContain('"version": 1');
  expect(readdirSync(join(folder.path, "new", "parent"))).toEqual(["out"]);
});
