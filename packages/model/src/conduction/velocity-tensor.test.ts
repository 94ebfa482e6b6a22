import { describe, expect, test } from "vitest";
import { TISSUE } from "../anatomy/tissue.ts";
import { DEFAULT_VELOCITIES } from "./conduction-parameters.ts";
import { buildVelocityTensor, type VelocityMap } from "./velocity-tensor.ts";

const VELOCITIES = {
  ...DEFAULT_VELOCITIES,
  alongFiber_mmPerMs: 0.6,
  acrossFiber_mmPerMs: 0.2,
  fastLayer_mmPerMs: 1.5,
  borderZoneVelocityRatio: 0.25,
  slowSeptumVelocityRatio: 0.5,
};

function createMap(changes: Partial<Record<"tissue" | "fast" | "septum" | "blocked", number>>): VelocityMap {
  const one = (value = 0) => Uint8Array.of(value);
  return {
    fiber: Float64Array.of(0.6, 0.8, 0),
    tissue: one(changes.tissue),
    fast: one(changes.fast),
    septum: one(changes.septum),
    blocked: one(changes.blocked),
  };
}

function tensorOf(map: VelocityMap, slowSeptum = false): number[] {
  const tensor = new Float64Array(6);
  buildVelocityTensor(tensor, map, VELOCITIES, slowSeptum);
  return [...tensor];
}

/** Velocity along a direction of travel: the square root of dᵀ D d for a unit vector d that is an eigenvector. */
function velocityAlong(tensor: readonly number[], [x, y, z]: readonly [number, number, number]): number {
  const [xx = 0, xy = 0, xz = 0, yy = 0, yz = 0, zz = 0] = tensor;
  return Math.sqrt(xx * x * x + yy * y * y + zz * z * z + 2 * (xy * x * y + xz * x * z + yz * y * z));
}

describe("buildVelocityTensor", () => {
  test("healthy muscle conducts at the along-fiber and across-fiber velocities", () => {
    const tensor = tensorOf(createMap({}));
    expect(velocityAlong(tensor, [0.6, 0.8, 0])).toBeCloseTo(0.6, 12);
    expect(velocityAlong(tensor, [-0.8, 0.6, 0])).toBeCloseTo(0.2, 12);
    expect(velocityAlong(tensor, [0, 0, 1])).toBeCloseTo(0.2, 12);
  });

  test("the fast layer is isotropic and stays fast over a slow septum", () => {
    const tensor = tensorOf(createMap({ fast: 1, septum: 1 }), true);
    expect(velocityAlong(tensor, [-0.8, 0.6, 0])).toBeCloseTo(1.5, 12);
    expect(velocityAlong(tensor, [0.6, 0.8, 0])).toBeCloseTo(1.5, 12);
  });

  test("border zone and slow septum scale velocities, and multiply", () => {
    const tensor = tensorOf(createMap({ tissue: TISSUE.borderZone, septum: 1 }), true);
    expect(velocityAlong(tensor, [0.6, 0.8, 0])).toBeCloseTo(0.6 * 0.25 * 0.5, 12);
  });

  test("scar and a line of block do not conduct", () => {
    expect(tensorOf(createMap({ tissue: TISSUE.scar, fast: 1 }))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(tensorOf(createMap({ blocked: 1 }))).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
