import { expect, test } from "vitest";
import { createAxis } from "./line-axes.ts";

test.each([
  [[-7.2, 7.2], 6, ["−7.5", "−5", "−2.5", "0", "2.5", "5", "7.5"]],
  [[0, 1], 4, ["0", "0.25", "0.5", "0.75", "1"]],
  [[0, 100], 4, ["0", "25", "50", "75", "100"]],
])("ticks of %j in about %d parts are labeled with their own values", (values, count, labels) => {
  const { ticks } = createAxis(values, false, 0, 100, count);
  expect(ticks.map(({ label }) => label)).toEqual(labels);
  for (const { value, label } of ticks) expect(Number(label.replace("−", "-"))).toBeCloseTo(value, 12);
});
