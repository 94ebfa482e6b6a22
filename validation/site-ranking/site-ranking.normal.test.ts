import { createInlineFieldSolver, prepareHeart } from "@tributary/engine";
import { expect, test } from "vitest";
import { createValidationContext } from "../validation-context.ts";
import { runSiteRanking } from "./site-ranking.ts";

test("in a small heart late sites gain most, names do not count, every configuration was tried and scar takes a site out", async () => {
  const context = createValidationContext(prepareHeart, createInlineFieldSolver());
  const { rows } = await runSiteRanking(context, ["lbbb-small-lv-female"]);
  expect(rows.filter(({ pass }) => !pass)).toEqual([]);
});
