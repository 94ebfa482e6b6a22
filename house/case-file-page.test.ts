import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildCaseFilePage, CASE_FILE_PAGE } from "../scripts/describe-case-file.ts";

test("docs/case-file.md is what the schema gives; else run: node scripts/describe-case-file.ts", () => {
  expect(readFileSync(CASE_FILE_PAGE, "utf8")).toBe(buildCaseFilePage());
});
