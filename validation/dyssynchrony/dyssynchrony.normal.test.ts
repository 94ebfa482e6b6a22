import { expect, test } from "vitest";
import { runDyssynchrony } from "./dyssynchrony.ts";

test.each(runDyssynchrony().rows)("$quantity: $ours for $expected ($tolerance)", ({ pass }) => {
  expect(pass).toBe(true);
});
