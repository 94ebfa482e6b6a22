import { expect, test } from "vitest";
import type { HeartMesh } from "../mesh/mesh.ts";
import { measureSegmentTimes, measureTransseptalDelay_ms } from "./measure-regions.ts";

/** Two tetrahedra on a common face; its nodes and times can be checked by hand. */
const MESH = {
  points_mm: Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, -1),
  tetrahedra: Uint32Array.of(0, 1, 2, 3, 0, 2, 1, 4),
};
const HEART: HeartMesh = {
  ...MESH,
  boundaryTriangles: Uint32Array.of(0, 3, 2, 0, 2, 4),
  boundaryLabels: Uint8Array.of(3, 4),
};

test("a segment's time is the volume-weighted mean over its elements", () => {
  const means = measureSegmentTimes(Float64Array.of(0, 4, 8, 12, 20), MESH, Uint8Array.of(5, 5), Float64Array.of(1, 3));
  expect(means[5]).toBe((6 + 3 * 8) / 4);
  expect(means[6]).toBeNaN();
});

test("an element with an unreached node does not count", () => {
  const times_ms = Float64Array.of(0, 4, 8, 12, Infinity);
  const means = measureSegmentTimes(times_ms, MESH, Uint8Array.of(5, 5), Float64Array.of(1, 3));
  expect(means[5]).toBe(6);
});

test("the transseptal delay is the first left minus the first right endocardial time", () => {
  expect(measureTransseptalDelay_ms(Float64Array.of(50, 9, 40, 30, 5), HEART)).toBe(25);
  expect(measureTransseptalDelay_ms(Float64Array.of(Infinity, 0, Infinity, Infinity, 5), HEART)).toBeNaN();
});
