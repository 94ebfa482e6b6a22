import { cross, distance, dot, norm, normalize } from "@tributary/model";
import { expect, test } from "vitest";
import { createSampleEllipsoid } from "../raster/sample-ellipsoid.fixture.ts";
import { createTargetPatch, outlinePatchOnMap, TARGET_DIAMETER_mm } from "./target-patch.ts";

const sphere = createSampleEllipsoid([40, 40, 40], 32);

test("a patch is a disc of 17.5 mm in the plane of the surface", () => {
  const patch = createTargetPatch(sphere, [41, 0, 0])!;
  expect(norm(patch.across_mm)).toBeCloseTo(TARGET_DIAMETER_mm / 2, 9);
  expect(norm(patch.along_mm)).toBeCloseTo(TARGET_DIAMETER_mm / 2, 9);
  expect(dot(patch.across_mm, patch.along_mm)).toBeCloseTo(0, 9);
  expect(normalize(cross(patch.across_mm, patch.along_mm))[0]).toBeCloseTo(1, 2);
});

test("there is no patch far from the surface", () => {
  expect(createTargetPatch(sphere, [80, 0, 0])).toBeUndefined();
});

test("on a map that stretches the plane twice in x the patch is an ellipse twice as wide as high", () => {
  const patch = { center_mm: [0, 0, 0], across_mm: [5, 0, 0], along_mm: [0, 5, 0] } as const;
  const points_mm = Array.from({ length: 121 }, (_, i) => [(i % 11) - 5, Math.floor(i / 11) - 5, 0]).flat();
  const mapped = {
    points_mm,
    nodes: Array.from({ length: 121 }, (_, i) => i),
    placeOf: (node: number) => ({ x_px: 100 + 2 * points_mm[3 * node]!, y_px: 50 + points_mm[3 * node + 1]! }),
  };
  const outline = outlinePatchOnMap(patch, mapped, { x_px: 100, y_px: 50 })!;
  for (let i = 0; i < outline.length; i += 2) {
    expect(distance([outline[i]! / 2, outline[i + 1]!, 0], [50, 50, 0])).toBeCloseTo(5, 9);
  }
});

test("on a map without points near there is no outline", () => {
  const patch = { center_mm: [0, 0, 0], across_mm: [5, 0, 0], along_mm: [0, 5, 0] } as const;
  const mapped = { points_mm: [90, 0, 0], nodes: [0], placeOf: () => ({ x_px: 0, y_px: 0 }) };
  expect(outlinePatchOnMap(patch, mapped, { x_px: 0, y_px: 0 })).toBeUndefined();
});
