import { expect, test } from "vitest";
import { runNiedererSlab } from "./niederer-slab.ts";

test.each(runNiedererSlab().rows)("$quantity: $ours for $expected ($tolerance)", ({ pass }) => {
  expect(pass).toBe(true);
});
