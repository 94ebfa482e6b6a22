import { TributaryError } from "../errors/tributary-error.ts";
import type { TetrahedralMesh } from "./mesh.ts";

export interface BoxMeshOptions {
  /** Edge lengths of the box, mm, all positive. */
  readonly size_mm: readonly [number, number, number];
  /** Cells along x, y, z; whole numbers of at least 1. */
  readonly cellCount: readonly [number, number, number];
  /** Corner with the smallest coordinates; default 0, 0, 0. */
  readonly origin_mm?: readonly [number, number, number];
}

/** The six ways from a cell's low corner to its high one, one axis at a time; odd ones are listed apart for their sign. */
const AXIS_ORDERS = [
  [0, 1, 2, true],
  [1, 2, 0, true],
  [2, 0, 1, true],
  [0, 2, 1, false],
  [2, 1, 0, false],
  [1, 0, 2, false],
] as const;

/**
 * A box of equal cells, each cut into six tetrahedra around its main diagonal (Kuhn), for tests with exact solutions.
 *
 * Node (i, j, k) is i + (nx + 1) · (j + (ny + 1) · k). Faces of neighboring cells match; all tetrahedra of a cell have
 * the volume of the cell / 6.
 *
 * @throws TributaryError "box-mesh-size" for a size that is not positive or a count that is not a whole number >= 1
 *
 * Source: Kuhn, IBM J Res Dev 1960;4:518.
 */
export function createBoxMesh(options: BoxMeshOptions): TetrahedralMesh {
  const { size_mm, cellCount, origin_mm = [0, 0, 0] } = options;
  checkBoxMeshOptions(options);
  const nodeCounts = [cellCount[0] + 1, cellCount[1] + 1, cellCount[2] + 1] as const;
  const strides = [1, nodeCounts[0], nodeCounts[0] * nodeCounts[1]] as const;
  const points_mm = new Float64Array(3 * strides[2] * nodeCounts[2]);
  const tetrahedra = new Uint32Array(24 * cellCount[0] * cellCount[1] * cellCount[2]);
  let point = 0;
  for (let k = 0; k < nodeCounts[2]; k++) {
    for (let j = 0; j < nodeCounts[1]; j++) {
      for (let i = 0; i < nodeCounts[0]; i++) {
        points_mm[point++] = origin_mm[0] + (size_mm[0] * i) / cellCount[0];
        points_mm[point++] = origin_mm[1] + (size_mm[1] * j) / cellCount[1];
        points_mm[point++] = origin_mm[2] + (size_mm[2] * k) / cellCount[2];
      }
    }
  }
  let entry = 0;
  for (let k = 0; k < cellCount[2]; k++) {
    for (let j = 0; j < cellCount[1]; j++) {
      for (let i = 0; i < cellCount[0]; i++) {
        entry = writeCell(tetrahedra, entry, i + strides[1] * j + strides[2] * k, strides);
      }
    }
  }
  return { points_mm, tetrahedra };
}

function writeCell(
  outTetrahedra: Uint32Array,
  start: number,
  corner: number,
  strides: readonly [number, number, number],
): number {
  let entry = start;
  const opposite = corner + strides[0] + strides[1] + strides[2];
  for (const [first, second, , isEven] of AXIS_ORDERS) {
    const a = corner + strides[first];
    const b = a + strides[second];
    outTetrahedra[entry++] = corner;
    outTetrahedra[entry++] = isEven ? a : b;
    outTetrahedra[entry++] = isEven ? b : a;
    outTetrahedra[entry++] = opposite;
  }
  return entry;
}

function checkBoxMeshOptions({ size_mm, cellCount }: BoxMeshOptions): void {
  const isSizeValid = size_mm.every((size) => Number.isFinite(size) && size > 0);
  const isCountValid = cellCount.every((count) => Number.isInteger(count) && count >= 1);
  if (isSizeValid && isCountValid) return;
  throw new TributaryError({
    code: "box-mesh-size",
    what: "The box cannot be cut into tetrahedra.",
    where: isSizeValid ? "cellCount" : "size_mm",
    why: `size ${size_mm.join(" x ")} mm, cells ${cellCount.join(" x ")}; sizes must be positive, counts whole and at least 1`,
    fix: "Give positive sizes in mm and whole cell counts of at least 1.",
  });
}
