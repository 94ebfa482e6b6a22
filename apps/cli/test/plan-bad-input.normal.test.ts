import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "@tributary/formats";
import { MEASURES } from "@tributary/plan";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFixture } from "../../../fixtures/read-fixture.ts";
import {
  createTempFolder,
  expectNothingWritten,
  expectRefusal,
  runCli,
  startCli,
  type TempFolder,
} from "./run-cli.fixture.ts";
import { LONG_LEAD, writeSmallPlanCase } from "./small-plan-case.fixture.ts";

let folder: TempFolder;
let sound: string;
beforeAll(() => {
  folder = createTempFolder();
  sound = writeSmallPlanCase(folder);
  folder.write("ecg.csv", RECORD);
  folder.write("arms-exchanged.csv", exchangeArms(RECORD));
});
afterAll(() => folder.remove());

/** A PTB-XL record with complete left bundle branch block, 10 s at 500 Hz: I, II, III, aVR, aVL, aVF, V1 to V6 in mV. */
const RECORD = new TextDecoder().decode(readFixture("ptb-xl/01564_hr.csv.gz"));

/** As recorded with the electrodes of the arms exchanged. */
function exchangeArms(table: string): string {
  const [header, ...rows] = table.trim().split("\n");
  const exchanged = rows.map((row) => {
    const [I, II, III, aVR, aVL, ...others] = row.split(",");
    return [-Number(I), III, II, aVL, aVR, ...others].join(",");
  });
  return [header, ...exchanged, ""].join("\n");
}

const SINUS = { rhythm: "sinus", pattern: "lbbb" } as const;
const EVERY_SEGMENT = Array.from({ length: 17 }, (_, i) => i + 1);

const REFUSED: [what: string, changes: Partial<Case>, code: string, reason: RegExp][] = [
  [
    "a QRS duration out of range",
    { conduction: { ...SINUS, qrsDuration_ms: 1500 } },
    "case-value-out-of-range",
    /qrsDuration_ms\n.*1500/,
  ],
  [
    "a left ventricle that is all scar",
    { scar: [{ by: "segments", segments: EVERY_SEGMENT, transmuralFraction: 1, from: "endocardium", tissue: "scar" }] },
    "scar-kills-wall",
    /scar/,
  ],
  [
    "an ejection fraction given as a share",
    { patient: { ejectionFraction_pct: 0.3 } },
    "case-value-out-of-range",
    /ejectionFraction_pct\n.*0\.3 is given/,
  ],
  [
    "an ECG in the wrong unit",
    { ecg: { files: ["ecg.csv"], samplingRate_Hz: 500, units: "uV" } },
    "ecg-wrong-unit",
    /ecg\.csv/,
  ],
  [
    "an ECG with the arms exchanged",
    { ecg: { files: ["arms-exchanged.csv"], samplingRate_Hz: 500, units: "mV" } },
    "ecg-leads-swapped",
    /arms-exchanged\.csv/,
  ],
  [
    "an unknown lead",
    { lead: { kind: "catalog", model: "attain-preforma-4298" } },
    "unknown-lead",
    /attain-performa-4298/,
  ],
];

test.each(REFUSED)("%s is refused with its reason", async (what, changes, code, reason) => {
  const path = writeSmallPlanCase(folder, { id: what.replaceAll(" ", "-"), ...changes });
  const run = await runCli("plan", path, "--quiet");
  expectRefusal(run, { code });
  expect(run.stderr).toMatch(reason);
});

test("a lead that fits no vein is a result with its reason, and ends with 0", async () => {
  const out = join(folder.path, "no-fit");
  const path = writeSmallPlanCase(folder, { id: "no-fit-case", lead: LONG_LEAD });
  const run = await runCli("plan", path, "--out", out, "--quiet");
  expect(run.stderr).toBe("");
  expect(run.code).toBe(0);
  expect(run.stdout).toContain("No site in the veins can be paced from");
  expect(run.stdout).toMatch(/^- Lateral vein: LV4 of Attain Performa 4298 would lie in the right atrium/m);
});

describe("options that are not understood", () => {
  test.each([
    ["a seed that is no number", ["--seed", "one"], '"one" is not a whole number from 0 to 4294967295'],
    ["a seed that is no whole number", ["--seed", "1.5"], '"1.5" is not a whole number'],
    ["a margin that is no voltage", ["--phrenic-margin", "3V"], '"3V" is not a number of volts from 0 to 10'],
    ["too few draws for a spread", ["--draws", "3"], '"3" is not a whole number from 10 to 10000'],
    ["no thread at all", ["--threads", "0"], '"0" is not a whole number from 1 to 256'],
  ])("%s", async (_what, args, reason) => {
    const run = await runCli("plan", sound, ...args);
    expectRefusal(run, { code: "usage", exitCode: 2 });
    expect(run.stderr).toContain(reason);
  });

  test("no case", async () => {
    const run = await runCli("plan");
    expectRefusal(run, { code: "usage", exitCode: 2 });
    expect(run.stderr).toContain("no case is named");
  });

  test("a vector that the lead does not have, with the nearest names", async () => {
    const run = await runCli("plan", sound, "--vector", "LV1-RVrng");
    expectRefusal(run, { code: "unknown-vector" });
    expect(run.stderr).toMatch(/fix: {3}Did you mean .*LV1-RVring/);
  });
});

describe("weights that cannot score are refused", () => {
  test.each([
    ["negative", '{ "resynchronization": -1 }', /resynchronization\n.*-1; a number of 0 or more/],
    ["all zero", JSON.stringify(Object.fromEntries(MEASURES.map((measure) => [measure, 0]))), /all weights are 0/],
    ["of an unknown measure", '{ "resynchronisation": 1 }', /no such measure; known are resynchronization/],
    ["no numbers", '{ "resynchronization": "much" }', /"much"; a number of 0 or more/],
    ["no object", "[1, 2]", /not an object/],
    ["not JSON", "resynchronization = 1", /not JSON/],
  ])("%s", async (name, text, reason) => {
    const path = folder.write(`weights ${name}.json`, text);
    const run = await runCli("plan", sound, "--weights", path);
    expectRefusal(run, { code: "bad-weights" });
    expect(run.stderr).toContain(path);
    expect(run.stderr).toMatch(reason);
  });

  test("a file that is not there", async () => {
    expectRefusal(await runCli("plan", sound, "--weights", join(folder.path, "none.json")), { code: "file-not-found" });
  });
});

test.runIf(process.platform === "linux")(
  "a folder nobody may write to is told before anything is computed",
  async () => {
    const run = await runCli("plan", sound, "--out", "/proc/tributary-test/out");
    expectRefusal(run, { code: "cannot-write", exitCode: 4 });
    expect(run.stderr).not.toContain("meshing");
  },
);

test.each(["calibration", "uncertainty"])("Ctrl-C during %s ends with 130 and leaves nothing", async (stage) => {
  const parent = join(folder.path, `stopped at ${stage}`);
  mkdirSync(parent);
  const cli = startCli(["plan", sound, "--out", join(parent, "out")]);
  await cli.waitFor(`${stage} ...`);
  cli.child.kill("SIGINT");
  const run = await cli.finished;
  expectRefusal(
    { ...run, stderr: run.stderr.slice(run.stderr.indexOf("error ")) },
    { code: "interrupted", exitCode: 130 },
  );
  expectNothingWritten(join(parent, "out"));
});
