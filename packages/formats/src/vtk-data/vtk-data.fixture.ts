/** Data sets for the tests of both VTK dialects: small enough to check by hand, and arbitrary ones. */
import fc from "fast-check";
import type { NumericArray } from "../bytes/scalar-type.ts";
import {
  type CellArray,
  createUniformCells,
  type DataArray,
  NO_CELLS,
  VTK_CELL_TYPE,
  type VtkDataSet,
  type VtkPolyData,
  type VtkUnstructuredGrid,
} from "./vtk-data.ts";

/** Two triangles that share an edge, with a label for each point. */
export const TWO_TRIANGLES: VtkPolyData = {
  kind: "polyData",
  points: Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0),
  vertices: NO_CELLS,
  lines: NO_CELLS,
  polygons: createUniformCells(Uint32Array.of(0, 1, 2, 2, 1, 3), 3),
  strips: NO_CELLS,
  pointData: [{ name: "class", componentCount: 1, values: Uint8Array.of(1, 2, 3, 4) }],
  cellData: [],
  fieldData: [],
};

/** Two tetrahedra that share a face, with a region for each. */
export const TWO_TETRAHEDRA: VtkUnstructuredGrid = {
  kind: "unstructuredGrid",
  points: Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1),
  cells: createUniformCells(Uint32Array.of(0, 1, 2, 3, 1, 2, 3, 4), 4),
  cellTypes: Uint8Array.of(VTK_CELL_TYPE.tetra, VTK_CELL_TYPE.tetra),
  pointData: [],
  cellData: [{ name: "region", componentCount: 1, values: Int32Array.of(1, 2) }],
  fieldData: [],
};

const arrayMakers: ((length: number) => fc.Arbitrary<NumericArray>)[] = [
  (length) => fc.int8Array({ minLength: length, maxLength: length }),
  (length) => fc.uint8Array({ minLength: length, maxLength: length }),
  (length) => fc.int16Array({ minLength: length, maxLength: length }),
  (length) => fc.uint16Array({ minLength: length, maxLength: length }),
  (length) => fc.int32Array({ minLength: length, maxLength: length }),
  (length) => fc.uint32Array({ minLength: length, maxLength: length }),
  (length) => fc.float32Array({ minLength: length, maxLength: length, noNaN: false }),
  (length) => fc.float64Array({ minLength: length, maxLength: length, noNaN: false }),
];

function arbitraryArrays(tupleCount: number): fc.Arbitrary<DataArray[]> {
  const array = fc
    .tuple(fc.constantFrom(...arrayMakers), fc.constantFrom(1, 2, 3, 6, 9), fc.string({ minLength: 1, maxLength: 8 }))
    .chain(([make, componentCount, name]) =>
      make(tupleCount * componentCount).map((values): DataArray => ({ name, componentCount, values })),
    );
  return fc.uniqueArray(array, { maxLength: 3, selector: (entry) => entry.name });
}

function arbitraryCells(pointCount: number): fc.Arbitrary<CellArray> {
  const cell = fc.array(fc.nat(pointCount - 1), { minLength: 1, maxLength: 5 });
  return fc.array(cell, { maxLength: 4 }).map((cells) => {
    const offsets = new Uint32Array(cells.length + 1);
    for (const [index, points] of cells.entries()) offsets[index + 1] = offsets[index]! + points.length;
    return { offsets, connectivity: Uint32Array.from(cells.flat()) };
  });
}

function arbitraryPoints(pointCount: number): fc.Arbitrary<Float64Array> {
  const options = { minLength: 3 * pointCount, maxLength: 3 * pointCount, noNaN: true, noDefaultInfinity: true };
  return fc.float64Array(options);
}

const arbitraryGrid: fc.Arbitrary<VtkUnstructuredGrid> = fc.integer({ min: 1, max: 6 }).chain((pointCount) =>
  arbitraryCells(pointCount).chain((cells) => {
    const cellCount = cells.offsets.length - 1;
    return fc.record({
      kind: fc.constant("unstructuredGrid" as const),
      points: arbitraryPoints(pointCount),
      cells: fc.constant(cells),
      cellTypes: fc.uint8Array({ minLength: cellCount, maxLength: cellCount }),
      pointData: arbitraryArrays(pointCount),
      cellData: arbitraryArrays(cellCount),
      fieldData: arbitraryArrays(2),
    });
  }),
);

const arbitraryPolyData: fc.Arbitrary<VtkPolyData> = fc.integer({ min: 1, max: 6 }).chain((pointCount) => {
  const cells = arbitraryCells(pointCount);
  return fc.tuple(cells, cells, cells, cells).chain(([vertices, lines, polygons, strips]) => {
    const cellCount = [vertices, lines, polygons, strips].reduce((sum, part) => sum + part.offsets.length - 1, 0);
    return fc.record({
      kind: fc.constant("polyData" as const),
      points: arbitraryPoints(pointCount),
      vertices: fc.constant(vertices),
      lines: fc.constant(lines),
      polygons: fc.constant(polygons),
      strips: fc.constant(strips),
      pointData: arbitraryArrays(pointCount),
      cellData: arbitraryArrays(cellCount),
      fieldData: arbitraryArrays(2),
    });
  });
});

/** Any small data set: every array type, one to nine components, names with blanks and signs, NaN in arrays. */
export const arbitraryVtkData: fc.Arbitrary<VtkDataSet> = fc.oneof(arbitraryGrid, arbitraryPolyData);
