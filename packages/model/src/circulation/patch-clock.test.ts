import { expect, test } from "vitest";
import { createPatchClock, readPatchTimes } from "./patch-clock.ts";

/** Two elements that share a face, and one apart. */
const HEART = {
  tetrahedra: Uint32Array.of(0, 1, 2, 3, 1, 2, 3, 4, 5, 6, 7, 8),
  volumes_mm3: Float64Array.of(1, 3, 2),
};

test("a patch's time is the mean over its elements, weighted by volume", () => {
  const clock = createPatchClock([[0, 1], [2]], HEART);
  const times_ms = [0, 4, 8, 12, 40, 1, 2, 3, 4];
  // (1 * 6 + 3 * 16) / 4 and 2.5.
  expect([...readPatchTimes(clock, times_ms)]).toEqual([13.5, 2.5]);
});

test("muscle that is not reached does not count, and a patch without any has no time", () => {
  const clock = createPatchClock([[0], [2]], HEART);
  const none = Number.POSITIVE_INFINITY;
  const times = readPatchTimes(clock, [none, 4, 8, 12, 40, none, none, none, none]);
  expect(times[0]).toBeCloseTo(8, 12);
  expect(times[1]).toBeNaN();
});
