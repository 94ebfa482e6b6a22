import { createInlineFieldSolver, prepareHeart } from "@tributary/engine";
import { expect, test } from "vitest";
import { createValidationContext } from "../validation-context.ts";
import { runSyntheticTruth } from "./synthetic-truth.ts";

// On each change two patients of one heart instead of five of each of four; `tributary validate` plans all.
test("two virtual patients: QRS duration is met, and one of the truly best sites is among the first three", async () => {
  const context = createValidationContext(prepareHeart, createInlineFieldSolver());
  const { rows } = await runSyntheticTruth(context, { presets: ["dcm-lbbb-female"], patientsPerHeart: 2 });
  expect(rows.filter(({ pass }) => !pass)).toEqual([]);
});
