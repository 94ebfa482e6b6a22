import { expect, test } from "vitest";
import { runVolumeConductor } from "./volume-conductor.ts";

test.each(runVolumeConductor().rows)("$quantity: $ours for $expected ($tolerance)", ({ pass }) => {
  expect(pass).toBe(true);
});
