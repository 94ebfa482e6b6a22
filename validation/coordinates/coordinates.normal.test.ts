import { expect, test } from "vitest";
import { runCoordinates } from "./coordinates.ts";

test.each(runCoordinates().rows)("$quantity: $ours for $expected ($tolerance)", ({ pass }) => {
  expect(pass).toBe(true);
});
