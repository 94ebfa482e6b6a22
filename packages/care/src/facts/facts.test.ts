import { describe, expect, test } from "vitest";
import { deriveFacts } from "./derive-facts.ts";
import { recordFact, stateFacts } from "./fact-record.ts";
import { factsFromCase } from "./facts-from-case.ts";
import { knownValue, listOldFindings, listOpenFacts, resolveFact } from "./resolve-fact.ts";

describe("facts of a case", () => {
  test("the newest value counts", () => {
    const records = [
      recordFact("lvef_pct", 30, { date: "2026-01-10" }),
      recordFact("lvef_pct", 38, { date: "2026-06-10" }),
    ];
    expect(knownValue(records, "lvef_pct")).toBe(38);
  });

  test("two values of one day that disagree are a conflict with both, never a mean", () => {
    const records = [
      recordFact("lvef_pct", 48.3, { date: "2007-12-28" }),
      recordFact("lvef_pct", 35.5, { date: "2007-12-28" }),
    ];
    expect(resolveFact(records, "lvef_pct")).toMatchObject({ status: "conflict", values: [48.3, 35.5] });
    expect(knownValue(records, "lvef_pct")).toBeUndefined();
  });

  test("what was not found is missing, and so is what is said to be unknown", () => {
    expect(resolveFact([], "qrsDuration_ms")).toEqual({ status: "missing" });
    expect(resolveFact(stateFacts({ qrsMorphology: "unknown" }), "qrsMorphology")).toEqual({ status: "missing" });
    expect(listOpenFacts(stateFacts({ lvef_pct: 30 }), ["lvef_pct", "nyhaClass"])).toEqual({
      missing: ["nyhaClass"],
      conflicts: [],
    });
  });

  test("an excluded value is kept and not used", () => {
    const records = [recordFact("egfr_mLPerMinPer173m2", 4, { excludedBecause: "implausible beside creatinine 0.50" })];
    expect(resolveFact(records, "egfr_mLPerMinPer173m2")).toEqual({ status: "missing" });
  });

  test("a finding past its time is told as old", () => {
    const records = [recordFact("lvef_pct", 30, { date: "2026-01-01" })];
    expect(listOldFindings(records, "2026-06-01")).toEqual([]);
    expect(listOldFindings(records, "2026-08-01")).toEqual(records);
  });

  test("the days since an infarction are counted from its date", () => {
    const records = deriveFacts(stateFacts({ infarctionDate: "2026-02-27" }), "2026-03-29");
    expect(knownValue(records, "sinceInfarction_d")).toBe(30);
  });

  test("age follows from the date of birth, an infarction from its date; what was stated stays", () => {
    const records = deriveFacts(stateFacts({ birthDate: "1957-03-30", infarctionDate: "2020-01-01" }), "2027-03-29");
    expect(knownValue(records, "age_years")).toBe(69);
    expect(knownValue(records, "priorInfarction")).toBe(true);
    const stated = deriveFacts(stateFacts({ birthDate: "1957-03-30", age_years: 71 }), "2027-03-29");
    expect(knownValue(stated, "age_years")).toBe(71);
  });

  test("a case file gives what it states and nothing else", () => {
    const records = factsFromCase({
      version: 1,
      id: "one",
      title: "One",
      patient: { sex: "female", ejectionFraction_pct: 28 },
      heart: { kind: "preset", preset: "dcm-lbbb-female" },
      conduction: { rhythm: "atrialFibrillation", pattern: "lbbb", qrsDuration_ms: 162 },
    });
    expect(knownValue(records, "qrsMorphology")).toBe("LBBB");
    expect(knownValue(records, "qrsDuration_ms")).toBe(162);
    expect(knownValue(records, "lvef_pct")).toBe(28);
    expect(resolveFact(records, "rhythm").status).toBe("missing");
    expect(resolveFact(records, "nyhaClass").status).toBe("missing");
  });
});
