import { expect, test } from "vitest";
import { readFixture } from "../../../../fixtures/read-fixture.ts";
import { recordFact } from "../facts/fact-record.ts";
import { importRecord } from "../fhir/import-record.ts";
import { deidentifyFacts } from "./deidentify-facts.ts";

test("dates become days from the implant, also over a leap day; the date of birth becomes the age on that day", () => {
  const facts = [
    recordFact("birthDate", "1944-03-10"),
    recordFact("infarctionDate", "2024-02-28"),
    recordFact("lvef_pct", 28, { date: "2024-03-11" }),
  ];
  const { implantYear, facts: result } = deidentifyFacts(facts, "2024-03-09");
  expect(implantYear).toBe(2024);
  expect(result).toEqual(
    expect.arrayContaining([
      { fact: "infarctionDate", time: { daysFromImplant: -10 }, isExcluded: false },
      { fact: "lvef_pct", value: 28, time: { daysFromImplant: 2 }, isExcluded: false },
      { fact: "age_years", value: 79, time: { daysFromImplant: 0 }, isExcluded: false },
    ]),
  );
  expect(result.map(({ fact }) => fact)).not.toContain("birthDate");
});

test.each([
  ["1935-01-01", 89],
  ["1934-01-01", "90 or more"],
  ["1920-01-01", "90 or more"],
])("born on %s the age in 2024 is %s", (birthDate, age) => {
  const { facts } = deidentifyFacts([recordFact("birthDate", birthDate)], "2024-03-09");
  expect(facts).toMatchObject([{ fact: "age_years", value: age }]);
});

test("without an implant only years are told, and no age", () => {
  const facts = [recordFact("birthDate", "1920-05-06"), recordFact("deceasedDate", "2008-12-25")];
  expect(deidentifyFacts(facts)).toEqual({
    facts: [{ fact: "deceasedDate", time: { year: 2008 }, isExcluded: false }],
  });
});

test("what a person wrote is left out, and codes that may be a clinic's own", () => {
  const origin = { kind: "imported", detail: "told by Dr. Weiss", code: "http://clinic.example/codes|7" } as const;
  const fact = recordFact("lvef_pct", 28, {
    origin,
    method: "by Dr. Weiss",
    original: "28 %, Weiss",
    excludedBecause: "Weiss",
  });
  expect(deidentifyFacts([fact]).facts).toEqual([{ fact: "lvef_pct", value: 28, isExcluded: true }]);
});

test.each(["marquardt", "wolf", "aufderhar", "dietrich"])(
  "nothing of %s names a day or a place in the file",
  (name) => {
    const path = `fhir-r4-patients/${name}.json.gz`;
    const { facts } = importRecord(new TextDecoder().decode(readFixture(path)), path);
    for (const implantDate of [undefined, "2016-04-26"]) {
      const record = deidentifyFacts(facts, implantDate);
      expect(record.facts.length).toBeGreaterThanOrEqual(facts.length - 1);
      expect(JSON.stringify(record)).not.toMatch(/\d{4}-\d{2}|Bundle|entry|urn:/);
    }
  },
);
