import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, errorOf } from "../bytes/test-helpers.fixture.ts";
import { arbitraryCase, FULL_CASE, SMALL_CASE } from "./case.fixture.ts";
import { listMissingClinicalValues, listTakenDefaults } from "./list-missing-clinical-values.ts";
import { formatCase, parseCase, readCase } from "./parse-case.ts";

describe("a case file", () => {
  test("comes back unchanged, from text and from bytes", () => {
    expect(parseCase(formatCase(FULL_CASE), "case.json")).toEqual(FULL_CASE);
    expect(parseCase(bytesOf(`\uFEFF${formatCase(SMALL_CASE)}`), "case.json")).toEqual(SMALL_CASE);
    fc.assert(
      fc.property(arbitraryCase, (value) => {
        expect(parseCase(formatCase(value), "case.json")).toEqual(value);
      }),
    );
  });

  test("that leaves something out leaves it undefined: no default hides a missing finding", () => {
    const parsed = parseCase(formatCase(SMALL_CASE), "case.json");
    expect(Object.keys(parsed)).toEqual(["version", "id", "title", "heart", "conduction"]);
    expect(listMissingClinicalValues(parsed).map(({ path, unit }) => `${path} ${unit ?? ""}`.trim())).toEqual([
      "patient.sex",
      "patient.age_years years",
      "patient.height_cm cm",
      "patient.weight_kg kg",
      "patient.ejectionFraction_pct pct",
      "heart.edv_mL mL",
      "heart.wallThickness_mm mm",
      "heart.length_mm mm",
      "scar",
      "conduction.prInterval_ms ms",
      "conduction.qrsDuration_ms ms",
      "conduction.frontalAxis_deg deg",
      "ecg",
      "circulation.heartRate_bpm bpm",
      "circulation.systolicPressure_mmHg mmHg",
      "circulation.diastolicPressure_mmHg mmHg",
      "circulation.leftAtrialPressure_mmHg mmHg",
      "circulation.regurgitantOrifice_mm2 mm2",
    ]);
    expect(listTakenDefaults(parsed)).toEqual([{ path: "edgeLength_mm", value: 1.5, unit: "mm" }]);
  });

  test("with every finding lists none, and a finding that it cannot have is not missed", () => {
    expect(listMissingClinicalValues(FULL_CASE)).toEqual([]);
    expect(listTakenDefaults(FULL_CASE)).toEqual([]);
    const fibrillation = { ...SMALL_CASE, conduction: { rhythm: "atrialFibrillation", pattern: "normal" } } as const;
    expect(listMissingClinicalValues(fibrillation).map(({ path }) => path)).not.toContain("conduction.prInterval_ms");
    const imported = { ...SMALL_CASE, heart: { kind: "surface", file: "heart.vtp" } } as const;
    expect(listMissingClinicalValues(imported).map(({ path }) => path)).not.toContain("heart.edv_mL");
    expect(listMissingClinicalValues({ ...FULL_CASE, scar: [] })).toEqual([]);
    const recorded = listMissingClinicalValues({ ...SMALL_CASE, ecg: { files: ["ecg.csv"] } }).map(({ path }) => path);
    expect(recorded).toContain("conduction.prInterval_ms");
    for (const path of ["ecg", "conduction.qrsDuration_ms", "conduction.frontalAxis_deg"]) {
      expect(recorded).not.toContain(path);
    }
  });
});

describe("versions of the case file", () => {
  test("version 0 is read: heart.edv becomes heart.edv_mL, and it is said", () => {
    const old = { ...SMALL_CASE, version: 0, heart: { kind: "preset", preset: "normal-male", edv: 165 } };
    const read = readCase(JSON.stringify(old), "old.json");
    expect(read.case.version).toBe(1);
    expect(read.case.heart).toEqual({ kind: "preset", preset: "normal-male", edv_mL: 165 });
    expect(read.notes).toEqual(["old.json: version 0 read as version 1: heart.edv became heart.edv_mL"]);
    expect(readCase(formatCase(SMALL_CASE), "new.json").notes).toEqual([]);
  });

  test("version 0 with both names is refused", () => {
    const old = { ...SMALL_CASE, version: 0, heart: { kind: "preset", preset: "normal-male", edv: 165, edv_mL: 166 } };
    expect(errorOf(() => parseCase(JSON.stringify(old), "old.json")).where).toContain("heart.edv");
  });

  test.each([
    [2, "case-version-newer"],
    [-1, "case-version-unsupported"],
    [1.5, "case-version-unsupported"],
    ["1", "case-version-unsupported"],
    [undefined, "case-value-missing"],
  ])("version %j is refused with %s", (version, code) => {
    const error = errorOf(() => parseCase(JSON.stringify({ ...SMALL_CASE, version }), "case.json"));
    expect(error.code).toBe(code);
    expect(error.where).toContain("version");
  });
});
