import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseText } from "./case.fixture.ts";
import { createTempFolder, expectRefusal, runCli, type TempFolder } from "./run-cli.fixture.ts";
import { writeSmallPlanCase } from "./small-plan-case.fixture.ts";

let folder: TempFolder;
let elsewhere: TempFolder;
let casePath: string;
let bundlePath: string;
beforeAll(async () => {
  folder = createTempFolder();
  elsewhere = createTempFolder();
  writeSmallPlanCase(folder);
  mkdirSync(join(folder.path, "cases"));
  const value = JSON.parse(readFileSync(join(folder.path, "small.json"), "utf8"));
  casePath = folder.write(
    "cases/small.json",
    JSON.stringify({
      ...value,
      heart: { ...value.heart, files: ["../heart.vtu"] },
      patient: { ejectionFraction_pct: 28 },
      circulation: { heartRate_bpm: 72, systolicPressure_mmHg: 112, diastolicPressure_mmHg: 68 },
    }),
  );
  bundlePath = join(elsewhere.path, "small.tributary");
  const run = await runCli("bundle", casePath, "--output", bundlePath);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatch(/^Written to \S+small\.tributary: the case small, with \.\.\/heart\.vtu; \d+ KiB\n$/);
});
afterAll(() => {
  folder.remove();
  elsewhere.remove();
});

describe("a bundle, away from the case it was made of", () => {
  test.each([
    ["activate", []],
    ["circulation", []],
    ["trace", []],
    ["plan", ["--draws", "10"]],
  ])("%s gives the same, to the last digit, and the same hash of the input", async (command, more) => {
    const [outside, inside] = [
      await runCli(command, casePath, "--json", "--quiet", ...more),
      await runCli(command, bundlePath, "--json", "--quiet", ...more),
    ];
    expect(outside).toMatchObject({ code: 0, stderr: "" });
    expect(inside).toEqual(outside);
  });

  test("stands alone in its folder, and is the same bytes when it is made again", async () => {
    expect(readdirSync(elsewhere.path)).toEqual(["small.tributary"]);
    const again = join(folder.path, "again.tributary");
    const run = await runCli("bundle", casePath, "--output", again, "--json");
    expect(JSON.parse(run.stdout)).toMatchObject({ file: again, caseId: "small", data: ["../heart.vtu"] });
    expect(readFileSync(again)).toEqual(readFileSync(bundlePath));
  });
});

describe("refused is", () => {
  test("a bundle that was changed, with its entry", async () => {
    const bytes = readFileSync(bundlePath);
    bytes[bytes.length >> 1]! ^= 1;
    const path = folder.write("changed.tributary", bytes);
    expectRefusal(await runCli("activate", path), { code: "zip-entry-changed" });
  });

  test("something else under the name of a bundle", async () => {
    const path = folder.write("text.tributary", "no bundle");
    expectRefusal(await runCli("plan", path), { code: "zip-malformed" });
  });

  test("a case in it that is wrong, with the name of the bundle", async () => {
    const wrong = folder.write("wrong.json", caseText({ heart: { kind: "preset", preset: "nobody" } }));
    const target = join(folder.path, "wrong.tributary");
    expectRefusal(await runCli("bundle", wrong, "--output", target), { code: "unknown-preset" });
    expect(existsSync(target)).toBe(false);
  });

  test("a case whose files are not there, and nothing is written", async () => {
    const path = folder.write("gone.json", caseText({ heart: { kind: "surface", file: "gone.vtp" } }));
    const target = join(folder.path, "gone.tributary");
    expectRefusal(await runCli("bundle", path, "--output", target), { code: "file-not-found" });
    expect(existsSync(target)).toBe(false);
  });

  test("a bundle of a bundle, a target of another name, an import of a bundle", async () => {
    const usage = { code: "usage", exitCode: 2 };
    expectRefusal(await runCli("bundle", bundlePath, "--output", join(folder.path, "b.tributary")), usage);
    expectRefusal(await runCli("bundle", casePath, "--output", join(folder.path, "b.zip")), usage);
    expectRefusal(await runCli("bundle", casePath), usage);
    expectRefusal(await runCli("import", bundlePath, "--out", join(folder.path, "imported")), usage);
  });
});

test("the built-in patient and a heart alone are packed as cases too", async () => {
  for (const path of ["built-in", join(folder.path, "heart.vtu")]) {
    const target = join(folder.path, "packed.tributary");
    expect((await runCli("bundle", path, "--output", target)).code).toBe(0);
    expect(existsSync(target)).toBe(true);
  }
  writeFileSync(join(folder.path, "heart.vtu"), "");
  const run = await runCli("trace", join(folder.path, "packed.tributary"), "--quiet");
  expect(run).toMatchObject({ code: 0, stderr: "" });
});
