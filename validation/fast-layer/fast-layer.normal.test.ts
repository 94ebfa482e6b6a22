import { expect, test } from "vitest";
import { runFastLayer } from "./fast-layer.ts";

test.each(runFastLayer().rows)("$quantity: $ours for $expected ($tolerance)", ({ pass }) => {
  expect(pass).toBe(true);
});
