import { expect, test } from "vitest";
import { createRandom } from "../../numerics/random.ts";
import { verifyScenarios } from "./verify-scenarios.ts";

test("S1 to S10 and P1 to P3 hold in 2 000 random closed loops of 60 s", () => {
  const options = { duration_ms: 60_000, actionCount: 12, scenarioCount: 2000 };
  expect(verifyScenarios(createRandom(5), options).broken).toEqual([]);
});
