import fc from "fast-check";
import { expect, test } from "vitest";
import { orderByValue } from "./order-by-value.ts";

function orderByComparison(values: readonly number[]): number[] {
  const indices = [...values.keys()].filter((index) => values[index]! < Infinity);
  return indices.sort((a, b) => values[a]! - values[b]! || b - a);
}

test("orders as a sort by comparison does, whatever the spread of the values", () => {
  const value = fc.oneof(
    fc.double({ min: 0, max: 300, noNaN: true }),
    fc.constantFrom(0, 40, 40.5, 1e9, Infinity),
    fc.double({ min: 100, max: 100.001, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 400 }), (values) => {
      expect([...orderByValue(values)]).toEqual(orderByComparison(values));
    }),
  );
});

test("many equal values and one far away are ordered too", () => {
  const values = [...Array.from({ length: 500 }, (_, i) => 20 + (i % 7) * 1e-6), 1e6];
  expect([...orderByValue(values)]).toEqual(orderByComparison(values));
});

test("nothing that is reached gives an empty order", () => {
  expect([...orderByValue([Infinity, Infinity])]).toEqual([]);
  expect([...orderByValue([])]).toEqual([]);
});
