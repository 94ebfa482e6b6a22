import { expect, test } from "vitest";
import type { Vector3 } from "../numerics/vector3.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import {
  computeLayeredSphereDipolePotential,
  computeSphereDipolePotential,
  type SphereProblem,
} from "./sphere-dipole.ts";

const ANGLES_deg = [0, 45, 90, 135, 180];
/** 1e-6 A·m. */
const RADIAL: Vector3 = [0, 0, 1000];
const TANGENTIAL: Vector3 = [1000, 0, 0];

function onSkin(angle_deg: number): Vector3 {
  const angle_rad = radiansFromDegrees(angle_deg);
  return [100 * Math.sin(angle_rad), 0, 100 * Math.cos(angle_rad)];
}

const HOMOGENEOUS = { radii_mm: [100], conductivities_SPerM: [0.2] };
const TWO_LAYERS = { radii_mm: [50, 100], conductivities_SPerM: [0.6, 0.2] };
const THREE_LAYERS = { radii_mm: [50, 80, 100], conductivities_SPerM: [0.6, 0.05, 0.2] };

test.each([
  ["homogeneous, source at 50 mm, radial", HOMOGENEOUS, 50, RADIAL, [397.887, 69.626, -36.872, -57.779, -61.894]],
  ["homogeneous, source at 50 mm, tangential", HOMOGENEOUS, 50, TANGENTIAL, [0, 188.615, 92.529, 38.08, 0]],
  ["homogeneous, source at 30 mm, radial", HOMOGENEOUS, 30, RADIAL, [219.244, 89.562, -26.572, -67.859, -77.694]],
  ["two layers, radial", TWO_LAYERS, 30, RADIAL, [118.985, 48.972, -14.508, -37.033, -42.319]],
  ["two layers, tangential", TWO_LAYERS, 30, TANGENTIAL, [0, 77.625, 59.025, 27.819, 0]],
  ["a poor shell, radial", THREE_LAYERS, 30, RADIAL, [83.767, 38.762, -9.339, -30.774, -36.574]],
  ["a poor shell, tangential", THREE_LAYERS, 30, TANGENTIAL, [0, 55.912, 48.084, 24.542, 0]],
] as const)("potential on the skin of spheres: %s", (_, layers, depth_mm, dipole_uAmm, expected_uV) => {
  const problem: SphereProblem = { ...layers, source_mm: [0, 0, depth_mm], dipole_uAmm };
  ANGLES_deg.forEach((angle_deg, i) => {
    expect(1000 * computeLayeredSphereDipolePotential(onSkin(angle_deg), problem)).toBeCloseTo(expected_uV[i]!, 3);
  });
});

test("series and closed form of the homogeneous sphere agree to 1e-6", () => {
  const problem: SphereProblem = { ...HOMOGENEOUS, source_mm: [20, -30, 40], dipole_uAmm: [300, 500, -700] };
  for (const angle_deg of ANGLES_deg) {
    const closed = computeSphereDipolePotential(onSkin(angle_deg), problem);
    const series = computeLayeredSphereDipolePotential(onSkin(angle_deg), problem);
    expect(Math.abs(series / closed - 1)).toBeLessThan(1e-6);
  }
});

test("a dipole at the center gives 3 q cos θ/(4πσR²)", () => {
  const problem: SphereProblem = { ...HOMOGENEOUS, source_mm: [0, 0, 0], dipole_uAmm: RADIAL };
  expect(1000 * computeSphereDipolePotential(onSkin(0), problem)).toBeCloseTo(119.366, 3);
  expect(1000 * computeLayeredSphereDipolePotential(onSkin(45), problem)).toBeCloseTo(119.366 * Math.SQRT1_2, 3);
});
