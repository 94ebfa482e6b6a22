import { expect, test } from "vitest";
import {
  checkClearance,
  creatinineFromMicromoles,
  estimateCreatinineClearance,
  estimateGfr,
  isWeightUnusual,
} from "./renal-function.ts";

test.each([
  [70, 80, 1.2, "male", 64.8],
  [70, 80, 1.2, "female", 55.1],
  [82, 58, 1.9, "female", 20.9],
  [55, 110, 0.9, "male", 144.3],
] as const)("%i y, %i kg, %d mg/dL, %s: clearance %d", (age_years, weight_kg, creatinine_mgPerdL, sex, clearance) => {
  const found = estimateCreatinineClearance({ age_years, weight_kg, creatinine_mgPerdL, sex });
  expect(found.value_mLPerMin).toBeCloseTo(clearance, 1);
});

test.each([
  [70, 1.2, "male", 65.1],
  [70, 1.2, "female", 48.7],
  [82, 1.9, "female", 26.0],
] as const)("%i y, %d mg/dL, %s: filtration rate %d", (age_years, creatinine_mgPerdL, sex, gfr) => {
  expect(estimateGfr({ age_years, creatinine_mgPerdL, sex }).value_mLPerMinPer173m2).toBeCloseTo(gfr, 1);
});

test("106 micromoles a liter are 1.2 mg/dL", () => {
  expect(creatinineFromMicromoles(106.08)).toBeCloseTo(1.2, 6);
});

test("a filtration rate is no clearance, for the compiler and at run time", () => {
  const gfr = estimateGfr({ age_years: 82, creatinine_mgPerdL: 1.9, sex: "female" });
  // @ts-expect-error an estimated GFR must not reach a drug table
  expect(() => checkClearance(gfr)).toThrow(expect.objectContaining({ code: "renal-measure-mismatch" }));
});

test("very light and very heavy people are flagged", () => {
  expect(isWeightUnusual(80, 175)).toBe(false);
  expect(isWeightUnusual(50, 175)).toBe(true);
  expect(isWeightUnusual(130, 175)).toBe(true);
});
