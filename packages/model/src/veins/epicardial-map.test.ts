import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rtFromAhaAngle } from "../anatomy/coordinate-conventions.ts";
import { distance, dot, norm, type Vector3 } from "../numerics/vector3.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import {
  createEllipsoidEpicardium,
  type EllipsoidShape,
  ellipsoidPoint,
  NORMAL_MALE,
  polarFromAb,
} from "./ellipsoid-epicardium.fixture.ts";
import { createEpicardialMap } from "./epicardial-map.ts";
import { createNearestTriangleFinder } from "./nearest-triangle.ts";
import { measureGrooveArc } from "./trunk-course.ts";

const map = createEpicardialMap(createEllipsoidEpicardium(NORMAL_MALE));

/** Apex to groove along the normal male ellipsoid, by quadrature. */
const MERIDIAN_mm = 114.7;

function exactPoint(shape: EllipsoidShape, ab: number, aha_deg: number): Vector3 {
  return ellipsoidPoint(shape, polarFromAb(shape, ab), aha_deg);
}

/** Outward unit normal of the ellipsoid at one of its points. */
function exactNormal(shape: EllipsoidShape, point: Vector3): Vector3 {
  const [x, y, z] = point;
  const n = [x / shape.radius_mm ** 2, y / shape.radius_mm ** 2, z / shape.apex_mm ** 2] as const;
  const length = norm(n);
  return [n[0] / length, n[1] / length, n[2] / length];
}

describe("from coordinates to the epicardium", () => {
  test("any place of the ellipsoid is found to 0.15 mm, its normal to 2 degrees", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 360, noNaN: true }),
        (ab, aha_deg) => {
          const place = map.locate(ab, rtFromAhaAngle(aha_deg));
          const exact = exactPoint(NORMAL_MALE, ab, aha_deg);
          expect(place.offHeart_mm).toBe(0);
          expect(distance(place.point_mm, exact)).toBeLessThan(0.15);
          expect(dot(place.normal, exactNormal(NORMAL_MALE, exact))).toBeGreaterThan(Math.cos(radiansFromDegrees(2)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("the apex is one point whatever rt is asked", () => {
    for (const rt of [0, 0.2, 0.5, 0.9]) {
      expect(distance(map.locate(0, rt).point_mm, [0, 0, -NORMAL_MALE.apex_mm])).toBeLessThan(1e-9);
    }
  });

  test("the wrap of rt is not a seam", () => {
    const before = map.locate(0.6, 1 - 1e-6).point_mm;
    const after = map.locate(0.6, 1e-6).point_mm;
    expect(distance(before, after)).toBeLessThan(0.01);
  });

  test("coordinates off the mapped epicardium say how far off they are", () => {
    const freeWall = createEpicardialMap(createEllipsoidEpicardium({ ...NORMAL_MALE, untilRt: 2 / 3 }));
    expect(freeWall.locate(0.7, 0.3).offHeart_mm).toBe(0);
    const off = freeWall.locate(0.7, 2 / 3 + 1 / 36);
    const onGroove = exactPoint(NORMAL_MALE, 0.7, 120);
    const asked = exactPoint(NORMAL_MALE, 0.7, 130);
    expect(distance(off.point_mm, onGroove)).toBeLessThan(1.5);
    expect(Math.abs(off.offHeart_mm - distance(onGroove, asked))).toBeLessThan(1);
    expect(Math.abs(map.locate(1.2, 0.3).offHeart_mm - 0.2 * MERIDIAN_mm)).toBeLessThan(1);
  });
});

describe("from space to coordinates", () => {
  test("a point over the epicardium has the coordinates it was lifted from, and its height as distance", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 12, noNaN: true }),
        (ab, rt, height_mm) => {
          const { point_mm, normal } = map.locate(ab, rt);
          const lifted: Vector3 = [0, 1, 2].map((axis) => point_mm[axis]! + height_mm * normal[axis]!) as never;
          const back = map.project(lifted);
          expect(Math.abs(back.distance_mm - height_mm)).toBeLessThan(0.15);
          expect(Math.abs(back.ab - ab)).toBeLessThan(0.01);
          const turn = Math.abs(back.rt - rt - Math.round(back.rt - rt));
          expect(turn * 2 * Math.PI * ab).toBeLessThan(0.05);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("the nearest triangle is that of a search over all", () => {
    const surface = createEllipsoidEpicardium(NORMAL_MALE, 12, 16);
    const find = createNearestTriangleFinder(surface);
    const coordinate = fc.double({ min: -150, max: 150, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, (x, y, z) => {
        let least = Number.POSITIVE_INFINITY;
        for (let t = 0; t < surface.triangles.length / 3; t++) {
          const alone = createNearestTriangleFinder({
            points_mm: surface.points_mm,
            triangles: surface.triangles.slice(3 * t, 3 * t + 3),
          });
          least = Math.min(least, alone([x, y, z]).distance_mm);
        }
        expect(find([x, y, z]).distance_mm).toBeCloseTo(least, 9);
      }),
      { numRuns: 30 },
    );
  });
});

test("the groove of the normal male ellipsoid measures 127.7 mm", () => {
  expect(Math.abs(measureGrooveArc(map) - 127.7)).toBeLessThan(3);
});
