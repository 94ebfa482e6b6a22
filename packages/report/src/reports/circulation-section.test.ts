import { NOT_IDENTIFIABLE } from "@tributary/model";
import type { PlanMechanics } from "@tributary/plan";
import { expect, test } from "vitest";
import { buildCirculationSection } from "./circulation-section.ts";
import { createSamplePlan } from "./sample-plan.fixture.ts";

const plan = createSamplePlan();

function build(changes: Partial<PlanMechanics> = {}) {
  const section = buildCirculationSection({ ...plan, mechanics: { ...plan.mechanics!, ...changes } })!;
  return { said: section.paragraphs!.join(" "), tables: section.tables! };
}

test("residuals and assumed values are shown in the units of the clinic, with their source", () => {
  const { tables } = build();
  expect(tables[0]!.rows).toEqual([
    ["End-diastolic volume, mL", "240.0", "240.1", "+0.04 %"],
    ["Systolic pressure, mmHg", "112.5", "112.4", "−0.07 %"],
  ]);
  expect(tables[1]!.rows).toEqual([["Mean left atrial pressure, mmHg", "12.0", "Assumed: 12 mmHg"]]);
});

test("says how many settings were simulated and how well others are predicted", () => {
  const { said } = build();
  expect(said).toContain("24 patches");
  expect(said).toContain("150 settings");
  expect(said).toContain("below 0.4 percentage points of the rise of dP/dt max, 0.3 of stroke volume, and 0.4 mJ/mL");
});

test("parameters at a bound are named with the bound", () => {
  expect(build().said).toContain("No fitted parameter stands at a bound");
  expect(build({ atBound: ["contractility"] }).said).toContain("contractility (0.15 to 2 of the reference)");
});

test("a fit that failed is told; so is that nothing was assumed", () => {
  expect(build({ isFitted: false }).said).toContain("does not give every value below within 1 %");
  const { said, tables } = build({ assumptions: [] });
  expect(said).toContain("Every other value was given.");
  expect(tables).toHaveLength(2);
});

test("what these data cannot tell is listed", () => {
  const { rows } = build({ notIdentifiable: NOT_IDENTIFIABLE }).tables.at(-1)!;
  expect(rows.map(([quantity]) => quantity)).toContain("Passive stiffness");
});

test("a plan without a circulation has no such section", () => {
  expect(buildCirculationSection({ ...plan, mechanics: undefined })).toBeUndefined();
});
