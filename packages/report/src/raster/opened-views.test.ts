import { expect, test } from "vitest";
import { findOpenedViews } from "./opened-views.ts";
import { createSampleEllipsoid } from "./sample-ellipsoid.fixture.ts";

/** An LV cavity along z with the basal rim at its top, an RV cavity 60 mm to the patient's right of it. */
function createTwoCavities(): { points_mm: number[]; triangles: number[]; labels: number[] } {
  const cavity = createSampleEllipsoid([20, 20, 40], 12);
  const count = cavity.points_mm.length / 3;
  const points_mm = [...cavity.points_mm, ...Array.from(cavity.points_mm, (x, i) => (i % 3 === 0 ? x - 60 : x))];
  const isTop = (t: number): boolean =>
    [0, 1, 2].every((k) => cavity.points_mm[3 * cavity.triangles[3 * t + k]! + 2]! > 25);
  const own = Array.from({ length: cavity.triangles.length / 3 }, (_, t) => (isTop(t) ? 1 : 3));
  return {
    points_mm,
    triangles: [...cavity.triangles, ...Array.from(cavity.triangles, (point) => point + count)],
    labels: [...own, ...own.map(() => 4)],
  };
}

test("the free wall is seen from the septum, the septum from the free wall, base up", () => {
  const heart = createTwoCavities();
  const { freeWall, septum } = findOpenedViews(heart, heart.labels)!;
  for (const [view, toward] of [
    [freeWall.view, -1],
    [septum.view, 1],
  ] as const) {
    expect(view.toward[0]).toBeCloseTo(toward, 6);
    expect(view.up[2]).toBeCloseTo(1, 6);
  }
  expect(freeWall.planePoint_mm[0]).toBeCloseTo(0, 6);
});

test("without endocardial labels there is nothing to open", () => {
  const heart = createTwoCavities();
  expect(
    findOpenedViews(
      heart,
      heart.labels.map(() => 2),
    ),
  ).toBeUndefined();
});
