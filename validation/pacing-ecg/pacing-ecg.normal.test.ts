import { createInlineFieldSolver, prepareHeart } from "@tributary/engine";
import { expect, test } from "vitest";
import { createValidationContext } from "../validation-context.ts";
import { runPacingEcg } from "./pacing-ecg.ts";

test("a small heart shows the pattern of left bundle branch block, and biventricular pacing shortens its activation", async () => {
  const context = createValidationContext(prepareHeart, createInlineFieldSolver());
  const { rows } = await runPacingEcg(context, ["lbbb-small-lv-female"]);
  expect(rows.filter(({ pass }) => !pass)).toEqual([]);
});
