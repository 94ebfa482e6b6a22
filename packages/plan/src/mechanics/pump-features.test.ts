import type { VentricularPatch } from "@tributary/model";
import { expect, test } from "vitest";
import { describeTiming } from "./pump-features.ts";

function patch(wall: VentricularPatch["wall"], label: string, wallShare: number): VentricularPatch {
  return { wall, label, wallShare, activation_ms: 0, scarFraction: 0 };
}

/** The free wall has two thirds of the left ventricle's muscle. */
const PATCHES = [
  patch("lvFree", "5a", 0.5),
  patch("lvFree", "1", 0.5),
  patch("septum", "2", 1),
  patch("rvFree", "RV", 1),
];

test("timing is told by means and spread over muscle, from right atrial activation", () => {
  const activation_ms = Float64Array.of(100, 60, 20, 10);
  const [atrialToLeft, leftAfterRight, lateralAfterSeptum, leftSpread] = describeTiming(PATCHES, {
    activation_ms,
    avDelay_ms: 150,
  });
  expect(atrialToLeft).toBeCloseTo(150 + 60, 12);
  expect(leftAfterRight).toBeCloseTo(50, 12);
  expect(lateralAfterSeptum).toBeCloseTo(80, 12);
  expect(leftSpread).toBeCloseTo(Math.sqrt((40 ** 2 + 0 + 40 ** 2) / 3), 12);
});

test("a beat that starts later with a shorter AV delay is the same beat", () => {
  const early = describeTiming(PATCHES, { activation_ms: Float64Array.of(100, 60, 20, 10), avDelay_ms: 150 });
  const late = describeTiming(PATCHES, { activation_ms: Float64Array.of(130, 90, 50, 40), avDelay_ms: 120 });
  for (const [i, value] of early.entries()) expect(late[i]).toBeCloseTo(value, 12);
});
