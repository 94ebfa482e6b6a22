import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { radiansFromDegrees } from "../units/convert.ts";
import { createShellSurface } from "./icosphere.fixture.ts";
import { createIcosphere } from "./icosphere.ts";
import { SURFACE_LABEL } from "./mesh.ts";
import { meshImplicitShape } from "./mesh-implicit-shape.ts";
import { computeMeshVolume } from "./mesh-volume.ts";
import { computeSurfaceDistance, indexSurface } from "./surface-distance.ts";
import { createSurfaceShape } from "./surface-shape.ts";

describe("computeSurfaceDistance", () => {
  test("a triangulated sphere is as far as the sphere, to within its sagitta", () => {
    const radius_mm = 10;
    const index = indexSurface(createIcosphere(radius_mm, 3));
    const coordinate = fc.double({ min: -25, max: 25, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, (x, y, z) => {
        const distance = computeSurfaceDistance(index, x, y, z);
        expect(Math.abs(distance - (Math.hypot(x, y, z) - radius_mm))).toBeLessThan(0.08);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test("a cube has its exact distance at faces, edges and corners, inside and outside", () => {
    const index = indexSurface(createCube(2));
    expect(computeSurfaceDistance(index, 0, 0, 0)).toBeCloseTo(-1, 12);
    expect(computeSurfaceDistance(index, 0.5, 0.2, 0.7)).toBeCloseTo(-0.3, 12);
    expect(computeSurfaceDistance(index, 4, 0.3, 0.2)).toBeCloseTo(3, 12);
    expect(computeSurfaceDistance(index, 4, 5, 0)).toBeCloseTo(5, 12);
    expect(computeSurfaceDistance(index, 2, 3, 3)).toBeCloseTo(3, 12);
    expect(computeSurfaceDistance(index, -40, -1, -1)).toBeCloseTo(39, 12);
  });
});

describe("createSurfaceShape", () => {
  const surface = createShellSurface(10, 16, 4);
  const shape = createSurfaceShape(surface);

  test("labels are those of the nearest triangle and the thinnest wall is the shell's", () => {
    expect(shape.surfaceLabel(0, 11, 0)).toBe(SURFACE_LABEL.lvEndocardium);
    expect(shape.surfaceLabel(0, 0, -15)).toBe(SURFACE_LABEL.epicardium);
    expect(shape.thinnestWallName).toBe("LV wall");
    expect(Math.abs(shape.thinnestWall_mm - 6)).toBeLessThan(0.1);
  });

  test("the mesh of a shell fills what its triangles enclose", () => {
    const { heart, report } = meshImplicitShape(shape, { edgeLength_mm: 1.5 });
    expect(report.minVolume_mm3).toBeGreaterThan(0);
    expect(report.minDihedral_rad).toBeGreaterThan(radiansFromDegrees(8));
    const exact_mm3 = (4 / 3) * Math.PI * (16 ** 3 - 10 ** 3);
    expect(Math.abs(computeMeshVolume(heart) / exact_mm3 - 1)).toBeLessThan(0.01);
    expect(new Set(heart.boundaryLabels)).toEqual(new Set([SURFACE_LABEL.epicardium, SURFACE_LABEL.lvEndocardium]));
  });
});

function createCube(size: number) {
  const half = size / 2;
  const points_mm = new Float64Array(24);
  for (let i = 0; i < 8; i++)
    points_mm.set(
      [i & 1, (i >> 1) & 1, i >> 2].map((bit) => (bit ? half : -half)),
      3 * i,
    );
  const quads = [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ];
  const triangles = Uint32Array.from(quads.flatMap(([a, b, c, d]) => [a!, b!, c!, a!, c!, d!]));
  return { points_mm, triangles };
}
