import { expect, test } from "vitest";
import { createColorScale } from "../color/color-scale.ts";
import { computeCornerNormals } from "./corner-normals.ts";
import type { Projection } from "./projection.ts";
import { rasterizeSurface } from "./rasterize-surface.ts";
import { createSampleEllipsoid } from "./sample-ellipsoid.fixture.ts";
import { shadeSurface } from "./shade-surface.ts";
import { STANDARD_VIEWS } from "./standard-views.ts";

/** Screen right is x, screen up is z, toward the viewer is -y. */
const projection: Projection = {
  view: STANDARD_VIEWS.ap,
  center_mm: [0, 0, 0],
  scale_pxPerMm: 1,
  width_px: 40,
  height_px: 40,
};
const at = (x_px: number, y_px: number): number => y_px * 40 + x_px;

/** A square facing the viewer at a given y, corners counter-clockwise from the viewer. */
function square(y_mm: number, half_mm: number): number[] {
  return [-half_mm, y_mm, -half_mm, half_mm, y_mm, -half_mm, half_mm, y_mm, half_mm, -half_mm, y_mm, half_mm];
}
const squares = { points_mm: [...square(-5, 6), ...square(5, 15)], triangles: [0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7] };

test("the nearer square hides the farther one, in whatever order they come", () => {
  const reversed = { ...squares, triangles: [4, 5, 6, 4, 6, 7, 0, 1, 2, 0, 2, 3] };
  for (const [surface, near] of [
    [squares, [0, 1]],
    [reversed, [2, 3]],
  ] as const) {
    const buffer = rasterizeSurface(surface, projection, 1);
    expect(near).toContain(buffer.triangle[at(20, 20)]);
    expect(buffer.depth_mm[at(20, 20)]).toBe(5);
    expect(buffer.depth_mm[at(8, 20)]).toBe(-5);
    expect(buffer.triangle[at(2, 2)]).toBe(-1);
  }
});

test("a cutting plane uncovers what lay behind", () => {
  const buffer = rasterizeSurface(squares, projection, 1, 0);
  expect(buffer.depth_mm[at(20, 20)]).toBe(-5);
});

test("covers exactly the pixels whose centers are inside", () => {
  const buffer = rasterizeSurface({ points_mm: square(0, 15), triangles: [0, 1, 2, 0, 2, 3] }, projection, 1);
  expect(buffer.triangle.filter((index) => index >= 0).length).toBe(900);
});

test("a sphere covers a disk and is nearest in its middle", () => {
  const sphere = createSampleEllipsoid([15, 15, 15], 40);
  const buffer = rasterizeSurface(sphere, projection, 4);
  const covered = buffer.triangle.filter((index) => index >= 0).length / 16;
  expect(Math.abs(covered / (Math.PI * 225) - 1)).toBeLessThan(0.01);
  expect(buffer.depth_mm[80 * 160 + 80]!).toBeGreaterThan(14.9);
});

test("corner normals of a sphere point outward, of a sharp edge stay with their face", () => {
  const sphere = createSampleEllipsoid([10, 10, 10], 24);
  const normals = computeCornerNormals(sphere);
  for (let corner = 0; corner < sphere.triangles.length; corner += 37) {
    const point = sphere.triangles[corner]!;
    const outward = [0, 1, 2].reduce(
      (sum, k) => sum + (normals[3 * corner + k]! * sphere.points_mm[3 * point + k]!) / 10,
      0,
    );
    expect(outward).toBeGreaterThan(0.99);
  }
  const fold = { points_mm: [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1], triangles: [0, 1, 2, 0, 3, 1] };
  const [a, b] = [computeCornerNormals(fold).slice(0, 3), computeCornerNormals(fold).slice(9, 12)];
  expect([...a]).toEqual([0, 0, 1]);
  expect([...b]).toEqual([0, 1, 0]);
});

test("isochrones of a linear field lie where the field has their values", () => {
  const surface = { points_mm: square(0, 20), triangles: [0, 1, 2, 0, 2, 3] };
  // 0 ms at the left edge, 40 ms at the right one: 0.25 ms for each of 160 columns, a line of 10 ms at each 40th.
  const values = [0, 40, 40, 0];
  const buffer = rasterizeSurface(surface, projection, 4);
  const shade = (isochrones: boolean) =>
    shadeSurface(surface, buffer, {
      view: projection.view,
      values,
      scale: createColorScale(values, { step: 10, reversed: true }),
      cornerNormals: undefined,
      density: 4,
      isochrones,
      cutAway: false,
    }).pixels;
  const [plain, lined] = [shade(false), shade(true)];
  const touched = Array.from({ length: 160 }, (_, x) => x).filter(
    (x) => plain[4 * (80 * 160 + x)] !== lined[4 * (80 * 160 + x)],
  );
  for (const level of [40, 80, 120]) {
    const line = touched.filter((x) => Math.abs(x + 0.5 - level) < 6);
    const middle = line.reduce((sum, x) => sum + x + 0.5, 0) / line.length;
    expect(middle).toBeCloseTo(level, 6);
    expect(line.length).toBe(4);
  }
});

test("a part without a value is a gray hatch, never a color of the map", () => {
  const surface = { points_mm: square(0, 20), triangles: [0, 1, 2, 0, 2, 3] };
  const values = [Number.NaN, 40, 40, Number.POSITIVE_INFINITY];
  const { pixels } = shadeSurface(surface, rasterizeSurface(surface, projection, 1), {
    view: projection.view,
    values,
    scale: createColorScale(values, { step: 10 }),
    cornerNormals: undefined,
    density: 1,
    isochrones: true,
    cutAway: false,
  });
  const greys = new Set<string>();
  for (let i = 0; i < pixels.length; i += 4) greys.add([pixels[i], pixels[i + 1], pixels[i + 2]].join());
  expect(greys.size).toBe(2);
});
