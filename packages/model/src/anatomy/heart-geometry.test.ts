import { describe, expect, test } from "vitest";
import { checkHeartGeometry, computeEllipsoidVolumes, type HeartGeometry } from "./heart-geometry.ts";
import { findHeartPreset, HEART_PRESETS } from "./heart-presets.ts";

/** EDV mL, mass g, sphericity: the eight rows of the design table. */
const GOLDEN: readonly (readonly [string, number, number, number])[] = [
  ["normal-male", 165, 102, 0.56],
  ["normal-female", 123, 71, 0.56],
  ["lbbb-small-lv-female", 148, 96, 0.63],
  ["dcm-lbbb-female", 191, 119, 0.67],
  ["dcm-lbbb-male", 259, 156, 0.68],
  ["dcm-lbbb-male-severe", 361, 202, 0.72],
  ["icm-female", 176, 112, 0.62],
  ["icm-male", 238, 150, 0.62],
];

describe("computeEllipsoidVolumes", () => {
  test.each(GOLDEN)("%s has %d mL and %d g", (id, edv_mL, mass_g, sphericity) => {
    const volumes = computeEllipsoidVolumes(findHeartPreset(id)!.geometry);
    expect(Math.abs(volumes.lvEndDiastolicVolume_mL - edv_mL)).toBeLessThan(1);
    expect(Math.abs(volumes.lvMuscleMass_g - mass_g)).toBeLessThan(1);
    expect(Math.abs(volumes.sphericityRatio - sphericity)).toBeLessThan(0.006);
  });

  test("the table covers every preset", () => {
    expect(HEART_PRESETS.map((preset) => preset.id)).toEqual(GOLDEN.map(([id]) => id));
  });

  test("doubling all lengths multiplies volume and mass by eight", () => {
    const geometry = findHeartPreset("dcm-lbbb-male")!.geometry;
    const doubled: HeartGeometry = {
      ...geometry,
      lvDiameter_mm: 2 * geometry.lvDiameter_mm,
      lvLength_mm: 2 * geometry.lvLength_mm,
      lvWall_mm: 2 * geometry.lvWall_mm,
      lvApicalWall_mm: 2 * geometry.lvApicalWall_mm,
      rvWall_mm: 2 * geometry.rvWall_mm,
    };
    const once = computeEllipsoidVolumes(geometry);
    const twice = computeEllipsoidVolumes(doubled);
    expect(twice.lvEndDiastolicVolume_mL / once.lvEndDiastolicVolume_mL).toBeCloseTo(8, 12);
    expect(twice.lvMuscleMass_g / once.lvMuscleMass_g).toBeCloseTo(8, 12);
  });
});

describe("checkHeartGeometry", () => {
  test("all presets pass", () => {
    for (const preset of HEART_PRESETS) checkHeartGeometry(preset.geometry);
  });

  test("a wall in centimeters is named with its range", () => {
    const geometry = { ...findHeartPreset("normal-male")!.geometry, lvWall_mm: 0.63 };
    expect(() => checkHeartGeometry(geometry)).toThrow(/lvWall_mm.*0\.63.*3 to 25 mm/);
  });
});
