import { createInlineFieldSolver, prepareHeart } from "@tributary/engine";
import { expect, test } from "vitest";
import { createValidationContext } from "../validation-context.ts";
import { runCaptureAndPhrenic } from "./capture-and-phrenic.ts";

test("thresholds, phrenic stimulation, bipoles, anodal capture and longevity are as published, within their tolerances", async () => {
  const { rows } = await runCaptureAndPhrenic(createValidationContext(prepareHeart, createInlineFieldSolver()));
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter(({ pass }) => !pass)).toEqual([]);
});
