import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildParametersPage, PARAMETERS_PAGE } from "../scripts/list-assumptions.ts";

test("docs/parameters.md is what the code gives; else run: node scripts/list-assumptions.ts", () => {
  expect(readFileSync(PARAMETERS_PAGE, "utf8")).toBe(buildParametersPage());
});
