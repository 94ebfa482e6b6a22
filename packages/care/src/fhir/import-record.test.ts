import { expect, test } from "vitest";
import manifest from "../../../../fixtures/manifest.json" with { type: "json" };
import { readFixture } from "../../../../fixtures/read-fixture.ts";
import { knownValue, resolveFact } from "../facts/resolve-fact.ts";
import { assessIndication } from "../indication/assess-indication.ts";
import { planPreparation } from "../preparation/plan-preparation.ts";
import { importRecord } from "./import-record.ts";

function read(path: string) {
  return importRecord(new TextDecoder().decode(readFixture(path)), path);
}

const PATIENTS = {
  marquardt: read("fhir-r4-patients/marquardt.json.gz"),
  wolf: read("fhir-r4-patients/wolf.json.gz"),
  aufderhar: read("fhir-r4-patients/aufderhar.json.gz"),
  dietrich: read("fhir-r4-patients/dietrich.json.gz"),
};

function readOne(resource: object, type = "collection") {
  return importRecord(JSON.stringify({ resourceType: "Bundle", type, entry: [{ resource }] }), "record.json");
}

function observe(rest: object) {
  return {
    resourceType: "Observation",
    status: "final",
    code: { coding: [{ system: "http://loinc.org", code: "2160-0" }] },
    effectiveDateTime: "2026-03-09",
    ...rest,
  };
}

const UCUM = "http://unitsofmeasure.org";

test.each(Object.entries(PATIENTS))(
  "%s has no QRS and no NYHA: no guideline can decide, and both are named",
  (_, record) => {
    expect(record.missing).toEqual(expect.arrayContaining(["qrsDuration_ms", "nyhaClass"]));
    const { guidelines } = assessIndication(record.facts, "2021-01-01");
    expect(guidelines.map(({ status }) => status)).toEqual(guidelines.map(() => "cannotDecide"));
    for (const { missing } of guidelines)
      expect(missing).toEqual(expect.arrayContaining(["qrsDuration_ms", "nyhaClass"]));
  },
);

test("a defibrillator of 2016 without a Device resource is inferred and marked so", () => {
  const { facts, missing, resourceCounts } = PATIENTS.marquardt;
  expect(resourceCounts["Device"]).toBeUndefined();
  expect(resolveFact(facts, "existingDevice")).toMatchObject({
    status: "known",
    value: "crtD",
    record: { date: "2016-04-26", origin: { kind: "inferred", code: "http://snomed.info/sct|447365002" } },
  });
  expect(knownValue(facts, "sex")).toBe("male");
  expect(knownValue(facts, "birthDate")).toMatch(/^1949-/);
  expect(missing).toEqual(expect.arrayContaining(["lvef_pct", "creatinine_mgPerdL"]));
});

test("two ejection fractions of one day are a conflict; the last creatinine counts, with its code", () => {
  const { facts, conflicts } = PATIENTS.wolf;
  const lvef = resolveFact(facts, "lvef_pct");
  if (lvef.status !== "conflict") expect.unreachable(lvef.status);
  expect(lvef.values.map((value) => value.toFixed(1)).sort()).toEqual(["42.8", "44.5"]);
  expect(new Set(lvef.records.map(({ date }) => date))).toEqual(new Set(["1998-02-01"]));
  expect(conflicts).toContain("lvef_pct");
  expect(resolveFact(facts, "creatinine_mgPerdL")).toMatchObject({
    value: expect.closeTo(0.72, 2),
    record: { origin: { code: "http://loinc.org|38483-4" } },
  });
  expect([knownValue(facts, "sex"), knownValue(facts, "birthDate")?.slice(0, 4)]).toEqual(["male", "1913"]);
});

test("an infarction has its date", () => {
  const { facts, conflicts } = PATIENTS.aufderhar;
  expect(knownValue(facts, "infarctionDate")).toBe("1997-03-02");
  expect(knownValue(facts, "priorInfarction")).toBe(true);
  expect(conflicts).toContain("lvef_pct");
  const values = facts.filter(({ fact }) => fact === "lvef_pct").map(({ value }) => (value as number).toFixed(1));
  expect(values.sort()).toEqual(["38.1", "38.5"]);
  expect([knownValue(facts, "sex"), knownValue(facts, "birthDate")?.slice(0, 4)]).toEqual(["female", "1926"]);
});

test("atrial fibrillation of unknown kind leaves the rhythm open; contradicting findings stay a conflict", () => {
  const { facts, conflicts, missing, remarks } = PATIENTS.dietrich;
  expect(remarks.map(({ text }) => text).join()).toContain("atrial fibrillation");
  expect(missing).toContain("rhythm");
  expect(conflicts).toContain("lvef_pct");
  const newest = facts.filter(({ fact, date }) => fact === "lvef_pct" && date === "2007-12-28");
  expect(newest.map(({ value }) => (value as number).toFixed(1)).sort()).toEqual(["35.5", "48.3"]);
});

test("a filtration rate in another unit, impossible beside the creatinine of its day, is shown and never used", () => {
  const { facts } = PATIENTS.dietrich;
  const rates = facts.filter(({ fact }) => fact === "egfr_mLPerMinPer173m2");
  expect(rates).toHaveLength(12);
  const doubtful = rates.find(({ date }) => date === "2008-12-22");
  expect(doubtful).toMatchObject({ value: expect.closeTo(13.4, 1), original: expect.stringMatching(/ mL\/min$/) });
  expect(doubtful?.excludedBecause).toContain("the unit mL/min is not one of mL/min/{1.73_m2}");
  expect(doubtful?.excludedBecause).toMatch(/implausible beside creatinine 0\.498 mg\/dL of the same day/);
  expect(resolveFact(facts, "egfr_mLPerMinPer173m2")).toMatchObject({ record: { date: "2008-12-08" } });
});

test.each(["wolf", "aufderhar", "dietrich"] as const)("%s has died and gets no task list", (name) => {
  const input = { records: PATIENTS[name].facts, schedule: { zone: "Europe/Berlin", anchors: {} } };
  const preparation = planPreparation(input as unknown as Parameters<typeof planPreparation>[0]);
  expect(preparation).toMatchObject({ kind: "noTaskList", reason: expect.stringMatching(/^the patient died on \d/) });
});

test("a death without a date is known too", () => {
  expect(knownValue(readOne({ resourceType: "Patient", deceasedBoolean: true }).facts, "deceased")).toBe(true);
});

test("both numbers of creatinine are read, units converted, the code kept", () => {
  const { facts } = readOne(observe({ valueQuantity: { value: 176.8, system: UCUM, code: "umol/L" } }));
  expect(facts[0]).toMatchObject({
    value: expect.closeTo(2, 9),
    original: "176.8 umol/L",
    origin: { code: "http://loinc.org|2160-0" },
  });
});

test.each(manifest.files.map(({ path }) => path).filter((path) => path.startsWith("fhir-cardiology-mii/")))(
  "%s is read and kept as it is",
  (path) => {
    const text = new TextDecoder().decode(readFixture(path));
    expect(JSON.stringify(importRecord(text, path).whole)).toBe(JSON.stringify(JSON.parse(text)));
  },
);

test("a reference that leads out of the file is told", () => {
  expect(
    read("fhir-cardiology-mii/Observation-mii-exa-kardio-geraeteprogrammierung-vvi.json").outsideReferences,
  ).toEqual([
    { path: "Observation.subject", element: "subject", reference: "Device/mii-exa-kardio-device-icd" },
    { path: "Observation.focus[0]", element: "focus", reference: "DeviceMetric/mii-exa-kardio-nbg-schrittmachermodus" },
  ]);
  expect(PATIENTS.marquardt.outsideReferences).toEqual([]);
});

test("a recorded device is not inferred a second time", () => {
  const device = {
    resourceType: "Device",
    status: "active",
    type: { coding: [{ system: "http://snomed.info/sct", code: "704708004" }] },
  };
  const implant = {
    resourceType: "Procedure",
    status: "completed",
    code: { coding: [{ system: "http://snomed.info/sct", code: "395218007" }] },
    performedDateTime: "2020-01-01",
  };
  const entry = [{ resource: device }, { resource: implant }];
  const { facts } = importRecord(JSON.stringify({ resourceType: "Bundle", entry }), "record.json");
  expect(facts.map(({ value }) => value)).toEqual(["crtP"]);
});

test.each([
  [{ status: "preliminary" }, "its status is preliminary"],
  [{ valueQuantity: { value: 40, system: UCUM, code: "mg/dL" } }, "outside what can be true"],
  [{ valueQuantity: { value: 1, comparator: "<", system: UCUM, code: "mg/dL" } }, "only a limit is told: <1 mg/dL"],
  [{ valueQuantity: { value: 1, system: UCUM, code: "nmol/L" } }, "the unit nmol/L is not one of mg/dL, umol/L"],
  [
    { valueQuantity: { value: 1, system: UCUM, code: "constructor" } },
    "the unit constructor is not one of mg/dL, umol/L",
  ],
])("%o is shown and never used", (change, reason) => {
  const { facts } = readOne(observe({ valueQuantity: { value: 1, system: UCUM, code: "mg/dL" }, ...change }));
  expect(facts[0]?.excludedBecause).toBe(reason);
});

test("drugs are those that are taken, by their generic name wherever the product's name holds it", () => {
  expect(PATIENTS.dietrich.drugs.map(({ name }) => name).length).toBeGreaterThan(0);
  const drug = (status: string, text: string) => ({
    resourceType: "MedicationRequest",
    status,
    medicationCodeableConcept: { text },
  });
  const entry = [
    drug("active", "Warfarin Sodium 5 MG Oral Tablet"),
    drug("stopped", "Digoxin 0.125 MG Oral Tablet"),
    drug("active", "sacubitril/valsartan 49/51 mg"),
    drug("active", "Mixture of the house"),
  ].map((resource) => ({ resource }));
  const { drugs, remarks } = importRecord(JSON.stringify({ resourceType: "Bundle", entry }), "record.json");
  expect(drugs.map(({ name }) => name)).toEqual(["warfarin", "sacubitril/valsartan", "Mixture of the house"]);
  expect(remarks).toEqual([{ path: "Bundle.entry[3].resource", text: "no rule knows the drug Mixture of the house" }]);
});

test.each([
  [{ criticality: "high" }, "severe"],
  [{ criticality: "low" }, "nonSevere"],
  [{ criticality: "low", reaction: [{ severity: "severe" }] }, "severe"],
  [{}, "unknown"],
])("an allergy to penicillin with %o is %s; without a severity no antibiotic is chosen", (rest, value) => {
  const code = { coding: [{ system: "http://snomed.info/sct", code: "91936005" }] };
  const { facts } = readOne({ resourceType: "AllergyIntolerance", code, ...rest });
  expect(facts).toMatchObject([{ fact: "betaLactamAllergy", value }]);
  expect(resolveFact(facts, "betaLactamAllergy").status).toBe(value === "unknown" ? "missing" : "known");
});

test("an allergy is known by what the record calls it; a refuted one is none, any other is told", () => {
  const named = (text: string, rest = {}) => readOne({ resourceType: "AllergyIntolerance", code: { text }, ...rest });
  expect(named("Iodinated contrast media", { criticality: "low" }).facts).toMatchObject([
    { fact: "contrastAllergy", value: "mild" },
  ]);
  const refuted = { coding: [{ code: "refuted" }] };
  expect(named("Amoxicillin", { verificationStatus: refuted }).facts).toEqual([]);
  expect(named("Grass pollen").remarks).toMatchObject([{ text: "allergy that no rule asks about: Grass pollen" }]);
  expect(named("Shellfish").facts).toEqual([]);
});

const PATIENT = { resourceType: "Patient", id: "one" };

test.each([
  ["not JSON", "<Bundle/>", "bad-fhir", "record.json"],
  ["no resource", "[]", "bad-fhir", "record.json"],
  ["a wrong type", [observe({ valueQuantity: { value: "1.2" } })], "bad-fhir", "valueQuantity.value"],
  ["a status that R4 does not have", [observe({ status: "finishedd" })], "bad-fhir", "resource.status"],
  ["a sex that R4 does not have", [{ ...PATIENT, gender: "m" }], "bad-fhir", "resource.gender"],
  ["a time without zone", [observe({ effectiveDateTime: "2026-03-09T08:00:00" })], "bad-fhir", "effectiveDateTime"],
  ["a unit in free text", [observe({ valueQuantity: { value: 1, unit: "mg/dl" } })], "fhir-unit", "valueQuantity"],
  ["one identifier twice", [PATIENT, PATIENT], "fhir-duplicate", "Bundle.entry[1].resource"],
  ["two patients", [PATIENT, { ...PATIENT, id: "two" }], "fhir-several-patients", "Bundle.entry[1].resource"],
  [
    "a finding of another patient",
    [PATIENT, observe({ subject: { reference: "Patient/two" } })],
    "fhir-several-patients",
    "Bundle.entry[1].resource.subject",
  ],
  [
    "procedures that are part of each other",
    ["a", "b"].map((id) => ({
      resourceType: "Procedure",
      id,
      status: "completed",
      partOf: [{ reference: `Procedure/${id === "a" ? "b" : "a"}` }],
    })),
    "fhir-cycle",
    "Bundle.entry[0].resource",
  ],
  ["a narrative of 50 MB", [{ ...PATIENT, text: { div: "x".repeat(50_000_000) } }], "fhir-too-long", "record.json"],
])("%s is refused", (_, content, code, where) => {
  const text =
    typeof content === "string"
      ? content
      : JSON.stringify({ resourceType: "Bundle", entry: content.map((resource) => ({ resource })) });
  expect(() => importRecord(text, "record.json")).toThrowError(
    expect.objectContaining({ code, where: expect.stringContaining(where) }),
  );
});
