import { describe, expect, test } from "vitest";
import { recordFact, stateFacts } from "../facts/fact-record.ts";
import { SOURCES } from "../figures/source-catalog.ts";
import { judgePain } from "../followup/pain.ts";
import { listLifeStations } from "../followup/whole-life.ts";
import { assessIndication } from "../indication/assess-indication.ts";
import { type PreparationInput, planPreparation } from "../preparation/plan-preparation.ts";
import { DEFAULT_SITE_POLICY } from "../preparation/site-policy.ts";
import { CORRECTIONS } from "./corrections.ts";
import { listOpenBeforeStart, type ReadyInput } from "./judge-ready.ts";
import { summarizeCase } from "./summarize-case.ts";

const TODAY = "2027-03-01";

describe("the clinician's summary", () => {
  const summarize = (records: Parameters<typeof assessIndication>[0]) =>
    summarizeCase({ records, indication: assessIndication(records, TODAY), plan: undefined, device: "CRT-D" });

  test("has no sentence without what it rests on", () => {
    const sentences = summarize(stateFacts({ age_years: 68, sex: "female", lvef_pct: 28 }, { date: "2027-02-01" }));
    expect(sentences[0]).toEqual({ text: "age: 68 years (2027-02-01)", basis: ["age_years"] });
    for (const { text, basis } of sentences) expect(basis.length, text).toBeGreaterThan(0);
  });

  test("names what is missing, in conflict and inferred", () => {
    const texts = summarize([
      recordFact("lvef_pct", 48.3, { date: "2007-12-28" }),
      recordFact("lvef_pct", 35.5, { date: "2007-12-28" }),
      recordFact("existingDevice", "crtD", { origin: { kind: "inferred", detail: "a procedure of 2016" } }),
    ]).map(({ text }) => text);
    expect(texts).toContain("left ventricular ejection fraction: values disagree, 48.3 and 35.5");
    expect(texts).toContain("device in place: crtD (inferred from a procedure of 2016)");
    expect(texts.find((text) => text.startsWith("missing"))).toContain("QRS duration");
    expect(texts.filter((text) => text.includes("cannot decide"))).toHaveLength(5);
  });

  test("marks a row that nobody has confirmed", () => {
    const records = stateFacts({
      rhythm: "sinus",
      lvef_pct: 30,
      nyhaClass: 3,
      gdmt_months: 6,
      qrsDuration_ms: 160,
      qrsMorphology: "LBBB",
    });
    const esc = summarize(records).find(({ basis }) => basis.includes("ESC21 E1"))!;
    expect(esc.text).toBe("ESC21: CRT in sinus rhythm with LBBB from 150 ms, I A (unconfirmed)");
  });
});

describe("before the start", () => {
  const input: PreparationInput = {
    records: stateFacts({
      sex: "male",
      age_years: 70,
      weight_kg: 80,
      creatinine_mgPerdL: 1.2,
      betaLactamAllergy: "none",
      mrsaCarrier: false,
    }),
    drugs: ["apixaban"],
    procedure: "deNovo",
    schedule: { zone: "UTC", anchors: { sedation: "2027-03-30T06:00:00Z", incision: "2027-03-30T06:30:00Z" } },
    policy: DEFAULT_SITE_POLICY,
    completions: [],
    confirmations: [],
    events: [],
    antiplateletHolds: [],
  };
  const open = (changes: Partial<PreparationInput> = {}, rest: Partial<ReadyInput> = {}) => {
    const preparation = planPreparation({ ...input, ...changes });
    if (preparation.kind === "noTaskList") throw new Error(preparation.reason);
    const readiness = { isReady: true, gaps: [], remarks: [] };
    return listOpenBeforeStart({
      preparation,
      readiness,
      consent: { acknowledged: [], points: [] },
      waivers: [],
      ...rest,
    });
  };

  test("consent, tests and holds stand open until each is done", () => {
    const found = open({}, { consent: { acknowledged: ["benefit"], points: ["benefit", "bleeding"] } });
    expect(found).toContain("consent: bleeding");
    expect(found).not.toContain("consent: benefit");
    expect(found.some((text) => text.startsWith("test: potassium"))).toBe(true);
    expect(found.some((text) => text.startsWith("hold: last dose of apixaban"))).toBe(true);
  });

  test("a hold counts at the time it was done: a dose taken too late stays open", () => {
    const isOpen = (at: string) =>
      open({ completions: [{ taskId: "lastDose.apixaban", at, by: "patient" }] }).some((text) =>
        text.startsWith("hold"),
      );
    expect(isOpen("2027-03-29T06:00:00Z")).toBe(false);
    expect(isOpen("2027-03-29T20:00:00Z")).toBe(true);
  });

  test("a mandatory test is waived by a named person with a reason only", () => {
    const isOpen = (by: string, reason: string) =>
      open({}, { waivers: [{ testId: "potassium", by, reason }] }).some((text) => text.startsWith("test: potassium"));
    expect(isOpen("Dr. Brandt", "measured by gas analysis")).toBe(false);
    expect(isOpen("Dr. Brandt", "")).toBe(true);
    expect(isOpen("", "measured")).toBe(true);
  });
});

describe("pain", () => {
  test.each([
    [0, "none"],
    [3, "mild"],
    [4, "moderate"],
    [7, "severe"],
  ] as const)("%i is %s", (score, band) => {
    expect(judgePain([{ score, hoursAfter: 6 }])!.band).toBe(band);
  });

  test("pain that grows after the first day, or is there after a week, makes one look for infection", () => {
    const isExcluded = (...course: [score: number, hoursAfter: number][]) =>
      judgePain(course.map(([score, hoursAfter]) => ({ score, hoursAfter })))!.isInfectionToBeExcluded;
    expect(isExcluded([2, 24], [4, 72])).toBe(true);
    expect(isExcluded([4, 24], [2, 72])).toBe(false);
    expect(isExcluded([1, 168])).toBe(true);
    expect(isExcluded([2, 1], [4, 6])).toBe(false);
  });
});

test("turning shocks off concerns defibrillators", () => {
  const ids = (device: "CRT-P" | "CRT-D") => listLifeStations(device).map(({ id }) => id);
  expect(ids("CRT-D")).toContain("deactivation");
  expect(ids("CRT-P")).not.toContain("deactivation");
});

test("every correction has a source and a station", () => {
  for (const { sourceId, station } of CORRECTIONS) {
    expect(SOURCES[sourceId]).toBeDefined();
    expect(station).not.toBe("");
  }
});
