import { expect, test } from "vitest";
import { spreadOf } from "./spread-of.ts";

test("a spread runs from the tenth to the ninetieth percentile and always holds its value", () => {
  expect(spreadOf(110, [100, 110, 120])).toEqual({ value: 110, low: 102, high: 118 });
  expect(spreadOf(130, [100, 110, 120])).toEqual({ value: 130, low: 102, high: 130 });
});

test("a value without draws is its own spread", () => {
  expect(spreadOf(5, [])).toEqual({ value: 5, low: 5, high: 5 });
});
