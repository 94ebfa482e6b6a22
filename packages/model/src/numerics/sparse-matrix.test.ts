import { describe, expect, test } from "vitest";
import { extractSubmatrix, multiplySparse, type SparseMatrix } from "./sparse-matrix.ts";

/** [2 -1 0; -1 2 -1; 0 -1 2]. */
const CHAIN: SparseMatrix = {
  rowOffsets: Uint32Array.of(0, 2, 5, 7),
  columns: Uint32Array.of(0, 1, 0, 1, 2, 1, 2),
  values: Float64Array.of(2, -1, -1, 2, -1, -1, 2),
};

describe("sparse matrices", () => {
  test("a product is the sum over the stored entries of each row", () => {
    const out = new Float64Array(3);
    multiplySparse(out, CHAIN, Float64Array.of(1, 2, 4));
    expect([...out]).toEqual([0, -1, 6]);
  });

  test("a submatrix keeps the rows and columns asked for", () => {
    const ends = extractSubmatrix(CHAIN, Int32Array.of(0, -1, 1));
    expect([...ends.rowOffsets]).toEqual([0, 1, 2]);
    expect([...ends.columns]).toEqual([0, 1]);
    expect([...ends.values]).toEqual([2, 2]);
  });
});
