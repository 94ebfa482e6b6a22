import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, doubles, errorOf, finite, readsOrRefuses, textOf } from "../bytes/test-helpers.fixture.ts";
import { readIgb, writeIgb } from "./igb.ts";
import { readActivationDat, readDat, writeActivationDat, writeDat } from "./opencarp-activation.ts";
import { readElem, readLon, readPts, readVtx, writeElem, writeLon, writePts, writeVtx } from "./opencarp-mesh.ts";

describe("openCARP mesh files", () => {
  test("points are taken as micrometers unless told otherwise", () => {
    const file = bytesOf("2\n0 1000 -500\n1.5e4 2 3\n");
    expect([...readPts(file, "a.pts")]).toEqual([0, 1, -0.5, 15, 0.002, 0.003]);
    expect([...readPts(file, "a.pts", "mm")]).toEqual([0, 1000, -500, 15_000, 2, 3]);
    expect(textOf(writePts(Float64Array.of(0, 1, -0.5)))).toBe("1\n0 1000 -500\n");
  });

  test("points come back unchanged in mm, and to a relative 1e-15 through micrometers", () => {
    fc.assert(
      fc.property(doubles(9), (points_mm) => {
        expect(readPts(writePts(points_mm, "mm"), "a.pts", "mm")).toEqual(points_mm);
        const back = readPts(writePts(points_mm.map((x) => x % 1e6)), "a.pts");
        for (const [i, x] of back.entries()) {
          expect(Math.abs(x - (points_mm[i]! % 1e6))).toBeLessThanOrEqual(1e-15 * Math.abs(x) + 1e-300);
        }
      }),
    );
  });

  test("elements come back with their tags; a missing tag is 0", () => {
    const tag = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    const element = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), tag);
    fc.assert(
      fc.property(fc.array(element, { maxLength: 5 }), (rows) => {
        const tetrahedra = Uint32Array.from(rows.flatMap((row) => row.slice(0, 4)));
        const elements = { tetrahedra, tags: Int32Array.from(rows, (row) => row[4]) };
        expect(readElem(writeElem(elements), "a.elem", 10)).toEqual(elements);
      }),
    );
    expect([...readElem(bytesOf("2\nTt 0 1 2 3\nTt 1 2 3 4 7"), "a.elem", 5).tags]).toEqual([0, 7]);
  });

  test("fibers come back with one and with two directions", () => {
    fc.assert(
      fc.property(doubles(6), fc.option(doubles(6), { nil: undefined }), (fiber, sheet) => {
        expect(readLon(writeLon({ fiber, sheet }), "a.lon", 2)).toEqual({ fiber, sheet });
      }),
    );
  });

  test("vertex lists come back with their domain", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(99)), fc.constantFrom("intra" as const, "extra" as const), (nodes, domain) => {
        const vertices = { nodes: Uint32Array.from(nodes), domain };
        expect(readVtx(writeVtx(vertices), "a.vtx", 100)).toEqual(vertices);
      }),
    );
  });

  test("another element than a tetrahedron is refused by its name and line", () => {
    const error = errorOf(() => readElem(bytesOf("2\nTt 0 1 2 3 1\nHx 0 1 2 3 4 5 6 7 1\n"), "a.elem", 8));
    expect(error.code).toBe("format-unsupported");
    expect(error.where).toBe("a.elem, line 3");
    expect(error.why).toBe("found element Hx (hexahedron); read are Tt (tetrahedron)");
    expect(errorOf(() => readElem(bytesOf("1\nZz 0 1 2 3 1\n"), "a.elem", 8)).why).toContain('element "Zz"');
  });

  test("fibers of another mesh are refused, too few and too many", () => {
    const file = bytesOf("1\n1 0 0\n0 1 0\n0 0 1\n");
    expect(errorOf(() => readLon(file, "a.lon", 4)).why).toBe("directions for 3 elements; the mesh has 4");
    const error = errorOf(() => readLon(file, "a.lon", 2));
    expect(error.code).toBe("fibers-not-matching");
    expect(error.why).toBe("directions for 3 elements; the mesh has 2");
  });

  test("NaN, an index beyond the points, a count beyond the file and words are refused with their line", () => {
    expect(errorOf(() => readPts(bytesOf("2\n0 0 0\n0 nan 0\n"), "a.pts"))).toMatchObject({
      code: "points-not-finite",
      where: "a.pts, line 3",
    });
    expect(errorOf(() => readElem(bytesOf("1\nTt 0 1 2 9 1\n"), "a.elem", 4))).toMatchObject({
      code: "index-out-of-range",
      where: "a.elem, line 2",
    });
    expect(errorOf(() => readPts(bytesOf("4000000000\n0 0 0\n"), "a.pts")).code).toBe("array-larger-than-file");
    expect(errorOf(() => readElem(bytesOf("4000000000\nTt 0 1 2 3"), "a.elem", 4)).code).toBe("array-larger-than-file");
    expect(errorOf(() => readVtx(bytesOf("1\nboth\n0\n"), "a.vtx", 4)).why).toContain('"both"');
    expect(errorOf(() => readPts(bytesOf("1\n0 0 zero\n"), "a.pts")).where).toBe("a.pts, line 2");
    expect(errorOf(() => readPts(bytesOf("1\n0 0 0\n1 1 1\n"), "a.pts")).where).toBe("a.pts, line 3");
  });
});

describe("openCARP activation", () => {
  test(".dat values come back unchanged", () => {
    const values = fc.array(fc.double()).map((list) => Float64Array.from(list));
    fc.assert(
      fc.property(values, (list) => {
        expect(readDat(writeDat(list), "a.dat")).toEqual(list);
      }),
    );
  });

  test("a node that was not reached is -1 in the file and Infinity here", () => {
    expect(textOf(writeActivationDat([0, 12.5, Number.POSITIVE_INFINITY]))).toBe("0\n12.5\n-1\n");
    expect([...readActivationDat(bytesOf("0\n12.5\n-1\n"), "a.dat")]).toEqual([0, 12.5, Number.POSITIVE_INFINITY]);
    expect(errorOf(() => readActivationDat(bytesOf("0\n1\n"), "a.dat", 3)).why).toContain("found 2 values");
  });

  test(".igb values come back, doubles to the last bit and floats to float precision", () => {
    const data = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
      .chain(([nodeCount, stepCount]) =>
        fc.record({
          nodeCount: fc.constant(nodeCount),
          stepCount: fc.constant(stepCount),
          values: doubles(nodeCount * stepCount),
          start_ms: fc.option(finite, { nil: undefined }),
          timeStep_ms: fc.option(finite, { nil: undefined }),
        }),
      );
    fc.assert(
      fc.property(data, fc.boolean(), (igb, littleEndian) => {
        expect(readIgb(writeIgb(igb, { type: "double", littleEndian }), "a.igb")).toEqual(igb);
        const asFloats = { ...igb, values: igb.values.map(Math.fround) };
        expect(readIgb(writeIgb(igb, { littleEndian }), "a.igb")).toEqual(asFloats);
      }),
    );
  });

  test("short .igb values are scaled by factor and offset", () => {
    const header = "# made by hand\nx:2 y:1 z:1 t:1 type:short systeme:big_endian\nfacteur:0.5 zero:10".padEnd(
      1024,
      "\n",
    );
    const igb = readIgb(Uint8Array.from([...bytesOf(header), 0, 4, 0xff, 0xfe]), "a.igb");
    expect([...igb.values]).toEqual([12, 9]);
    expect(igb.timeStep_ms).toBeUndefined();
  });

  test("an .igb cut short, of vectors, or larger than the file is refused", () => {
    const whole = writeIgb({
      nodeCount: 3,
      stepCount: 1,
      values: Float64Array.of(1, 2, 3),
      start_ms: 0,
      timeStep_ms: 1,
    });
    expect(errorOf(() => readIgb(whole.subarray(0, 1000), "a.igb")).code).toBe("file-truncated");
    expect(errorOf(() => readIgb(whole.subarray(0, whole.length - 1), "a.igb")).why).toBe(
      "12 bytes declared, 11 bytes left in the file",
    );
    const other = (from: string, to: string): Uint8Array => bytesOf(textOf(whole).replace(from, to));
    expect(errorOf(() => readIgb(other("type:float", "type:vec3f"), "a.igb")).why).toContain("vec3f");
    expect(errorOf(() => readIgb(other("x:3 ", "x:4000000000 "), "a.igb")).code).toBe("array-larger-than-file");
    fc.assert(
      fc.property(fc.nat(100), fc.nat(127), (at, value) =>
        readsOrRefuses(() => readIgb(whole.with(at, value), "a.igb")),
      ),
    );
  });
});
