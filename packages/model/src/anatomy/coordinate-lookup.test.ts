import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import { assignAhaSegments, measureSegmentVolumes, WALL } from "./aha-segments.ts";
import { createCoordinateLookup } from "./coordinate-lookup.ts";
import type { VentricularCoordinates } from "./ventricular-coordinates.ts";

const BOX = createBoxMesh({ size_mm: [60, 40, 8], cellCount: [12, 10, 4] });
/** rt of the box runs once from here through 1 to 0.6 further on. */
const FIRST_rt = 0.7;

/** A box as an unrolled wall: ab along x, rt along y and across the jump at 1, tm along z. */
function createBoxCoordinates(tvAt: (z: number) => number = () => 0): VentricularCoordinates {
  const at = (axis: number) =>
    Float64Array.from({ length: BOX.points_mm.length / 3 }, (_, i) => BOX.points_mm[3 * i + axis]!);
  const rt = at(1).map((y) => FIRST_rt + 0.6 * (y / 40));
  const tv = Uint8Array.from(at(2), tvAt);
  return {
    ab: at(0).map((x) => x / 60),
    tm: at(2).map((z) => (tvAt(8) === tvAt(0) ? z / 8 : Math.abs(z - 5) / 5)),
    rtSin: rt.map((value) => Math.sin(2 * Math.PI * value)),
    rtCos: rt.map((value) => Math.cos(2 * Math.PI * value)),
    tv,
  };
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("createCoordinateLookup", () => {
  test("coordinates linear in space are inverted exactly, also across the jump of rt", () => {
    const lookup = createCoordinateLookup(BOX, createBoxCoordinates());
    fc.assert(
      fc.property(share, share, share, (ab, along, tm) => {
        const found = lookup({ ab, tm, rt: FIRST_rt + 0.6 * along, tv: 0 });
        expect(
          Math.hypot(found.point_mm[0] - 60 * ab, found.point_mm[1] - 40 * along, found.point_mm[2] - 8 * tm),
        ).toBeLessThan(1e-6);
        expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  test("elements across the middle surface of the septum serve both ventricles", () => {
    const lookup = createCoordinateLookup(
      BOX,
      createBoxCoordinates((z) => (z > 5 ? 1 : 0)),
    );
    const left = lookup({ ab: 0.5, tm: 0.02, rt: 0.95, tv: 0 });
    const right = lookup({ ab: 0.5, tm: 0.1, rt: 0.95, tv: 1 });
    expect(left.mismatch_mm).toBe(0);
    expect(left.point_mm[2]).toBeCloseTo(4.9, 9);
    expect(right.point_mm[2]).toBeCloseTo(5.5, 9);
  });

  test("a place outside the heart gives the closest one and says by how much it misses", () => {
    const found = createCoordinateLookup(BOX, createBoxCoordinates())({ ab: 0.5, tm: 0.5, rt: 0.5, tv: 0 });
    expect(found.mismatch_mm).toBeGreaterThan(10);
    expect(found.point_mm[0]).toBeGreaterThan(0);
  });
});

describe("assignAhaSegments", () => {
  test("an unrolled wall is cut where the table says, and its volumes add up", () => {
    const { segment, wall } = assignAhaSegments(BOX, createBoxCoordinates());
    const volumes_mL = measureSegmentVolumes(BOX, segment);
    expect(volumes_mL.reduce((sum, volume) => sum + volume, 0)).toBeCloseTo(19.2, 9);
    expect(volumes_mL[17]).toBeGreaterThan(0.5);
    expect([...new Set(segment)].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 8, 9, 10, 11, 14, 15, 16, 17]);
    for (let element = 0; element < segment.length; element++) {
      if ([2, 3, 8, 9].includes(segment[element]!)) expect(wall[element]).toBe(WALL.septum);
      if ([4, 5, 10, 11].includes(segment[element]!)) expect(wall[element]).toBe(WALL.lvFree);
    }
  });

  test("in the right ventricle the septum has a segment and the free wall has none", () => {
    const { segment, wall } = assignAhaSegments(
      BOX,
      createBoxCoordinates(() => 1),
    );
    for (let element = 0; element < segment.length; element++) {
      expect(segment[element]! > 0).toBe(wall[element] === WALL.septum);
      expect(wall[element]).not.toBe(WALL.lvFree);
    }
  });
});
