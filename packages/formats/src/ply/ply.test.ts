import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, doubles, errorOf, readsOrRefuses } from "../bytes/test-helpers.fixture.ts";
import { type PlySurface, readPly } from "./read-ply.ts";
import { writePly } from "./write-ply.ts";

const arbitrarySurface: fc.Arbitrary<PlySurface> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 5 }))
  .chain(([pointCount, triangleCount]) =>
    fc.record({
      points: doubles(3 * pointCount),
      triangles: fc
        .array(fc.nat(pointCount - 1), { minLength: 3 * triangleCount, maxLength: 3 * triangleCount })
        .map((corners) => Uint32Array.from(corners)),
      pointLabels: fc.option(doubles(pointCount), { nil: undefined }),
      triangleLabels: fc.option(doubles(triangleCount), { nil: undefined }),
    }),
  );

const SQUARE = `ply
format ascii 1.0
comment a square with a color and a class for each corner
element vertex 4
property float x
property float y
property float z
property uchar red
property int class
element edge 1
property int a
property int b
element face 1
property list uchar int vertex_index
property short region
end_header
0 0 0 255 1
1 0 0 255 2
1 1 0 255 3
0 1 0 255 4
0 1
4 0 1 2 3 -7
`;

describe("PLY", () => {
  test("every surface comes back unchanged, ascii and both byte orders, with and without labels", () => {
    const formats = fc.constantFrom("ascii" as const, "binary_little_endian" as const, "binary_big_endian" as const);
    fc.assert(
      fc.property(arbitrarySurface, formats, (surface, format) => {
        expect(readPly(writePly(surface, { format }), "a.ply")).toEqual(surface);
      }),
      { numRuns: 200 },
    );
  });

  test("a hand-written file: a square becomes two triangles, foreign elements are passed over, labels are found", () => {
    const surface = readPly(bytesOf(SQUARE), "square.ply");
    expect([...surface.points]).toEqual([0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0]);
    expect([...surface.triangles]).toEqual([0, 1, 2, 0, 2, 3]);
    expect([...surface.pointLabels!]).toEqual([1, 2, 3, 4]);
    expect([...surface.triangleLabels!]).toEqual([-7, -7]);
    expect(readPly(bytesOf(SQUARE), "square.ply", { labelNames: ["red"] }).pointLabels).toEqual(
      Float64Array.of(255, 255, 255, 255),
    );
  });

  test("counts, lists and indices beyond the file, NaN, a missing format and a cut are refused with their place", () => {
    const refuse = (from: string, to: string): ReturnType<typeof errorOf> =>
      errorOf(() => readPly(bytesOf(SQUARE.replace(from, to)), "a.ply"));
    expect(refuse("vertex 4", "vertex 4000000000").code).toBe("array-larger-than-file");
    expect(refuse("\n4 0 1 2 3 -7", "\n4000000000 0 1 2 3 -7").why).toContain(
      "a list vertex_index of 4000000000 values",
    );
    expect(refuse("4 0 1 2 3 -7", "4 0 1 2 9 -7").code).toBe("index-out-of-range");
    expect(refuse("4 0 1 2 3 -7", "4 0 1 2 -3 -7").why).toContain("corner -3 of face 0");
    expect(refuse("1 1 0 255 3", "1 nan 0 255 3")).toMatchObject({
      code: "points-not-finite",
      where: "a.ply, vertex 2",
    });
    expect(refuse("1 1 0 255 3", "1 1 zero 255 3").where).toBe("a.ply, line 19");
    expect(refuse("ascii 1.0", "xml 1.0").why).toContain("format xml");
    expect(refuse("property float z\n", "").why).toContain("without x, y, z");
    const binary = writePly({ ...readPly(bytesOf(SQUARE), "a.ply"), pointLabels: undefined });
    expect(errorOf(() => readPly(binary.subarray(0, binary.length - 1), "a.ply")).code).toBe("file-truncated");
    expect(errorOf(() => readPly(bytesOf("plywood"), "a.ply")).why).toContain("plywood");
  });

  test("with any byte changed gives a surface or a TributaryError", () => {
    for (const format of ["ascii", "binary_big_endian"] as const) {
      const whole = writePly(readPly(bytesOf(SQUARE), "a.ply"), { format });
      fc.assert(
        fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) =>
          readsOrRefuses(() => readPly(whole.with(at, value), "a.ply")),
        ),
        { numRuns: 300 },
      );
    }
  });
});
