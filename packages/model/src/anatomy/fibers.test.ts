import { beforeAll, describe, expect, test } from "vitest";
import { TributaryError } from "../errors/tributary-error.ts";
import { centerOfElement } from "../mesh/element-center.ts";
import { countTetrahedra, type HeartMesh } from "../mesh/mesh.ts";
import { computeElementVolume } from "../mesh/mesh-volume.ts";
import { degreesFromRadians } from "../units/convert.ts";
import { createEllipsoidShell } from "./ellipsoid-shell.fixture.ts";
import { CANINE_FIBER_ANGLES, type FiberAngles, HUMAN_FIBER_ANGLES } from "./fiber-angles.ts";
import { computeFibers, type FiberFrames } from "./fibers.ts";

const LAYERS = 12;
const CELLS = [48, 30, LAYERS] as const;
const ELEMENTS_PER_LAYER = 6 * CELLS[0] * CELLS[1];

/** Mean helix angle, degrees, of one layer (0 endocardial) between the levels z, against closed-form wall axes. */
function measureHelix(heart: HeartMesh, { fiber }: FiberFrames, layer: number, lowest_mm: number, highest_mm: number) {
  let sum = 0;
  let count = 0;
  for (let element = layer * ELEMENTS_PER_LAYER; element < (layer + 1) * ELEMENTS_PER_LAYER; element++) {
    const [x, y, z] = centerOfElement(heart, element);
    if (z < lowest_mm || z > highest_mm) continue;
    const f = [...fiber.subarray(3 * element, 3 * element + 3)] as [number, number, number];
    const radius = Math.hypot(x, y);
    const around = (f[1] * x - f[0] * y) / radius;
    const meridian = meridianOf(x, y, z, (layer + 0.5) / LAYERS);
    const up = f[0] * meridian[0] + f[1] * meridian[1] + f[2] * meridian[2];
    sum += degreesFromRadians(Math.atan(up / around));
    count++;
  }
  return sum / count;
}

/** Unit vector toward the base along the ellipsoid of revolution through a point at this depth of the wall. */
function meridianOf(x: number, y: number, z: number, depth: number): [number, number, number] {
  const a = SHELL.a_mm + depth * SHELL.wall_mm;
  const c = SHELL.c_mm + depth * SHELL.apicalWall_mm;
  const radius = Math.hypot(x, y);
  const slopeRadius = (-z * a * a) / (c * c);
  const length = Math.hypot(slopeRadius, radius);
  return [(slopeRadius * x) / radius / length, (slopeRadius * y) / radius / length, radius / length];
}

/** Largest |det Q - 1| and largest product of two different columns. */
function measureOrthonormality({ fiber, sheetNormal, sheet }: FiberFrames): number {
  let worst = 0;
  for (let i = 0; i < fiber.length; i += 3) {
    const [f, n, s] = [fiber, sheetNormal, sheet].map((v) => [v[i]!, v[i + 1]!, v[i + 2]!] as const);
    const product = [
      f![1]! * n![2]! - f![2]! * n![1]!,
      f![2]! * n![0]! - f![0]! * n![2]!,
      f![0]! * n![1]! - f![1]! * n![0]!,
    ];
    const determinant = product[0]! * s![0]! + product[1]! * s![1]! + product[2]! * s![2]!;
    const skew = f![0]! * n![0]! + f![1]! * n![1]! + f![2]! * n![2]!;
    worst = Math.max(worst, Math.abs(determinant - 1), Math.abs(skew));
  }
  return worst;
}

const SHELL = { a_mm: 27, c_mm: 64, wall_mm: 8, apicalWall_mm: 6, cells: CELLS } as const;
const WITHOUT_SHEETS: FiberAngles = { ...CANINE_FIBER_ANGLES, betaEndo_rad: 0, betaEpi_rad: 0 };

describe("computeFibers on a truncated ellipsoid", () => {
  let heart: HeartMesh;
  let canine: FiberFrames;
  let human: FiberFrames;

  beforeAll(() => {
    heart = createEllipsoidShell(SHELL);
    canine = computeFibers(heart, WITHOUT_SHEETS);
    human = computeFibers(heart, HUMAN_FIBER_ANGLES);
  });

  test("the fixture has positive elements, the layers outermost last", () => {
    let smallest = Number.POSITIVE_INFINITY;
    for (let element = 0; element < countTetrahedra(heart); element++) {
      smallest = Math.min(smallest, computeElementVolume(heart, element));
    }
    expect(smallest).toBeGreaterThan(0);
  });

  test("frames are orthonormal and right-handed to 1e-9, with sheet angles too", () => {
    expect(measureOrthonormality(computeFibers(heart, CANINE_FIBER_ANGLES))).toBeLessThan(1e-9);
    expect(measureOrthonormality(human)).toBeLessThan(1e-9);
  });

  test("the helix angle of the innermost and outermost layers is within 5 degrees of +40 and -50", () => {
    for (const [low, high] of [
      [-40, -20],
      [-20, 0],
      [0, 20],
    ] as const) {
      expect(Math.abs(measureHelix(heart, canine, 0, low, high) - 40)).toBeLessThan(5);
      expect(Math.abs(measureHelix(heart, canine, LAYERS - 1, low, high) + 50)).toBeLessThan(5);
    }
  });

  test.each([
    ["canine", () => canine],
    ["human", () => human],
  ])("the %s helix angle falls from layer to layer, with no jump", (_, frames) => {
    const angles = Array.from({ length: LAYERS }, (__, layer) => measureHelix(heart, frames(), layer, -30, 15));
    const span = angles[0]! - angles[LAYERS - 1]!;
    for (let layer = 1; layer < LAYERS; layer++) {
      const step = angles[layer - 1]! - angles[layer]!;
      expect(step).toBeGreaterThan(0);
      expect(step).toBeLessThan((2 * span) / LAYERS);
    }
  });

  test("the endocardial helix is right-handed: it climbs to the base when it turns counter-clockwise seen from there", () => {
    expect(measureHelix(heart, human, 0, -20, 10)).toBeGreaterThan(45);
    expect(measureHelix(heart, human, LAYERS - 1, -20, 10)).toBeLessThan(-45);
  });

  test("without a sheet angle fibers lie in the wall", () => {
    let sum = 0;
    for (let element = 0; element < countTetrahedra(heart); element++) {
      const [x, y, z] = centerOfElement(heart, element);
      const layer = Math.floor(element / ELEMENTS_PER_LAYER);
      const m = meridianOf(x, y, z, (layer + 0.5) / LAYERS);
      const r = Math.hypot(x, y);
      const normal = [(m[2] * x) / r, (m[2] * y) / r, -(m[0] * x + m[1] * y) / r] as const;
      const f = human.fiber.subarray(3 * element, 3 * element + 3);
      sum += Math.abs(f[0]! * normal[0] + f[1]! * normal[1] + f[2]! * normal[2]);
    }
    expect(sum / countTetrahedra(heart)).toBeLessThan(0.1);
  });

  test("a heart without an LV endocardium is refused by name", () => {
    const boundaryLabels = heart.boundaryLabels.map((label) => (label === 3 ? 2 : label));
    expect(() => computeFibers({ ...heart, boundaryLabels }, HUMAN_FIBER_ANGLES)).toThrow(TributaryError);
    expect(() => computeFibers({ ...heart, boundaryLabels }, HUMAN_FIBER_ANGLES)).toThrow(/lvEndocardium \(3\)/);
  });
});
