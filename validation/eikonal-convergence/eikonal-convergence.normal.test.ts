import { expect, test } from "vitest";
import { runEikonalConvergence } from "./eikonal-convergence.ts";

test.each(runEikonalConvergence().rows)("$quantity: $ours for $expected ($tolerance)", ({ pass }) => {
  expect(pass).toBe(true);
});
