import { importRecord } from "@tributary/care";
import { BUILT_IN_CASES } from "@tributary/intake";
import { expect, test } from "vitest";
import { baseOfRecord, buildCase, checkField, draftOfCase, listAsked } from "./case-draft.ts";

const NEW = {
  title: "A woman, 61",
  "heart.preset": "dcm-lbbb-female",
  "conduction.rhythm": "sinus",
  "conduction.pattern": "lbbb",
};

test.each(BUILT_IN_CASES.map((value) => [value.id, value] as const))(
  "the fields of %s, not touched, give the same case",
  (_, value) => {
    const draft = draftOfCase(value);
    expect(buildCase(draft, value, draft)).toEqual({ kind: "built", case: value, notes: [] });
  },
);

test("a new case holds what was filled in and nothing else", () => {
  const built = buildCase({ ...NEW, "patient.age_years": "61", "conduction.qrsDuration_ms": "148,5" }, {}, {});
  expect(built).toMatchObject({ kind: "built" });
  expect(built.kind === "built" && built.case).toEqual({
    version: 1,
    id: "a-woman-61",
    title: "A woman, 61",
    patient: { age_years: 61 },
    heart: { kind: "preset", preset: "dcm-lbbb-female" },
    conduction: { rhythm: "sinus", pattern: "lbbb", qrsDuration_ms: 148.5 },
  });
});

test("a field that was emptied is missing again, not a default", () => {
  const [value] = BUILT_IN_CASES;
  const draft = draftOfCase(value!);
  const built = buildCase({ ...draft, "patient.ejectionFraction_pct": "" }, value!, draft);
  expect(built.kind === "built" && built.case.patient).toEqual({ sex: "male", age_years: 66 });
});

test("a finding that changed is added with its day; the earlier one stays", () => {
  const [value] = BUILT_IN_CASES;
  const draft = draftOfCase(value!);
  const changed = { ...draft, "fact.nyhaClass": "2", "fact.nyhaClass.date": "2027-05-01" };
  const built = buildCase(changed, value!, draft);
  const facts = built.kind === "built" ? (built.case.clinical?.facts ?? []) : [];
  expect(facts.filter(({ fact }) => fact === "nyhaClass")).toEqual([
    { fact: "nyhaClass", value: 3, date: "2027-03-10" },
    { fact: "nyhaClass", value: 2, date: "2027-05-01" },
  ]);
});

test.each([
  ["patient.age_years", "161", "case-value-out-of-range"],
  ["patient.weight_kg", "heavy", "case-value-type"],
  ["conduction.qrsDuration_ms", "16", "case-value-out-of-range"],
  ["fact.creatinine_mgPerdL", "106", "fact-value"],
  ["clinical.schedule.anchors.incision", "2027-03-30T08:00", "time-without-zone"],
])("%s: %s is refused by the reader of cases, beside its field", (id, text, code) => {
  expect(checkField(id, { [id]: text })).toMatchObject({ code });
  expect(buildCase({ ...NEW, [id]: text }, {}, {})).toMatchObject({ kind: "refused", field: id, error: { code } });
  expect(checkField(id, {})).toBeUndefined();
});

test.each(Object.keys(NEW))("without %s there is no case, and it says which field is needed", (id) => {
  expect(buildCase({ ...NEW, [id]: "" }, {}, {})).toMatchObject({
    kind: "refused",
    field: id,
    error: { code: "case-value-missing" },
  });
});

test("a record fills in what it knows; what disagrees and what it does not say stay empty", () => {
  const observation = (id: string, code: string, value: number, unit: string) => ({
    resource: {
      resourceType: "Observation",
      id,
      status: "final",
      code: { coding: [{ system: "http://loinc.org", code }] },
      subject: { reference: "Patient/p" },
      effectiveDateTime: "2026-05-04",
      valueQuantity: { value, unit, system: "http://unitsofmeasure.org", code: unit },
    },
  });
  const bundle = {
    resourceType: "Bundle",
    type: "collection",
    entry: [
      { resource: { resourceType: "Patient", id: "p", gender: "female", birthDate: "1966-01-02" } },
      observation("a", "2160-0", 0.9, "mg/dL"),
      observation("b", "10230-1", 28, "%"),
      observation("c", "10230-1", 41, "%"),
    ],
  };
  const base = baseOfRecord(importRecord(JSON.stringify(bundle), "record.json"));
  const draft = draftOfCase(base);
  expect(draft).toMatchObject({ "patient.sex": "female", "fact.creatinine_mgPerdL": "0.9" });
  expect(draft["patient.ejectionFraction_pct"]).toBeUndefined();
  expect(draft["conduction.qrsDuration_ms"]).toBeUndefined();
  const built = buildCase({ ...draft, ...NEW }, base, draft);
  const facts = built.kind === "built" ? (built.case.clinical?.facts ?? []) : [];
  expect(facts.filter(({ fact }) => fact === "lvef_pct").map(({ value }) => value)).toEqual([28, 41]);
});

test("a heart, veins or a lead that the form cannot write are not asked for", () => {
  const ids = listAsked({ heart: { kind: "surface", file: "heart.vtp" } }).map(({ id }) => id);
  expect(ids).not.toContain("heart.preset");
  expect(ids).toContain("lead.model");
});
