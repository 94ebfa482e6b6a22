import { expect, test } from "vitest";
import { createRandom } from "../../numerics/random.ts";
import { verifyScenarios } from "./verify-scenarios.ts";

const SHAPE = { duration_ms: 60_000, actionCount: 12 };

test("S1 to S10 and P1 to P3 hold in 150 random closed loops of 60 s, and each of them is judged", () => {
  const { broken, properties, heart } = verifyScenarios(createRandom(15), { ...SHAPE, scenarioCount: 150 });
  expect(broken).toEqual([]);
  for (const { property, judged } of properties) expect(judged, property).toBeGreaterThan(0);
  expect(heart.ventricularBeats).toBeGreaterThan(150 * 30);
});

test("the same seed gives the same counts, another one others", () => {
  const run = (seed: number) => verifyScenarios(createRandom(seed), { ...SHAPE, scenarioCount: 3 });
  expect(run(1)).toEqual(run(1));
  expect(run(1)).not.toEqual(run(2));
});
