import { expect, test } from "vitest";
import { DESIGN_SHAPES, shapeAtPoint, weighDesign } from "./shape-design.ts";

/** A value as the design sees it: from its shapes to the shape asked for. */
function predict(value: (slowness: readonly number[]) => number, point: readonly [number, number, number]): number {
  const weights = weighDesign(shapeAtPoint(point));
  return DESIGN_SHAPES.reduce((sum, shape, i) => sum + weights[i]! * value(slownessOf(shape)), 0);
}

function slownessOf(shape: (typeof DESIGN_SHAPES)[number]): number[] {
  return [1 / shape.fastLayerRatio, shape.anisotropyRatio, 1 / shape.septumRatio];
}

test("a quadratic in the slownesses is reproduced exactly anywhere in the cube", () => {
  const quadratic = ([a = 0, b = 0, c = 0]: readonly number[]) =>
    40 + 30 * a + 12 * b - 5 * c + 8 * a * b + 3 * c * c - b * c;
  for (const point of [
    [0.3, -0.7, 0.9],
    [-1, 1, -1],
    [0, 0, 0],
    [0.5, 0.5, -0.25],
  ] as const) {
    expect(predict(quadratic, point)).toBeCloseTo(quadratic(slownessOf(shapeAtPoint(point))), 9);
  }
});

test("the weights add to 1", () => {
  const weights = weighDesign(shapeAtPoint([0.2, -0.4, 0.6]));
  expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
});

test("the arrival time of the faster of two paths is met within a few percent of its spread", () => {
  const faster = ([a = 0, , c = 0]: readonly number[]) => Math.min(60 * c, 30 * c + 80 * a);
  for (const point of [
    [0.4, 0, 0.4],
    [-0.6, 0, -0.2],
    [0.8, 0, -0.8],
  ] as const) {
    expect(Math.abs(predict(faster, point) - faster(slownessOf(shapeAtPoint(point))))).toBeLessThan(4);
  }
});
