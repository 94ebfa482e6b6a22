import { countRows, type SparseMatrix } from "./sparse-matrix.ts";

/** Upper factor U of A ~ Uᵀ U with the pattern of A's upper triangle. */
export interface IncompleteCholesky {
  /** rowCount + 1; into the entries right of the diagonal. */
  readonly rowOffsets: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
  /** 1 / U(i, i), rowCount. */
  readonly inverseDiagonal: Float64Array;
  /** Share of the diagonal that was added to keep every pivot positive; 0 for an M-matrix. */
  readonly diagonalShiftRatio: number;
}

/** Shifts tried in turn; every one is deterministic, and 1 makes a matrix with |off-diagonal sum| <= diagonal safe. */
const DIAGONAL_SHIFT_RATIOS = [0, 1e-3, 1e-2, 0.1, 0.3, 1, 3, 10] as const;
/** Share of the dropped fill that is moved to the diagonal. */
const COMPENSATION_RATIO = 0.95;
/** A pivot that the moved fill would bring below this share of itself does without it; measured on hearts cut by splits. */
const SMALLEST_COMPENSATED_RATIO = 0.5;
/** A pivot below this share of its diagonal counts as broken down. */
const SMALLEST_PIVOT_RATIO = 1e-6;

/**
 * Incomplete Cholesky factor without fill-in of a symmetric positive definite matrix, with most of the dropped fill added
 * to the diagonal, so that the factor is nearly exact for smooth vectors: half the iterations of IC(0) on Laplace's equation.
 *
 * Linear elements with obtuse angles give positive off-diagonals, on which it can break down. Rows that the moved fill alone
 * would break go without it; where a pivot is not positive even so, the factor of A + shift · diag(A) is taken, with the
 * first shift of a fixed list that works.
 *
 * @returns the factor, or undefined if no shift of the list gives positive pivots (A is not positive definite)
 *
 * Cost: one sparse row product per entry; memory one upper triangle.
 * Source: IC(0), Meijerink and van der Vorst, Math Comp 1977;31:148; compensation, Gustafsson, BIT 1978;18:142, relaxed as
 * by Axelsson and Lindskog, Numer Math 1986;48:479 (from memory); the shift, Manteuffel, Math Comp 1980;34:473.
 */
export function factorIncompleteCholesky(matrix: SparseMatrix): IncompleteCholesky | undefined {
  for (const shift of DIAGONAL_SHIFT_RATIOS) {
    const factor = splitUpperTriangle(matrix, shift);
    if (eliminate(factor)) return factor;
  }
  return undefined;
}

/** out = (Uᵀ U)⁻¹ r: one forward and one backward substitution; out and r may be the same array. */
export function applyIncompleteCholesky(out: Float64Array, factor: IncompleteCholesky, r: Float64Array): void {
  const { rowOffsets, columns, values, inverseDiagonal } = factor;
  const rowCount = inverseDiagonal.length;
  if (out !== r) out.set(r);
  for (let row = 0, entry = 0; row < rowCount; row++) {
    const end = rowOffsets[row + 1]!;
    const value = out[row]! * inverseDiagonal[row]!;
    out[row] = value;
    for (; entry < end; entry++) out[columns[entry]!]! -= values[entry]! * value;
  }
  for (let row = rowCount - 1; row >= 0; row--) {
    const end = rowOffsets[row + 1]!;
    let sum = out[row]!;
    for (let entry = rowOffsets[row]!; entry < end; entry++) sum -= values[entry]! * out[columns[entry]!]!;
    out[row] = sum * inverseDiagonal[row]!;
  }
}

/** The upper triangle of A, with its shifted diagonal in place of `inverseDiagonal`. */
function splitUpperTriangle(matrix: SparseMatrix, diagonalShiftRatio: number): IncompleteCholesky {
  const rowCount = countRows(matrix);
  const rowOffsets = new Uint32Array(rowCount + 1);
  const columns = new Uint32Array((matrix.columns.length - rowCount) / 2);
  const values = new Float64Array(columns.length);
  const inverseDiagonal = new Float64Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) {
    for (let entry = matrix.rowOffsets[row]!; entry < matrix.rowOffsets[row + 1]!; entry++) {
      const column = matrix.columns[entry]!;
      if (column === row) inverseDiagonal[row] = matrix.values[entry]! * (1 + diagonalShiftRatio);
      if (column <= row) continue;
      columns[count] = column;
      values[count++] = matrix.values[entry]!;
    }
    rowOffsets[row + 1] = count;
  }
  return { rowOffsets, columns, values, inverseDiagonal, diagonalShiftRatio };
}

/**
 * Row by row: A(i, j) -= U(k, i) U(k, j) for i, j right of k, where A has no place for it to both diagonals.
 *
 * @returns false when a pivot breaks down
 */
function eliminate(factor: IncompleteCholesky): boolean {
  const { rowOffsets, columns, values, inverseDiagonal: diagonal } = factor;
  const rowCount = diagonal.length;
  const original = diagonal.slice();
  const moved = new Float64Array(rowCount);
  const entryOfColumn = new Int32Array(rowCount).fill(-1);
  for (let k = 0; k < rowCount; k++) {
    if (!(diagonal[k]! > SMALLEST_PIVOT_RATIO * original[k]!)) return false;
    const compensated = diagonal[k]! + COMPENSATION_RATIO * moved[k]!;
    const isSafe = compensated > SMALLEST_COMPENSATED_RATIO * diagonal[k]!;
    diagonal[k] = 1 / Math.sqrt(isSafe ? compensated : diagonal[k]!);
    const start = rowOffsets[k]!;
    const end = rowOffsets[k + 1]!;
    for (let p = start; p < end; p++) values[p]! *= diagonal[k]!;
    for (let p = start; p < end; p++) {
      const i = columns[p]!;
      const factorOfRow = values[p]!;
      diagonal[i]! -= factorOfRow * factorOfRow;
      for (let entry = rowOffsets[i]!; entry < rowOffsets[i + 1]!; entry++) entryOfColumn[columns[entry]!] = entry;
      for (let q = p + 1; q < end; q++) {
        const update = factorOfRow * values[q]!;
        const entry = entryOfColumn[columns[q]!]!;
        if (entry >= 0) values[entry]! -= update;
        else {
          moved[i]! -= update;
          moved[columns[q]!]! -= update;
        }
      }
      for (let entry = rowOffsets[i]!; entry < rowOffsets[i + 1]!; entry++) entryOfColumn[columns[entry]!] = -1;
    }
  }
  return true;
}
