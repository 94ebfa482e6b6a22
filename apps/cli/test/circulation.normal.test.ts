import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseText } from "./case.fixture.ts";
import { createTempFolder, expectNothingWritten, expectRefusal, runCli, type TempFolder } from "./run-cli.fixture.ts";

let folder: TempFolder;
beforeAll(() => {
  folder = createTempFolder();
});
afterAll(() => folder.remove());

const MEASURED = {
  patient: { ejectionFraction_pct: 28 },
  edgeLength_mm: 3,
  conduction: { rhythm: "sinus", pattern: "lbbb", prInterval_ms: 180 },
  circulation: { heartRate_bpm: 72, systolicPressure_mmHg: 112, diastolicPressure_mmHg: 68 },
};

interface Summary {
  readonly fit: {
    readonly isFitted: boolean;
    readonly residuals: readonly { readonly difference_percent: number }[];
    readonly assumptions: readonly { readonly quantity: string }[];
  };
  readonly pump: { readonly ejectionFraction: number };
  readonly responses: readonly { readonly name: string; readonly kind: string }[];
}

describe("circulation of a case", () => {
  let rows: number[][];
  let names: string[];
  let summary: Summary;

  beforeAll(async () => {
    const trace = join(folder.path, "beat.csv");
    const run = await runCli("circulation", folder.write("case.json", caseText(MEASURED)), "--trace", trace, "--json");
    expect(run.stderr).not.toContain("error");
    expect(run.code).toBe(0);
    summary = JSON.parse(run.stdout);
    const [header, ...lines] = readFileSync(trace, "utf8").trim().split("\n");
    names = header!.split(",");
    rows = lines.map((line) => line.split(",").map(Number));
  });

  const column = (name: string) => rows.map((row) => row[names.indexOf(name)]!);

  test("meets every measured value within 1 % and says what it took from elsewhere", () => {
    expect(summary.fit.isFitted).toBe(true);
    for (const { difference_percent } of summary.fit.residuals) expect(Math.abs(difference_percent)).toBeLessThan(1);
    expect(summary.pump.ejectionFraction).toBeCloseTo(0.28, 2);
    expect(summary.fit.assumptions.map(({ quantity }) => quantity)).toEqual([
      "regurgitantOrifice_mm2",
      "leftAtrialPressure_kPa",
    ]);
  });

  test("compares right-ventricular pacing with the beat as it is now", () => {
    expect(summary.responses).toMatchObject([{ name: "RV pacing", kind: "compared" }]);
  });

  test("writes every signal of a beat that repeats, blood neither made nor lost", () => {
    const volumes = names.filter((name) => name.endsWith("_volume_mL") && name !== "septum_volume_mL");
    expect(volumes.length).toBe(8);
    const totals = rows.map((_, row) => volumes.reduce((sum, name) => sum + column(name)[row]!, 0));
    for (const total of totals) expect(total / totals[0]!).toBeCloseTo(1, 10);
    const volume = column("leftVentricle_volume_mL");
    expect(volume.at(-1)! / volume[0]!).toBeCloseTo(1, 3);
    expect(column("time_ms").at(-1)).toBeCloseTo(60_000 / 72, 6);
  });
});

describe("a circulation that cannot be", () => {
  test.each([
    [
      "diastolic above systolic",
      { ...MEASURED, circulation: { systolicPressure_mmHg: 80, diastolicPressure_mmHg: 95 } },
      "circulation-pressures",
    ],
    [
      "a PR interval longer than the cycle",
      { ...MEASURED, conduction: { ...MEASURED.conduction, prInterval_ms: 380 }, circulation: { heartRate_bpm: 175 } },
      "circulation-timing",
    ],
    ["a heart rate of 400", { ...MEASURED, circulation: { heartRate_bpm: 400 } }, "case-value-out-of-range"],
    [
      "an ejection fraction above 1",
      { ...MEASURED, patient: { ejectionFraction_pct: 120 } },
      "case-value-out-of-range",
    ],
  ])("%s is refused with its place and leaves nothing behind", async (_name, changes, code) => {
    const trace = join(folder.path, "refused", "beat.csv");
    const run = await runCli("circulation", folder.write("case.json", caseText(changes)), "--trace", trace);
    expectRefusal(run, { code });
    expectNothingWritten(join(folder.path, "refused"));
  });

  test("a trace that is neither CSV nor Parquet is refused at once", async () => {
    const run = await runCli("circulation", "built-in", "--trace", join(folder.path, "beat.xlsx"));
    expect(run.stderr).toContain("ends neither in .csv nor in .parquet");
    expect(run.code).toBe(2);
  });
});
