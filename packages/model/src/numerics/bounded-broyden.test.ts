import { describe, expect, test } from "vitest";
import { solveBoundedBroyden } from "./bounded-broyden.ts";

const OPTIONS = { probe: 1e-3, longestStep: 0.5, tolerance: 1e-9, mostIterations: 60 };

/** x² + y² = 2 and x = y: two points, (1, 1) and (−1, −1). */
function circleAndLine(lower: number, upper: number) {
  return {
    evaluate: (x: Float64Array) => Float64Array.of(x[0]! ** 2 + x[1]! ** 2 - 2, x[0]! - x[1]!),
    lower: Float64Array.of(lower, lower),
    upper: Float64Array.of(upper, upper),
  };
}

describe("Broyden's method between bounds", () => {
  test("finds the point of a circle and a line", () => {
    const result = solveBoundedBroyden(circleAndLine(0, 3), Float64Array.of(2, 0.3), OPTIONS);
    expect(result.kind).toBe("solved");
    expect([...result.x]).toEqual([expect.closeTo(1, 8), expect.closeTo(1, 8)]);
  });

  test("says that nothing between the bounds solves it, with the closest that was tried", () => {
    const result = solveBoundedBroyden(circleAndLine(0, 0.8), Float64Array.of(0.3, 0.2), OPTIONS);
    expect(result.kind).toBe("not-solved");
    expect([...result.x]).toEqual([expect.closeTo(0.8, 6), expect.closeTo(0.8, 6)]);
  });

  test("a start that solves it already costs one evaluation", () => {
    const result = solveBoundedBroyden(circleAndLine(0, 3), Float64Array.of(1, 1), OPTIONS);
    expect(result).toMatchObject({ kind: "solved", evaluationCount: 1 });
  });

  test("equations that do not depend on an unknown end the search and are not solved", () => {
    const system = { ...circleAndLine(0, 3), evaluate: (x: Float64Array) => Float64Array.of(x[0]! - 4, 2 * x[0]! - 8) };
    expect(solveBoundedBroyden(system, Float64Array.of(1, 1), OPTIONS).kind).toBe("not-solved");
  });
});
