import { beforeAll, describe, expect, test } from "vitest";
import { readFixture } from "../../../../fixtures/read-fixture.ts";
import { readSurface } from "../../../formats/src/surfaces/read-surface.ts";
import type { HeartMesh } from "../mesh/mesh.ts";
import { meshImplicitShape } from "../mesh/mesh-implicit-shape.ts";
import { createSurfaceShape } from "../mesh/surface-shape.ts";
import { assignAhaSegments, measureSegmentVolumes } from "./aha-segments.ts";
import { foundAgainFraction, largestBoundaryMiss } from "./coordinate-checks.fixture.ts";
import { createCoordinateLookup } from "./coordinate-lookup.ts";
import { HUMAN_FIBER_ANGLES } from "./fiber-angles.ts";
import { computeFibers } from "./fibers.ts";
import { computeVentricularCoordinates, type VentricularCoordinateSolution } from "./ventricular-coordinates.ts";

function meshRealHeart(): HeartMesh {
  const imported = readSurface(readFixture("../examples/real-heart/heart.vtp"), "heart.vtp", { unit: "mm" });
  return meshImplicitShape(createSurfaceShape({ ...imported, labels: imported.labels! }), { edgeLength_mm: 3 }).heart;
}

describe("coordinates and fibers of the real human heart that ships as an example", () => {
  let heart: HeartMesh;
  let coordinates: VentricularCoordinateSolution;

  beforeAll(() => {
    heart = meshRealHeart();
    coordinates = computeVentricularCoordinates(heart);
  });

  test("boundary values are exact", () => {
    expect(largestBoundaryMiss(heart, coordinates)).toBeLessThan(1e-6);
  });

  test("95 % of nodes are found again within one mean edge", () => {
    expect(foundAgainFraction(heart, coordinates, 11)).toBeGreaterThan(0.95);
  });

  test("all seventeen segments have muscle and the published LV sites are in 10, 1 and 14", () => {
    const { segment } = assignAhaSegments(heart, coordinates);
    expect(measureSegmentVolumes(heart, segment).every((volume_mL) => volume_mL > 0.3)).toBe(true);
    const lookup = createCoordinateLookup(heart, coordinates);
    for (const [ab, rt, expected] of [
      [0.46, 0.101, 10],
      [0.9, 0.528, 1],
      [0.33, 0.821, 14],
    ] as const) {
      expect(segment[lookup({ ab, rt, tm: 0.99, tv: 0 }).element]).toBe(expected);
    }
  });

  test("fibers are unit vectors everywhere", () => {
    const { fiber } = computeFibers(heart, HUMAN_FIBER_ANGLES);
    let worst = 0;
    for (let i = 0; i < fiber.length; i += 3) {
      worst = Math.max(worst, Math.abs(Math.hypot(fiber[i]!, fiber[i + 1]!, fiber[i + 2]!) - 1));
    }
    expect(worst).toBeLessThan(1e-9);
  });
});
