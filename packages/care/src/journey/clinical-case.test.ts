import type { Case } from "@tributary/formats";
import { TributaryError } from "@tributary/model";
import { describe, expect, test } from "vitest";
import { knownValue } from "../facts/resolve-fact.ts";
import { readClinicalCase, requireSchedule, requireVariant } from "./clinical-case.ts";

const CASE: Case = {
  version: 1,
  id: "sound",
  title: "A sound case",
  patient: { age_years: 66 },
  heart: { kind: "preset", preset: "dcm-lbbb-male" },
  conduction: { rhythm: "sinus", pattern: "lbbb" },
};

const read = (clinical: NonNullable<Case["clinical"]>) => readClinicalCase({ ...CASE, clinical });

function errorOf(run: () => unknown): TributaryError {
  try {
    run();
  } catch (error) {
    if (error instanceof TributaryError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("the clinical side of a case", () => {
  test("joins the facts of heart and rhythm with those of its own section; a dated one is newer", () => {
    const facts = [
      { fact: "nyhaClass", value: 3, date: "2026-10-01" },
      { fact: "qrsMorphology", value: "RBBB", date: "2026-10-01" },
    ];
    const { records } = read({ facts });
    expect(knownValue(records, "nyhaClass")).toBe(3);
    expect(knownValue(records, "age_years")).toBe(66);
    expect(knownValue(records, "qrsMorphology")).toBe("RBBB");
  });

  test("without a section knows what the heart says, and asks for the rest where it is needed", () => {
    const clinical = readClinicalCase(CASE);
    expect(knownValue(clinical.records, "nyhaClass")).toBeUndefined();
    expect(errorOf(() => requireVariant(clinical)).code).toBe("variant-missing");
    expect(errorOf(() => requireSchedule(clinical)).code).toBe("schedule-missing");
  });

  test("refuses an unknown name with the nearest one", () => {
    const fact = errorOf(() => read({ facts: [{ fact: "nyha", value: 3 }] }));
    expect(fact).toMatchObject({ code: "unknown-fact", where: "clinical.facts[0].fact" });
    expect(fact.fix).toContain("nyhaClass");
    expect(errorOf(() => read({ variant: "deNovoCrtd" })).fix).toContain('"deNovoCrtD"');
    const role = errorOf(() => read({ staff: [{ name: "A", role: "operater", competences: [] }] }));
    expect(role).toMatchObject({ code: "unknown-role", where: "clinical.staff[0].role" });
    expect(role.fix).toContain('"operator"');
  });

  test.each([
    ["nyhaClass", 5, "1 to 4"],
    ["nyhaClass", "III", "1 to 4"],
    ["etiology", "viral", "ischemic, nonischemic, unknown"],
    ["heartFailure", "yes", "true or false"],
    ["infarctionDate", "2026-02-30", "a date"],
  ])("refuses %s = %s and tells what is allowed", (fact, value, allowed) => {
    const error = errorOf(() => read({ facts: [{ fact, value }] }));
    expect(error).toMatchObject({ code: "fact-value", where: "clinical.facts[0].value" });
    expect(error.why).toContain(allowed);
  });

  test("refuses a time without an offset and a day that no calendar has", () => {
    const schedule = { zone: "Europe/Berlin", anchors: { incision: "2027-03-30T08:00" } };
    expect(errorOf(() => read({ schedule })).code).toBe("time-without-zone");
    const facts = [{ fact: "nyhaClass", value: 3, date: "2026-13-01" }];
    expect(errorOf(() => read({ facts }))).toMatchObject({ code: "fact-value", where: "clinical.facts[0].date" });
  });
});
