import { specifyFindings } from "@tributary/intake";
import { STANDARD_LEADS, TributaryError } from "@tributary/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFixture } from "../../../fixtures/read-fixture.ts";
import type { OptionValues } from "../src/command.ts";
import { ecgCommand } from "../src/commands/ecg.ts";
import { loadCase } from "../src/input/load-case.ts";
import { caseText } from "./case.fixture.ts";
import { createTempFolder, expectRefusal, runCli, type TempFolder } from "./run-cli.fixture.ts";

/** Columns of a PTB-XL record with complete left bundle branch block, 10 s at 500 Hz. */
const RECORD = new TextDecoder().decode(readFixture("ptb-xl/01564_hr.csv.gz"));
const ROWS = RECORD.trim()
  .split("\n")
  .slice(1)
  .map((row) => row.split(",").map(Number));

type Sample = Readonly<Record<(typeof STANDARD_LEADS)[number], number>>;

/** The record with each sample changed, as a table. */
function tableOf(change: (sample: Sample, row: number) => Partial<Sample>, rows = ROWS): string {
  const lines = rows.map((values, row) => {
    const sample = Object.fromEntries(STANDARD_LEADS.map((lead, i) => [lead, values[i]!])) as unknown as Sample;
    const changed = { ...sample, ...change(sample, row) };
    return STANDARD_LEADS.map((lead) => changed[lead]).join(",");
  });
  return `${[STANDARD_LEADS.join(","), ...lines].join("\n")}\n`;
}

const PLAIN = tableOf(() => ({}));

/** The record as a WFDB header and 16-bit samples of 1 uV, and a line about the patient. */
function createRecord(): { readonly header: string; readonly samples: Uint8Array } {
  const steps = new DataView(new ArrayBuffer(2 * STANDARD_LEADS.length * ROWS.length));
  for (const [i, value_mV] of ROWS.flat().entries()) steps.setInt16(2 * i, Math.round(1000 * value_mV), true);
  const signals = STANDARD_LEADS.map((lead, i) => {
    const sum = ROWS.reduce((total, values) => total + Math.round(1000 * values[i]!), 0);
    return `r.dat 16 1000(0)/mV 16 0 0 ${sum & 0xffff} 0 ${lead}`;
  });
  const header = [`r ${STANDARD_LEADS.length} 500 ${ROWS.length}`, ...signals, "# Sex: Male", ""].join("\n");
  return { header, samples: new Uint8Array(steps.buffer) };
}

let folder: TempFolder;
beforeAll(() => {
  folder = createTempFolder();
});
afterAll(() => folder.remove());

describe("tributary ecg", () => {
  test("measures complete left bundle branch block in a table, and says what was taken for granted", async () => {
    const path = folder.write("patient.csv", PLAIN);
    const { code, stdout, stderr } = await runCli("ecg", path, "--rate", "500", "--sex", "male");
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^patient.csv: twelve leads, 10000 ms at 500 Hz\n\d+ beats averaged/);
    expect(stdout).toContain("patient.csv: no unit stated; mV taken");
    expect(stdout).toContain("Strauss 2011, Am J Cardiol 107:927");
    const duration_ms = Number(/QRS duration +(\d+) ms/.exec(stdout)?.[1]);
    expect(duration_ms).toBeGreaterThanOrEqual(140);
    expect(duration_ms).toBeLessThanOrEqual(170);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(150);
  });

  test("gives the same numbers as JSON from the table in uV and from the record, whose header knows rate, unit and sex", async () => {
    const inMicrovolts = tableOf((sample) =>
      Object.fromEntries(STANDARD_LEADS.map((lead) => [lead, Math.round(1000 * sample[lead])])),
    );
    const { header, samples } = createRecord();
    folder.write("r.hea", header);
    const options = ["--rate", "500", "--units", "uV", "--sex", "male", "--json"];
    const table = await runCli("ecg", folder.write("uv.csv", inMicrovolts), ...options);
    const record = await runCli("ecg", folder.write("r.dat", samples), "--json");
    const [ofTable, ofRecord] = [JSON.parse(table.stdout), JSON.parse(record.stdout)];
    expect(ofRecord).toMatchObject({ fileName: "r.hea", samplingRate_Hz: 500, sex: "male", remarks: [] });
    for (const measure of ["duration_ms", "axis_deg", "qrsArea_uVs"]) {
      expect(ofRecord.qrs[measure]).toBeCloseTo(ofTable.qrs[measure], 9);
    }
    expect(ofRecord.lbbb).toEqual(ofTable.lbbb);
    expect(ofRecord.lbbb[0]).toMatchObject({ name: "Strauss 2011", isMet: true });
    expect(Math.abs(ofRecord.qrs.axis_deg)).toBeLessThan(30);
  });
});

/** The error of the command, run in this process; nothing may have been printed. */
async function refuse(path: string, options: OptionValues = {}): Promise<TributaryError> {
  const progress = { update: () => {}, say: () => {}, clear: () => {} };
  const print = (text: string) => expect(text).toBe("nothing");
  try {
    await ecgCommand.run([path], options, { print, progress, signal: new AbortController().signal });
  } catch (error) {
    if (error instanceof TributaryError) return error;
    throw error;
  }
  throw new Error("no error was thrown");
}

describe("tributary ecg refuses", () => {
  const swapped = tableOf(({ I, II, III, aVR, aVL }) => ({ I: -I, II: III, III: II, aVR: aVL, aVL: aVR }));
  const rate = { rate: "500" };

  test.each<[string, string, string, OptionValues, string]>([
    [
      "a table in uV that is read in mV",
      "ecg-wrong-unit",
      tableOf(({ I, ...sample }) =>
        Object.fromEntries(Object.entries({ I, ...sample }).map(([lead, value]) => [lead, 1000 * value])),
      ),
      rate,
      "--units uV",
    ],
    ["exchanged arms", "ecg-leads-swapped", swapped, rate, "swap II with III"],
    [
      "limb leads that contradict each other",
      "ecg-leads-inconsistent",
      tableOf(({ V2 }) => ({ III: V2 })),
      rate,
      "III is off by",
    ],
    ["a flat lead", "ecg-lead-flat", tableOf(() => ({ V4: 0 })), rate, "V4 spans 0 mV"],
    [
      "one signal in two leads",
      "ecg-leads-equal",
      tableOf(({ I }) => ({ V5: I })),
      rate,
      "the same signal in I and V5",
    ],
    [
      "a recording without a whole beat",
      "ecg-no-beat",
      tableOf(() => ({}), ROWS.slice(0, 150)),
      rate,
      "complexes were found",
    ],
    ["a missing lead", "ecg-lead-missing", PLAIN.replaceAll(/,[^,]*$/gm, ""), rate, "V6"],
    [
      "a sample that is not a number",
      "ecg-sample-not-finite",
      tableOf((_, row) => (row === 7 ? { V1: Number.NaN } : {})),
      rate,
      "line 9, value 7",
    ],
    ["a wrong column name", "ecg-column-unknown", PLAIN.replace("aVF", "aFV"), rate, '"aVF"'],
    ["a column twice", "ecg-lead-repeated", PLAIN.replace("V6", "V5"), rate, "V5 twice"],
    ["no sampling rate", "ecg-sampling-rate-missing", PLAIN, {}, "--rate 500"],
    ["a rate in kHz", "ecg-sampling-rate-range", PLAIN, { rate: "0.5" }, "0.5 Hz; 100 to 20000 Hz"],
    ["a word between numbers", "file-malformed", PLAIN.replace(/\n[^,]*,/, "\nx,"), rate, "line 2"],
    ["an empty table", "file-truncated", PLAIN.split("\n")[0]!, rate, "two rows"],
  ])("%s", async (_what, code, text, options, said) => {
    const error = await refuse(folder.write("bad.csv", text), options);
    expect(error.code).toBe(code);
    expect(error.where).toContain("bad.csv");
    expect(Object.values({ ...error }).join("\n")).toContain(said);
  });

  test("with exit code 3 and the five parts on standard error", async () => {
    const run = await runCli("ecg", folder.write("swapped.csv", swapped), ...["--rate", "500"]);
    expectRefusal(run, { code: "ecg-leads-swapped" });
  });

  test("a record that was cut short, and one whose other file is missing", async () => {
    const { header, samples } = createRecord();
    const path = folder.write("short.hea", header.replaceAll("r.dat", "short.dat"));
    folder.write("short.dat", samples.subarray(0, -100));
    expect(await refuse(path)).toMatchObject({
      code: "file-truncated",
      why: "5000 samples of 12 signals needed, 4995 of each left",
    });
    expect((await refuse(path, { rate: "1000" })).code).toBe("ecg-options-conflict");
    expect((await refuse(folder.write("alone.dat", samples))).code).toBe("ecg-file-missing");
    const alone = folder.write("alone.hea", header.replaceAll("r.dat", "gone.dat"));
    expect((await refuse(alone)).code).toBe("ecg-file-missing");
  });

  test("a file that is not there, and one of another kind", async () => {
    expect((await refuse(`${folder.path}/nothing.csv`)).code).toBe("file-not-found");
    expect((await refuse(folder.write("scan.pdf", "%PDF"))).code).toBe("format-unsupported");
  });

  test.each<[OptionValues, string]>([
    [{ rate: "fast" }, '"fast" is not a number of samples a second'],
    [{ units: "V" }, '"V" is not one of mV, uV'],
    [{ sex: "f" }, '"f" is not one of female, male'],
  ])("the options %j", async (options, reason) => {
    expect(await refuse("x.csv", options)).toMatchObject({ code: "usage", why: reason });
  });

  test("no file at all, with exit code 2", async () => {
    expectRefusal(await runCli("ecg"), { code: "usage", exitCode: 2 });
  });
});

describe("a case with an ECG", () => {
  const conduction = { rhythm: "sinus", pattern: "lbbb" };
  const findingsOf = (changes: object) => {
    folder.write("patient.csv", PLAIN);
    const path = folder.write(
      "case.json",
      caseText({ ecg: { files: ["patient.csv"], samplingRate_Hz: 500 }, ...changes }),
    );
    const loaded = loadCase(path, {
      units: undefined,
      pattern: undefined,
      edgeLength_mm: undefined,
      source_mm: undefined,
    });
    return { ...specifyFindings(loaded), missing: loaded.missing.map(({ path: field }) => field) };
  };

  test("that states neither duration nor axis has both measured, and says so", () => {
    const { findings, remarks, missing } = findingsOf({ conduction });
    expect(findings.qrsDuration_ms).toBeGreaterThan(140);
    expect(Math.abs(findings.frontalAxis_rad!)).toBeLessThan(0.6);
    expect(findings.ecg!.sampleCount).toBeLessThan(500);
    expect(remarks.join("\n")).toMatch(
      /The ECG, \d+ beats averaged, has a QRS of \d+ ms and an axis of -?\d+ degrees\./,
    );
    expect(missing).not.toContain("conduction.qrsDuration_ms");
  });

  test("that states them is taken at its word, and the measured ones are said beside", () => {
    const { findings, remarks } = findingsOf({
      conduction: { ...conduction, qrsDuration_ms: 150, frontalAxis_deg: -30 },
    });
    expect(findings.qrsDuration_ms).toBe(150);
    expect(findings.frontalAxis_rad).toBeCloseTo(-Math.PI / 6, 12);
    expect(remarks.join("\n")).toContain("(the case states 150 ms, which was taken)");
  });

  test("whose ECG cannot be measured is not planned from it", () => {
    const findings = () => findingsOf({ conduction, ecg: { files: ["patient.csv"] } });
    expect(findings).toThrow(expect.objectContaining({ code: "ecg-sampling-rate-missing" }));
  });
});
