import type { STANDARD_LEADS } from "@tributary/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errorOf, readsOrRefuses, textOf } from "../bytes/test-helpers.fixture.ts";
import type { NamedFile } from "../tetrahedra/read-tetrahedra.ts";
import { createHeader, createRecord, createSignals, encode16, encode212, nameFile } from "./ecg.fixture.ts";
import { readEcg } from "./read-ecg.ts";
import { listWfdbFiles } from "./read-wfdb.ts";
import { decodeWfdbSamples } from "./wfdb-samples.ts";

const SIGNALS = createSignals(50);
const KINDS = ["16", "212", "mat"] as const;

/** The record of format 16 after a change of its header's text. */
function recordWith(change: (header: string) => string): NamedFile[] {
  const [header, samples] = createRecord(SIGNALS, "16");
  return [nameFile(header.name, change(textOf(header.bytes))), samples];
}

describe("a WFDB record", () => {
  test.each(KINDS)("of storage %s comes back step by step, in mV and with its rate", (kind) => {
    const { ecg, twelveLeads, remarks, labels } = readEcg(createRecord(SIGNALS, kind));
    expect(ecg).toMatchObject({ samplingInterval_ms: 2, start_ms: 0, sampleCount: 50, isCalibrated: true });
    for (const { name, steps } of SIGNALS) {
      const values = twelveLeads[name as (typeof STANDARD_LEADS)[number]];
      expect([...values].map((value) => Math.round(1000 * value))).toEqual(steps);
    }
    expect(remarks).toEqual([]);
    expect(labels).toEqual([
      { name: "Sex", value: "Female" },
      { name: "Rhythm", value: "sinus." },
    ]);
  });

  test("keeps every step through both storage formats", () => {
    const steps = fc.array(fc.integer({ min: -2048, max: 2047 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(steps, (values) => {
        expect([...decodeWfdbSamples(encode212(values), 212, values.length)]).toEqual(values);
        expect([...decodeWfdbSamples(encode16(values), 16, values.length)]).toEqual(values);
      }),
    );
  });

  test("is read with leads in any order and case, gains and baselines of their own, and uV", () => {
    const files = recordWith((header) =>
      header.replace("1000(0)/mV 16 0 -2000", "500(-4)/mV 16 0 -2000").replace(/ aVR$/m, " avr"),
    );
    const { twelveLeads } = readEcg(files);
    expect(twelveLeads.I[0]).toBeCloseTo((-2000 + 4) / 500, 12);
    const inMicrovolts = recordWith((header) => header.replaceAll("1000(0)/mV", "1(0)/uV"));
    expect(readEcg(inMicrovolts).twelveLeads.I[0]).toBeCloseTo(-2, 12);
    const reversed = createRecord([...SIGNALS].reverse(), "16");
    expect(readEcg(reversed).ecg.leads_mV).toEqual(readEcg(createRecord(SIGNALS, "16")).ecg.leads_mV);
  });

  test("takes the baseline from the converter's zero where the gain names none", () => {
    const files = recordWith((header) => header.replace("1000(0)/mV 16 0 -2000", "1000 16 7 -2000"));
    expect(readEcg(files).twelveLeads.I[0]).toBeCloseTo(-2.007, 12);
  });

  test("without augmented leads has them derived, and with further signals leaves those out; both are said", () => {
    const eight = SIGNALS.filter(({ name }) => !name.startsWith("aV") && name !== "III");
    const { twelveLeads, remarks } = readEcg(createRecord([...eight, { ...SIGNALS[0]!, name: "vx" }], "16"));
    expect(twelveLeads.III[3]).toBeCloseTo(twelveLeads.II[3]! - twelveLeads.I[3]!, 12);
    expect(remarks).toEqual([
      "r.hea: III, aVR, aVL, aVF not recorded; derived from I and II",
      "r.hea: vx left out; they are none of the twelve leads",
    ]);
  });

  test("is read without the files of signals that are no leads", () => {
    const header = createHeader(SIGNALS, "16")
      .replace("r 12 ", "r 13 ")
      .replace("# Sex", "r.xyz 16 1000 16 0 0 0 0 vx\n# Sex");
    const [, samples] = createRecord(SIGNALS, "16");
    const files = [nameFile("r.hea", header), samples];
    expect(listWfdbFiles(files[0]!)).toEqual(["r.dat", "r.xyz"]);
    expect(readEcg(files).remarks).toEqual(["r.hea: vx not read; r.xyz is not given"]);
  });

  test("whose samples do not add up to the checksum says so", () => {
    const [header, samples] = createRecord(SIGNALS, "16");
    const bytes = Uint8Array.from(samples.bytes);
    bytes[0]! ^= 1;
    const { remarks } = readEcg([header, { name: samples.name, bytes }]);
    expect(remarks).toEqual(["r.dat: the samples of I do not add up to the checksum of r.hea, line 2"]);
  });
});

describe("a WFDB record is refused", () => {
  test.each(KINDS)("that was cut short, in storage %s", (kind) => {
    const [header, samples] = createRecord(SIGNALS, kind);
    const error = errorOf(() => readEcg([header, { name: samples.name, bytes: samples.bytes.subarray(0, -10) }]));
    expect(error.code).toBe(kind === "mat" ? "array-larger-than-file" : "file-truncated");
    expect(error.where).toContain(samples.name);
    if (kind !== "mat") expect(error.why).toContain("50 samples of 12 signals needed, 49 of each left");
  });

  test.each<[string, string, (header: string) => string]>([
    ["without a needed lead", "ecg-lead-missing", (text) => text.replace(/ V3$/m, " V7")],
    ["with a lead twice", "ecg-lead-repeated", (text) => text.replace(/ V3$/m, " V2")],
    ["without a sampling rate", "ecg-sampling-rate-missing", (text) => text.replace("r 12 500 50", "r 12")],
    ["sampled too slowly", "ecg-sampling-rate-range", (text) => text.replace("r 12 500", "r 12 50")],
    ["without gain", "ecg-gain-missing", (text) => text.replace("1000(0)/mV", "0")],
    ["in another unit", "format-unsupported", (text) => text.replace("1000(0)/mV", "1000(0)/mmHg")],
    ["in another storage format", "format-unsupported", (text) => text.replaceAll(" 16 1000", " 80 1000")],
    ["of several segments", "format-unsupported", (text) => text.replace("r 12", "r/3 12")],
    ["with fewer signal lines than it says", "file-truncated", (text) => text.replace("r 12", "r 13")],
    ["whose first line is no record line", "file-malformed", (text) => `signals\n${text}`],
    ["that is empty", "file-truncated", () => ""],
  ])("%s", (_what, code, change) => {
    expect(errorOf(() => readEcg(recordWith(change))).code).toBe(code);
  });

  test("without a needed lead, and the signal that may be meant is named", () => {
    const error = errorOf(() => readEcg(recordWith((text) => text.replace(/ V3$/m, " V33"))));
    expect(error.what).toContain("V3");
    expect(error.fix).toContain('Was "V33" meant for V3?');
  });

  test.each([
    [16, -32768],
    [212, -2048],
  ])("with a sample marked as not recorded, in storage %i", (storage, missing) => {
    const signals = SIGNALS.map((signal, i) =>
      i === 4 ? { ...signal, steps: [...signal.steps.slice(0, 9), missing, ...signal.steps.slice(10)] } : signal,
    );
    const error = errorOf(() => readEcg(createRecord(signals, storage === 16 ? "16" : "212")));
    expect(error.code).toBe("ecg-sample-not-finite");
    expect(error.where).toBe("r.dat, lead aVL, sample 9");
  });

  test("without its samples, and samples without their header", () => {
    const [header, samples] = createRecord(SIGNALS, "16");
    expect(errorOf(() => readEcg([header])).code).toBe("ecg-file-missing");
    expect(errorOf(() => readEcg([samples])).code).toBe("ecg-file-missing");
  });

  test("where a rate or a unit was stated that its header does not have", () => {
    const files = createRecord(SIGNALS, "16");
    expect(errorOf(() => readEcg(files, { samplingRate_Hz: 250 })).code).toBe("ecg-options-conflict");
    expect(errorOf(() => readEcg(files, { units: "uV" })).code).toBe("ecg-options-conflict");
    expect(readEcg(files, { samplingRate_Hz: 500 }).ecg.sampleCount).toBe(50);
  });

  test("where the matrix is of another record or of a later level", () => {
    const [header, matrix] = createRecord(SIGNALS, "mat");
    const other = createRecord(createSignals(49), "mat")[1];
    expect(errorOf(() => readEcg([header, other])).why).toContain(
      "12 rows of 49 values; expected 12 rows of 50 values",
    );
    const later = { name: "r.mat", bytes: Uint8Array.from("MATLAB 5.0 MAT-file", (letter) => letter.charCodeAt(0)) };
    expect(errorOf(() => readEcg([header, later])).code).toBe("format-unsupported");
    const complex = Uint8Array.from(matrix.bytes);
    complex[12] = 1;
    expect(errorOf(() => readEcg([header, { name: "r.mat", bytes: complex }])).code).toBe("format-unsupported");
  });

  test("or read, whatever byte of it is damaged", () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.nat(1), fc.nat(), fc.nat(255), (kind, which, at, value) => {
        const files = createRecord(SIGNALS, kind).map((file, i) => {
          const bytes = Uint8Array.from(file.bytes);
          if (i === which) bytes[at % bytes.length] = value;
          return { name: file.name, bytes };
        });
        return readsOrRefuses(() => readEcg(files));
      }),
      { numRuns: 500 },
    );
  });
});
