import { describe, expect, test } from "vitest";
import { areaVector, cornersOfTriangle } from "../mesh/triangle-geometry.ts";
import { distance, dot, pointAt, subtract, type Vector3 } from "../numerics/vector3.ts";
import { ECG_ELECTRODES } from "./lead-names.ts";
import { createTorso } from "./torso.ts";

const HEART: Vector3 = [12, -30, 200];
const TORSO = createTorso({ heartCenter_mm: HEART });

describe("the trunk around a heart", () => {
  test("has 642 nodes and normals that point away from the heart", () => {
    const { points_mm, triangles } = TORSO.surface;
    expect(points_mm.length / 3).toBe(642);
    for (let triangle = 0; triangle < triangles.length / 3; triangle++) {
      const [a, b, c] = cornersOfTriangle(points_mm, triangles, triangle);
      expect(dot(areaVector(a, b, c), subtract(a, HEART))).toBeGreaterThan(0);
    }
  });

  test("lies around a heart that is left of and in front of its middle", () => {
    expect(HEART[0] - TORSO.center_mm[0]).toBe(35);
    expect(HEART[1] - TORSO.center_mm[1]).toBe(-15);
    const across = Array.from({ length: 642 }, (_, node) => pointAt(TORSO.surface.points_mm, node)[0]);
    expect(Math.max(...across) - Math.min(...across)).toBeGreaterThan(300);
    expect(Math.max(...across) - Math.min(...across)).toBeLessThanOrEqual(320);
  });

  test("carries every electrode on its skin", () => {
    for (const name of ECG_ELECTRODES) {
      const nearest_mm = Math.min(
        ...Array.from({ length: 642 }, (_, node) =>
          distance(pointAt(TORSO.surface.points_mm, node), TORSO.electrodes_mm[name]),
        ),
      );
      expect(nearest_mm, name).toBeLessThan(30);
    }
  });

  test("has V1 to V6 in order from the right of the sternum round to the left side, the limbs far from the heart", () => {
    const { electrodes_mm: e, center_mm } = TORSO;
    const x = (["V1", "V2", "V3", "V4", "V5", "V6"] as const).map((name) => e[name][0]);
    expect(x).toEqual([...x].sort((a, b) => a - b));
    expect(e.V1[0] - center_mm[0]).toBeCloseTo(-20, 10);
    expect(e.V6[1]).toBeCloseTo(center_mm[1], 6);
    expect(e.V4[2]).toBeCloseTo(e.V6[2], 10);
    expect(e.R[0]).toBeLessThan(center_mm[0]);
    expect(e.L[2] - HEART[2]).toBeGreaterThan(100);
    expect(HEART[2] - e.F[2]).toBeGreaterThan(200);
  });

  test("is larger in a heavier person and longer in a taller one", () => {
    const heavy = createTorso({ bodyWeight_kg: 110 });
    const tall = createTorso({ bodyHeight_mm: 1950 });
    const usual = createTorso();
    expect(heavy.electrodes_mm.V6[0]).toBeGreaterThan(usual.electrodes_mm.V6[0] + 20);
    expect(tall.electrodes_mm.F[2]).toBeLessThan(usual.electrodes_mm.F[2] - 20);
  });

  test("moves a heart back that would stand in the chest wall, and refuses one that does not fit", () => {
    const front = Float64Array.of(0, -92, 0);
    const moved = createTorso({ heartPoints_mm: front });
    expect(moved.movedBack_mm).toBeGreaterThan(5);
    expect(moved.electrodes_mm.V2[1]).toBeLessThan(-92 - 17.9);
    expect(createTorso({ heartPoints_mm: Float64Array.of(0, -60, 0) }).movedBack_mm).toBe(0);
    expect(() => createTorso({ heartPoints_mm: Float64Array.of(300, 0, 0) })).toThrow(
      expect.objectContaining({ code: "heart-outside-torso" }),
    );
  });

  test("refuses sizes that no adult has", () => {
    expect(() => createTorso({ bodyHeight_mm: 175 })).toThrow(expect.objectContaining({ code: "body-size-range" }));
  });
});
