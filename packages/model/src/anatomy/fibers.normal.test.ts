import { beforeAll, describe, expect, test } from "vitest";
import { centerOfElement } from "../mesh/element-center.ts";
import { countTetrahedra, type HeartMesh } from "../mesh/mesh.ts";
import { meshImplicitShape } from "../mesh/mesh-implicit-shape.ts";
import { cross, dot, normalize, pointAt, type Vector3 } from "../numerics/vector3.ts";
import { degreesFromRadians } from "../units/convert.ts";
import { HUMAN_FIBER_ANGLES } from "./fiber-angles.ts";
import { type FiberFields, solveFiberFields } from "./fiber-fields.ts";
import { assembleFiberFrames, type FiberFrames } from "./fibers.ts";
import { findHeartPreset } from "./heart-presets.ts";
import { createParametricHeart, type ParametricHeart } from "./parametric-heart.ts";

interface WallSample {
  readonly depth: number;
  readonly helix_deg: number;
  /** Of fiber with the wall's normal. */
  readonly outOfWall: number;
}

function meanOfElement(heart: HeartMesh, values: Float64Array, element: number): number {
  return [0, 1, 2, 3].reduce((sum, k) => sum + values[heart.tetrahedra[4 * element + k]!]! / 4, 0);
}

/** Outward normal of the ellipsoid of revolution about z through a point. */
function normalOf([x, y, z]: Vector3, a: number, b: number, c: number): Vector3 {
  return normalize([x / (a * a), y / (b * b), z / (c * c)]);
}

function sampleFiber(frames: FiberFrames, element: number, normal: Vector3, depth: number): WallSample {
  const fiber = pointAt(frames.fiber, element);
  const up = normalize([-normal[2] * normal[0], -normal[2] * normal[1], 1 - normal[2] * normal[2]]);
  const around = cross(up, normal);
  const helix_deg = degreesFromRadians(Math.atan(dot(fiber, up) / dot(fiber, around)));
  return { depth, helix_deg, outOfWall: Math.abs(dot(fiber, normal)) };
}

/** Mean helix angle in equal bins of depth. */
function binHelix(samples: readonly WallSample[], binCount: number): number[] {
  return Array.from({ length: binCount }, (_, bin) => {
    const inBin = samples.filter(({ depth }) => Math.min(binCount - 1, Math.floor(depth * binCount)) === bin);
    return inBin.reduce((sum, { helix_deg }) => sum + helix_deg, 0) / inBin.length;
  });
}

describe("computeFibers on a biventricular heart", () => {
  let preset: ParametricHeart;
  let heart: HeartMesh;
  let fields: FiberFields;
  const walls = { lvFree: [] as WallSample[], septum: [] as WallSample[], rvFree: [] as WallSample[] };

  beforeAll(() => {
    preset = createParametricHeart(findHeartPreset("normal-male")!.geometry);
    heart = meshImplicitShape(preset.shape, { edgeLength_mm: 3 }).heart;
    fields = solveFiberFields(heart);
    const frames = assembleFiberFrames(heart, fields, HUMAN_FIBER_ANGLES);
    const { leftVentricle: lv, rightVentricle: rv } = preset;
    for (let element = 0; element < countTetrahedra(heart); element++) {
      const middle = centerOfElement(heart, element);
      if (middle[2] < -15 || middle[2] > 15) continue;
      const depth = meanOfElement(heart, fields.epicardium, element);
      const right = meanOfElement(heart, fields.rv, element);
      const share = right / (right + meanOfElement(heart, fields.lv, element));
      const ofLv = normalOf(middle, (lv.a + lv.epiA) / 2, (lv.a + lv.epiA) / 2, (lv.c + lv.epiC) / 2);
      const fromRv: Vector3 = [middle[0] - rv.centerX, middle[1], middle[2] - rv.centerZ];
      if (middle[0] < 0) walls.lvFree.push(sampleFiber(frames, element, ofLv, depth));
      else if (middle[0] > rv.centerX) {
        walls.rvFree.push(sampleFiber(frames, element, normalOf(fromRv, rv.a + 1.5, rv.b + 1.5, rv.c + 1.5), depth));
      } else if (Math.abs(middle[1]) < 12) walls.septum.push(sampleFiber(frames, element, ofLv, share));
    }
  });

  test.each([
    ["lvFree", 5],
    ["septum", 5],
    ["rvFree", 3],
  ] as const)("the helix angle falls monotonically through the wall %s, and is linear in depth", (wall, binCount) => {
    const helix_deg = binHelix(walls[wall], binCount);
    for (let bin = 0; bin < binCount; bin++) {
      const expected_deg = 60 - (120 * (bin + 0.5)) / binCount;
      expect(Math.abs(helix_deg[bin]! - expected_deg)).toBeLessThan(8);
      if (bin > 0) expect(helix_deg[bin]!).toBeLessThan(helix_deg[bin - 1]!);
    }
  });

  test.each(["lvFree", "septum", "rvFree"] as const)("no element of the wall %s leaves the smooth rotation", (wall) => {
    const jumping = walls[wall].filter(({ depth, helix_deg }) => Math.abs(helix_deg - (60 - 120 * depth)) > 25);
    expect(jumping.length / walls[wall].length).toBeLessThan(0.01);
  });

  test("fibers lie in the wall: mean |f . e2| below 0.1", () => {
    for (const samples of Object.values(walls)) {
      expect(samples.reduce((sum, { outOfWall }) => sum + outOfWall, 0) / samples.length).toBeLessThan(0.1);
    }
  });

  test("the Laplace fields are partitions of one and keep to [0, 1]", () => {
    for (let node = 0; node < fields.lv.length; node++) {
      expect(Math.abs(fields.lv[node]! + fields.rv[node]! + fields.epicardium[node]! - 1)).toBeLessThan(1e-9);
    }
    for (const values of [fields.lv, fields.rv, fields.base]) {
      expect(values.every((value) => value > -1e-6 && value < 1 + 1e-6)).toBe(true);
    }
  });
});
