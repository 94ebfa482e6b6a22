import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { solveConjugateGradient } from "./conjugate-gradient.ts";
import { createDirichletSystem, solveDirichletSystem } from "./dirichlet-system.ts";
import { applyIncompleteCholesky, factorIncompleteCholesky } from "./incomplete-cholesky.ts";
import { multiplySparse, type SparseMatrix } from "./sparse-matrix.ts";

/** The matrix of a function of (row, column), zeros left out but for the diagonal. */
function createMatrix(rowCount: number, valueAt: (row: number, column: number) => number): SparseMatrix {
  const rowOffsets = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < rowCount; column++) {
      const value = valueAt(row, column);
      if (value === 0 && row !== column) continue;
      columns.push(column);
      values.push(value);
    }
    rowOffsets.push(columns.length);
  }
  return {
    rowOffsets: Uint32Array.from(rowOffsets),
    columns: Uint32Array.from(columns),
    values: Float64Array.from(values),
  };
}

/** Second differences of a chain whose ends are held: tridiagonal -1, 2, -1. */
const createChain = (rowCount: number) =>
  createMatrix(rowCount, (i, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0));

describe("solveConjugateGradient", () => {
  test("a constant load on a chain gives the parabola x(i) = (i + 1)(n - i) / 2", () => {
    const n = 40;
    const x = new Float64Array(n);
    const status = solveConjugateGradient(x, createChain(n), new Float64Array(n).fill(1));
    expect(status.status).toBe("converged");
    for (let i = 0; i < n; i++) expect(x[i]).toBeCloseTo(((i + 1) * (n - i)) / 2, 7);
  });

  test("IC(0) of a tridiagonal matrix is exact, so one iteration suffices", () => {
    const matrix = createChain(100);
    const preconditioner = factorIncompleteCholesky(matrix)!;
    const rhs = Float64Array.from({ length: 100 }, (_, i) => Math.sin(i));
    const x = new Float64Array(100);
    const status = solveConjugateGradient(x, matrix, rhs, { preconditioner });
    expect(status.iterations).toBe(1);
    expect(preconditioner.diagonalShiftRatio).toBe(0);
  });

  test("random symmetric positive definite systems are solved to the residual asked for", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 36, maxLength: 36 }),
        (entries) => {
          const matrix = createMatrix(6, (i, j) => {
            let sum = i === j ? 0.5 : 0;
            for (let k = 0; k < 6; k++) sum += entries[6 * i + k]! * entries[6 * j + k]!;
            return sum;
          });
          const rhs = Float64Array.of(1, -2, 3, -4, 5, -6);
          const x = new Float64Array(6);
          const preconditioner = factorIncompleteCholesky(matrix)!;
          const { status } = solveConjugateGradient(x, matrix, rhs, { preconditioner, relativeResidual: 1e-11 });
          const product = new Float64Array(6);
          multiplySparse(product, matrix, x);
          const miss = Math.hypot(...product.map((value, i) => value - rhs[i]!)) / Math.hypot(...rhs);
          return status === "converged" && miss < 1e-9;
        },
      ),
    );
  });

  test("an indefinite matrix ends as breakdown and too few iterations as iteration-limit", () => {
    const indefinite = createMatrix(2, (i, j) => (i === j ? (i === 0 ? 1 : -1) : 0));
    expect(solveConjugateGradient(new Float64Array(2), indefinite, Float64Array.of(1, 1)).status).toBe("breakdown");
    const x = new Float64Array(50);
    const rhs = new Float64Array(50).fill(1);
    expect(solveConjugateGradient(x, createChain(50), rhs, { maxIterations: 3 }).status).toBe("iteration-limit");
  });

  test("no load gives zero whatever the first guess", () => {
    const x = new Float64Array(5).fill(7);
    solveConjugateGradient(x, createChain(5), new Float64Array(5));
    expect([...x]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe("factorIncompleteCholesky", () => {
  test("with a full pattern it is the exact factor", () => {
    const matrix = createMatrix(3, (i, j) => (i === j ? 4 : 1));
    const out = new Float64Array(3);
    multiplySparse(out, matrix, Float64Array.of(1, 2, 3));
    applyIncompleteCholesky(out, factorIncompleteCholesky(matrix)!, out);
    for (let i = 0; i < 3; i++) expect(out[i]).toBeCloseTo(i + 1, 12);
  });

  test("a matrix that is not positive definite has none", () => {
    expect(factorIncompleteCholesky(createMatrix(2, (i, j) => (i === j ? -1 : 0)))).toBeUndefined();
  });
});

describe("solveDirichletSystem", () => {
  test("a chain held at 0 and 1 is a straight line, and the held values stay exact", () => {
    const n = 21;
    const chain = createMatrix(n, (i, j) =>
      i === j ? (i === 0 || i === n - 1 ? 1 : 2) : Math.abs(i - j) === 1 ? -1 : 0,
    );
    const isFixed = new Uint8Array(n);
    isFixed[0] = 1;
    isFixed[n - 1] = 1;
    const x = new Float64Array(n);
    x[n - 1] = 1;
    solveDirichletSystem(x, createDirichletSystem(chain, isFixed));
    for (let i = 0; i < n; i++) expect(x[i]).toBeCloseTo(i / (n - 1), 9);
    expect(x[n - 1]).toBe(1);
  });
});
