import { expect, test } from "vitest";
import { run } from "./fibers.ts";

test.each(run().rows)("$quantity: $ours for $expected ($tolerance)", ({ pass }) => {
  expect(pass).toBe(true);
});
