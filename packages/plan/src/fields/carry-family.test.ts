import { createBoxMesh, locatePointsInMesh } from "@tributary/model";
import { expect, test } from "vitest";
import { carryFamily } from "./carry-family.ts";
import type { ConductionShape } from "./conduction-set.ts";
import { evaluateField, type FieldFamily } from "./field-family.ts";
import { DESIGN_SHAPES, shapeAtPoint, weighDesign } from "./shape-design.ts";

const coarse = createBoxMesh({ size_mm: [12, 6, 6], cellCount: [4, 2, 2] });
const fine = createBoxMesh({ size_mm: [12, 6, 6], cellCount: [8, 4, 4] });
const rim_mm = Float64Array.of(11, 5, 5, 12, 6, 6);
const samples_mm = Float64Array.of(...coarse.points_mm, ...rim_mm);

/** Times that are linear in space and in one slowness; the coarse mesh is late by an amount of its own for each shape. */
function timesAt(points_mm: ArrayLike<number>, { septumRatio }: ConductionShape, lateness_ms: number): Float32Array {
  return Float32Array.from(
    { length: points_mm.length / 3 },
    (_, point) =>
      20 + (2 * points_mm[3 * point]! + points_mm[3 * point + 1]!) / septumRatio + lateness_ms / septumRatio,
  );
}

const family: FieldFamily = {
  layout: { conducted: [], roots: [], rv: new Map(), lvSeptum: -1, points: [0] },
  designs: DESIGN_SHAPES.map((shape) => [timesAt(coarse.points_mm, shape, 7)]),
};
const run = {
  inFine: locatePointsInMesh(fine, samples_mm),
  furtherInCoarse: locatePointsInMesh(coarse, rim_mm),
  host: { allocateFloat32: (length: number) => new Float32Array(length) },
};
const anchorAt = (shape: ConductionShape) => ({ shape, fieldOf: () => timesAt(fine.points_mm, shape, 0) });

function largestError(carried: FieldFamily, shape: ConductionShape): number {
  const times_ms = new Float32Array(samples_mm.length / 3);
  evaluateField(times_ms, carried, 0, weighDesign(shape));
  const exact_ms = timesAt(samples_mm, shape, 0);
  return Math.max(...times_ms.map((time_ms, sample) => Math.abs(time_ms - exact_ms[sample]!)));
}

const middle = shapeAtPoint([0.2, 0, -0.3]);

test("at the middle anchor a carried family gives the fields of the fine mesh, at the further points too", () => {
  expect(largestError(carryFamily(family, anchorAt(middle), [], run), middle)).toBeLessThan(1e-4);
});

test("a difference that is linear in a slowness is met everywhere with an anchor at one of its ends", () => {
  const carried = carryFamily(family, anchorAt(middle), [anchorAt(shapeAtPoint([0.2, 0, 1]))], run);
  expect(largestError(carried, shapeAtPoint([-0.5, 0.8, 0.6]))).toBeLessThan(1e-4);
});

test("two anchors on one slowness leave a field that is linear in it as it is", () => {
  const ends = [-1, 1].map((end) => anchorAt(shapeAtPoint([0.2, 0, end])));
  expect(largestError(carryFamily(family, anchorAt(middle), ends, run), shapeAtPoint([0, 0, 0.1]))).toBeLessThan(1e-4);
});

test("a field that the fine mesh does not know is brought to the samples unmoved", () => {
  const carried = carryFamily(family, { shape: middle, fieldOf: () => undefined }, [], run);
  const times_ms = new Float32Array(samples_mm.length / 3);
  evaluateField(times_ms, carried, 0, weighDesign(middle));
  const own_ms = timesAt(samples_mm, middle, 7);
  for (const [sample, time_ms] of times_ms.entries()) expect(time_ms).toBeCloseTo(own_ms[sample]!, 3);
});
