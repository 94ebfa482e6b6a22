/**
 * Symmetric sparse matrices in compressed rows. Both triangles are stored, so that a product is one pass over rows;
 * columns rise within a row and the diagonal is always present.
 */
export interface SparseMatrix {
  /** rowCount + 1. */
  readonly rowOffsets: Uint32Array;
  /** Column of each entry, rising within a row. */
  readonly columns: Uint32Array;
  /** Value of each entry. */
  readonly values: Float64Array;
}

export function countRows(matrix: SparseMatrix): number {
  return matrix.rowOffsets.length - 1;
}

/** out = A x. Both of length rowCount; out and x must be different arrays. */
export function multiplySparse(out: Float64Array, matrix: SparseMatrix, x: Float64Array): void {
  const { rowOffsets, columns, values } = matrix;
  const rowCount = countRows(matrix);
  let entry = 0;
  for (let row = 0; row < rowCount; row++) {
    const end = rowOffsets[row + 1]!;
    let sum = 0;
    for (; entry < end; entry++) sum += values[entry]! * x[columns[entry]!]!;
    out[row] = sum;
  }
}

/**
 * The rows and columns of a symmetric matrix that `newIndex` keeps, in its order.
 *
 * @param newIndex  rowCount; the new number of a kept row, from 0 without gaps, or -1 for a row left out
 */
export function extractSubmatrix(matrix: SparseMatrix, newIndex: Int32Array): SparseMatrix {
  const { rowOffsets, columns, values } = matrix;
  const order = invertNumbering(newIndex);
  const newOffsets = new Uint32Array(order.length + 1);
  for (let i = 0; i < order.length; i++) {
    let count = 0;
    for (let entry = rowOffsets[order[i]!]!; entry < rowOffsets[order[i]! + 1]!; entry++) {
      if (newIndex[columns[entry]!]! >= 0) count++;
    }
    newOffsets[i + 1] = newOffsets[i]! + count;
  }
  const newColumns = new Uint32Array(newOffsets[order.length]!);
  const newValues = new Float64Array(newColumns.length);
  const next = newOffsets.slice(0, order.length);
  // Row i is written as column i of the others, so that columns rise within each row without sorting.
  for (let i = 0; i < order.length; i++) {
    for (let entry = rowOffsets[order[i]!]!; entry < rowOffsets[order[i]! + 1]!; entry++) {
      const row = newIndex[columns[entry]!]!;
      if (row < 0) continue;
      newColumns[next[row]!] = i;
      newValues[next[row]!++] = values[entry]!;
    }
  }
  return { rowOffsets: newOffsets, columns: newColumns, values: newValues };
}

/** The row that has each new number. */
function invertNumbering(newIndex: Int32Array): Uint32Array {
  const order = new Uint32Array(newIndex.length);
  let count = 0;
  for (let row = 0; row < newIndex.length; row++) {
    if (newIndex[row]! < 0) continue;
    order[newIndex[row]!] = row;
    count++;
  }
  return order.slice(0, count);
}
