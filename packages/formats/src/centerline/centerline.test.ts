import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, errorOf, readsOrRefuses } from "../bytes/test-helpers.fixture.ts";
import { TWO_TRIANGLES } from "../vtk-data/vtk-data.fixture.ts";
import { NO_CELLS, type VtkPolyData } from "../vtk-data/vtk-data.ts";
import { writeVtkLegacy } from "../vtk-legacy/write-vtk-legacy.ts";
import { writeVtkXml } from "../vtk-xml/write-vtk-xml.ts";
import { readCenterlineCsv, writeCenterlineCsv } from "./centerline-csv.ts";
import { readCenterlineVtk } from "./read-centerline-vtk.ts";

/** A trunk of three points and a branch that starts at its middle. */
const LINES: VtkPolyData = {
  ...TWO_TRIANGLES,
  points: Float64Array.of(0, 0, 0, 10, 0, 0, 20, 0, 0, 10, 0, -15),
  polygons: NO_CELLS,
  lines: { offsets: Uint32Array.of(0, 3, 5), connectivity: Uint32Array.of(0, 1, 2, 1, 3) },
  pointData: [{ name: "Radius", componentCount: 1, values: Float32Array.of(4, 3, 2, 1) }],
};

const named = (name: string): VtkPolyData => ({ ...LINES, pointData: [{ ...LINES.pointData[0]!, name }] });

describe("centerlines from VTK lines", () => {
  test.each(["Radius", "radius", "MaximumInscribedSphereRadius"])("take %s as radius", (name) => {
    for (const file of ["veins.vtp", "veins.vtk"]) {
      const bytes = file.endsWith("p") ? writeVtkXml(named(name)) : writeVtkLegacy(named(name));
      const { branches } = readCenterlineVtk(bytes, file);
      expect(branches.map((branch) => branch.name)).toEqual(["vein 1", "vein 2"]);
      expect([...branches[1]!.points_mm]).toEqual([10, 0, 0, 10, 0, -15]);
      expect([...branches[0]!.radius_mm]).toEqual([4, 3, 2]);
    }
  });

  test.each(["Diameter", "diameter"])("halve %s", (name) => {
    expect([...readCenterlineVtk(writeVtkXml(named(name)), "v.vtp").branches[0]!.radius_mm]).toEqual([2, 1.5, 1]);
  });

  test("scale points and radius by a stated unit", () => {
    const { branches } = readCenterlineVtk(writeVtkXml(LINES), "v.vtp", "cm");
    expect(branches[0]!.points_mm[3]).toBe(100);
    expect(branches[0]!.radius_mm[0]).toBe(40);
  });

  test("leave out a point that repeats the one before", () => {
    const lines = { offsets: Uint32Array.of(0, 4), connectivity: Uint32Array.of(0, 1, 1, 2) };
    expect(readCenterlineVtk(writeVtkXml({ ...LINES, lines }), "v.vtp").branches[0]!.radius_mm.length).toBe(3);
  });

  test("are refused without a radius, with two, with a radius of 0, with one point and without lines", () => {
    const read = (data: VtkPolyData) => errorOf(() => readCenterlineVtk(writeVtkXml(data), "v.vtp"));
    expect(read(named("thickness")).why).toContain("the point arrays thickness; needed one of Radius");
    const two = { ...LINES, pointData: [...LINES.pointData, { ...LINES.pointData[0]!, name: "diameter" }] };
    expect(read(two).why).toContain("found Radius and diameter; needed only one");
    const zero = { ...LINES, pointData: [{ ...LINES.pointData[0]!, values: Float32Array.of(4, 0, 2, 1) }] };
    expect(read(zero)).toMatchObject({ code: "centerline-invalid", where: 'v.vtp, branch "vein 1", point 1' });
    expect(read({ ...LINES, lines: { offsets: Uint32Array.of(0, 1), connectivity: Uint32Array.of(0) } }).why).toContain(
      "1 distinct points",
    );
    expect(read({ ...LINES, lines: NO_CELLS }).why).toContain("no lines");
  });
});

describe("centerlines from CSV", () => {
  test("come back unchanged, whatever the names", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const point = fc.record({ x: number, y: number, z: number, r: fc.double({ min: 1e-3, max: 20, noNaN: true }) });
    const unlike = (p: { x: number; y: number; z: number }): string => `${p.x + 0},${p.y + 0},${p.z + 0}`;
    const branch = fc.record({
      name: fc.string({ minLength: 1, maxLength: 9 }).filter((name) => name.trim() !== "" && !/[\r\n]/.test(name)),
      rows: fc.uniqueArray(point, { minLength: 2, maxLength: 5, selector: unlike }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(branch, { minLength: 1, maxLength: 4, selector: (b) => b.name }), (list) => {
        const branches = list.map(({ name, rows }) => ({
          name,
          points_mm: Float64Array.from(rows.flatMap(({ x, y, z }) => [x, y, z])),
          radius_mm: Float64Array.from(rows, ({ r }) => r),
        }));
        expect(readCenterlineCsv(writeCenterlineCsv({ branches }), "v.csv")).toEqual({ branches });
      }),
    );
  });

  test("other units only by their headers, in any order, diameters halved", () => {
    const text = '\uFEFFx_cm, y_mm,z_m,diameter_um,branch\r\n1,2,0.003,4000,"a, b"\r\n2,2,0.003,2000,"a, b"\r\n\r\n';
    const { branches } = readCenterlineCsv(bytesOf(text), "v.csv");
    expect(branches[0]!.name).toBe("a, b");
    expect([...branches[0]!.points_mm]).toEqual([10, 2, 3, 20, 2, 3]);
    expect([...branches[0]!.radius_mm]).toEqual([2, 1]);
  });

  test("a header without units, a word, a missing value and a branch in two parts are refused with their line", () => {
    const refuse = (text: string) => errorOf(() => readCenterlineCsv(bytesOf(text), "v.csv"));
    expect(refuse("branch,x,y,z,radius\na,1,1,1,1\n").where).toBe("v.csv, line 1");
    const head = "branch,x_mm,y_mm,z_mm,radius_mm\n";
    expect(refuse(`${head}a,1,1,one,1\n`)).toMatchObject({ where: "v.csv, line 2", code: "file-malformed" });
    expect(refuse(`${head}a,1,1,1\n`).why).toContain("found 4 values");
    expect(refuse(`${head}a,1,1,1,1\na,2,1,1,1\nb,1,1,1,1\nb,2,1,1,1\na,3,1,1,1\n`).where).toBe("v.csv, line 6");
    expect(refuse(`${head}a,1,nan,1,1\na,1,2,3,1\n`).why).toContain("NaN");
    expect(refuse(head).why).toContain("no rows");
    const whole = bytesOf(`${head}a,1,1,1,1\na,2,1,1,1\n`);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) =>
        readsOrRefuses(() => readCenterlineCsv(whole.with(at, value), "v.csv")),
      ),
    );
  });
});
