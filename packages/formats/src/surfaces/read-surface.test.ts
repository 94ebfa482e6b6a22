import { describe, expect, test } from "vitest";
import { bytesOf, errorOf } from "../bytes/test-helpers.fixture.ts";
import { writePly } from "../ply/write-ply.ts";
import { writeStl } from "../stl/write-stl.ts";
import { labelTrianglesFromPoints } from "../surface-labels/label-triangles-from-points.ts";
import { TWO_TETRAHEDRA, TWO_TRIANGLES } from "../vtk-data/vtk-data.fixture.ts";
import { createUniformCells } from "../vtk-data/vtk-data.ts";
import { writeVtkLegacy } from "../vtk-legacy/write-vtk-legacy.ts";
import { writeVtkXml } from "../vtk-xml/write-vtk-xml.ts";
import { readSurface } from "./read-surface.ts";

const LARGE = { ...TWO_TRIANGLES, points: TWO_TRIANGLES.points.map((x) => 100 * x) };
const TRIANGLES = [0, 1, 2, 2, 1, 3];

describe("a surface by its file's extension", () => {
  test("is the same from .vtp, .vtk, .stl and .ply", () => {
    const bare = { points: LARGE.points, triangles: Uint32Array.from(TRIANGLES) };
    const ply = { ...bare, pointLabels: Float64Array.of(1, 2, 3, 4), triangleLabels: undefined };
    const files: [string, Uint8Array][] = [
      ["a.vtp", writeVtkXml(LARGE)],
      ["a.VTK", writeVtkLegacy(LARGE)],
      ["a.ply", writePly(ply)],
      ["a.stl", writeStl(bare)],
    ];
    for (const [name, bytes] of files) {
      const surface = readSurface(bytes, name);
      expect([...surface.points_mm], name).toEqual([...LARGE.points]);
      expect([...surface.triangles], name).toEqual(TRIANGLES);
      expect(surface.unit.unit).toBe("mm");
      expect(surface.labels && [...surface.labels], name).toEqual(name === "a.stl" ? undefined : [1, 2]);
    }
  });

  test("in meters needs the unit to be stated", () => {
    const small = writeVtkXml({ ...LARGE, points: LARGE.points.map((x) => x / 1000) });
    expect(errorOf(() => readSurface(small, "a.vtp")).fix).toContain("--units m ");
    expect([...readSurface(small, "a.vtp", { unit: "m" }).points_mm]).toEqual([...LARGE.points]);
  });

  test("takes labels of cells, of a quad and of a strip as of their triangles", () => {
    const cellData = [{ name: "wall", componentCount: 1, values: Float32Array.of(2, 3) }];
    const quads = { ...LARGE, polygons: createUniformCells(Uint32Array.of(0, 1, 3, 2), 4), cellData };
    const both = { ...quads, strips: createUniformCells(Uint32Array.of(0, 1, 2, 3), 4), pointData: [] };
    const surface = readSurface(writeVtkXml(both), "a.vtp", { labelArray: "wall" });
    expect([...surface.triangles]).toEqual([0, 1, 3, 0, 3, 2, 0, 1, 2, 2, 1, 3]);
    expect([...surface.labels!]).toEqual([2, 2, 3, 3]);
  });

  test("is refused for an unknown extension, a missing array, volume cells or a label without meaning", () => {
    expect(errorOf(() => readSurface(bytesOf(""), "heart.obj")).why).toContain('".obj"');
    expect(errorOf(() => readSurface(writeVtkXml(LARGE), "a.vtp", { labelArray: "clas" }))).toMatchObject({
      code: "label-array-missing",
      why: 'asked for "clas"; the file has class',
    });
    expect(errorOf(() => readSurface(writeVtkXml(TWO_TETRAHEDRA), "a.vtu")).why).toContain("VTK cell type 10");
    const pointData = [{ name: "class", componentCount: 1, values: Uint8Array.of(1, 2, 7, 4) }];
    expect(errorOf(() => readSurface(writeVtkXml({ ...LARGE, pointData }), "a.vtp")).where).toBe("point 2");
    const cellData = [{ name: "class", componentCount: 1, values: Uint8Array.of(1, 0) }];
    expect(errorOf(() => readSurface(writeVtkXml({ ...LARGE, pointData: [], cellData }), "a.vtp")).where).toBe(
      'a.vtp, array "class", triangle 1',
    );
  });
});

describe("the label of a triangle", () => {
  test("is that of most of its points, and the smallest where all differ", () => {
    const labels = (a: number, b: number, c: number): number =>
      labelTrianglesFromPoints([a, b, c], Uint32Array.of(0, 1, 2))[0]!;
    expect(labels(2, 2, 1)).toBe(2);
    expect(labels(3, 1, 3)).toBe(3);
    expect(labels(1, 4, 4)).toBe(4);
    expect(labels(4, 1, 2)).toBe(1);
    expect(labels(4, 3, 2)).toBe(2);
  });
});
