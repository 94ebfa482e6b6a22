import { expect, test } from "vitest";
import { blankRepeats } from "./blank-repeats.ts";
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

test("a cell longer than its column may be is wrapped at blanks", () => {
  expect(renderTextTable(["quantity", "ours:"], [["largest gap to the surface", "0.01"]], [12])).toBe(
    ["quantity     ours", "-----------  ----", "largest gap  0.01", "to the", "surface"].join("\n"),
  );
});

test("a first cell that repeats the one above is left empty", () => {
  expect(
    blankRepeats([
      ["a", "1"],
      ["a", "2"],
      ["b", "3"],
    ]),
  ).toEqual([
    ["a", "1"],
    ["", "2"],
    ["b", "3"],
  ]);
});
