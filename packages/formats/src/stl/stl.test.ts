import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, errorOf, readsOrRefuses } from "../bytes/test-helpers.fixture.ts";
import { mergeEqualPoints } from "./merge-equal-points.ts";
import { readStl } from "./read-stl.ts";
import { writeStl } from "./write-stl.ts";

/** A tetrahedron: four points, four triangles, outward. */
const TETRAHEDRON = {
  points: Float64Array.of(0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1),
  triangles: Uint32Array.of(0, 1, 2, 0, 2, 3, 0, 3, 1, 2, 1, 3),
};

const float32 = fc.float({ noNaN: true, noDefaultInfinity: true });

describe("STL", () => {
  test("a tetrahedron comes back with four shared points, ascii and binary", () => {
    for (const binary of [true, false])
      expect(readStl(writeStl(TETRAHEDRON, { binary }), "a.stl")).toEqual(TETRAHEDRON);
  });

  test("any triangles of float coordinates come back, points merged", () => {
    const corners = fc.array(
      fc.constantFrom(0, -0, 1, 2.5).chain((x) => fc.tuple(fc.constant(x), float32, float32)),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(corners, fc.boolean(), (list, binary) => {
        const whole = list.slice(0, list.length - (list.length % 3));
        const surface = mergeEqualPoints(Float64Array.from(whole.flat()));
        expect(readStl(writeStl(surface, { binary }), "a.stl")).toEqual(surface);
      }),
    );
  });

  test("merging gives back every corner and no point twice", () => {
    const corner = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2));
    fc.assert(
      fc.property(fc.array(corner, { maxLength: 30 }), (corners) => {
        const { points, triangles } = mergeEqualPoints(Float64Array.from(corners.flat()));
        const keys = Array.from({ length: points.length / 3 }, (_, i) => points.subarray(3 * i, 3 * i + 3).join());
        expect(new Set(keys).size).toBe(keys.length);
        expect([...triangles].map((point) => keys[point])).toEqual(corners.map((triple) => triple.join()));
      }),
    );
  });

  test("a binary file whose header says solid is still read as binary", () => {
    const file = writeStl(TETRAHEDRON);
    file.set(bytesOf("solid trap        "));
    expect(readStl(file, "a.stl")).toEqual(TETRAHEDRON);
  });

  test("a binary file cut short, a count beyond the file and NaN are refused with byte and triangle", () => {
    const file = writeStl(TETRAHEDRON);
    const cut = errorOf(() => readStl(file.subarray(0, 200), "a.stl"));
    expect(cut.code).toBe("array-larger-than-file");
    expect(cut.why).toBe("4 triangles of 50 bytes declared, 116 bytes left in the file");
    const huge = file.slice();
    huge.fill(0xff, 80, 84);
    expect(errorOf(() => readStl(huge, "a.stl")).why).toContain("4294967295 triangles");
    const bad = file.slice();
    new DataView(bad.buffer).setFloat32(84 + 50 + 12, Number.NaN, true);
    expect(errorOf(() => readStl(bad, "a.stl"))).toMatchObject({
      code: "points-not-finite",
      where: "a.stl, byte 134, triangle 1",
    });
  });

  test("an ascii file without its end, with a foreign word or another format is refused with the line", () => {
    const text =
      "solid s\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\nendloop\nendfacet\n";
    expect(errorOf(() => readStl(bytesOf(text), "a.stl")).why).toContain("endsolid");
    expect(errorOf(() => readStl(bytesOf(text.replace("outer", "inner")), "a.stl"))).toMatchObject({
      code: "file-malformed",
      where: "a.stl, line 3",
    });
    expect(errorOf(() => readStl(bytesOf("ply\n"), "a.stl")).code).toBe("file-malformed");
    const whole = writeStl(TETRAHEDRON, { binary: false });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) =>
        readsOrRefuses(() => readStl(whole.with(at, value), "a.stl")),
      ),
    );
  });
});
