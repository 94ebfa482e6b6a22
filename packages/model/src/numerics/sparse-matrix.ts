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
 * The rows and columns of a symmetric matrix that `newIndex` keeps.
 *
 * @param newIndex  rowCount; the new number of a kept row, rising, or -1 for a row left out
 */
export function extractSubmatrix(matrix: SparseMatrix, newIndex: Int32Array): SparseMatrix {
  const { rowOffsets, columns, values } = matrix;
  const rowCount = countRows(matrix);
  const keptOffsets: number[] = [0];
  let keptCount = 0;
  for (let row = 0; row < rowCount; row++) {
    if (newIndex[row]! < 0) continue;
    for (let entry = rowOffsets[row]!; entry < rowOffsets[row + 1]!; entry++) {
      if (newIndex[columns[entry]!]! >= 0) keptCount++;
    }
    keptOffsets.push(keptCount);
  }
  const keptColumns = new Uint32Array(keptCount);
  const keptValues = new Float64Array(keptCount);
  let out = 0;
  for (let row = 0; row < rowCount; row++) {
    if (newIndex[row]! < 0) continue;
    for (let entry = rowOffsets[row]!; entry < rowOffsets[row + 1]!; entry++) {
      const column = newIndex[columns[entry]!]!;
      if (column < 0) continue;
      keptColumns[out] = column;
      keptValues[out++] = values[entry]!;
    }
  }
  return { rowOffsets: Uint32Array.from(keptOffsets), columns: keptColumns, values: keptValues };
}
