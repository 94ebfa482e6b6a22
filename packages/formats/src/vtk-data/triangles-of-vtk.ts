import { errorUnsupported } from "../bytes/format-error.ts";
import { type CellArray, countCells, VTK_CELL_TYPE, type VtkDataSet } from "./vtk-data.ts";

export interface VtkTriangles {
  /** 3 · triangleCount point indices. */
  readonly triangles: Uint32Array;
  /** triangleCount: the cell each triangle came from, as cell arrays count them. */
  readonly cells: Uint32Array;
}

/**
 * All triangles of a data set: polygons cut into fans from their first point, strips into triangles of one
 * orientation; of an unstructured grid its triangles, quads and polygons. Vertices and lines are passed over.
 *
 * @throws TributaryError `format-unsupported` where an unstructured grid has volume cells
 */
export function trianglesOfVtk(data: VtkDataSet, fileName: string): VtkTriangles {
  const triangles: number[] = [];
  const cells: number[] = [];
  if (data.kind === "unstructuredGrid") {
    for (let cell = 0; cell < countCells(data.cells); cell++) {
      if (isSurfaceCell(data.cellTypes[cell]!, fileName, cell)) addFan(triangles, cells, data.cells, cell, cell);
    }
  } else {
    const firstPolygon = countCells(data.vertices) + countCells(data.lines);
    const polygonCount = countCells(data.polygons);
    for (let cell = 0; cell < polygonCount; cell++) addFan(triangles, cells, data.polygons, cell, firstPolygon + cell);
    for (let cell = 0; cell < countCells(data.strips); cell++) {
      addStrip(triangles, cells, data.strips, cell, firstPolygon + polygonCount + cell);
    }
  }
  return { triangles: Uint32Array.from(triangles), cells: Uint32Array.from(cells) };
}

function isSurfaceCell(type: number, fileName: string, cell: number): boolean {
  if (type === VTK_CELL_TYPE.triangle || type === VTK_CELL_TYPE.quad || type === VTK_CELL_TYPE.polygon) return true;
  if (type <= VTK_CELL_TYPE.polyLine) return false;
  const fix = "Give a surface here, or import the file as tetrahedra.";
  throw errorUnsupported(`${fileName}, cell ${cell}`, `VTK cell type ${type}`, "triangles, quads, polygons", fix);
}

function addFan(triangles: number[], cells: number[], array: CellArray, cell: number, number: number): void {
  const first = array.offsets[cell]!;
  for (let at = first + 2; at < array.offsets[cell + 1]!; at++) {
    triangles.push(array.connectivity[first]!, array.connectivity[at - 1]!, array.connectivity[at]!);
    cells.push(number);
  }
}

function addStrip(triangles: number[], cells: number[], array: CellArray, cell: number, number: number): void {
  const first = array.offsets[cell]!;
  for (let at = first + 2; at < array.offsets[cell + 1]!; at++) {
    const [a, b, c] = array.connectivity.subarray(at - 2, at + 1);
    // Every second triangle of a strip runs the other way round.
    if ((at - first) % 2 === 0) triangles.push(a!, b!, c!);
    else triangles.push(b!, a!, c!);
    cells.push(number);
  }
}
