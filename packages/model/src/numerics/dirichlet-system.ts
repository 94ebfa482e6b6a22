import { orderForBandwidth } from "./bandwidth-order.ts";
import { type ConjugateGradientStatus, solveConjugateGradient } from "./conjugate-gradient.ts";
import { factorIncompleteCholesky, type IncompleteCholesky } from "./incomplete-cholesky.ts";
import { countRows, extractSubmatrix, type SparseMatrix } from "./sparse-matrix.ts";

/** A symmetric system with some unknowns fixed; made once, solved for any number of sets of fixed values. */
export interface DirichletSystem {
  readonly full: SparseMatrix;
  /** Rows and columns of the free unknowns, in an order that suits the preconditioner. */
  readonly free: SparseMatrix;
  /** Number of each unknown among the free ones, -1 where it is fixed. */
  readonly freeIndex: Int32Array;
  readonly preconditioner: IncompleteCholesky | undefined;
}

/**
 * Eliminates fixed unknowns from a symmetric system and factors the preconditioner of the rest.
 *
 * @param matrix   symmetric; positive definite once at least one unknown of each connected part is fixed
 * @param isFixed  rowCount, 1 where the value is given
 */
export function createDirichletSystem(matrix: SparseMatrix, isFixed: Uint8Array): DirichletSystem {
  const order = orderForBandwidth(matrix, isFixed);
  const freeIndex = new Int32Array(countRows(matrix)).fill(-1);
  for (let i = 0; i < order.length; i++) freeIndex[order[i]!] = i;
  const free = extractSubmatrix(matrix, freeIndex);
  return { full: matrix, free, freeIndex, preconditioner: factorIncompleteCholesky(free) };
}

/**
 * Solves A x = 0 on the free unknowns with x given on the fixed ones.
 *
 * @param outX  fixed entries are read, free ones are read as the first guess and written; rowCount
 * @returns how the conjugate gradients ended; fixed entries are untouched, so they are exact
 */
export function solveDirichletSystem(
  outX: Float64Array,
  system: DirichletSystem,
  relativeResidual = 1e-10,
): ConjugateGradientStatus {
  const { full, free, freeIndex, preconditioner } = system;
  const freeCount = countRows(free);
  const rhs = new Float64Array(freeCount);
  const x = new Float64Array(freeCount);
  for (let row = 0; row < freeIndex.length; row++) {
    const i = freeIndex[row]!;
    if (i < 0) continue;
    x[i] = outX[row]!;
    let sum = 0;
    for (let entry = full.rowOffsets[row]!; entry < full.rowOffsets[row + 1]!; entry++) {
      const column = full.columns[entry]!;
      if (freeIndex[column]! < 0) sum -= full.values[entry]! * outX[column]!;
    }
    rhs[i] = sum;
  }
  const status = solveConjugateGradient(x, free, rhs, {
    relativeResidual,
    ...(preconditioner ? { preconditioner } : {}),
  });
  for (let row = 0; row < freeIndex.length; row++) if (freeIndex[row]! >= 0) outX[row] = x[freeIndex[row]!]!;
  return status;
}
