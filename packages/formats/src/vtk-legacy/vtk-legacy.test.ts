import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, errorOf, readsOrRefuses } from "../bytes/test-helpers.fixture.ts";
import { arbitraryVtkData, TWO_TETRAHEDRA, TWO_TRIANGLES } from "../vtk-data/vtk-data.fixture.ts";
import { type DataArray, findArray, type VtkDataSet } from "../vtk-data/vtk-data.ts";
import { readVtkLegacy } from "./read-vtk-legacy.ts";
import { writeVtkLegacy } from "./write-vtk-legacy.ts";

function byName(arrays: readonly DataArray[]): DataArray[] {
  return [...arrays].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function sortArrays(data: VtkDataSet): VtkDataSet {
  return { ...data, pointData: byName(data.pointData), cellData: byName(data.cellData) };
}

describe("VTK legacy", () => {
  test("every data set comes back unchanged, ascii and binary", () => {
    fc.assert(
      fc.property(arbitraryVtkData, fc.boolean(), (data, binary) => {
        const back = readVtkLegacy(writeVtkLegacy(data, { binary }), "a.vtk");
        expect(sortArrays(back)).toEqual(sortArrays(data));
      }),
      { numRuns: 300 },
    );
  });

  test("a Node Buffer is read as its bytes, though its slices are views of one pool", () => {
    const file = Buffer.concat([Buffer.from("  "), writeVtkLegacy(TWO_TETRAHEDRA)]);
    expect(readVtkLegacy(file.subarray(2), "a.vtk")).toEqual(TWO_TETRAHEDRA);
  });

  test("a hand-written grid with all kinds of sections is read", () => {
    const file = bytesOf(`# vtk DataFile Version 2.0
a tetrahedron
ASCII
DATASET UNSTRUCTURED_GRID
POINTS 4 float
0 0 0  1 0 0  0 1 0  0 0 1
CELLS 1 5
4 0 1 2 3
CELL_TYPES 1
10
CELL_DATA 1
SCALARS region int
LOOKUP_TABLE table
7
LOOKUP_TABLE table 1
0.5 0.5 0.5 1
VECTORS fiber float
1 0 0
TENSORS D double
1 0 0 0 2 0 0 0 3
POINT_DATA 4
FIELD FieldData 1
activation%20time 1 4 float
0 1 2 nan
`);
    const grid = readVtkLegacy(file, "hand.vtk");
    if (grid.kind !== "unstructuredGrid") throw new Error("a grid was written");
    expect([...grid.cells.connectivity]).toEqual([0, 1, 2, 3]);
    expect([...grid.cellTypes]).toEqual([10]);
    expect(grid.cellData.map(({ name, componentCount }) => [name, componentCount])).toEqual([
      ["region", 1],
      ["fiber", 3],
      ["D", 9],
    ]);
    expect([...findArray(grid.cellData, "D")!.values]).toEqual([1, 0, 0, 0, 2, 0, 0, 0, 3]);
    expect([...findArray(grid.pointData, "activation time")!.values]).toEqual([0, 1, 2, Number.NaN]);
  });

  test("version 5.1 cells, metadata and 64-bit offsets are read", () => {
    const file = bytesOf(`# vtk DataFile Version 5.1
vtk output
ASCII
DATASET POLYDATA
POINTS 3 double
0 0 0 1 0 0 0 1 0
METADATA
INFORMATION 1
NAME L2_NORM_RANGE LOCATION vtkDataArray
DATA 2 0 1

POLYGONS 2 3
OFFSETS vtktypeint64
0 3
CONNECTIVITY vtktypeint64
0 1 2
POINT_DATA 3
NORMALS n float
0 0 1 0 0 1 0 0 1
METADATA
INFORMATION 0

SCALARS class unsigned_char
LOOKUP_TABLE default
1 2 3
`);
    const surface = readVtkLegacy(file, "v5.vtk");
    if (surface.kind !== "polyData") throw new Error("poly data was written");
    expect([...surface.polygons.offsets]).toEqual([0, 3]);
    expect([...surface.polygons.connectivity]).toEqual([0, 1, 2]);
    expect(findArray(surface.pointData, "class")!.values).toEqual(Uint8Array.of(1, 2, 3));
  });

  test("binary 64-bit integers come as exact doubles and a bit array as zeros and ones", () => {
    const head = "# vtk DataFile Version 3.0\nt\nBINARY\nDATASET POLYDATA\nPOINTS 0 float\n\nFIELD f 2\nid 1 2 long\n";
    const numbers = [0, 0, 0, 0, 0, 0, 1, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe];
    const file = Uint8Array.from([...bytesOf(head), ...numbers, ...bytesOf("\nflags 1 9 bit\n"), 0xa0, 0x80]);
    const { fieldData } = readVtkLegacy(file, "long.vtk");
    expect([...fieldData[0]!.values]).toEqual([256, -2]);
    expect([...fieldData[1]!.values]).toEqual([1, 0, 1, 0, 0, 0, 0, 0, 1]);
  });
});

describe("a damaged VTK legacy file", () => {
  test("truncated in its binary points says how many bytes are missing and where", () => {
    const whole = writeVtkLegacy(TWO_TETRAHEDRA);
    const error = errorOf(() => readVtkLegacy(whole.subarray(0, 120), "short.vtk"));
    expect(error.code).toBe("array-larger-than-file");
    expect(error.where).toMatch(/^short.vtk, byte \d+, "POINTS"$/);
    expect(error.why).toMatch(/^120 bytes declared, \d+ bytes left in the file$/);
    expect(error.fix).not.toBe("");
  });

  test("cut anywhere before its last array ends in an error, binary and ascii", () => {
    for (const binary of [true, false]) {
      const whole = writeVtkLegacy({ ...TWO_TETRAHEDRA, cellData: [] }, { binary });
      for (let length = 0; length < whole.length - 2; length += 3) {
        expect(errorOf(() => readVtkLegacy(whole.subarray(0, length), "cut.vtk")).code).toMatch(
          /^(file|array|format)-/,
        );
      }
    }
  });

  test("with any byte changed gives a data set or a TributaryError, nothing else", () => {
    const whole = writeVtkLegacy(TWO_TRIANGLES);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const changed = whole.slice();
        changed[at] = value;
        return readsOrRefuses(() => readVtkLegacy(changed, "changed.vtk"));
      }),
      { numRuns: 500 },
    );
  });

  test("counts beyond the file are refused before anything is allocated", () => {
    const head = "# vtk DataFile Version 3.0\nt\nASCII\nDATASET POLYDATA\n";
    for (const section of ["POINTS 4000000000 float\n0 0 0", "POINTS 0 float\nPOLYGONS 9 4000000000\n3 0 1 2"]) {
      const error = errorOf(() => readVtkLegacy(bytesOf(head + section), "huge.vtk"));
      expect(error.code).toBe("array-larger-than-file");
      expect(error.where).toContain("huge.vtk, line");
    }
  });

  test("a NaN coordinate is refused with its point", () => {
    const points = TWO_TRIANGLES.points.with(4, Number.NaN);
    const error = errorOf(() => readVtkLegacy(writeVtkLegacy({ ...TWO_TRIANGLES, points }), "nan.vtk"));
    expect(error.code).toBe("points-not-finite");
    expect(error.where).toContain("point 1");
  });

  test("an index that no point has, a wrong count and another data set are refused by name", () => {
    const head = "# vtk DataFile Version 3.0\nt\nASCII\nDATASET POLYDATA\nPOINTS 1 float\n0 0 0\n";
    expect(errorOf(() => readVtkLegacy(bytesOf(`${head}POLYGONS 1 4\n3 0 0 5\n`), "a.vtk")).why).toContain("index 5");
    expect(errorOf(() => readVtkLegacy(bytesOf(`${head}POLYGONS 1 4\n3 0 0 -5\n`), "a.vtk")).why).toContain("index -5");
    expect(errorOf(() => readVtkLegacy(bytesOf(`${head}POINT_DATA 3\n`), "a.vtk")).why).toContain("found 3");
    const other = bytesOf("# vtk DataFile Version 3.0\nt\nASCII\nDATASET STRUCTURED_POINTS\n");
    expect(errorOf(() => readVtkLegacy(other, "a.vtk")).why).toContain("STRUCTURED_POINTS");
    expect(errorOf(() => readVtkLegacy(bytesOf("solid x"), "a.vtk")).why).toContain("solid x");
  });
});
