import { describe, expect, test } from "vitest";
import { BOUNDARY_LABELS_ARRAY, BOUNDARY_TRIANGLES_ARRAY } from "./boundary-arrays.ts";
import { labelBoundary } from "./label-boundary.ts";

const TRIANGLES = Uint32Array.of(0, 1, 2, 2, 1, 3);
const NODE_LABELS = [1, 1, 1, 2];

function fieldsOf(triangles: number[], labels: number[]) {
  return [
    { name: BOUNDARY_TRIANGLES_ARRAY, componentCount: 3, values: Uint32Array.from(triangles) },
    { name: BOUNDARY_LABELS_ARRAY, componentCount: 1, values: Uint8Array.from(labels) },
  ];
}

describe("labels of boundary triangles", () => {
  test("come from the nodes by majority where the file has no others", () => {
    expect([...labelBoundary(TRIANGLES, NODE_LABELS, [])]).toEqual([1, 1]);
  });

  test("are those of the file's triangles in any order of triangles and corners", () => {
    expect([...labelBoundary(TRIANGLES, NODE_LABELS, fieldsOf([3, 2, 1, 0, 1, 2], [2, 1]))]).toEqual([1, 2]);
  });

  test("come from the nodes where the file's triangles are of another boundary or carry no label", () => {
    expect([...labelBoundary(TRIANGLES, NODE_LABELS, fieldsOf([3, 2, 1, 0, 1, 3], [2, 1]))]).toEqual([1, 1]);
    expect([...labelBoundary(TRIANGLES, NODE_LABELS, fieldsOf([3, 2, 1, 0, 1, 2], [2, 9]))]).toEqual([1, 1]);
    expect([...labelBoundary(TRIANGLES, NODE_LABELS, fieldsOf([3, 2, 1], [2]))]).toEqual([1, 1]);
  });
});
