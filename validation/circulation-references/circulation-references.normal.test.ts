import { expect, test } from "vitest";
import { runCirculationReferences } from "./circulation-references.ts";

test.each(runCirculationReferences().rows)("$quantity: $ours for $expected ($tolerance)", ({ pass }) => {
  expect(pass).toBe(true);
});
