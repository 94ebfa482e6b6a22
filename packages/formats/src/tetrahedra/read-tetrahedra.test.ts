import { describe, expect, test } from "vitest";
import { bytesOf, errorOf } from "../bytes/test-helpers.fixture.ts";
import { TWO_TETRAHEDRA, TWO_TRIANGLES } from "../vtk-data/vtk-data.fixture.ts";
import { VTK_CELL_TYPE } from "../vtk-data/vtk-data.ts";
import { writeVtkLegacy } from "../vtk-legacy/write-vtk-legacy.ts";
import { writeVtkXml } from "../vtk-xml/write-vtk-xml.ts";
import { readTetrahedra } from "./read-tetrahedra.ts";

const PTS = { name: "h.pts", bytes: bytesOf("4\n0 0 0\n90000 0 0\n0 90000 0\n0 0 90000\n") };
const ELEM = { name: "h.elem", bytes: bytesOf("1\nTt 0 1 2 3 5\n") };
const LON = { name: "h.lon", bytes: bytesOf("1\n0 0 1\n") };

describe("tetrahedra by their files' extensions", () => {
  test("openCARP in micrometers without asking, with tags and fibers", () => {
    const mesh = readTetrahedra([PTS, ELEM, LON], undefined);
    expect([...mesh.points_mm]).toEqual([0, 0, 0, 90, 0, 0, 0, 90, 0, 0, 0, 90]);
    expect([...mesh.tetrahedra]).toEqual([0, 1, 2, 3]);
    expect([...mesh.tags!]).toEqual([5]);
    expect([...mesh.fibers!.fiber]).toEqual([0, 0, 1]);
    expect(mesh.unit.statement).toBe("h.pts: um, the convention of openCARP");
    expect(readTetrahedra([PTS, ELEM], "mm").points_mm[3]).toBe(90_000);
  });

  test("a mesh numbered the other way round throughout is turned, and said", () => {
    const elem = { name: "h.elem", bytes: bytesOf("1\nTt 0 2 1 3 5\n") };
    const mesh = readTetrahedra([PTS, elem], undefined);
    expect(mesh.mirroredOrder).toBe(true);
    expect([...mesh.tetrahedra]).toEqual([0, 2, 3, 1]);
  });

  test("VTK grids, surface cells among them left out with their data", () => {
    const grid = {
      ...TWO_TETRAHEDRA,
      points: TWO_TETRAHEDRA.points.map((x) => 80 * x),
      cells: { offsets: Uint32Array.of(0, 3, 7, 11), connectivity: Uint32Array.of(0, 1, 2, 0, 1, 2, 3, 1, 2, 3, 4) },
      cellTypes: Uint8Array.of(VTK_CELL_TYPE.triangle, VTK_CELL_TYPE.tetra, VTK_CELL_TYPE.tetra),
      cellData: [{ name: "region", componentCount: 1, values: Int32Array.of(9, 1, 2) }],
    };
    const files: [string, Uint8Array][] = [
      ["h.vtu", writeVtkXml(grid)],
      ["h.vtk", writeVtkLegacy(grid)],
    ];
    for (const [name, bytes] of files) {
      const mesh = readTetrahedra([{ name, bytes }], undefined);
      expect([...mesh.tetrahedra]).toEqual([0, 1, 2, 3, 1, 2, 3, 4]);
      expect([...mesh.cellData[0]!.values]).toEqual([1, 2]);
      expect(mesh.unit.unit).toBe("mm");
    }
  });

  test("TetGen with region attribute and face markers", () => {
    const node = { name: "h.node", bytes: bytesOf("4 3 0 0\n1 0 0 0\n2 9 0 0\n3 0 9 0\n4 0 0 9\n") };
    const ele = { name: "h.ele", bytes: bytesOf("1 4 1\n1 1 2 3 4 3\n") };
    const face = { name: "h.face", bytes: bytesOf("1 1\n1 1 3 2 2\n") };
    const mesh = readTetrahedra([node, ele, face], "cm");
    expect([...mesh.tags!]).toEqual([3]);
    expect([...mesh.faces!.triangles]).toEqual([0, 2, 1]);
    expect([...mesh.faces!.markers!]).toEqual([2]);
    expect(mesh.points_mm[3]).toBe(90);
  });

  test("a missing file, hexahedra, a surface, fibers of another mesh and no mesh at all are refused", () => {
    expect(errorOf(() => readTetrahedra([PTS], undefined)).why).toBe("no .elem file was given beside it");
    expect(errorOf(() => readTetrahedra([{ name: "h.ele", bytes: ELEM.bytes }], "mm")).why).toContain(".node");
    const grid = { ...TWO_TETRAHEDRA, cellTypes: Uint8Array.of(10, 12) };
    expect(errorOf(() => readTetrahedra([{ name: "h.vtu", bytes: writeVtkXml(grid) }], "mm")).where).toBe(
      "h.vtu, cell 1",
    );
    const surface = { name: "h.vtk", bytes: writeVtkLegacy(TWO_TRIANGLES) };
    expect(errorOf(() => readTetrahedra([surface], "mm")).why).toContain("poly data");
    const lon = { name: "h.lon", bytes: bytesOf("1\n0 0 1\n0 0 1\n") };
    expect(errorOf(() => readTetrahedra([PTS, ELEM, lon], undefined)).code).toBe("fibers-not-matching");
    expect(errorOf(() => readTetrahedra([LON], undefined)).code).toBe("format-unsupported");
  });
});
