import { createInlineFieldSolver, prepareHeart } from "@tributary/engine";
import { expect, test } from "vitest";
import { createValidationContext } from "../validation-context.ts";
import { runDrawModel } from "./draw-model.ts";

// On each change five draws instead of twenty; `tributary validate` makes all.
test("draws order the sites as full solves do, and fields between knots are those solved there", async () => {
  const context = createValidationContext(prepareHeart, createInlineFieldSolver());
  const { rows } = await runDrawModel(context, { drawCount: 5, placeCount: 8 });
  expect(rows.filter(({ pass }) => !pass)).toEqual([]);
});
