import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeEllipsoidVolumes } from "./heart-geometry.ts";
import { findHeartPreset } from "./heart-presets.ts";
import { scaleHeartGeometry } from "./scale-heart-geometry.ts";

const PRESET = findHeartPreset("dcm-lbbb-male")!.geometry;

describe("scaleHeartGeometry", () => {
  test("without measures the preset comes back", () => {
    expect(scaleHeartGeometry(PRESET, {})).toEqual(PRESET);
  });

  test("measured volume, length and wall are met", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 150, max: 300, noNaN: true }),
        fc.double({ min: 85, max: 110, noNaN: true }),
        fc.double({ min: 5, max: 14, noNaN: true }),
        (edv_mL, length_mm, wallThickness_mm) => {
          const scaled = scaleHeartGeometry(PRESET, { edv_mL, length_mm, wallThickness_mm });
          expect(computeEllipsoidVolumes(scaled).lvEndDiastolicVolume_mL).toBeCloseTo(edv_mL, 6);
          expect(scaled.lvLength_mm).toBe(length_mm);
          expect(scaled.lvWall_mm).toBe(wallThickness_mm);
          expect(scaled.lvApicalWall_mm / scaled.lvWall_mm).toBeCloseTo(5 / 7.5, 12);
        },
      ),
      { seed: 1 },
    );
  });

  test("a volume alone keeps the shape of the cavity and the wall", () => {
    const scaled = scaleHeartGeometry(PRESET, { edv_mL: 200 });
    expect(computeEllipsoidVolumes(scaled).lvEndDiastolicVolume_mL).toBeCloseTo(200, 9);
    expect(scaled.lvDiameter_mm / scaled.lvLength_mm).toBeCloseTo(67 / 98, 12);
    expect(scaled.lvWall_mm).toBe(7.5);
  });

  test("a length alone keeps the shape of the cavity", () => {
    const scaled = scaleHeartGeometry(PRESET, { length_mm: 49 * 1.8 });
    expect(scaled.lvDiameter_mm).toBeCloseTo(0.9 * 67, 12);
  });

  test("a liter is refused with the range in mL", () => {
    expect(() => scaleHeartGeometry(PRESET, { edv_mL: 1000 })).toThrow(/1000 mL.*40 to 700 mL/);
  });

  test("300 mL in 60 mm is no ventricle", () => {
    expect(() => scaleHeartGeometry(PRESET, { edv_mL: 300, length_mm: 60 })).toThrow(/diameter of 92 mm/);
  });
});
