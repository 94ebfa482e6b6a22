import fc from "fast-check";
import { expect, test } from "vitest";
import { countDecimals, formatNumber, formatSignificant } from "./format-number.ts";
import { findNiceStep, listLogTicks, listMultiples } from "./nice-ticks.ts";

test("cuts a range into about as many parts as wanted", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.integer({ min: 2, max: 20 }), (span, count) => {
      const parts = span / findNiceStep(span, count);
      expect(parts).toBeLessThanOrEqual(count * (1 + 1e-9));
      expect(parts).toBeGreaterThan(count / 2.6);
    }),
  );
});

test("finds the steps a person would choose", () => {
  expect([findNiceStep(110, 12), findNiceStep(1, 5), findNiceStep(0.07, 4), findNiceStep(23, 10)]).toEqual([
    10, 0.2, 0.02, 2.5,
  ]);
});

test("lists multiples inside a range without rounding dust", () => {
  expect(listMultiples(0, 0.3, 0.1)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(listMultiples(-7, 26, 10)).toEqual([0, 10, 20]);
});

test("lists powers of ten over many decades and 1-2-5 over few", () => {
  expect(listLogTicks(0.01, 100)).toEqual([0.01, 0.1, 1, 10, 100]);
  expect(listLogTicks(0.5, 20)).toEqual([0.5, 1, 2, 5, 10, 20]);
});

test("writes numbers for people", () => {
  expect(formatNumber(-12.3456)).toBe("−12.3");
  expect(formatNumber(10)).toBe("10");
  expect(formatNumber(-0.01)).toBe("0");
  expect(formatNumber(undefined)).toBe("–");
  expect(formatNumber(Number.POSITIVE_INFINITY)).toBe("–");
  expect(formatSignificant(1234.5678)).toBe("1235");
  expect(formatSignificant(-0.00001234)).toBe("−1.234e-5");
  expect([countDecimals(10), countDecimals(0.5), countDecimals(0.02)]).toEqual([0, 1, 2]);
});
