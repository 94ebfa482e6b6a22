import { expect, test } from "vitest";
import { editDistance } from "./edit-distance.ts";
import { suggestNames } from "./suggest-names.ts";

test.each([
  ["kitten", "sitting", 3],
  ["", "vein", 4],
  ["lumen", "lumen", 0],
  ["ab", "ba", 2],
])("from %j to %j is %i letters", (a, b, letters) => {
  expect(editDistance(a, b)).toBe(letters);
  expect(editDistance(b, a)).toBe(letters);
});

test("a mistyped name finds the nearest known ones, nearest first", () => {
  expect(suggestNames("latralVein", ["lateralVein", "posterolateralVein", "greatCardiacVein"])[0]).toBe("lateralVein");
  expect(suggestNames("zzz", ["lateralVein", "greatCardiacVein"])).toEqual([]);
});
