import { countRows, type SparseMatrix } from "./sparse-matrix.ts";

/** Lower factor L of A ~ L Lᵀ with the pattern of A's lower triangle; the diagonal is the last entry of its row. */
export interface IncompleteCholesky {
  /** rowCount + 1. */
  readonly rowOffsets: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
  /** 1 / L(i, i), rowCount. */
  readonly inverseDiagonal: Float64Array;
  /** Share of the diagonal that was added to keep every pivot positive; 0 for an M-matrix. */
  readonly diagonalShiftRatio: number;
}

/** Shifts tried in turn; every one is deterministic, and 1 makes a matrix with |off-diagonal sum| <= diagonal safe. */
const DIAGONAL_SHIFT_RATIOS = [0, 1e-3, 1e-2, 0.1, 0.3, 1, 3, 10] as const;
/** A pivot below this share of its diagonal counts as broken down. */
const SMALLEST_PIVOT_RATIO = 1e-6;

/**
 * Incomplete Cholesky factor without fill-in, IC(0), of a symmetric positive definite matrix.
 *
 * Linear elements with obtuse angles give positive off-diagonals, on which IC(0) can break down; the factor of
 * A + shift · diag(A) is taken then, with the first shift of a fixed list that works.
 *
 * @returns the factor, or undefined if no shift of the list gives positive pivots (A is not positive definite)
 *
 * Cost: one sparse row product per entry; memory one lower triangle.
 * Source: Meijerink and van der Vorst, Math Comp 1977;31:148; the shift, Manteuffel, Math Comp 1980;34:473.
 */
export function factorIncompleteCholesky(matrix: SparseMatrix): IncompleteCholesky | undefined {
  const lower = extractLowerTriangle(matrix);
  for (const shift of DIAGONAL_SHIFT_RATIOS) {
    const factor = factorShifted(lower, shift);
    if (factor) return factor;
  }
  return undefined;
}

/** out = (L Lᵀ)⁻¹ r: one forward and one backward substitution; out and r may be the same array. */
export function applyIncompleteCholesky(out: Float64Array, factor: IncompleteCholesky, r: Float64Array): void {
  const { rowOffsets, columns, values, inverseDiagonal } = factor;
  const rowCount = inverseDiagonal.length;
  for (let row = 0; row < rowCount; row++) {
    const end = rowOffsets[row + 1]! - 1;
    let sum = r[row]!;
    for (let entry = rowOffsets[row]!; entry < end; entry++) sum -= values[entry]! * out[columns[entry]!]!;
    out[row] = sum * inverseDiagonal[row]!;
  }
  for (let row = rowCount - 1; row >= 0; row--) {
    const value = out[row]! * inverseDiagonal[row]!;
    out[row] = value;
    const end = rowOffsets[row + 1]! - 1;
    for (let entry = rowOffsets[row]!; entry < end; entry++) out[columns[entry]!]! -= values[entry]! * value;
  }
}

function extractLowerTriangle(matrix: SparseMatrix): SparseMatrix {
  const rowCount = countRows(matrix);
  const rowOffsets = new Uint32Array(rowCount + 1);
  for (let row = 0; row < rowCount; row++) {
    let count = 0;
    for (let entry = matrix.rowOffsets[row]!; entry < matrix.rowOffsets[row + 1]!; entry++) {
      if (matrix.columns[entry]! <= row) count++;
    }
    rowOffsets[row + 1] = rowOffsets[row]! + count;
  }
  const columns = new Uint32Array(rowOffsets[rowCount]!);
  const values = new Float64Array(rowOffsets[rowCount]!);
  for (let row = 0; row < rowCount; row++) {
    const first = matrix.rowOffsets[row]!;
    const start = rowOffsets[row]!;
    const count = rowOffsets[row + 1]! - start;
    for (let i = 0; i < count; i++) {
      columns[start + i] = matrix.columns[first + i]!;
      values[start + i] = matrix.values[first + i]!;
    }
  }
  return { rowOffsets, columns, values };
}

function factorShifted(lower: SparseMatrix, diagonalShiftRatio: number): IncompleteCholesky | undefined {
  const { rowOffsets, columns } = lower;
  const rowCount = countRows(lower);
  const values = lower.values.slice();
  const inverseDiagonal = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const start = rowOffsets[row]!;
    const end = rowOffsets[row + 1]! - 1;
    const diagonal = lower.values[end]! * (1 + diagonalShiftRatio);
    let pivot = diagonal;
    for (let entry = start; entry < end; entry++) {
      const column = columns[entry]!;
      const value =
        (values[entry]! - dotRows(columns, values, start, entry, rowOffsets[column]!, rowOffsets[column + 1]! - 1)) *
        inverseDiagonal[column]!;
      values[entry] = value;
      pivot -= value * value;
    }
    if (!(pivot > SMALLEST_PIVOT_RATIO * diagonal)) return undefined;
    values[end] = Math.sqrt(pivot);
    inverseDiagonal[row] = 1 / values[end]!;
  }
  return { rowOffsets, columns, values, inverseDiagonal, diagonalShiftRatio };
}

/** Sum over the columns that two finished pieces of rows share. */
function dotRows(
  columns: Uint32Array,
  values: Float64Array,
  startA: number,
  endA: number,
  startB: number,
  endB: number,
): number {
  let sum = 0;
  let a = startA;
  let b = startB;
  while (a < endA && b < endB) {
    const difference = columns[a]! - columns[b]!;
    if (difference === 0) sum += values[a++]! * values[b++]!;
    else if (difference < 0) a++;
    else b++;
  }
  return sum;
}
