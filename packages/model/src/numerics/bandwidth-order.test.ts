import { describe, expect, test } from "vitest";
import { orderForBandwidth } from "./bandwidth-order.ts";
import { createRandom } from "./random.ts";
import { extractSubmatrix, type SparseMatrix } from "./sparse-matrix.ts";

/** The graph of a square grid with its nodes numbered at random, as a matrix. */
function createScrambledGrid(side: number): SparseMatrix {
  const random = createRandom(5);
  const numbers = Array.from({ length: side * side }, (_, i) => ({ i, key: random.uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ i }) => i);
  const rows: number[][] = Array.from({ length: side * side }, () => []);
  for (let i = 0; i < side * side; i++) {
    const [x, y] = [i % side, Math.floor(i / side)];
    for (const [u, v] of [
      [x, y],
      [x - 1, y],
      [x + 1, y],
      [x, y - 1],
      [x, y + 1],
    ] as const) {
      if (u >= 0 && v >= 0 && u < side && v < side) rows[numbers[i]!]!.push(numbers[side * v + u]!);
    }
  }
  const columns = rows.flatMap((row) => row.sort((a, b) => a - b));
  const rowOffsets = new Uint32Array(rows.length + 1);
  for (const [row, list] of rows.entries()) rowOffsets[row + 1] = rowOffsets[row]! + list.length;
  return { rowOffsets, columns: Uint32Array.from(columns), values: Float64Array.from(columns, () => 1) };
}

function measureBandwidth({ rowOffsets, columns }: SparseMatrix): number {
  let bandwidth = 0;
  for (let row = 0; row + 1 < rowOffsets.length; row++) {
    bandwidth = Math.max(bandwidth, row - columns[rowOffsets[row]!]!);
  }
  return bandwidth;
}

describe("orderForBandwidth", () => {
  test("brings the bandwidth of a scrambled grid down to its side", () => {
    const grid = createScrambledGrid(12);
    const order = orderForBandwidth(grid, new Uint8Array(144));
    const newIndex = new Int32Array(144);
    for (const [i, row] of order.entries()) newIndex[row] = i;
    expect(measureBandwidth(grid)).toBeGreaterThan(60);
    expect(measureBandwidth(extractSubmatrix(grid, newIndex))).toBeLessThanOrEqual(13);
  });

  test("gives every row a place, in every part of the graph, but those left out", () => {
    const grid = createScrambledGrid(8);
    const isLeftOut = Uint8Array.from({ length: 64 }, (_, row) => (row % 3 === 0 ? 1 : 0));
    const order = orderForBandwidth(grid, isLeftOut);
    const expected = Array.from({ length: 64 }, (_, row) => row).filter((row) => !isLeftOut[row]);
    expect([...order].sort((a, b) => a - b)).toEqual(expected);
  });
});
