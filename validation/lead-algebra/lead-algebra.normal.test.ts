import { expect, test } from "vitest";
import { runLeadAlgebra } from "./lead-algebra.ts";

test.each(runLeadAlgebra().rows)("$quantity: $ours for $expected ($tolerance)", ({ pass }) => {
  expect(pass).toBe(true);
});
