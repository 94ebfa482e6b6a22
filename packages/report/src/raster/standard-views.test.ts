import { cross, dot, type Vector3 } from "@tributary/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { projectPoint } from "./projection.ts";
import { createView, nameDirection, STANDARD_VIEWS } from "./standard-views.ts";

const views = Object.values(STANDARD_VIEWS).map((view) => [view.name, view] as const);
const panel = { center_mm: [0, 0, 0] as Vector3, scale_pxPerMm: 1, width_px: 0, height_px: 0 };

/** Places in patient LPS, mm: x to the left, y to posterior, z to the head. */
const LEFT: Vector3 = [50, 0, 0];
const APEX: Vector3 = [50, -45, -40];
const LATERAL_WALL: Vector3 = [55, 30, 0];
const SPINE: Vector3 = [0, 90, 0];
const STERNUM: Vector3 = [0, -90, 0];
const HEAD: Vector3 = [0, 0, 100];

test.each(views)("%s is a right-handed base with the head up", (_, view) => {
  const turned = cross(view.right, view.up);
  for (const k of [0, 1, 2]) expect(turned[k]!).toBeCloseTo(view.toward[k]!, 12);
  expect(dot(view.right, view.up)).toBeCloseTo(0, 12);
  expect(projectPoint({ ...panel, view }, HEAD).y_px).toBeLessThan(0);
});

test("AP shows the patient's left on the viewer's right and the sternum in front", () => {
  const projection = { ...panel, view: STANDARD_VIEWS.ap };
  expect(projectPoint(projection, LEFT).x_px).toBeCloseTo(50, 9);
  expect(projectPoint(projection, STERNUM).depth_mm).toBeGreaterThan(projectPoint(projection, SPINE).depth_mm);
  expect(projectPoint(projection, APEX).x_px).toBeGreaterThan(0);
});

test("LAO 40 has the spine and the lateral wall on the viewer's right, the apex toward the viewer", () => {
  const projection = { ...panel, view: STANDARD_VIEWS.lao40 };
  expect(projectPoint(projection, SPINE).x_px).toBeGreaterThan(40);
  expect(projectPoint(projection, LATERAL_WALL).x_px).toBeGreaterThan(40);
  expect(projectPoint(projection, APEX).depth_mm).toBeGreaterThan(50);
  expect(Math.abs(projectPoint(projection, APEX).x_px)).toBeLessThan(20);
});

test("RAO 30 has the spine on the viewer's left and lays the long axis out toward the right", () => {
  const projection = { ...panel, view: STANDARD_VIEWS.rao30 };
  expect(projectPoint(projection, SPINE).x_px).toBeLessThan(-40);
  expect(projectPoint(projection, APEX).x_px).toBeGreaterThan(60);
});

test("left lateral has anterior on the viewer's left; posterior has the patient's left on the viewer's left", () => {
  expect(projectPoint({ ...panel, view: STANDARD_VIEWS.leftLateral }, STERNUM).x_px).toBeCloseTo(-90, 9);
  expect(projectPoint({ ...panel, view: STANDARD_VIEWS.pa }, LEFT).x_px).toBeCloseTo(-50, 9);
});

test("letters name the patient's sides, the strongest first", () => {
  expect(nameDirection([1, 0, 0])).toBe("L");
  expect(nameDirection([0, -1, 0])).toBe("A");
  expect(nameDirection([0, 0, -1])).toBe("I");
  expect(nameDirection(STANDARD_VIEWS.lao40.right)).toBe("LP");
  expect(nameDirection(STANDARD_VIEWS.rao30.right)).toBe("LA");
});

test("a view from any direction is right-handed, so no picture is ever a mirror image", () => {
  const part = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(part, part, part, (x, y, z) => {
      fc.pre(Math.hypot(x, y) > 0.1);
      const view = createView("any", [x, y, z]);
      const turned = cross(view.right, view.up);
      for (const k of [0, 1, 2]) expect(turned[k]!).toBeCloseTo(view.toward[k]!, 9);
    }),
  );
});
