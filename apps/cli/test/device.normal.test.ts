import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTempFolder, expectNothingWritten, expectRefusal, runCli, type TempFolder } from "./run-cli.fixture.ts";

let folder: TempFolder;
beforeAll(() => {
  folder = createTempFolder();
});
afterAll(() => folder.remove());

const BUILT_IN = ["built-in", "--edge", "3", "--quiet"];

describe("tributary device run", () => {
  test("takes rate and PR interval from the case and the times between its leads from the heart", async () => {
    const { code, stdout } = await runCli("device", "run", ...BUILT_IN, "--json", "--seconds", "30");
    expect(code).toBe(0);
    const told = JSON.parse(stdout);
    const origin = (name: string) => told.heart.find((row: { name: string }) => row.name === name);
    expect(origin("sinusInterval_ms")).toMatchObject({ from: "case", value: 833.3 });
    // A PR interval of 180 ms, 30 ms of it before the atrial sense.
    expect(origin("avConduction_ms").from).toBe("model");
    expect(origin("avConduction_ms").value).toBeGreaterThan(150);
    expect(origin("avConduction_ms").value).toBeLessThan(230);
    expect(origin("rightToLeft_ms").value).toBeGreaterThan(40);
    expect(origin("retrogradeConduction_ms").from).toBe("assumed");
    expect(told.counters.resynchronized).toBeGreaterThan(30);
    expect(told.violations).toEqual([]);
  });

  test("an AV delay longer than conduction lets no pulse through, and every ventricular event is sensed", async () => {
    const args = [
      "--set",
      "fixedAvDelay_ms=300",
      "--set",
      "sensedAvDelayOffset_ms=off",
      "--set",
      "upperRateLimit_ppm=105",
      "--json",
    ];
    const { stdout } = await runCli("device", "run", ...BUILT_IN, ...args);
    expect(JSON.parse(stdout).counters.resynchronized).toBe(0);
  });

  test("writes a page, strips at both speeds, and the log with its repeats and event by event", async () => {
    const out = join(folder.path, "run");
    const { code, stdout } = await runCli(
      "device",
      "run",
      ...BUILT_IN,
      "--scenario",
      "loss-of-lv-capture",
      "--out",
      out,
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/resynchronized, delivered +100\.0 %/);
    expect(stdout).toMatch(/left-ventricular pulses without capture +6\d/);
    for (const name of ["strip-01-25mm.svg", "strip-06-50mm.svg", "report.html"])
      expect(existsSync(join(out, name)), name).toBe(true);
    const [header, first] = readFileSync(join(out, "events.csv"), "utf8").split("\n");
    expect(header).toBe("time_ms,by,marker,detail");
    expect(first).toBe('833.3,heart,ATRIUM,"sinus node"');
    const log = JSON.parse(readFileSync(join(out, "log.json"), "utf8"));
    expect(log.blocks.some(({ repeatCount }: { repeatCount: number }) => repeatCount > 30)).toBe(true);
  });

  test("a year is a matter of its repeats", async () => {
    const { stdout } = await runCli("device", "run", ...BUILT_IN, "--hours", "8766");
    expect(stdout).toMatch(/^8766 hours, \d{9} events/m);
    expect(stdout).toContain("not judged");
  });

  test.each([
    ["a value off its grid", ["--set", "vvDelay_ms=7"], "setting-off-increment", 3],
    ["a conflict", ["--set", "upperRateLimit_ppm=175", "--set", "pvarp_ms=400"], "settings-conflict", 3],
    ["an unknown scenario", ["--scenario", "pvcs"], "usage", 2],
    ["a heart out of range", ["--heart", "pacedTransit_ms=900"], "rhythm-parameter-range", 3],
  ])("%s programs nothing and writes nothing", async (_what, args, code, exitCode) => {
    const out = join(folder.path, "refused");
    expectRefusal(await runCli("device", "run", ...BUILT_IN, ...args, "--out", out), { code, exitCode });
    expectNothingWritten(out);
  });
});

test("tributary device alone shows what it can do; an unknown word names the known ones", async () => {
  const alone = await runCli("device");
  expect(alone.code).toBe(2);
  expect(alone.stdout).toContain("device run");
  const wrong = await runCli("device", "walk");
  expectRefusal(wrong, { code: "usage", exitCode: 2 });
  const help = await runCli("device", "run", "--help");
  expect(help.stdout).toMatch(/^tributary device run\b/);
  expect(Math.max(...help.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
});
