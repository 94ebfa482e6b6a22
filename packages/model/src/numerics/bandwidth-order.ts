import { countRows, type SparseMatrix } from "./sparse-matrix.ts";

/**
 * Orders rows of a symmetric matrix so that its entries lie near the diagonal: layer by layer from one end of its graph
 * to the other, each layer by its number of neighbors, the whole order reversed.
 *
 * Incomplete factors lose much less in this order than in one along a space-filling curve.
 *
 * @param isLeftOut  rowCount, 1 for rows that get no place
 * @returns the rows in their new order
 *
 * Cost: linear. Deterministic.
 * Source: Cuthill and McKee, Proc ACM Nat Conf 1969:157; reversed, George and Liu, 1981; the end of the graph, Gibbs,
 * Poole, Stockmeyer, SIAM J Numer Anal 1976;13:236.
 */
export function orderForBandwidth(matrix: SparseMatrix, isLeftOut: Uint8Array): Uint32Array {
  const rowCount = countRows(matrix);
  const order = new Uint32Array(rowCount);
  const isSeen = isLeftOut.slice();
  let count = 0;
  for (let root = 0; root < rowCount; root++) {
    if (isSeen[root]) continue;
    const far = findFarRow(matrix, isSeen, order, count, root);
    count = spreadInLayers(order, count, matrix, isSeen, far);
  }
  return order.slice(0, count).reverse();
}

/** The last row reached from `root`, and from there once more; `order` past `count` is scratch. */
function findFarRow(matrix: SparseMatrix, isSeen: Uint8Array, order: Uint32Array, count: number, root: number): number {
  let far = root;
  for (let pass = 0; pass < 2; pass++) {
    const end = spreadInLayers(order, count, matrix, isSeen, far);
    far = order[end - 1]!;
    for (let i = count; i < end; i++) isSeen[order[i]!] = 0;
  }
  return far;
}

/** Appends to `order`, from `count` on, all rows joined to `start`; returns the new count. */
function spreadInLayers(
  order: Uint32Array,
  count: number,
  matrix: SparseMatrix,
  isSeen: Uint8Array,
  start: number,
): number {
  const { rowOffsets, columns } = matrix;
  let end = count;
  order[end++] = start;
  isSeen[start] = 1;
  for (let i = count; i < end; i++) {
    const row = order[i]!;
    const first = end;
    for (let entry = rowOffsets[row]!; entry < rowOffsets[row + 1]!; entry++) {
      const other = columns[entry]!;
      if (isSeen[other]) continue;
      isSeen[other] = 1;
      order[end++] = other;
    }
    sortByEntryCount(order, rowOffsets, first, end);
  }
  return end;
}

/** Insertion sort of a short piece; rows with as many entries keep their order. */
function sortByEntryCount(order: Uint32Array, rowOffsets: Uint32Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const row = order[i]!;
    const entryCount = rowOffsets[row + 1]! - rowOffsets[row]!;
    let at = i;
    while (at > from && rowOffsets[order[at - 1]! + 1]! - rowOffsets[order[at - 1]!]! > entryCount) {
      order[at] = order[at - 1]!;
      at--;
    }
    order[at] = row;
  }
}
