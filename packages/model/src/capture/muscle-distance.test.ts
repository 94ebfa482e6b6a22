import { describe, expect, test } from "vitest";
import { DEFAULT_CAPTURE } from "./capture-parameters.ts";
import { measureMuscleDistance } from "./muscle-distance.ts";

const SNUG = { gap_mm: 0, lumen_mm: 1.6, fillRatio: 1 };

describe("the distance from an electrode to viable muscle", () => {
  test("is wall and capsule where a lead fills a vein that lies on the muscle", () => {
    expect(measureMuscleDistance(SNUG)).toEqual({
      distanceToViable_mm: DEFAULT_CAPTURE.wallAndCapsule_mm,
      scarDistance_mm: 0,
    });
  });

  test("grows with a part of the fat and a part of the free lumen", () => {
    const { distanceToViable_mm } = measureMuscleDistance({ gap_mm: 2, lumen_mm: 3, fillRatio: 0.5 });
    const { wallAndCapsule_mm, fatRatio, clearanceRatio } = DEFAULT_CAPTURE;
    expect(distanceToViable_mm).toBeCloseTo(wallAndCapsule_mm + 2 * fatRatio + 1.5 * clearanceRatio, 12);
  });

  test("a lead wider than its vein has no free lumen", () => {
    expect(measureMuscleDistance({ ...SNUG, fillRatio: 1.05 })).toEqual(measureMuscleDistance(SNUG));
  });

  test("scar adds how much farther viable muscle is than muscle", () => {
    const bed = { ...SNUG, nearestNodeDistance_mm: 1.8, viableDistance_mm: 5.8 };
    expect(measureMuscleDistance(bed).scarDistance_mm).toBeCloseTo(4, 12);
    expect(measureMuscleDistance({ ...bed, viableDistance_mm: 1.8 })).toEqual(measureMuscleDistance(SNUG));
  });
});
