import { describe, expect, test } from "vitest";
import { HEART_PRESETS } from "../anatomy/heart-presets.ts";
import { createParametricHeart } from "../anatomy/parametric-heart.ts";
import { createRandom, type Random } from "../numerics/random.ts";
import { degreesFromRadians } from "../units/convert.ts";
import type { ImplicitShape } from "./implicit-shape.ts";
import { checkTetrahedralMesh } from "./mesh-check.ts";
import { meshImplicitShape } from "./mesh-implicit-shape.ts";

const LEAST_DIHEDRAL_deg = 8;

/** A chain of overlapping balls with two bubbles: connected, with creases, thin places and cavities. */
function createBlob(random: Random): ImplicitShape {
  const balls: { center: number[]; radius: number }[] = [];
  let center = [0, 0, 0];
  for (let i = 0; i < 6; i++) {
    const radius = 5 + 7 * random.uniform();
    balls.push({ center, radius });
    center = center.map((value) => value + radius * (random.uniform() - 0.5) * 1.6);
  }
  const bubbles = balls.slice(0, 2).map((ball) => ({ center: ball.center, radius: ball.radius * 0.5 }));
  const distance = (p: readonly number[], { center: c, radius }: { center: number[]; radius: number }) =>
    Math.hypot(p[0]! - c[0]!, p[1]! - c[1]!, p[2]! - c[2]!) - radius;
  return {
    signedDistance_mm: (x, y, z) => {
      const outer = Math.min(...balls.map((ball) => distance([x, y, z], ball)));
      return Math.max(outer, ...bubbles.map((bubble) => -distance([x, y, z], bubble)));
    },
    surfaceLabel: () => 2,
    bounds_mm: [-45, -45, -45, 45, 45, 45],
    thinnestWall_mm: 10,
    thinnestWallName: "blob",
  };
}

describe("the mesher, over long searches", () => {
  test("200 random blobs have no inverted element and no dihedral angle below 8 degrees", () => {
    const random = createRandom(20261123);
    let least_deg = 180;
    for (let i = 0; i < 200; i++) {
      const edgeLength_mm = 1.2 + 1.5 * random.uniform();
      const { heart, report } = meshImplicitShape(createBlob(random.stream(i)), { edgeLength_mm });
      checkTetrahedralMesh(heart);
      least_deg = Math.min(least_deg, degreesFromRadians(report.minDihedral_rad));
      expect(report.minVolume_mm3, `blob ${i}`).toBeGreaterThan(0);
    }
    expect(least_deg).toBeGreaterThan(LEAST_DIHEDRAL_deg);
  });

  test.each(HEART_PRESETS.map(({ id, geometry }) => [id, geometry] as const))(
    "%s holds its angles at edges of 2.4, 1.2 and 0.9 mm",
    (_id, geometry) => {
      for (const edgeLength_mm of [2.4, 1.2, 0.9]) {
        const { report } = meshImplicitShape(createParametricHeart(geometry).shape, { edgeLength_mm });
        expect(degreesFromRadians(report.minDihedral_rad)).toBeGreaterThan(LEAST_DIHEDRAL_deg);
      }
    },
  );

  test("the smallest edge of 0.6 mm meshes a whole heart", () => {
    const { geometry } = HEART_PRESETS.find(({ id }) => id === "normal-female")!;
    const { report } = meshImplicitShape(createParametricHeart(geometry).shape, { edgeLength_mm: 0.6 });
    expect(report.edge_mm).toBe(0.6);
    expect(report.nodeCount).toBeGreaterThan(700_000);
    expect(degreesFromRadians(report.minDihedral_rad)).toBeGreaterThan(LEAST_DIHEDRAL_deg);
  });
});
