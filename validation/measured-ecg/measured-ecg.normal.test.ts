import { expect, test } from "vitest";
import { runMeasuredEcg } from "./measured-ecg.ts";

test.each(runMeasuredEcg().rows)("$quantity: $ours for $expected ($tolerance)", ({ pass }) => {
  expect(pass).toBe(true);
});
