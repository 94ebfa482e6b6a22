import { describe, expect, test } from "vitest";
import { markLiminalNodes } from "./liminal-nodes.ts";

/** A wall of 8 mm whose inner part, up to `scarDepth_mm`, is scar. */
function wallWithScar(scarDepth_mm: number) {
  const points: number[] = [];
  for (let x = 0; x <= 10; x++) for (let y = 0; y <= 10; y++) for (let z = 0; z <= 8; z++) points.push(x, y, z);
  const points_mm = Float64Array.from(points);
  const viable = Uint8Array.from({ length: points.length / 3 }, (_, i) => (points[3 * i + 2]! <= scarDepth_mm ? 0 : 1));
  return { points_mm, viable };
}

describe("liminal nodes", () => {
  test("muscle without scar is liminal everywhere", () => {
    const { points_mm, viable } = wallWithScar(-1);
    expect(markLiminalNodes(points_mm, viable, 1.5)).toEqual(viable);
  });

  test.each([
    ["half of the wall", 4, true],
    ["three quarters of it", 6, false],
  ])("a rim over scar through %s can start a wave: %s mm, %s", (_name, scarDepth_mm, canStart) => {
    const { points_mm, viable } = wallWithScar(scarDepth_mm);
    const liminal = markLiminalNodes(points_mm, viable, 1.5);
    const surface = [...liminal.keys()].filter((i) => points_mm[3 * i + 2] === 8);
    expect(surface.every((i) => (liminal[i] === 1) === canStart)).toBe(true);
  });

  test("scar itself is never liminal", () => {
    const { points_mm, viable } = wallWithScar(3);
    const liminal = markLiminalNodes(points_mm, viable, 1);
    expect(liminal.some((value, i) => value === 1 && viable[i] === 0)).toBe(false);
  });
});
