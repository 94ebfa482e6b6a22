import { createInlineFieldSolver, prepareHeart } from "@tributary/engine";
import { expect, test } from "vitest";
import { runEndocardialGain } from "./endocardial-gain/endocardial-gain.ts";
import { runLbbbPattern } from "./lbbb-pattern/lbbb-pattern.ts";
import { createValidationContext } from "./validation-context.ts";

// On each change two hearts instead of six, the real one among them; `tributary validate` runs all.
const context = createValidationContext(prepareHeart, createInlineFieldSolver());

test("left bundle branch block leaves the basal lateral wall to the last", async () => {
  const { rows } = await runLbbbPattern(context, ["lbbb-small-lv-female", "real-heart"]);
  expect(rows.filter(({ pass }) => !pass)).toEqual([]);
});

test("the fast layer raises the gain of endocardial pacing by 5 points and more", async () => {
  const { rows } = await runEndocardialGain(context, ["lbbb-small-lv-female"]);
  expect(rows.filter(({ pass }) => !pass)).toEqual([]);
});
