import { INDEPENDENT_LEADS, STANDARD_LEADS } from "@tributary/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, errorOf, readsOrRefuses } from "../bytes/test-helpers.fixture.ts";
import { createTable, nameFile } from "./ecg.fixture.ts";
import { readEcg } from "./read-ecg.ts";

/** Sample `row` of a lead: its place among the twelve, and a tenth of the row. */
const valueAt = (name: string, row: number): string =>
  name.startsWith("time") ? String(2 * row) : String(STANDARD_LEADS.indexOf(name as "I") + row / 10);
const read = (text: string, options = {}) => readEcg([nameFile("e.csv", text)], options);
const refuse = (text: string, options = {}) => errorOf(() => read(text, options));

describe("a table of an ECG", () => {
  test("is read with its leads in any order and its rate from a time column", () => {
    const { ecg, remarks } = read(createTable(["time_ms", ...[...STANDARD_LEADS].reverse()], 30, valueAt));
    expect(ecg).toMatchObject({ samplingInterval_ms: 2, sampleCount: 30, isCalibrated: true });
    for (const [index, lead] of INDEPENDENT_LEADS.entries()) {
      expect(ecg.leads_mV[index * 30 + 7]).toBeCloseTo(STANDARD_LEADS.indexOf(lead) + 0.7, 12);
    }
    expect(remarks).toEqual(["e.csv: no unit stated; mV taken"]);
  });

  test("is read with the rate stated, in uV, with semicolons, quotes, blanks, line ends of Windows and a byte order mark", () => {
    const text = createTable(STANDARD_LEADS, 30, (name, row) => ` ${1000 * Number(valueAt(name, row))} `);
    const windows = `\uFEFF${text.replaceAll(",", ";").replaceAll("\n", "\r\n").replace("aVL", '"AVL"')}\r\n`;
    const { ecg, remarks } = read(windows, { samplingRate_Hz: 500, units: "uV" });
    expect(ecg.samplingInterval_ms).toBe(2);
    expect(ecg.leads_mV[30 + 4]).toBeCloseTo(1.4, 12);
    expect(remarks).toEqual([]);
  });

  test("in seconds rounded to milliseconds is sampled evenly all the same", () => {
    const table = createTable(["time_s", ...STANDARD_LEADS], 361, (name, row) =>
      name === "time_s" ? (row / 360).toFixed(3) : valueAt(name, row),
    );
    expect(read(table).ecg.samplingInterval_ms).toBeCloseTo(1000 / 360, 9);
  });

  test("of the eight independent leads has the other four derived", () => {
    const { remarks } = read(createTable(INDEPENDENT_LEADS, 3, valueAt), { samplingRate_Hz: 500, units: "mV" });
    expect(remarks).toEqual(["e.csv: III, aVR, aVL, aVF not recorded; derived from I and II"]);
  });
});

describe("a table of an ECG is refused", () => {
  const whole = createTable(STANDARD_LEADS, 5, valueAt);
  const rate = { samplingRate_Hz: 500 };

  test("with a wrong column name, and the nearest one is told", () => {
    expect(refuse(whole.replace("aVL", "aVLL"), rate)).toMatchObject({ code: "ecg-column-unknown" });
    expect(refuse(whole.replace("aVL", "aVLL"), rate).fix).toContain('"aVL"');
    expect(refuse(whole.replace("I,", "time,I,"), rate).fix).toContain('"time_ms"');
    expect(refuse("1,2,3\n4,5,6\n", rate).code).toBe("ecg-column-unknown");
  });

  test("without a lead, with one twice, without a rate", () => {
    const incomplete = createTable(
      STANDARD_LEADS.filter((lead) => lead !== "V6"),
      5,
      valueAt,
    );
    expect(refuse(incomplete, rate)).toMatchObject({ code: "ecg-lead-missing", where: "e.csv" });
    expect(refuse(whole.replace("V6", "v5"), rate)).toMatchObject({ code: "ecg-lead-repeated" });
    expect(refuse(whole)).toMatchObject({ code: "ecg-sampling-rate-missing" });
    expect(refuse(whole, { samplingRate_Hz: 0.5 })).toMatchObject({ code: "ecg-sampling-rate-range" });
  });

  test("with NaN, a word, an empty value or a value too many, and the line is told", () => {
    const second = "0.1,1.1,2.1";
    expect(refuse(whole.replace(second, "0.1,NaN,2.1"), rate)).toMatchObject({
      code: "ecg-sample-not-finite",
      where: "e.csv, line 3, value 2",
    });
    expect(refuse(whole.replace(second, "0.1,off,2.1"), rate)).toMatchObject({
      code: "file-malformed",
      where: "e.csv, line 3",
    });
    expect(refuse(whole.replace(second, "0.1,,2.1"), rate)).toMatchObject({
      code: "file-malformed",
      where: "e.csv, line 3",
    });
    expect(refuse(whole.replace(second, `9,${second}`), rate).why).toContain("13 values; expected 12 values");
    expect(refuse(whole.replace(second, "0.1"), rate).why).toContain("10 values; expected 12 values");
  });

  test("without rows", () => {
    expect(refuse(`${STANDARD_LEADS.join(",")}\n`, rate).code).toBe("file-truncated");
    expect(refuse("", rate).code).toBe("ecg-column-unknown");
  });

  test("with a gap in its times, or times that do not rise", () => {
    const table = (timeAt: (row: number) => number) =>
      createTable(["time_ms", ...STANDARD_LEADS], 20, (name, row) => (name === "time_ms" ? String(timeAt(row)) : "0"));
    const gap = refuse(table((row) => 2 * row + (row > 9 ? 2 : 0)));
    expect(gap).toMatchObject({ code: "ecg-sampling-uneven", where: "e.csv, column time_ms, rows 10 and 11" });
    expect(refuse(table(() => 5)).code).toBe("ecg-sampling-uneven");
  });

  test("where another rate was stated than its times have", () => {
    const timed = createTable(["time_ms", ...STANDARD_LEADS], 5, valueAt);
    expect(refuse(timed, { samplingRate_Hz: 1000 })).toMatchObject({ code: "ecg-options-conflict" });
    expect(read(timed, rate).ecg.samplingInterval_ms).toBe(2);
  });

  test("with a second file beside it, and in another format", () => {
    const files = [nameFile("e.csv", whole), nameFile("f.csv", whole)];
    expect(errorOf(() => readEcg(files, rate)).code).toBe("format-unsupported");
    expect(errorOf(() => readEcg([nameFile("e.pdf", whole)], rate)).code).toBe("format-unsupported");
  });

  test("or read, whatever is put into it", () => {
    const piece = fc.constantFrom(",", "\n", '"', "nan", "-", "1e999", "V1", ";", "\t", "\u0000", "time_s,");
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(4), piece, (at, removed, added) =>
        readsOrRefuses(() =>
          readEcg([{ name: "e.csv", bytes: bytesOf(whole.slice(0, at) + added + whole.slice(at + removed)) }], rate),
        ),
      ),
      { numRuns: 500 },
    );
  });
});
