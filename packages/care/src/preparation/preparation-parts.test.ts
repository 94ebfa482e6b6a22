import { describe, expect, test } from "vitest";
import { stateFacts } from "../facts/fact-record.ts";
import { planAntibiotic } from "./antibiotics.ts";
import { listConsentPoints } from "./consent.ts";
import { planContrast } from "./contrast.ts";
import { judgeMri, type MriSystem } from "./mri-state.ts";
import { type PaditInput, scorePadit } from "./padit-score.ts";
import { DEFAULT_SITE_POLICY } from "./site-policy.ts";

describe("antibiotic", () => {
  const plan = (
    weight_kg: number,
    betaLactamAllergy: "none" | "nonSevere" | "severe" = "none",
    mrsaCarrier = false,
  ) => {
    const found = planAntibiotic(stateFacts({ weight_kg, betaLactamAllergy, mrsaCarrier }));
    return found.kind === "doses" ? found.doses.map(({ drug, dose_mg }) => `${drug} ${dose_mg}`) : found.missing;
  };

  test("cefazolin 2 g at 119 kg, 3 g at 120 kg", () => {
    expect(plan(119)).toEqual(["cefazolin 2000"]);
    expect(plan(120)).toEqual(["cefazolin 3000"]);
  });

  test("a penicillin allergy that is not severe keeps cefazolin; a severe one takes vancomycin by weight", () => {
    expect(plan(80, "nonSevere")).toEqual(["cefazolin 2000"]);
    expect(plan(80, "severe")).toEqual(["vancomycin 1200"]);
    expect(plan(150, "severe")).toEqual(["vancomycin 2000"]);
  });

  test("carriers of MRSA get both", () => {
    expect(plan(80, "none", true)).toEqual(["cefazolin 2000", "vancomycin 1200"]);
  });

  test("without weight or allergy nothing is decided", () => {
    expect(planAntibiotic([])).toEqual({
      kind: "cannotDecide",
      missing: ["weight_kg", "betaLactamAllergy", "mrsaCarrier"],
    });
  });
});

describe("contrast", () => {
  test("the limit is three times the filtration rate, in milliliters", () => {
    const plan = planContrast(stateFacts({ egfr_mLPerMinPer173m2: 50 }), DEFAULT_SITE_POLICY);
    expect(plan).toMatchObject({ limit_mL: 150, isHighRisk: false, rules: [] });
  });

  test("below 30 creatinine is measured again after 48 to 72 h", () => {
    const plan = planContrast(stateFacts({ egfr_mLPerMinPer173m2: 25 }), DEFAULT_SITE_POLICY);
    expect(plan.rules.map(({ id, window }) => [id, window])).toEqual([
      ["creatinineAfterContrast", { from: "PT48H", to: "PT72H" }],
    ]);
  });

  test("an unknown filtration rate gives no limit", () => {
    expect(planContrast([], DEFAULT_SITE_POLICY)).toMatchObject({ limit_mL: undefined, isHighRisk: undefined });
  });

  test("an allergy to contrast is premedicated at 13, 7 and 1 h", () => {
    const plan = planContrast(stateFacts({ contrastAllergy: "severe" }), DEFAULT_SITE_POLICY);
    expect(plan.rules.map(({ due }) => due)).toEqual(["-PT13H", "-PT7H", "-PT1H"]);
  });
});

describe("PADIT", () => {
  const BEST: PaditInput = {
    priorProcedures: 0,
    age_years: 72,
    egfr_mLPerMinPer173m2: 60,
    isImmunocompromised: false,
    procedure: "pacemaker",
  };

  test.each<[string, Partial<PaditInput>, number, string]>([
    ["72 y, new CRT-D", { procedure: "crt" }, 4, "low"],
    ["58 y, upgrade, one before", { age_years: 58, procedure: "revisionOrUpgrade", priorProcedures: 1 }, 8, "high"],
    [
      "85 y, weak kidneys, ICD, two before",
      { age_years: 85, egfr_mLPerMinPer173m2: 25, procedure: "icd", priorProcedures: 2 },
      7,
      "high",
    ],
    [
      "everything worst",
      {
        age_years: 50,
        egfr_mLPerMinPer173m2: 20,
        procedure: "revisionOrUpgrade",
        priorProcedures: 3,
        isImmunocompromised: true,
      },
      15,
      "high",
    ],
    ["all best", {}, 0, "low"],
    ["age 60", { age_years: 60 }, 1, "low"],
    ["age 70", { age_years: 70 }, 0, "low"],
  ])("%s", (_name, changes, points, band) => {
    expect(scorePadit({ ...BEST, ...changes })).toMatchObject({ points, band });
  });
});

describe("MRI", () => {
  const SYSTEM: MriSystem = {
    isEveryPartLabeledTogether: true,
    hasAbandonedLead: false,
    hasFracturedLead: false,
    hasEpicardialLead: false,
    hasAdaptorOrExtender: false,
    weeksSinceImplant: 20,
    captureThreshold_V: 1.2,
    isBatteryDepleted: false,
    isPhrenicStimulatedAtMriOutput: false,
    fieldStrength_T: 1.5,
    labeledFieldStrengths_T: [1.5, 3],
  };

  test.each<[string, Partial<MriSystem>, string]>([
    ["everything labeled", {}, "conditional"],
    ["a lead added that is not labeled", { isEveryPartLabeledTogether: false }, "nonConditionalProtocol"],
    ["an abandoned lead", { hasAbandonedLead: true }, "nonConditionalProtocol"],
    ["five weeks after implant", { weeksSinceImplant: 5 }, "nonConditionalProtocol"],
    ["a scanner outside the label", { fieldStrength_T: 7 }, "nonConditionalProtocol"],
    ["a fractured lead", { hasFracturedLead: true }, "contraindicated"],
    ["nobody asked for abandoned leads", { hasAbandonedLead: undefined }, "unknown"],
  ])("%s", (_name, changes, state) => {
    expect(judgeMri({ ...SYSTEM, ...changes }).state).toBe(state);
  });
});

test("a defibrillator adds points to the consent, US coverage one more", () => {
  const count = (device: "CRT-P" | "CRT-D", jurisdiction: string) => listConsentPoints(device, jurisdiction).length;
  expect(count("CRT-D", "DE")).toBe(count("CRT-P", "DE") + 2);
  expect(count("CRT-D", "US")).toBe(count("CRT-D", "DE") + 1);
  expect(count("CRT-P", "US")).toBe(count("CRT-P", "DE"));
});
