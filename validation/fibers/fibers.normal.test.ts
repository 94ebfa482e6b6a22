import { expect, test } from "vitest";
import { runFibers } from "./fibers.ts";

test.each(runFibers().rows)("$quantity: $ours for $expected ($tolerance)", ({ pass }) => {
  expect(pass).toBe(true);
});
