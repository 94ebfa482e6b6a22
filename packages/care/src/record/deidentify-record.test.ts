import { expect, test } from "vitest";
import { recordFact } from "../facts/fact-record.ts";
import { NOTHING_YET } from "../journey/care-course.ts";
import { readClinicalCase } from "../journey/clinical-case.ts";
import { deidentifyRecord } from "./deidentify-record.ts";

const CLINICAL = {
  ...readClinicalCase({
    version: 1,
    id: "Mueller-1931",
    title: "Frieda Mueller, born 1931",
    heart: { kind: "preset", preset: "dcm-lbbb-female" },
    conduction: { rhythm: "sinus", pattern: "lbbb" },
    clinical: {
      facts: [
        { fact: "birthDate", value: "1931-05-04" },
        { fact: "lvef_pct", value: 28, date: "2026-02-27" },
      ],
      drugs: ["apixaban", "Muellers Herztropfen"],
      variant: "deNovoCrtD",
    },
  }),
  course: {
    ...NOTHING_YET,
    completions: [
      { taskId: "lastDose.apixaban", at: "2026-03-07T20:00:00Z", by: "Frieda Mueller" },
      { taskId: "callMueller", at: "2026-03-07", by: "Nurse Ott" },
      { taskId: "woundCheck", at: "2026-03-21", by: "Nurse Ott" },
    ],
    confirmations: [
      {
        drug: "apixaban",
        prescriber: "Dr. Brandt",
        lastDoseAt: "2026-03-07T20:00:00Z",
        restart: "Mueller calls",
        incisionAt: "2026-03-09T07:00:00Z",
      },
    ],
    events: [{ kind: "hematomaGrowing", at: "2026-03-10T06:00:00Z", by: "Dr. Weiss" }],
  },
} as const;
const TASKS = ["lastDose.apixaban", "woundCheck"];

test("times become days from the implant; no name, date, id or text of a person is left", () => {
  const record = deidentifyRecord(CLINICAL, "2026-03-09", TASKS);
  expect(record).toMatchObject({
    implantYear: 2026,
    drugs: ["apixaban", "not in the catalog"],
    completions: [
      { taskId: "lastDose.apixaban", time: { daysFromImplant: -2 } },
      { taskId: "woundCheck", time: { daysFromImplant: 12 } },
    ],
    confirmations: [{ drug: "apixaban", lastDose: { daysFromImplant: -2 } }],
    events: [{ kind: "hematomaGrowing", time: { daysFromImplant: 1 } }],
  });
  expect(record.facts).toContainEqual({
    fact: "age_years",
    value: "90 or more",
    time: { daysFromImplant: 0 },
    isExcluded: false,
  });
  expect(JSON.stringify(record)).not.toMatch(/Mueller|Frieda|Brandt|Ott|Weiss|\d{4}-\d{2}|1931/);
});

test("without an implant only years are told", () => {
  const { completions, events } = deidentifyRecord(CLINICAL, undefined, TASKS);
  expect([...completions, ...events].map(({ time }) => time)).toEqual(Array(3).fill({ year: 2026 }));
});

test("a fact of the record is among the facts", () => {
  const records = [...CLINICAL.records, recordFact("creatinine_mgPerdL", 1.4, { date: "2026-03-01" })];
  const { facts } = deidentifyRecord({ ...CLINICAL, records }, "2026-03-09", []);
  expect(facts).toContainEqual({
    fact: "creatinine_mgPerdL",
    value: 1.4,
    time: { daysFromImplant: -8 },
    isExcluded: false,
  });
});
