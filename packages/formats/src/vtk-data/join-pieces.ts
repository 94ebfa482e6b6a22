import { errorMalformed } from "../bytes/format-error.ts";
import { createScalars, scalarTypeOf } from "../bytes/scalar-type.ts";
import type { CellArray, DataArray, VtkDataSet, VtkPolyData, VtkUnstructuredGrid } from "./vtk-data.ts";

/**
 * One data set of the pieces that a parallel writer cut it into: points one after the other, connectivity shifted.
 * Points that pieces share stay doubled, as the pieces store them.
 *
 * @throws TributaryError `file-malformed` where the pieces carry different arrays
 */
export function joinPieces(pieces: readonly VtkDataSet[], fileName: string): VtkDataSet {
  const first = pieces[0]!;
  if (pieces.length === 1) return first;
  const pointCounts = pieces.map((piece) => piece.points.length / 3);
  const shared = {
    points: joinPoints(pieces),
    pointData: joinArrays(
      pieces.map((piece) => piece.pointData),
      fileName,
    ),
    cellData: joinArrays(
      pieces.map((piece) => piece.cellData),
      fileName,
    ),
    fieldData: first.fieldData,
  };
  if (first.kind === "unstructuredGrid") {
    const grids = pieces as readonly VtkUnstructuredGrid[];
    const cellTypes = Uint8Array.from(grids.flatMap((grid) => [...grid.cellTypes]));
    const cells = joinCells(
      grids.map((grid) => grid.cells),
      pointCounts,
    );
    return { kind: "unstructuredGrid", ...shared, cells, cellTypes };
  }
  const surfaces = pieces as readonly VtkPolyData[];
  const join = (key: "vertices" | "lines" | "polygons" | "strips"): CellArray =>
    joinCells(
      surfaces.map((surface) => surface[key]),
      pointCounts,
    );
  return {
    kind: "polyData",
    ...shared,
    vertices: join("vertices"),
    lines: join("lines"),
    polygons: join("polygons"),
    strips: join("strips"),
  };
}

function joinPoints(pieces: readonly VtkDataSet[]): Float64Array {
  const points = new Float64Array(pieces.reduce((sum, piece) => sum + piece.points.length, 0));
  let at = 0;
  for (const piece of pieces) {
    points.set(piece.points, at);
    at += piece.points.length;
  }
  return points;
}

function joinCells(parts: readonly CellArray[], pointCounts: readonly number[]): CellArray {
  const offsets = [0];
  const connectivity: number[] = [];
  let firstPoint = 0;
  for (const [part, cells] of parts.entries()) {
    const firstEntry = connectivity.length;
    for (const point of cells.connectivity) connectivity.push(point + firstPoint);
    for (const offset of cells.offsets.subarray(1)) offsets.push(offset + firstEntry);
    firstPoint += pointCounts[part]!;
  }
  return { offsets: Uint32Array.from(offsets), connectivity: Uint32Array.from(connectivity) };
}

function joinArrays(parts: readonly (readonly DataArray[])[], fileName: string): DataArray[] {
  const first = parts[0]!;
  return first.map((array, position) => {
    const arrays = parts.map((part) => part[position]);
    const length = arrays.reduce((sum, part) => sum + (part?.values.length ?? 0), 0);
    const values = createScalars(scalarTypeOf(array.values), length);
    let at = 0;
    for (const [piece, part] of arrays.entries()) {
      if (part?.name !== array.name || part.componentCount !== array.componentCount) {
        throw errorMalformed(
          `${fileName}, piece ${piece}`,
          `array "${part?.name ?? "none"}"`,
          `"${array.name}" with ${array.componentCount} components, as in piece 0`,
        );
      }
      values.set(part.values, at);
      at += part.values.length;
    }
    return { name: array.name, componentCount: array.componentCount, values };
  });
}
