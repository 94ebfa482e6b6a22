import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errorOf, readsOrRefuses } from "../bytes/test-helpers.fixture.ts";
import { FULL_CASE, SMALL_CASE } from "./case.fixture.ts";
import { formatCase, parseCase } from "./parse-case.ts";

/** New values by dotted path; undefined removes the field. */
type Changes = Readonly<Record<string, unknown>>;

/** The error of the full case after changes to its JSON. */
function errorAfter(changes: Changes): ReturnType<typeof errorOf> {
  const value: unknown = structuredClone(FULL_CASE);
  for (const [path, replacement] of Object.entries(changes)) {
    const keys = path.split(".");
    const parent = keys.slice(0, -1).reduce((at, key) => (at as Record<string, unknown>)[key], value);
    (parent as Record<string, unknown>)[keys.at(-1)!] = replacement;
  }
  return errorOf(() => parseCase(JSON.stringify(value, undefined, 1), "case.json"));
}

describe("a wrong case file", () => {
  test.each([
    ['{\n  "version": 1,\n  "id" "a"\n}', "line 3, column 8", '":" after the key'],
    ['{ "a": 1, }', "line 1, column 11", "a key in double quotes"],
    ['{ "a": [1, 2, a] }', "line 1, column 15", "a value"],
    ['{ "a": 1 } x', "line 1, column 12", "the end of the file"],
    ['{ "a": "open', "line 1, column 13", "the closing quote"],
    ["", "line 1, column 1", "a value"],
    ["{ // no comments\n}", "line 1, column 3", "a key in double quotes"],
    [`${"[".repeat(200)}`, "line 1, column 102", "levels of nesting"],
  ])("that is not JSON is told with line and column: %j", (text, where, expected) => {
    const error = errorOf(() => parseCase(text, "case.json"));
    expect(error.code).toBe("case-not-json");
    expect(error.where).toBe(`case.json, ${where}`);
    expect(error.why).toContain(expected);
  });

  test("is refused as not JSON exactly where JSON.parse refuses it", () => {
    const whole = formatCase(FULL_CASE);
    const isJson = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const isRead = (text: string): boolean => {
      try {
        parseCase(text, "case.json");
        return true;
      } catch (error) {
        return (error as { code?: string }).code !== "case-not-json";
      }
    };
    const piece = fc.constantFrom('"', "\\", "{", "}", ",", "1e", "-", "\n", "\\u12", "nul", "01", " ", "[", "\u0001");
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(3), piece, (at, removed, added) => {
        const changed = whole.slice(0, at) + added + whole.slice(at + removed);
        expect(isRead(changed)).toBe(isJson(changed));
        return readsOrRefuses(() => parseCase(changed, "case.json"));
      }),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(fc.json(), (text) => readsOrRefuses(() => parseCase(text, "case.json"))));
  });

  test.each(["null", "[]", "3", '"case"'])("that is JSON but no object is refused: %s", (text) => {
    expect(errorOf(() => parseCase(text, "case.json")).code).toBe("case-value-type");
  });

  test("with an unknown key is told the nearest one, also where the unit is missing or the case is wrong", () => {
    const unknown = errorAfter({ "heart.edv": 259 });
    expect(unknown.code).toBe("case-unknown-key");
    expect(unknown.where).toMatch(/^case.json, line \d+, heart.edv$/);
    expect(unknown.fix).toContain('Did you mean "edv_mL"?');
    const typo = errorAfter({ hart: FULL_CASE.heart, heart: undefined });
    expect(typo.fix).toContain('Did you mean "heart"?');
    expect(typo.fix).toContain("1 more");
    const unit = errorAfter({ "conduction.qrsduration_s": 0.16 });
    expect(unit.fix).toContain('Did you mean "qrsDuration_ms"?');
    const lost = errorAfter({ "patient.shoeSize": 44 });
    expect(lost.why).toContain("sex, age_years, height_cm, weight_kg, ejectionFraction_pct");
  });

  test("with a value in another unit is told value, range, unit and reason", () => {
    const error = errorAfter({ "heart.edv_mL": 0.259 });
    expect(error.code).toBe("case-value-out-of-range");
    expect(error.where).toMatch(/^case.json, line \d+, heart.edv_mL$/);
    expect(error.why).toContain("0.259 is given; allowed is a number from 40 to 700 mL");
    expect(error.why).toContain("End-diastolic volume");
    expect(error.fix).toContain("heart.edv_mL is read in mL");
    const seconds = errorAfter({ "conduction.prInterval_ms": 0.19 });
    expect(seconds.why).toContain("80 to 600 ms");
    const segment = errorAfter({ "scar.0.segments": [5, 18] });
    expect(segment.where).toContain("scar[0].segments[1]");
    expect(segment.why).toContain("an integer from 1 to 17");
    const fraction = errorAfter({ "patient.ejectionFraction_pct": 0.27 });
    expect(fraction.why).toContain("0.27 is given; allowed is a number from 5 to 85 pct");
    expect(fraction.why).toContain("the weakest ventricle that sustains life to a hyperdynamic one");
    expect(errorAfter({ "patient.ejectionFraction_pct": 86 }).code).toBe("case-value-out-of-range");
    const axis = errorAfter({ "conduction.frontalAxis_deg": 270 });
    expect(axis.why).toContain("-180 to 180 deg");
    const edge = errorAfter({ edgeLength_mm: 0.3 });
    expect(edge.why).toContain("0.6 to 3 mm");
  });

  test("with a wrong type, null, a missing field or a value outside its choices is told what is allowed", () => {
    const typed = errorAfter({ "heart.edv_mL": "259 mL" });
    expect(typed.code).toBe("case-value-type");
    expect(typed.why).toContain('"259 mL" is given; allowed is a number from 40 to 700 mL');
    const empty = errorAfter({ "patient.age_years": null });
    expect(empty.fix).toContain("Leave the field out");
    const missing = errorAfter({ conduction: undefined });
    expect(missing).toMatchObject({ code: "case-value-missing", where: "case.json, conduction" });
    const choice = errorAfter({ "conduction.pattern": "LBBB" });
    expect(choice).toMatchObject({ code: "case-value-unknown" });
    expect(choice.fix).toContain('Did you mean "lbbb"?');
    expect(errorAfter({ "device.rvLead": "coils" }).fix).toContain('Did you mean "coil"?');
    expect(errorAfter({ "ecg.file": "ecg.csv" }).fix).toContain('Did you mean "files"?');
    const kind = errorAfter({ "heart.kind": "tetrahedrons" });
    expect(kind.why).toContain('"preset", "surface", "tetrahedra"');
    expect(kind.fix).toContain('"tetrahedra"');
    const noKind = errorAfter({ "veins.kind": undefined });
    expect(noKind).toMatchObject({ code: "case-value-missing" });
    expect(noKind.why).toContain('"generated", "explicit", "centerline"');
    const finding = errorAfter({ "clinical.facts": [{ fact: "nyhaClass", value: ["III"] }] });
    expect(finding).toMatchObject({ code: "case-value-type" });
    expect(finding.why).toContain("a number from 0 to 100000, or true or false, or text");
    const id = errorAfter({ id: "../x" });
    expect(id.where).toContain("id");
  });

  test("with a field given twice is refused, since only one of them can be meant", () => {
    const text = formatCase(SMALL_CASE).replace('"title"', '"id": "other",\n  "title"');
    expect(errorOf(() => parseCase(text, "case.json"))).toMatchObject({
      code: "case-duplicate-key",
      where: "case.json, line 4, id",
    });
  });

  test.each<[string, Changes, string]>([
    ["PR in atrial fibrillation", { "conduction.rhythm": "atrialFibrillation" }, "conduction.prInterval_ms"],
    ["a line of block upside down", { "conduction.lineOfBlock.abFrom": 0.9 }, "conduction.lineOfBlock.abFrom"],
    [
      "faster across than along",
      { "conduction.velocities.acrossFiber_mmPerMs": 0.7 },
      "velocities.acrossFiber_mmPerMs",
    ],
    ["a segment twice", { "scar.0.segments": [5, 5] }, "scar[0].segments"],
    ["scar by label in a preset", { "scar.0": { by: "elementLabel", labels: [1], tissue: "scar" } }, "scar[0].by"],
    ["a placement without veins", { veins: undefined }, "placement"],
    [
      "offsets that do not rise",
      { lead: { kind: "custom", id: "x", electrodeOffsets_mm: [0, 9, 8, 20], bodySize_F: 5 } },
      "lead.electrodeOffsets_mm",
    ],
    [
      "radii and points that differ",
      {
        veins: {
          kind: "explicit",
          branches: [
            {
              name: "a",
              points_mm: [
                [0, 0, 0],
                [1, 1, 1],
              ],
              radius_mm: [1, 1, 1],
            },
          ],
        },
      },
      "veins.branches[0].radius_mm",
    ],
    [
      "a placement in another vein",
      {
        veins: {
          kind: "explicit",
          branches: [
            {
              name: "posteriorVein",
              points_mm: [
                [0, 0, 0],
                [1, 1, 1],
              ],
              radius_mm: [1, 1],
            },
          ],
        },
      },
      "placement.vein",
    ],
  ])("that contradicts itself is refused: %s", (_, changes, path) => {
    const error = errorAfter(changes);
    expect(error.code).toBe("case-inconsistent");
    expect(error.where).toContain(path);
  });

  test("with an unknown preset or lead is refused where the names are known", () => {
    const known = { presets: ["dcm-lbbb-male", "icm-male"], leadModels: ["attain-performa-4298", "quartet-1458q"] };
    expect(parseCase(formatCase(FULL_CASE), "case.json", known)).toEqual(FULL_CASE);
    const lead = { ...FULL_CASE, lead: { kind: "catalog", model: "quartet-1458" } } as const;
    const error = errorOf(() => parseCase(formatCase(lead), "case.json", known));
    expect(error).toMatchObject({ code: "unknown-lead", fix: 'Did you mean "quartet-1458q"?' });
    expect(error.where).toContain("lead.model");
    const preset = { ...SMALL_CASE, heart: { kind: "preset", preset: "dcm-lbbb-mal" } } as const;
    expect(errorOf(() => parseCase(formatCase(preset), "case.json", known)).code).toBe("unknown-preset");
  });

  test("that is no UTF-8 is refused", () => {
    expect(errorOf(() => parseCase(Uint8Array.of(0x7b, 0xff, 0x7d), "case.json")).code).toBe("case-not-json");
  });
});
