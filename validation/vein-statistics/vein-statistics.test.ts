import { expect, test } from "vitest";
import { run } from "./vein-statistics.ts";

test("every sampled statistic of the veins is within its tolerance of the published one", () => {
  const { rows } = run();
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter(({ pass }) => !pass)).toEqual([]);
});
