import { applyIncompleteCholesky, type IncompleteCholesky } from "./incomplete-cholesky.ts";
import { countRows, multiplySparse, type SparseMatrix } from "./sparse-matrix.ts";

export interface ConjugateGradientOptions {
  /** Stop when |b - A x| <= relativeResidual · |b|; default 1e-10. */
  readonly relativeResidual?: number;
  /** Default 2000. */
  readonly maxIterations?: number;
  /** Without it the diagonal of A is used. */
  readonly preconditioner?: IncompleteCholesky;
}

/** `breakdown`: A is not positive definite along a search direction, or a value is not finite. */
export interface ConjugateGradientStatus {
  readonly status: "converged" | "iteration-limit" | "breakdown";
  readonly iterations: number;
  /** |b - A x| / |b| by the recurrence; 0 for b = 0. */
  readonly relativeResidual: number;
}

/**
 * Solves A x = b for a symmetric positive definite A by preconditioned conjugate gradients.
 *
 * @param outX  read as the first guess, then written; rowCount
 * @param rhs   rowCount
 * @returns how it ended; x holds the last iterate in every case
 *
 * Deterministic: sums run in index order. Allocates four vectors, none in the loop.
 * Source: Hestenes and Stiefel, J Res Nat Bur Stand 1952;49:409.
 */
export function solveConjugateGradient(
  outX: Float64Array,
  matrix: SparseMatrix,
  rhs: Float64Array,
  options: ConjugateGradientOptions = {},
): ConjugateGradientStatus {
  const { relativeResidual: tolerance = 1e-10, maxIterations = 2000, preconditioner } = options;
  const rowCount = countRows(matrix);
  const residual = new Float64Array(rowCount);
  const preconditioned = new Float64Array(rowCount);
  const product = new Float64Array(rowCount);
  const inverseDiagonal = preconditioner ? undefined : invertDiagonal(matrix);
  const rhsNorm = Math.sqrt(dot(rhs, rhs));
  if (rhsNorm === 0) {
    outX.fill(0);
    return { status: "converged", iterations: 0, relativeResidual: 0 };
  }
  multiplySparse(product, matrix, outX);
  for (let i = 0; i < rowCount; i++) residual[i] = rhs[i]! - product[i]!;
  precondition(preconditioned, residual, preconditioner, inverseDiagonal);
  const direction = preconditioned.slice();
  let rho = dot(residual, preconditioned);
  let norm = Math.sqrt(dot(residual, residual)) / rhsNorm;
  for (let iteration = 0; ; iteration++) {
    if (norm <= tolerance) return { status: "converged", iterations: iteration, relativeResidual: norm };
    if (iteration >= maxIterations) return { status: "iteration-limit", iterations: iteration, relativeResidual: norm };
    multiplySparse(product, matrix, direction);
    const curvature = dot(direction, product);
    if (!(curvature > 0)) return { status: "breakdown", iterations: iteration, relativeResidual: norm };
    const step = rho / curvature;
    let squared = 0;
    for (let i = 0; i < rowCount; i++) {
      outX[i]! += step * direction[i]!;
      const r = residual[i]! - step * product[i]!;
      residual[i] = r;
      squared += r * r;
    }
    norm = Math.sqrt(squared) / rhsNorm;
    precondition(preconditioned, residual, preconditioner, inverseDiagonal);
    const nextRho = dot(residual, preconditioned);
    const turn = nextRho / rho;
    rho = nextRho;
    for (let i = 0; i < rowCount; i++) direction[i] = preconditioned[i]! + turn * direction[i]!;
  }
}

function precondition(
  out: Float64Array,
  residual: Float64Array,
  factor: IncompleteCholesky | undefined,
  inverseDiagonal: Float64Array | undefined,
): void {
  if (factor) applyIncompleteCholesky(out, factor, residual);
  else for (let i = 0; i < out.length; i++) out[i] = residual[i]! * inverseDiagonal![i]!;
}

function invertDiagonal(matrix: SparseMatrix): Float64Array {
  const inverse = new Float64Array(countRows(matrix));
  for (let row = 0; row < inverse.length; row++) {
    for (let entry = matrix.rowOffsets[row]!; entry < matrix.rowOffsets[row + 1]!; entry++) {
      if (matrix.columns[entry] === row) inverse[row] = 1 / matrix.values[entry]!;
    }
  }
  return inverse;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
