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

describe("tributary device test", () => {
  test("a good lead passes every mandatory test; one that is left out keeps the pocket open, unless with a reason", async () => {
    const { code, stdout } = await runCli("device", "test", ...BUILT_IN, "--without", "atrium");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^LV1 → can .* yes, best$/m);
    expect(stdout).toMatch(/^left-ventricular-threshold +mandatory +pass/m);
    expect(stdout).toContain("The pocket stays open: atrial-port (missing), atrial-sensing (missing)");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(160);
  });

  test("a dislodged left lead captures nowhere, is recognized and keeps the pocket open", async () => {
    const { stdout } = await runCli("device", "test", ...BUILT_IN, "--fault", "dislodgement", "--json");
    const { round, findings } = JSON.parse(stdout);
    expect(round.closure.open.map(({ id }: { id: string }) => id)).toEqual([
      "left-ventricular-threshold",
      "phrenic-nerve",
    ]);
    expect(new Set(findings.map(({ recognized }: { recognized: string }) => recognized))).toEqual(
      new Set(["dislodgement"]),
    );
  });

  test.each([
    ["an unknown fault", ["--fault", "fractur"], "did you mean fracture"],
    ["an unknown part", ["--without", "ra"], '"ra" is none of atrium'],
    ["an override without a reason", ["--override", "q-lv="], "ID=REASON"],
  ])("%s is not understood", async (_what, args, why) => {
    const run = await runCli("device", "test", "built-in", ...args);
    expectRefusal(run, { code: "usage", exitCode: 2 });
    expect(run.stderr).toContain(why);
  });
});

describe("tributary device verify", () => {
  test("tells of each property what was judged and broken, and of the search what was visited; the same seed twice alike", async () => {
    const args = ["device", "verify", "--scenarios", "20", "--depth", "2", "--seed", "4", "--json"];
    const [first, second] = await Promise.all([runCli(...args), runCli(...args)]);
    expect(first.code).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    const { verification, searched } = JSON.parse(first.stdout);
    expect(verification.properties.length).toBe(15);
    expect(verification.properties.every(({ broken }: { broken: number }) => broken === 0)).toBe(true);
    for (const { exploration, brokenCount } of searched) {
      expect(brokenCount).toBe(0);
      expect(exploration.newAtDepth.length).toBe(3);
      expect(exploration.visited).toBe(exploration.newAtDepth.reduce((sum: number, count: number) => sum + count, 0));
    }
  });

  test("a depth that is no whole number is not understood", async () => {
    expectRefusal(await runCli("device", "verify", "--depth", "2.5"), { code: "usage", exitCode: 2 });
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
