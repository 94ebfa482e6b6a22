import { expect, test } from "vitest";
import { type DenseLu, factorizeDense, solveDense, solveDenseTransposed } from "./dense-lu.ts";
import { createRandom } from "./random.ts";

function factor(matrix: readonly number[], size: number): DenseLu {
  const result = factorizeDense(Float64Array.from(matrix), size);
  if (result.kind !== "factored") throw new Error("singular");
  return result.lu;
}

test("a system that needs a row exchange is solved by hand's numbers", () => {
  // 0 x + 2 y = 4, 3 x + y = 5 gives x = 1, y = 2; transposed 3 y = 4, 2 x + y = 5.
  const lu = factor([0, 2, 3, 1], 2);
  expect([...solveDense(lu, Float64Array.of(4, 5))]).toEqual([1, 2]);
  const [x, y] = solveDenseTransposed(lu, Float64Array.of(4, 5));
  expect(3 * y!).toBeCloseTo(4, 12);
  expect(2 * x! + y!).toBeCloseTo(5, 12);
});

test("both solutions of a random matrix give the right side back", () => {
  // Three panels of columns, the last one narrow.
  const size = 70;
  const random = createRandom(7);
  const matrix = Float64Array.from({ length: size * size }, () => random.uniform() - 0.5);
  const right = Float64Array.from({ length: size }, () => random.uniform());
  const lu = factor([...matrix], size);
  const x = solveDense(lu, right);
  const y = solveDenseTransposed(lu, right);
  for (let row = 0; row < size; row++) {
    let forward = 0;
    let transposed = 0;
    for (let k = 0; k < size; k++) {
      forward += matrix[row * size + k]! * x[k]!;
      transposed += matrix[k * size + row]! * y[k]!;
    }
    expect(forward).toBeCloseTo(right[row]!, 10);
    expect(transposed).toBeCloseTo(right[row]!, 10);
  }
});

test("a singular matrix says at which column", () => {
  expect(factorizeDense(Float64Array.of(1, 2, 2, 4), 2)).toEqual({ kind: "singular", column: 1 });
});
