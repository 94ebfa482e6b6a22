import { describe, expect, test } from "vitest";
import { fitParabola } from "./parabola.ts";

describe("a parabola through points", () => {
  const x = [20, 30, 50, 60, 80, 110];

  test("through points of one its vertex is exact and its interval nil", () => {
    const { vertex, halfWidth, explainedShare } = fitParabola(
      x,
      x.map((value) => 7 - 0.01 * (value - 73) ** 2),
    );
    expect(vertex).toBeCloseTo(73, 9);
    expect(halfWidth).toBeLessThan(1e-6);
    expect(explainedShare).toBeCloseTo(1, 12);
  });

  test("scatter widens the interval, and the vertex stays in it", () => {
    const scatter = [0.3, -0.2, -0.3, 0.2, 0.1, -0.1];
    const { vertex, halfWidth, explainedShare } = fitParabola(
      x,
      x.map((value, i) => 7 - 0.01 * (value - 73) ** 2 + scatter[i]!),
    );
    expect(halfWidth).toBeGreaterThan(0.5);
    expect(Math.abs(vertex - 73)).toBeLessThan(halfWidth);
    expect(explainedShare).toBeLessThan(1);
  });
});
