import { expect, test } from "vitest";
import { describePlan } from "./plan-answer.ts";
import { createSamplePlan } from "./sample-plan.fixture.ts";

const plan = createSamplePlan();
const best = plan.sites[0]!;

test("the answer says where, which vector, which delays, what it changes in activation and pump, and how sure it is", () => {
  expect(describePlan(plan)).toBe(
    "The plan puts the left-ventricular lead into the left marginal vein, its tip electrode 75 mm from the mouth, so that LV1 lies over the mid lateral wall (segment 12), with the right-ventricular lead at the right-ventricular apex. " +
      "It paces LV1 → LV2 with an AV delay of 120 ms and the left ventricle 20 ms before the right. " +
      "In the model the ventricles are then activated within 112 ms instead of 132 ms, and the QRS lasts 124 ms instead of 143 ms. " +
      "In the fitted circulation dP/dt max rises by 23 % and stroke volume rises by 22 %: the acute effect, not a prediction of response. " +
      "Over 200 draws of the unknown values, this site was best in 63 % and some stretch of the left marginal vein in 81 %.",
  );
});

test("without a reachable site the answer proposes none", () => {
  expect(describePlan(createSamplePlan({ sites: [] }))).toMatch(/^No site .* proposes none/);
});

test("a plan that is no faster than the heart as it is says so", () => {
  const slow = { ...best, totalActivationTime_ms: { value: 140, low: 130, high: 150 } };
  expect(describePlan(createSamplePlan({ sites: [slow] }))).toContain("no faster than now");
});

test("an apical best site is called contested", () => {
  expect(describePlan(createSamplePlan({ sites: [{ ...best, third: "apical" }] }))).toContain("contested");
});

test("before the draws nothing is said of sureness", () => {
  const uncertainty = { ...plan.uncertainty, drawCount: 0 };
  expect(describePlan(createSamplePlan({ uncertainty }))).toContain("How sure this is has not been computed yet.");
});

test("a cathode that lies back in a parent vein is told apart from the vein of the lead", () => {
  const settings = { ...best.settings, cathodeVein: "greatCardiacVein" };
  const said = describePlan(createSamplePlan({ sites: [{ ...best, settings }] }));
  expect(said).toContain("LV1, back in the great cardiac vein, lies over");
});

test("without a circulation nothing is said of the pump", () => {
  expect(describePlan(createSamplePlan({ mechanics: undefined }))).not.toMatch(/circulation|dP\/dt/);
});
