import { describe, expect, test } from "vitest";
import { createRandom } from "./random.ts";

describe("createRandom", () => {
  test("the same seed gives the same numbers, another seed gives others", () => {
    const first = createRandom(42);
    const again = createRandom(42);
    const other = createRandom(43);
    const a = Array.from({ length: 5 }, () => first.uniform());
    expect(Array.from({ length: 5 }, () => again.uniform())).toEqual(a);
    expect(Array.from({ length: 5 }, () => other.uniform())).not.toEqual(a);
  });

  test("uniform numbers have mean 1/2 and variance 1/12, normal ones 0 and 1", () => {
    const random = createRandom(7);
    const n = 100_000;
    const uniform = momentsOf(Array.from({ length: n }, () => random.uniform()));
    const normal = momentsOf(Array.from({ length: n }, () => random.normal()));
    expect(uniform.mean).toBeCloseTo(0.5, 2);
    expect(uniform.variance).toBeCloseTo(1 / 12, 2);
    expect(normal.mean).toBeCloseTo(0, 1);
    expect(normal.variance).toBeCloseTo(1, 1);
  });

  test("streams of neighboring members are uncorrelated", () => {
    const parent = createRandom(1);
    const a = parent.stream(0);
    const b = parent.stream(1);
    let product = 0;
    for (let i = 0; i < 20_000; i++) product += (a.uniform() - 0.5) * (b.uniform() - 0.5);
    expect(Math.abs(product / 20_000)).toBeLessThan(0.003);
  });
});

function momentsOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, variance };
}
