import { describe, expect, test } from "vitest";
import { stateFacts } from "../facts/fact-record.ts";
import { judgeInr } from "./antithrombotics.ts";
import { decideDrugs, listDrugWarnings } from "./decide-drugs.ts";
import type { DrugContext } from "./drug-decision.ts";
import { DEFAULT_SITE_POLICY } from "./site-policy.ts";

const KIDNEYS = { age_years: 70, weight_kg: 80, sex: "male", creatinine_mgPerdL: 1.2 } as const;

function context(changes: Partial<DrugContext> = {}): DrugContext {
  return {
    records: stateFacts(KIDNEYS),
    procedure: "deNovo",
    policy: DEFAULT_SITE_POLICY,
    incisionDate: "2027-03-30",
    events: [],
    antiplateletHolds: [],
    ...changes,
  };
}

const decide = (drug: string, changes: Partial<DrugContext> = {}) => decideDrugs([drug], context(changes))[0]!;

describe("anticoagulants", () => {
  test("warfarin goes on; no plan holds a bridging task", () => {
    const decision = decide("warfarin");
    expect(decision).toMatchObject({ advice: "continue", rules: [] });
    expect(decision.text).toContain("no heparin bridging");
  });

  test("an INR of 2.6 proceeds, of 3.4 only with a mechanical valve", () => {
    expect(judgeInr(2.6, false, DEFAULT_SITE_POLICY)).toBe("proceed");
    expect(judgeInr(3.4, false, DEFAULT_SITE_POLICY)).toBe("defer");
    expect(judgeInr(3.4, true, DEFAULT_SITE_POLICY)).toBe("proceed");
    expect(judgeInr(3.6, true, DEFAULT_SITE_POLICY)).toBe("defer");
  });

  test("rivaroxaban at 64.8 mL/min is held 24 h, dabigatran 36 h", () => {
    expect(decide("rivaroxaban").rules[0]).toMatchObject({ due: "-PT24H", needsPrescriber: true });
    expect(decide("dabigatran").rules[0]).toMatchObject({ due: "-PT36H" });
  });

  test("without creatinine nothing is decided and no task follows", () => {
    const records = stateFacts({ age_years: 70, weight_kg: 80, sex: "male" });
    expect(decide("apixaban", { records })).toMatchObject({
      advice: "cannotDecide",
      missing: ["creatinine_mgPerdL"],
      rules: [],
    });
  });

  test("an estimated GFR does not stand in for the clearance", () => {
    const records = stateFacts({ age_years: 70, weight_kg: 80, sex: "male", egfr_mLPerMinPer173m2: 65 });
    expect(decide("apixaban", { records }).advice).toBe("cannotDecide");
  });

  test("an upgrade without the site's bleeding class: both holds are shown and none is planned", () => {
    const decision = decide("dabigatran", { procedure: "upgrade" });
    expect(decision).toMatchObject({ advice: "cannotDecide", rules: [] });
    expect(decision.text).toContain("36 h if bleeding risk is low, 72 h if high");
    const policy = { ...DEFAULT_SITE_POLICY, upgradeBleedingClass: "high" } as const;
    expect(decide("dabigatran", { procedure: "upgrade", policy }).rules[0]).toMatchObject({ due: "-PT72H" });
  });

  test("very high embolic risk, or the site's strategy, continues", () => {
    expect(decide("apixaban", { records: stateFacts({ ...KIDNEYS, veryHighEmbolicRisk: true }) }).advice).toBe(
      "continue",
    );
    const policy = { ...DEFAULT_SITE_POLICY, doacStrategy: "continue" } as const;
    expect(decide("apixaban", { policy }).advice).toBe("continue");
  });

  test("a name that is nearly right is not taken for the drug", () => {
    const decision = decide("apixban");
    expect(decision).toMatchObject({ advice: "notInCatalog", rules: [] });
    expect(decision.text).toContain("apixaban");
  });
});

describe("antiplatelet drugs", () => {
  const stent = (coronaryStentKind: "stableStent" | "acuteCoronarySyndrome", coronaryStentDate: string) =>
    stateFacts({ ...KIDNEYS, coronaryStentKind, coronaryStentDate });
  const asked = [{ drug: "clopidogrel", cardiologist: "Dr. Adler" }];

  test("default: continue and ask cardiology", () => {
    expect(decide("clopidogrel")).toMatchObject({ advice: "askCardiology", rules: [] });
    expect(decide("aspirin")).toMatchObject({ advice: "continue", rules: [] });
  });

  test("a drug-eluting stent two months ago: no hold, whoever asks", () => {
    const records = stent("stableStent", "2027-01-30");
    expect(decide("clopidogrel", { records, antiplateletHolds: asked })).toMatchObject({
      advice: "deferOrContinue",
      rules: [],
    });
  });

  test("the window is six months after a stable stent and twelve after an acute coronary syndrome", () => {
    const advise = (kind: "stableStent" | "acuteCoronarySyndrome", date: string) =>
      decide("clopidogrel", { records: stent(kind, date), antiplateletHolds: asked }).advice;
    expect(advise("stableStent", "2026-10-01")).toBe("deferOrContinue");
    expect(advise("stableStent", "2026-09-30")).toBe("hold");
    expect(advise("acuteCoronarySyndrome", "2026-09-30")).toBe("deferOrContinue");
    expect(advise("acuteCoronarySyndrome", "2026-03-30")).toBe("hold");
  });

  test("a hold needs a date and a cardiologist by name", () => {
    const records = stent("stableStent", "2020-01-01");
    expect(decide("clopidogrel", { records }).advice).toBe("askCardiology");
    const nameless = [{ drug: "clopidogrel", cardiologist: " " }];
    expect(decide("clopidogrel", { records, antiplateletHolds: nameless }).advice).toBe("askCardiology");
    expect(decide("clopidogrel", { antiplateletHolds: asked })).toMatchObject({
      advice: "askCardiology",
      missing: ["coronaryStentKind", "coronaryStentDate"],
    });
    expect(decide("clopidogrel", { records, antiplateletHolds: asked }).rules[0]).toMatchObject({ due: "-P5D" });
  });
});

describe("other drugs", () => {
  test("SGLT2 inhibitors stop three days before, ertugliflozin four; a day under the UK rule", () => {
    expect(decide("dapagliflozin").rules[0]).toMatchObject({ due: "-P3D" });
    expect(decide("ertugliflozin").rules[0]).toMatchObject({ due: "-P4D" });
    const policy = { ...DEFAULT_SITE_POLICY, sglt2Rule: "uk2025" } as const;
    expect(decide("dapagliflozin", { policy }).rules[0]).toMatchObject({ due: "-P1D" });
  });

  test("metformin goes on from a filtration rate of 30", () => {
    const advise = (egfr_mLPerMinPer173m2: number, acuteKidneyInjury = false) =>
      decide("metformin", { records: stateFacts({ egfr_mLPerMinPer173m2, acuteKidneyInjury }) }).advice;
    expect(advise(30)).toBe("continue");
    expect(advise(29)).toBe("hold");
    expect(advise(60, true)).toBe("hold");
    expect(decide("metformin", { records: [] })).toMatchObject({ missing: ["egfr_mLPerMinPer173m2"] });
  });

  test("drugs for heart failure go on, the loop diuretic not on the morning unless congested", () => {
    expect(decide("bisoprolol").advice).toBe("continue");
    expect(decide("sacubitril/valsartan").advice).toBe("continue");
    expect(decide("furosemide", { records: stateFacts({ congested: false }) }).advice).toBe("skip");
    expect(decide("furosemide", { records: stateFacts({ congested: true }) }).advice).toBe("continue");
    expect(decide("furosemide").advice).toBe("cannotDecide");
  });

  test("an anticoagulant with an antiplatelet drug is warned of", () => {
    expect(listDrugWarnings(["apixaban", "clopidogrel"])).toHaveLength(1);
    expect(listDrugWarnings(["aspirin", "clopidogrel"])[0]).toContain("two antiplatelet drugs");
    expect(listDrugWarnings(["apixaban", "bisoprolol"])).toEqual([]);
  });
});
