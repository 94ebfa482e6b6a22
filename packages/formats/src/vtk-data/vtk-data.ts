/**
 * What a VTK file holds, the same for the legacy and the XML dialect. VTK files carry no unit of length: `points` are
 * in the unit of the file until `resolveLengthUnit` has been asked.
 */
import type { NumericArray } from "../bytes/scalar-type.ts";

export interface DataArray {
  readonly name: string;
  readonly componentCount: number;
  /** componentCount values for each point or cell, in order. */
  readonly values: NumericArray;
}

/** Cell i has the points connectivity[offsets[i] .. offsets[i + 1]); offsets has one more entry than there are cells. */
export interface CellArray {
  readonly offsets: Uint32Array;
  readonly connectivity: Uint32Array;
}

interface VtkPointSet {
  /** 3 · pointCount, in the unit of the file. */
  readonly points: Float64Array;
  readonly pointData: readonly DataArray[];
  /** For poly data the cells are counted vertices, lines, polygons, strips, in this order. */
  readonly cellData: readonly DataArray[];
  readonly fieldData: readonly DataArray[];
}

export interface VtkPolyData extends VtkPointSet {
  readonly kind: "polyData";
  readonly vertices: CellArray;
  readonly lines: CellArray;
  readonly polygons: CellArray;
  readonly strips: CellArray;
}

export interface VtkUnstructuredGrid extends VtkPointSet {
  readonly kind: "unstructuredGrid";
  readonly cells: CellArray;
  /** One VTK_CELL_TYPE number a cell. */
  readonly cellTypes: Uint8Array;
}

export type VtkDataSet = VtkPolyData | VtkUnstructuredGrid;

/** The cell types this project handles; any other number is kept as it is read. */
export const VTK_CELL_TYPE = { vertex: 1, line: 3, polyLine: 4, triangle: 5, polygon: 7, quad: 9, tetra: 10 } as const;

export const NO_CELLS: CellArray = { offsets: new Uint32Array(1), connectivity: new Uint32Array(0) };

export function countCells(cells: CellArray): number {
  return cells.offsets.length - 1;
}

/** Cells that all have the same number of points. */
export function createUniformCells(connectivity: Uint32Array, pointsEach: number): CellArray {
  const offsets = Uint32Array.from({ length: connectivity.length / pointsEach + 1 }, (_, cell) => pointsEach * cell);
  return { offsets, connectivity };
}

export function countAllCells(data: VtkDataSet): number {
  if (data.kind === "unstructuredGrid") return countCells(data.cells);
  return [data.vertices, data.lines, data.polygons, data.strips].reduce((sum, cells) => sum + countCells(cells), 0);
}

export function findArray(arrays: readonly DataArray[], name: string): DataArray | undefined {
  return arrays.find((array) => array.name === name);
}
