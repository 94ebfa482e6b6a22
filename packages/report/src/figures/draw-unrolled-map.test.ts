import { expect, test } from "vitest";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import { drawUnrolledMap } from "./draw-unrolled-map.ts";
import { flattenField } from "./unrolled-field.ts";
import { MAP_FRAME, placeOnMap } from "./unrolled-frame.ts";

const vein = { name: "Left marginal vein", ab: [1, 0.7, 0.3], rt: [0.33, 0.34, 0.35], diameter_mm: [3, 2, 1] };
const options = {
  title: "Planning map",
  field: { kind: "function", timeAt_ms: (ab: number, rt: number) => 40 + 50 * ab + 30 * rt } as const,
  veins: [vein],
  electrodes: [{ name: "LV1", ab: 0.5, rt: 0.34, chosen: true }],
  imageDensity: 0.5,
};

test("anterior is on the left, posterior on the right, base above", () => {
  expect(placeOnMap(0.5, 2 / 3).x_px).toBeLessThan(placeOnMap(0.5, 1 / 3).x_px);
  expect(placeOnMap(0.5, 1 / 3).x_px).toBeLessThan(placeOnMap(0.5, 0).x_px);
  expect(placeOnMap(1, 0.3).y_px).toBeLessThan(placeOnMap(0, 0.3).y_px);
});

test("a vein just past the posterior groove stays on the right, not at the far left", () => {
  expect(placeOnMap(0.5, 0.97).x_px).toBeGreaterThan(placeOnMap(0.5, 0).x_px);
  expect(placeOnMap(0.5, 0.97).x_px).toBeLessThan(MAP_FRAME.left_px + MAP_FRAME.width_px);
});

test("is well-formed, the same twice, and lists veins and electrodes", () => {
  const { svg, table } = drawUnrolledMap(options);
  expect(findMarkupError(svg)).toBeUndefined();
  expect(drawUnrolledMap(options).svg).toBe(svg);
  expect(svg).toContain("anterior groove");
  expect(table.rows).toEqual([
    ["Left marginal vein", "ab 1, rt 0.33", "ab 0.3, rt 0.35", "3 to 1"],
    ["LV1", "ab 0.5, rt 0.34", "", ""],
  ]);
});

test("triangles that would be torn by the map are left out", () => {
  const field = {
    kind: "triangles",
    triangles: [0, 1, 2, 0, 1, 3],
    ab: [0.5, 0.6, 0.5, 0.5],
    rt: [0.81, 0.82, 0.8, 0.86],
    times_ms: [1, 2, 3, 4],
  } as const;
  expect(Array.from(flattenField(field).surface.triangles)).toEqual([0, 1, 2]);
});
