import { expect, test } from "vitest";
import { normalShareBelow } from "./normal-distribution.ts";

test.each([
  [-Infinity, 0],
  [-1.959964, 0.025],
  [0, 0.5],
  [1, 0.8413447],
  [1.6448536, 0.95],
  [Infinity, 1],
])("below z = %d lies a share of %d", (z, share) => {
  expect(normalShareBelow(z)).toBeCloseTo(share, 6);
});
