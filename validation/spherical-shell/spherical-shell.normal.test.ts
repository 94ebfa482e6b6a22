import { expect, test } from "vitest";
import { run } from "./spherical-shell.ts";

test.each(run().rows)("$quantity: $ours for $expected ($tolerance)", ({ pass }) => {
  expect(pass).toBe(true);
});
