import { describe, expect, test } from "vitest";
import type { FactId, FactValue } from "../facts/fact-catalog.ts";
import { recordFact, stateFacts } from "../facts/fact-record.ts";
import { assessIndication, INDICATION_TABLES } from "./assess-indication.ts";
import type { GuidelineId } from "./indication-row.ts";

type Values = { readonly [Id in FactId]?: FactValue<Id> };

const TODAY = "2026-11-27";

/** Findings of a patient without bradycardia, device or fibrillation; each case changes some. */
const AMBULATORY: Values = {
  sex: "male",
  rhythm: "sinus",
  lvef_pct: 30,
  nyhaClass: 2,
  gdmt_months: 6,
  avBlock: "none",
  pacingIndicated: false,
  avjAblationPlanned: false,
  existingDevice: "none",
  newOrReplacementDevicePlanned: true,
  expectedVPacing_pct: 0,
  observedRvPacing_pct: 0,
  etiology: "nonischemic",
  csLeadFailed: false,
};

function judge(values: Values) {
  const { guidelines } = assessIndication(stateFacts(values), TODAY);
  return Object.fromEntries(guidelines.map((judgment) => [judgment.guideline, judgment]));
}

/** "2a H3", "against C5", "none", "unknown H20d" and the like, as the tables of disagreement print it. */
function summarize(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(judge(values)).map(([guideline, { status, decisive }]) => {
      if (status === "noRow") return [guideline, "none"];
      if (status === "cannotDecide") return [guideline, status];
      if (status === "unknown") return [guideline, `unknown ${decisive!.id}`];
      return [guideline, `${decisive!.recommendationClass} ${decisive!.id}`];
    }),
  );
}

describe("where guidelines disagree", () => {
  test.each<[string, Values, Record<Exclude<GuidelineId, "TA314">, string>]>([
    [
      "LBBB 125, man",
      { ...AMBULATORY, qrsDuration_ms: 125, qrsMorphology: "LBBB" },
      { ESC21: "III E5", HRS23: "2a H3", AHA22: "2a A6", CCS17: "strong against C5" },
    ],
    [
      "LBBB 125, woman",
      { ...AMBULATORY, sex: "female", qrsDuration_ms: 125, qrsMorphology: "LBBB" },
      { ESC21: "III E5", HRS23: "1 H2", AHA22: "2a A6", CCS17: "strong against C5" },
    ],
    [
      "non-LBBB 155",
      { ...AMBULATORY, qrsDuration_ms: 155, qrsMorphology: "RBBB" },
      { ESC21: "IIa E3", HRS23: "2b H5", AHA22: "2a A4", CCS17: "weak C2" },
    ],
    [
      "non-LBBB 140",
      { ...AMBULATORY, qrsDuration_ms: 140, qrsMorphology: "IVCD" },
      { ESC21: "IIb E4", HRS23: "3 H9", AHA22: "3 A13", CCS17: "none" },
    ],
    [
      "complete AV block, QRS 95, LVEF 38",
      {
        ...AMBULATORY,
        lvef_pct: 38,
        qrsDuration_ms: 95,
        qrsMorphology: "normal",
        avBlock: "complete",
        expectedVPacing_pct: 100,
      },
      { ESC21: "I E11", HRS23: "2a H10", AHA22: "2a A5", CCS17: "weak C6" },
    ],
    [
      "LBBB 160, LVEF 28, ischemic, NYHA I",
      {
        ...AMBULATORY,
        lvef_pct: 28,
        qrsDuration_ms: 160,
        qrsMorphology: "LBBB",
        nyhaClass: 1,
        etiology: "ischemic",
      },
      { ESC21: "none", HRS23: "unknown H20d", AHA22: "2b A11", CCS17: "none" },
    ],
    [
      "permanent atrial fibrillation, LBBB 160, NYHA II, rate controlled",
      {
        ...AMBULATORY,
        rhythm: "permanentAf",
        qrsDuration_ms: 160,
        qrsMorphology: "LBBB",
        completeBivCaptureAchievable: true,
      },
      { ESC21: "none", HRS23: "unknown H20c", AHA22: "2a A7", CCS17: "weak C3" },
    ],
  ])("%s", (_name, values, expected) => {
    expect(summarize(values)).toMatchObject(expected);
  });

  test("the disagreement is told, by stance and by class", () => {
    const facts = stateFacts({ ...AMBULATORY, qrsDuration_ms: 125, qrsMorphology: "LBBB" });
    const { disagreements } = assessIndication(facts, TODAY);
    expect(disagreements).toContainEqual({ guidelines: ["ESC21", "HRS23"], kind: "stance" });
    expect(disagreements).not.toContainEqual(expect.objectContaining({ guidelines: ["ESC21", "CCS17"] }));
  });
});

describe("order and boundaries", () => {
  test("a need for pacing is judged before the narrow QRS", () => {
    const block: Values = { avBlock: "complete", qrsDuration_ms: 92, lvef_pct: 38, expectedVPacing_pct: 100 };
    expect(summarize(block)).toMatchObject({ ESC21: "I E11", AHA22: "2a A5", HRS23: "2a H10" });
  });

  test.each([
    [119, "III", "3", "3"],
    [120, "III", "2b", "2b"],
    [129, "III", "2b", "2b"],
    [130, "IIb", "2b", "2b"],
    [149, "IIb", "2b", "2b"],
    [150, "IIa", "2a", "2a"],
  ])("non-LBBB of %i ms in NYHA III: ESC %s, HRS %s, AHA %s", (qrsDuration_ms, esc, hrs, aha) => {
    const judged = judge({ ...AMBULATORY, lvef_pct: 35, nyhaClass: 3, qrsMorphology: "RBBB", qrsDuration_ms });
    expect(judged["ESC21"]!.decisive!.recommendationClass).toBe(esc);
    expect(judged["HRS23"]!.decisive!.recommendationClass).toBe(hrs);
    expect(judged["AHA22"]!.decisive!.recommendationClass).toBe(aha);
  });

  test("an LVEF of 35.1 is not up to 35", () => {
    const wide: Values = { ...AMBULATORY, qrsDuration_ms: 160, qrsMorphology: "LBBB" };
    expect(summarize({ ...wide, lvef_pct: 35 })["ESC21"]).toBe("I E1");
    expect(summarize({ ...wide, lvef_pct: 35.1 })["ESC21"]).toBe("none");
  });

  test("LBBB of 140 ms is IIa in the ESC table, never I", () => {
    expect(summarize({ ...AMBULATORY, qrsDuration_ms: 140, qrsMorphology: "LBBB" })["ESC21"]).toBe("IIa E2");
  });

  test("an upgrade with much right-ventricular pacing is IIa", () => {
    const upgrade: Values = {
      ...AMBULATORY,
      existingDevice: "pacemaker",
      observedRvPacing_pct: 60,
      qrsMorphology: "RVpaced",
      qrsDuration_ms: 180,
    };
    expect(summarize(upgrade)["ESC21"]).toBe("IIa E12");
    expect(summarize(upgrade)["HRS23"]).toBe("unknown H20e");
  });
});

describe("what is not known", () => {
  test("without QRS and NYHA class no guideline decides, and each names both", () => {
    for (const judgment of Object.values(judge({ lvef_pct: 30, rhythm: "sinus", sex: "male" }))) {
      expect(judgment.status).toBe("cannotDecide");
      expect(judgment.missing).toEqual(expect.arrayContaining(["qrsDuration_ms", "nyhaClass"]));
    }
  });

  test("that holds also where LVEF alone rules rows out", () => {
    for (const judgment of Object.values(judge({ lvef_pct: 43 }))) {
      expect(judgment.status).toBe("cannotDecide");
      expect(judgment.missing).toEqual(expect.arrayContaining(["qrsDuration_ms", "nyhaClass"]));
    }
  });

  test("a paced QRS, or one of unknown morphology, never counts as LBBB", () => {
    const wide: Values = { ...AMBULATORY, qrsDuration_ms: 170 };
    expect(summarize({ ...wide, qrsMorphology: "RVpaced" })["ESC21"]).toBe("none");
    const unknown = judge({ ...wide, qrsMorphology: "unknown" });
    expect(unknown["ESC21"]).toMatchObject({ status: "cannotDecide" });
    expect(unknown["ESC21"]!.missing).toContain("qrsMorphology");
  });

  test("in NYHA IV that is not ambulatory no row for CRT applies", () => {
    const bedridden: Values = {
      ...AMBULATORY,
      nyhaClass: 4,
      ambulatoryIv: false,
      qrsDuration_ms: 160,
      qrsMorphology: "LBBB",
    };
    for (const { status } of Object.values(judge(bedridden))) expect(status).not.toBe("for");
  });

  test("a row that was not retrieved gives unknown, never against", () => {
    const mild: Values = { ...AMBULATORY, lvef_pct: 42, qrsDuration_ms: 160, qrsMorphology: "LBBB" };
    expect(summarize(mild)["HRS23"]).toBe("unknown H20a");
  });

  test("an LVEF in conflict is named where it matters", () => {
    const { lvef_pct: _, ...withoutLvef }: Values = { ...AMBULATORY, qrsDuration_ms: 160, qrsMorphology: "LBBB" };
    const records = [
      ...stateFacts(withoutLvef),
      recordFact("lvef_pct", 48.3, { date: "2007-12-28" }),
      recordFact("lvef_pct", 35, { date: "2007-12-28" }),
    ];
    const { guidelines } = assessIndication(records, TODAY);
    expect(guidelines[0]).toMatchObject({ status: "cannotDecide", conflicts: ["lvef_pct"] });
  });

  test("an old LVEF is told as old", () => {
    const { oldFindings } = assessIndication([recordFact("lvef_pct", 30, { date: "2025-11-27" })], TODAY);
    expect(oldFindings.map(({ fact }) => fact)).toEqual(["lvef_pct"]);
  });
});

describe("the appraisal of 2014", () => {
  test.each([
    [115, "LBBB", 2, []],
    [140, "RBBB", 2, []],
    [140, "LBBB", 2, ["CRT-D"]],
    [140, "LBBB", 3, ["CRT-P", "CRT-D"]],
    [155, "RBBB", 1, ["CRT-D"]],
    [155, "LBBB", 3, ["CRT-P", "CRT-D"]],
  ] as const)("QRS %i ms, %s, NYHA %i: %j", (qrsDuration_ms, qrsMorphology, nyhaClass, devices) => {
    const judgment = judge({ ...AMBULATORY, qrsDuration_ms, qrsMorphology, nyhaClass })["TA314"]!;
    expect(judgment.decisive?.devices ?? []).toEqual(devices);
  });
});

describe("beside the guidelines", () => {
  const assess = (values: Values) => assessIndication(stateFacts(values), TODAY);
  const met = (rows: readonly { row: { id: string }; trace: { truth: string } }[]) =>
    rows.filter(({ trace }) => trace.truth === "met").map(({ row }) => row.id);

  test("what speaks for a defibrillator and what against stand side by side", () => {
    const factors = met(assess({ age_years: 62, etiology: "ischemic", frailty: true, nyhaClass: 3 }).deviceFactors);
    expect(factors).toEqual(["ischemicScar", "younger", "nyhaIIorIII", "frailty"]);
  });

  test("a recent infarction defers the defibrillator", () => {
    expect(met(assess({ infarctionDate: "2026-11-01" }).contraindications)).toEqual(["recentInfarction"]);
    expect(met(assess({ infarctionDate: "2026-08-01" }).contraindications)).toEqual([]);
  });

  test("an INR of 3.4 stands against an implant only without a mechanical valve", () => {
    expect(met(assess({ inr: 3.4, mechanicalValve: false }).contraindications)).toEqual(["inr"]);
    expect(met(assess({ inr: 3.4, mechanicalValve: true }).contraindications)).toEqual([]);
  });

  test("coverage asks for an infarction 40 days ago, unless a pacemaker is needed anyway", () => {
    const early: Values = { priorInfarction: true, infarctionDate: "2026-11-10" };
    expect(met(assess(early).coverage)).not.toContain("infarctionWait");
    expect(met(assess({ ...early, pacingIndicated: true }).coverage)).toContain("infarctionWait");
  });
});

test("every row carries its guideline's source, and none claims a review that nobody made", () => {
  const rows = Object.values(INDICATION_TABLES).flat();
  expect(new Set(rows.map(({ id, guideline }) => `${guideline} ${id}`)).size).toBe(rows.length);
  for (const row of rows) {
    expect(row.reviewedBy).toBeUndefined();
    expect(row.recommendationClass === undefined).toBe(row.stance === "notRetrieved");
  }
});
