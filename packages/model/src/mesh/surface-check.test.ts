import { describe, expect, test } from "vitest";
import { createShellSurface } from "./icosphere.fixture.ts";
import { createIcosphere } from "./icosphere.ts";
import type { TriangleSurface } from "./mesh.ts";
import { checkSurface } from "./surface-check.ts";

describe("checkSurface", () => {
  test("a sphere passes unchanged with its volume", () => {
    const sphere = createIcosphere(10, 3);
    const checked = checkSurface(sphere);
    expect(checked.surface).toBe(sphere);
    expect(checked.remarks).toEqual([]);
    expect(Math.abs(checked.enclosedVolume_mm3 / ((4000 / 3) * Math.PI) - 1)).toBeLessThan(0.02);
  });

  test("a shell with an inner sphere turned inward passes and keeps its labels", () => {
    const shell = createShellSurface(5, 8, 2);
    expect(checkSurface(shell).surface.labels).toBe(shell.labels);
  });

  test("a sphere inside out is turned round, and said so", () => {
    const sphere = createIcosphere(10, 1);
    const turned = { ...sphere, triangles: sphere.triangles.slice().reverse() };
    const checked = checkSurface(turned);
    expect(checked.remarks[0]).toMatch(/turned round/);
    expect(checked.enclosedVolume_mm3).toBeGreaterThan(0);
    expect(checkSurface(checked.surface).remarks).toEqual([]);
  });

  test("a missing triangle is a hole at a named edge", () => {
    const sphere = createIcosphere(10, 1);
    expectCode({ ...sphere, triangles: sphere.triangles.slice(3) }, "surface-open", /edge \d+-\d+ of triangle \d+/);
  });

  test("one turned triangle is named", () => {
    const sphere = createIcosphere(10, 1);
    const triangles = sphere.triangles.slice();
    [triangles[6], triangles[7]] = [triangles[7]!, triangles[6]!];
    expectCode({ ...sphere, triangles }, "surface-orientation", /triangle 2\b|edge/);
  });

  test("a double triangle is not manifold", () => {
    const sphere = createIcosphere(10, 0);
    const triangles = Uint32Array.from([...sphere.triangles, ...sphere.triangles.slice(0, 3)]);
    expectCode({ ...sphere, triangles }, "surface-not-manifold", /edge/);
  });

  test("not-a-number is found at its point", () => {
    const sphere = createIcosphere(10, 0);
    const points_mm = sphere.points_mm.slice();
    points_mm[16] = Number.NaN;
    expectCode({ ...sphere, points_mm }, "surface-not-finite", /point 5/);
  });

  test("a point number beyond the points is found at its triangle", () => {
    const sphere = createIcosphere(10, 0);
    const triangles = sphere.triangles.slice();
    triangles[4] = 12;
    expectCode({ ...sphere, triangles }, "surface-index", /triangle 1/);
  });

  test("two spheres through each other intersect", () => {
    const a = createIcosphere(10, 2);
    const moved = a.points_mm.map((value, i) => (i % 3 === 0 ? value + 7 : value));
    const shift = a.points_mm.length / 3;
    const both = {
      points_mm: Float64Array.from([...a.points_mm, ...moved]),
      triangles: Uint32Array.from([...a.triangles, ...a.triangles.map((point) => point + shift)]),
    };
    expectCode(both, "surface-self-intersecting", /triangles \d+ and \d+/);
  });

  test("a corner pushed through the far side intersects its own surface", () => {
    const sphere = createIcosphere(10, 2);
    const points_mm = sphere.points_mm.slice();
    for (let axis = 0; axis < 3; axis++) points_mm[axis]! *= -1.3;
    expectCode({ ...sphere, points_mm }, "surface-self-intersecting", /triangles/);
  });
});

function expectCode(surface: TriangleSurface, code: string, where: RegExp): void {
  expect(() => checkSurface(surface)).toThrow(expect.objectContaining({ code, where: expect.stringMatching(where) }));
}
