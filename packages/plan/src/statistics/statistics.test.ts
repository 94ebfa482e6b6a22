import { expect, test } from "vitest";
import { correlateRanks, quantile, rankValues } from "./statistics.ts";

test("quantiles are linear between neighbors and leave out what is not finite", () => {
  expect(quantile([4, 1, 3, 2, NaN, Infinity], 0.5)).toBe(2.5);
  expect(quantile([10], 0.9)).toBe(10);
  expect(quantile([], 0.5)).toBeNaN();
});

test("equals share their mean rank", () => {
  expect(rankValues([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]);
});

test("rank correlation is 1 for any rising relation, -1 for any falling one", () => {
  expect(correlateRanks([1, 2, 5, 9], [1, 8, 9, 1000])).toBeCloseTo(1, 12);
  expect(correlateRanks([1, 2, 5, 9], [3, 2, 1, -4])).toBeCloseTo(-1, 12);
});

test("the textbook example of Spearman's coefficient is met", () => {
  // IQ and hours of television, ten persons: -29/165.
  const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
  const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
  expect(correlateRanks(iq, hours)).toBeCloseTo(-29 / 165, 12);
});
