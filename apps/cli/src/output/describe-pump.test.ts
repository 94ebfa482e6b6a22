import type { Plan, PlanMechanics, PlanPump } from "@tributary/plan";
import { expect, test } from "vitest";
import { describePump, describePumpGain } from "./describe-pump.ts";

const before: PlanPump = {
  avDelay_ms: 180,
  dpdtMax_kPaPerS: 93.6,
  strokeVolume_mL: 72.2,
  strokeWork_mJ: 901,
  systolicPressure_kPa: 14.9,
  fillingTime_ms: 263,
  regurgitation_mL: 0,
  wastedWorkRatio: 0.278,
  workDifference_mJPerML: 16.6,
};
const after: PlanPump = {
  ...before,
  dpdtMax_kPaPerS: 107.7,
  strokeVolume_mL: 76.2,
  strokeWork_mJ: 1005,
  systolicPressure_kPa: 15.6,
  fillingTime_ms: 308,
  wastedWorkRatio: 0.169,
  workDifference_mJPerML: 7.7,
};
const mechanics: PlanMechanics = {
  isFitted: true,
  residuals: [],
  atBound: [],
  assumptions: [{ quantity: "leftAtrialPressure_kPa", value: 1.6, source: "assumed: 12 mmHg" }],
  notIdentifiable: [],
  patchCount: 25,
  settingCount: 148,
  surrogateError: { pressureRise: 0.2, strokeVolume: 0.1, workBalance: 0.3 },
  baseline: before,
  best: after,
  surface: { pressureRise: [], strokeVolume: [] },
  avOptimum: { avDelay_ms: 60, low_ms: 60, high_ms: 80 },
};
const response = { avDelays_ms: [60, 80, 120] } as unknown as NonNullable<Plan["response"]>;
const sites = [{ settings: { avDelay_ms: 120 } }] as unknown as Plan["sites"];

test("says now and as planned in the units of the clinic, the AV optimum, the fit and what it is not", () => {
  expect(describePump({ mechanics, sites, response })).toEqual([
    "dP/dt max 702 → 808 mmHg/s (+15 %), stroke volume 72.2 → 76.2 mL (+6 %), stroke work 901 → 1005 mJ (+12 %).",
    "Systolic pressure 112 → 117 mmHg, filling time 263 → 308 ms, mitral regurgitation 0.0 → 0.0 mL.",
    "Wasted over constructive work 28 → 17 %, fiber work of the lateral wall minus that of the septum 16.6 → 7.7 mJ/mL.",
    "Stroke volume is the highest at an AV delay of 60 ms, the shortest tried, and within 1 % of that from 60 to 80 ms; the plan sets 120 ms.",
    "The circulation gives all values it was fitted to within 1 %. Not measured: mean left atrial pressure (assumed: 12 mmHg). 148 settings were simulated.",
    "The acute effect in a model with resistance and blood volume unchanged; not a prediction of outcome or response.",
  ]);
});

test("a fit that failed, a parameter at a bound and a case with all values say so", () => {
  const poor = { ...mechanics, isFitted: false, atBound: ["contractility"], assumptions: [] };
  const said = describePump({ mechanics: poor, sites, response }).join(" ");
  expect(said).toContain("does not give all values it was fitted to within 1 %; at a bound: contractility.");
  expect(said).toContain("Not measured: nothing.");
});

test("an alternative is told by what it changes; one without a beat has none", () => {
  expect(describePumpGain({ mechanics, sites, response }, after)).toEqual(["+15 %", "+6 %"]);
  expect(describePumpGain({ mechanics, sites, response }, before)).toEqual(["0 %", "0 %"]);
  expect(describePumpGain({ mechanics, sites, response }, undefined)).toEqual(["none", "none"]);
});

test("without a circulation there is nothing to say", () => {
  expect(describePump({ mechanics: undefined, sites, response })).toEqual([]);
});
