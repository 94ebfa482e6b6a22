import { expect, test } from "vitest";
import { simplifyLine } from "./simplify-line.ts";

test("points on a straight line go, corners stay", () => {
  expect(simplifyLine([0, 0, 1, 0, 2, 0, 2, 1, 2, 2], 0.1)).toEqual([0, 0, 2, 0, 2, 2]);
});

test("every point left out lies within the tolerance of the line drawn", () => {
  const wave = Array.from({ length: 200 }, (_, i) => [i, 20 * Math.sin(i / 9)]).flat();
  const kept = simplifyLine(wave, 0.5);
  expect(kept.length).toBeLessThan(wave.length / 2);
  for (let i = 0; i < 200; i++) {
    const right = kept.findIndex((x, at) => at % 2 === 0 && x >= i);
    const [x0, y0, x1, y1] = right === 0 ? [0, 0, 1, 0] : kept.slice(right - 2, right + 2);
    const along = (i - x0!) / (x1! - x0!);
    const away = Math.abs(y0! + along * (y1! - y0!) - 20 * Math.sin(i / 9));
    // The tolerance holds at right angles to the line; its slope is at most 20 / 9.
    expect(away).toBeLessThan(0.5 * Math.hypot(1, 20 / 9) + 1e-9);
  }
});

test("a line of two points or none is as it was", () => {
  expect(simplifyLine([1, 2, 3, 4], 1)).toEqual([1, 2, 3, 4]);
  expect(simplifyLine([], 1)).toEqual([]);
});
