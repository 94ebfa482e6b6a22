import { expect, test } from "vitest";
import { buildPumpSection, listPumpFacts } from "./pump-section.ts";
import { createSamplePlan } from "./sample-plan.fixture.ts";

const plan = createSamplePlan();
const mechanics = plan.mechanics!;

test("says what changes, that it is acute and no prediction, and what such changes are worth", () => {
  const said = buildPumpSection(plan, [])!.paragraphs!.join(" ");
  expect(said).toContain("dP/dt max goes from 780 to 960 mmHg/s (+23 %), stroke volume from 54.0 to 66.0 mL (+22 %)");
  expect(said).toContain("acute effect in a model whose resistance, blood volume and muscle stay as they are");
  expect(said).toContain("not a prediction of outcome or of response");
  expect(said).toMatch(/r = 0\.34.*r = 0\.62; Koopsen 2024/);
});

test("a changed time from atrium to ventricles is named as part of the effect", () => {
  const best = { ...mechanics.best, avDelay_ms: 128 };
  const { paragraphs } = buildPumpSection({ ...plan, mechanics: { ...mechanics, best } }, [])!;
  expect(paragraphs!.join(" ")).toContain("takes 128 ms instead of 150 ms: part of the change");
  expect(buildPumpSection(plan, [])!.paragraphs!.join(" ")).not.toContain("part of the change");
});

test("a circulation that was not fitted is called a similar patient's", () => {
  const { paragraphs } = buildPumpSection({ ...plan, mechanics: { ...mechanics, isFitted: false } }, [])!;
  expect(paragraphs!.at(-1)).toContain("a similar patient");
});

test("a plan without a circulation has no section and no facts", () => {
  const electrical = createSamplePlan({ mechanics: undefined });
  expect(buildPumpSection(electrical, [])).toBeUndefined();
  expect(listPumpFacts(electrical)).toEqual([]);
  expect(listPumpFacts(plan)[0]).toEqual({
    label: "dP/dt max, acute",
    value: "780 → 960 mmHg/s",
    note: "+23 %, in the fitted circulation",
  });
});
