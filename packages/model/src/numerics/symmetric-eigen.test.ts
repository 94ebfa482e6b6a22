import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeSymmetricEigen } from "./symmetric-eigen.ts";

describe("computeSymmetricEigen", () => {
  test("the matrix 2 1 0; 1 2 0; 0 0 5 has eigenvalues 1, 3, 5", () => {
    const { values, vectors } = computeSymmetricEigen([2, 1, 0, 2, 0, 5]);
    for (const [i, expected] of [1, 3, 5].entries()) expect(values[i]).toBeCloseTo(expected, 12);
    expect(vectors[0]![0]).toBeCloseTo(-vectors[0]![1]!, 12);
  });

  test("A v = λ v for random matrices", () => {
    const entry = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(entry, entry, entry, entry, entry, entry), (m) => {
        const rows = [
          [m[0], m[1], m[2]],
          [m[1], m[3], m[4]],
          [m[2], m[4], m[5]],
        ];
        const { values, vectors } = computeSymmetricEigen(m);
        return vectors.every((v, k) =>
          rows.every(
            (row, i) => Math.abs(row[0]! * v[0] + row[1]! * v[1] + row[2]! * v[2] - values[k]! * v[i]!) < 1e-9,
          ),
        );
      }),
    );
  });
});
