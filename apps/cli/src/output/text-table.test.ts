import { expect, test } from "vitest";
import { renderTextTable } from "./text-table.ts";

test("columns are as wide as their widest cell; a header with a colon is right-aligned", () => {
  expect(
    renderTextTable(
      ["source", "time:"],
      [
        ["LV1", "101.5"],
        ["RV lead", "9"],
      ],
    ),
  ).toBe(["source    time", "-------  -----", "LV1      101.5", "RV lead      9"].join("\n"));
});
