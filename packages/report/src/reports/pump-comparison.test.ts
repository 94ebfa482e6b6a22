import { expect, test } from "vitest";
import { tabulateAlternativePumps, tabulateSitePumps } from "./pump-comparison.ts";
import { createSamplePlan } from "./sample-plan.fixture.ts";

const plan = createSamplePlan();

test("the plan stands among the alternatives as it is set", () => {
  const [table] = tabulateAlternativePumps(plan);
  expect(table!.caption).toContain("each at its own AV delay of the highest stroke volume");
  expect(table!.rows[1]).toEqual(["As planned", "150", "960", "66.0", "5", "0.8"]);
  expect(table!.rows).toHaveLength(2 + plan.alternatives.length);
});

test("set otherwise than at its highest stroke volume, it stands there too, from the surface", () => {
  const avOptimum = { avDelay_ms: 100, low_ms: 100, high_ms: 100 };
  const [table] = tabulateAlternativePumps({ ...plan, mechanics: { ...plan.mechanics!, avOptimum } });
  // 104 kPa/s is 780 mmHg/s; the surface has +18.3 % and +7.3 % there.
  expect(table!.rows[2]).toEqual(["As planned, but with an AV delay of 100 ms", "130", "923", "58.0", "–", "–"]);
});

test("an alternative whose beats do not repeat has no numbers", () => {
  const alternatives = plan.alternatives.map((state) => ({ ...state, pump: undefined }));
  expect(
    tabulateAlternativePumps({ ...plan, alternatives })[0]!
      .rows.at(-1)!
      .slice(1),
  ).toEqual(Array(5).fill("–"));
});

test("sites keep their ranks", () => {
  expect(tabulateSitePumps(plan)[0]!.rows.map(([site]) => site)).toEqual(
    plan.sites.map(({ rank }) => `Site\u00a0${rank}`),
  );
});

test("a plan without a circulation has none of these tables", () => {
  const electrical = createSamplePlan({ mechanics: undefined });
  expect([...tabulateAlternativePumps(electrical), ...tabulateSitePumps(electrical)]).toEqual([]);
});
