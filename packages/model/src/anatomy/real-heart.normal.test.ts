import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { outsideDataPath } from "../../../../house/outside-data.ts";
import { labelTrianglesFromPoints } from "../../../formats/src/surface-labels/label-triangles-from-points.ts";
import { findArray } from "../../../formats/src/vtk-data/vtk-data.ts";
import { readVtkXml } from "../../../formats/src/vtk-xml/read-vtk-xml.ts";
import type { HeartMesh } from "../mesh/mesh.ts";
import { meshImplicitShape } from "../mesh/mesh-implicit-shape.ts";
import { createSurfaceShape } from "../mesh/surface-shape.ts";
import { assignAhaSegments, measureSegmentVolumes } from "./aha-segments.ts";
import { foundAgainFraction, largestBoundaryMiss } from "./coordinate-checks.fixture.ts";
import { createCoordinateLookup } from "./coordinate-lookup.ts";
import { HUMAN_FIBER_ANGLES } from "./fiber-angles.ts";
import { computeFibers } from "./fibers.ts";
import { computeVentricularCoordinates, type VentricularCoordinateSolution } from "./ventricular-coordinates.ts";

const path = outsideDataPath("biv-surface-geo1/heart.vtp");

function meshRealHeart(file: string): HeartMesh {
  const surface = readVtkXml(readFileSync(file), "heart.vtp");
  if (surface.kind !== "polyData") throw new Error("heart.vtp is poly data");
  const triangles = Uint32Array.from(surface.polygons.connectivity);
  const labels = labelTrianglesFromPoints(findArray(surface.pointData, "class")!.values, triangles);
  const shape = createSurfaceShape({ points_mm: Float64Array.from(surface.points), triangles, labels });
  return meshImplicitShape(shape, { edgeLength_mm: 3 }).heart;
}

describe.skipIf(!path)("coordinates and fibers of the real human heart biv-surface-geo1", () => {
  let heart: HeartMesh;
  let coordinates: VentricularCoordinateSolution;

  beforeAll(() => {
    heart = meshRealHeart(path!);
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
