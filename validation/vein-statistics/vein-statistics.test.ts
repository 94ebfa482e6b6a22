import { expect, test } from "vitest";
import { runVeinStatistics } from "./vein-statistics.ts";

test("every sampled statistic of the veins is within its tolerance of the published one", () => {
  const { rows } = runVeinStatistics();
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter(({ pass }) => !pass)).toEqual([]);
});
