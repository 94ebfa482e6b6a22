import { createInlineFieldSolver, prepareHeart } from "@tributary/engine";
import { expect, test } from "vitest";
import { runPatchConvergence } from "./patch-convergence/patch-convergence.ts";
import { runPumpBySite } from "./pump-by-site/pump-by-site.ts";
import { createValidationContext } from "./validation-context.ts";

// On each change one small heart instead of three, a cathode every 12 mm; `tributary validate` runs all.
const HEARTS = ["lbbb-small-lv-female"];
const context = createValidationContext(prepareHeart, createInlineFieldSolver());

test("sites that shorten activation raise dP/dt max, and none does where conduction is normal", async () => {
  const { rows } = await runPumpBySite(context, { hearts: HEARTS, narrowHearts: HEARTS, step_mm: 12 });
  expect(rows.filter(({ pass }) => !pass)).toEqual([]);
});

test("twice as many patches change little", async () => {
  const { rows } = await runPatchConvergence(context, HEARTS);
  expect(rows.filter(({ pass }) => !pass)).toEqual([]);
});
