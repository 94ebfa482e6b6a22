import { expect, test } from "vitest";
import { mapOneAhead } from "./map-one-ahead.ts";

test("keeps the order, with two items under way at most", async () => {
  let underWay = 0;
  let most = 0;
  const results = await mapOneAhead([30, 5, 10, 1], async (delay_ms, index) => {
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setTimeout(resolve, delay_ms));
    underWay--;
    return index;
  });
  expect(results).toEqual([0, 1, 2, 3]);
  expect(most).toBe(2);
});

test("fails as the first item that fails, and starts no further one", async () => {
  const started: number[] = [];
  const run = mapOneAhead([1, 2, 3, 4], async (item) => {
    started.push(item);
    throw new Error(`item ${item}`);
  });
  await expect(run).rejects.toThrow("item 1");
  expect(started).toEqual([1, 2]);
});
