import { expect, test } from "vitest";
import { interpolateLinear } from "./interpolate-linear.ts";

test("between two points the value lies on the line, beyond the ends it stays", () => {
  const at = (x: number) => interpolateLinear([0, 2, 2, 6], [1, 3, 10, 2], x);
  expect([-1, 0, 1, 2, 3, 6, 9].map(at)).toEqual([1, 1, 2, 3, 8, 2, 2]);
});
