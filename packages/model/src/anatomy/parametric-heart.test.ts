import { describe, expect, test } from "vitest";
import { SURFACE_LABEL } from "../mesh/mesh.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import { computeEllipsoidVolumes } from "./heart-geometry.ts";
import { findHeartPreset, HEART_PRESETS } from "./heart-presets.ts";
import { createParametricHeart } from "./parametric-heart.ts";
import { computeRightVentricleVolume } from "./right-ventricle.ts";

const HEART = createParametricHeart(findHeartPreset("dcm-lbbb-male")!.geometry);

describe("createParametricHeart", () => {
  test("the wall is where it is said to be: septum, lateral wall, apex, RV free wall", () => {
    const { a, c, epiA, epiC } = HEART.leftVentricle;
    const rvOuter = HEART.rightVentricle.centerX + HEART.rightVentricle.a;
    const z = HEART.rightVentricle.centerZ;
    const inside = (x: number, y: number, z: number) => HEART.shape.signedDistance_mm(x, y, z) < 0;
    expect([a - 0.01, a + 0.01, epiA - 0.01].map((x) => inside(x, 0, 0))).toEqual([false, true, true]);
    expect(inside(epiA + 5, 0, 0)).toBe(false);
    expect([-a - 0.01, -epiA + 0.01, -epiA - 0.01].map((x) => inside(x, 0, 0))).toEqual([true, true, false]);
    expect([-c + 0.01, -c - 0.01, -epiC + 0.01, -epiC - 0.01].map((z) => inside(0, 0, z))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([rvOuter - 0.01, rvOuter + 0.01, rvOuter + 2.99, rvOuter + 3.01].map((x) => inside(x, 0, z))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("the four surfaces have their labels", () => {
    const { a, epiA, baseZ } = HEART.leftVentricle;
    const label = HEART.shape.surfaceLabel;
    expect(label(-a, 0, 0)).toBe(SURFACE_LABEL.lvEndocardium);
    expect(label(a, 0, 0)).toBe(SURFACE_LABEL.lvEndocardium);
    expect(label(epiA, 0, 0)).toBe(SURFACE_LABEL.rvEndocardium);
    expect(label(-epiA, 0, 0)).toBe(SURFACE_LABEL.epicardium);
    expect(label(-0.866 * (a + 3), 0, baseZ)).toBe(SURFACE_LABEL.base);
  });

  test.each(HEART_PRESETS.map((preset) => [preset.id, preset] as const))(
    "%s: RV volume, apex and grooves",
    (_id, preset) => {
      const { geometry, leftVentricle, rightVentricle, shape } = createParametricHeart(preset.geometry);
      const { lvEndDiastolicVolume_mL } = computeEllipsoidVolumes(geometry);
      const ratio = computeRightVentricleVolume(geometry, rightVentricle) / lvEndDiastolicVolume_mL;
      expect(ratio).toBeCloseTo(geometry.rvToLvVolumeRatio, 6);
      const height = leftVentricle.epiC + leftVentricle.baseZ;
      expect((rightVentricle.centerZ - rightVentricle.c + leftVentricle.epiC) / height).toBeCloseTo(0.2, 9);
      for (const level of [0.5, 0.7, 0.85, 0.95]) {
        const z = -leftVentricle.epiC + level * height;
        const radius = leftVentricle.epiA * Math.sqrt(1 - (z / leftVentricle.epiC) ** 2);
        const groove = findGroove_rad(radius, z, shape.surfaceLabel);
        expect(Math.abs(groove - Math.PI / 3)).toBeLessThan(radiansFromDegrees(9));
      }
    },
  );
});

/** Where, going around the LV epicardium from the septum, its outside stops being RV cavity. */
function findGroove_rad(radius: number, z: number, label: (x: number, y: number, z: number) => number): number {
  let angle_rad = 0;
  while (label(radius * Math.cos(angle_rad), radius * Math.sin(angle_rad), z) === SURFACE_LABEL.rvEndocardium)
    angle_rad += 0.005;
  return angle_rad;
}
