import { describe, expect, test } from "vitest";
import { TributaryError } from "../errors/tributary-error.ts";
import { createRandom } from "../numerics/random.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import type { ImplicitShape } from "./implicit-shape.ts";
import { SURFACE_LABEL } from "./mesh.ts";
import { findMeshComponents } from "./mesh-components.ts";
import { meshImplicitShape } from "./mesh-implicit-shape.ts";
import { computeMeshVolume } from "./mesh-volume.ts";
import { countWallCrossings } from "./wall-nodes.ts";

const SAFE_DIHEDRAL_rad = radiansFromDegrees(8);

describe("meshImplicitShape", () => {
  test("boundary nodes of a spherical shell lie on its spheres, facet mid-points within 0.05 edge", () => {
    const { heart, report } = meshImplicitShape(sphericalShell(12, 18), { edgeLength_mm: 1.5 });
    const shape = sphericalShell(12, 18);
    expect(report.minVolume_mm3).toBeGreaterThan(0);
    expect(report.minDihedral_rad).toBeGreaterThan(SAFE_DIHEDRAL_rad);
    const p = heart.points_mm;
    for (let i = 0; i < heart.boundaryTriangles.length; i += 3) {
      const corners = [...heart.boundaryTriangles.subarray(i, i + 3)].map((node) => p.subarray(3 * node, 3 * node + 3));
      const middle = [0, 1, 2].map((axis) => (corners[0]![axis]! + corners[1]![axis]! + corners[2]![axis]!) / 3);
      for (const [x, y, z] of corners) expect(Math.abs(shape.signedDistance_mm(x!, y!, z!))).toBeLessThan(0.015);
      expect(Math.abs(shape.signedDistance_mm(middle[0]!, middle[1]!, middle[2]!))).toBeLessThan(0.075);
    }
  });

  test("the volume of a ball is approached with the square of the edge", () => {
    const exact_mm3 = (4 / 3) * Math.PI * 1000;
    const errors = [2.4, 1.2].map((edgeLength_mm) => {
      const { heart } = meshImplicitShape(sphericalShell(0, 10), { edgeLength_mm });
      return 1 - computeMeshVolume(heart) / exact_mm3;
    });
    expect(errors[1]).toBeGreaterThan(0);
    expect(Math.log2(errors[0]! / errors[1]!)).toBeGreaterThan(1.7);
    expect(Math.log2(errors[0]! / errors[1]!)).toBeLessThan(2.4);
  });

  test.each([1, 2, 3, 4])("a rough random shape (seed %d) keeps all dihedral angles above 8 degrees", (seed) => {
    const { report, heart } = meshImplicitShape(roughShape(seed), { edgeLength_mm: 1 });
    expect(report.minDihedral_rad).toBeGreaterThan(SAFE_DIHEDRAL_rad);
    expect(report.minVolume_mm3).toBeGreaterThan(0);
    expect(findMeshComponents(heart).elementCounts.length).toBe(1);
  });

  test("a thin wall gets a shorter edge and the report says why", () => {
    const { heart, report } = meshImplicitShape(sphericalShell(10, 12), { edgeLength_mm: 2 });
    expect(countWallCrossings(heart)).toBe(0);
    expect(report.requestedEdge_mm).toBe(2);
    expect(report.edge_mm).toBeLessThan(1.3);
    expect(report.remarks[0]).toMatch(/shell is 2\.0 mm thick/);
  });

  test("a thin wall that the shape does not know of is found on the mesh", () => {
    const shape = { ...sphericalShell(10, 12), thinnestWall_mm: 20 };
    const { heart, report } = meshImplicitShape(shape, { edgeLength_mm: 2 });
    expect(countWallCrossings(heart)).toBe(0);
    expect(report.edge_mm).toBeLessThan(2);
  });

  test("a wall too thin for the shortest edge is refused by name", () => {
    expect(() => meshImplicitShape(sphericalShell(5, 5.7), { edgeLength_mm: 2 })).toThrow(/too thin.*shell/);
  });

  test("the smaller of two balls is dropped and the report says so", () => {
    const big = sphericalShell(0, 5);
    const shape: ImplicitShape = {
      ...big,
      signedDistance_mm: (x, y, z) => Math.min(big.signedDistance_mm(x, y, z), Math.hypot(x - 10, y, z) - 2),
      bounds_mm: [-5, -5, -5, 12, 5, 5],
    };
    const { heart, report } = meshImplicitShape(shape, { edgeLength_mm: 1 });
    expect(Math.max(...heart.points_mm)).toBeLessThan(5.1);
    expect(report.remarks.join(" ")).toMatch(/dropped/);
  });

  test("the same shape gives the same mesh", () => {
    const first = meshImplicitShape(roughShape(5), { edgeLength_mm: 1.3 });
    const second = meshImplicitShape(roughShape(5), { edgeLength_mm: 1.3 });
    expect(second.heart.points_mm).toEqual(first.heart.points_mm);
    expect(second.heart.tetrahedra).toEqual(first.heart.tetrahedra);
  });

  test.each([0.5, 3.1, Number.NaN])("an edge of %d mm is refused", (edgeLength_mm) => {
    expect(() => meshImplicitShape(sphericalShell(0, 5), { edgeLength_mm })).toThrow(TributaryError);
  });

  test("a shape with nothing inside is refused", () => {
    const shape: ImplicitShape = { ...sphericalShell(0, 5), signedDistance_mm: () => 1 };
    expect(() => meshImplicitShape(shape, { edgeLength_mm: 1 })).toThrow(/holds no tetrahedron/);
  });
});

function sphericalShell(inner_mm: number, outer_mm: number): ImplicitShape {
  return {
    signedDistance_mm: (x, y, z) => Math.max(Math.hypot(x, y, z) - outer_mm, inner_mm - Math.hypot(x, y, z)),
    surfaceLabel: (x, y, z) =>
      Math.hypot(x, y, z) > (inner_mm + outer_mm) / 2 ? SURFACE_LABEL.epicardium : SURFACE_LABEL.lvEndocardium,
    bounds_mm: [-outer_mm, -outer_mm, -outer_mm, outer_mm, outer_mm, outer_mm],
    thinnestWall_mm: outer_mm - inner_mm,
    thinnestWallName: "shell",
  };
}

/** A ball filled with waves shorter than the lattice can follow: every stencil, sharp edges, pores and specks. */
function roughShape(seed: number): ImplicitShape {
  const random = createRandom(seed);
  const waves = Array.from({ length: 40 }, () => ({
    x: 3 * (2 * random.uniform() - 1),
    y: 3 * (2 * random.uniform() - 1),
    z: 3 * (2 * random.uniform() - 1),
    phase: 2 * Math.PI * random.uniform(),
  }));
  const sumWaves = (x: number, y: number, z: number) =>
    waves.reduce((sum, wave) => sum + Math.sin(wave.x * x + wave.y * y + wave.z * z + wave.phase), 0) / 25;
  return {
    signedDistance_mm: (x, y, z) => Math.max(sumWaves(x, y, z), Math.hypot(x, y, z) - 6),
    surfaceLabel: () => SURFACE_LABEL.epicardium,
    bounds_mm: [-6, -6, -6, 6, 6, 6],
    thinnestWall_mm: 100,
    thinnestWallName: "ball",
  };
}
