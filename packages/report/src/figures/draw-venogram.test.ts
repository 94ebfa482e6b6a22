import { fillVeins } from "@tributary/model";
import { describe, expect, test } from "vitest";
import { createSampleEllipsoid } from "../raster/sample-ellipsoid.fixture.ts";
import { STANDARD_VIEWS } from "../raster/standard-views.ts";
import { findMarkupError } from "../svg/find-markup-error.fixture.ts";
import { outlineHull } from "./convex-hull.ts";
import { drawVenogram } from "./draw-venogram.ts";

/** Straight down the front of the heart. */
const TRUNK = {
  name: "coronarySinus",
  parent: undefined,
  junctionArc_mm: 0,
  points_mm: [0, -32, 30, 0, -32, 0, 0, -32, -30],
  arc_mm: [0, 30, 60],
  diameter_mm: [8, 6, 4],
};
const BRANCH = {
  name: "leftMarginalVein",
  parent: "coronarySinus",
  junctionArc_mm: 10,
  points_mm: [0, -32, 20, 20, -25, 20],
  arc_mm: [0, 21.2],
  diameter_mm: [3, 2],
};

function draw(contrast_mL: number, balloon_mm: number) {
  const balloon = { vein: "coronarySinus", arc_mm: balloon_mm };
  return drawVenogram({
    surface: createSampleEllipsoid([30, 30, 40]),
    veins: [TRUNK, BRANCH],
    filling: fillVeins([TRUNK, BRANCH], balloon, contrast_mL),
    balloon,
    view: STANDARD_VIEWS.rao30,
    contrast_mL,
    title: "Run 1",
  });
}

describe("a venogram", () => {
  test("is a well-formed picture that tells which veins are seen", () => {
    const picture = draw(10, 5);
    expect(findMarkupError(picture.svg)).toBeUndefined();
    expect(picture.description).toContain("With contrast: Coronary sinus, Left marginal vein. Without: none.");
    expect(picture.svg).toContain("mL more than the veins hold");
  });

  test("does not show a vein that drains before the balloon", () => {
    const { description, table } = draw(10, 20);
    expect(description).toContain("Without: Left marginal vein.");
    expect(table.rows[1]).toEqual(["Left marginal vein", "–", "–", "21"]);
  });

  test("shows more with more contrast", () => {
    const darkOf = (svg: string) => [...svg.matchAll(/stroke-opacity/g)].length;
    expect(darkOf(draw(1, 5).svg)).toBeGreaterThan(darkOf(draw(0.3, 5).svg));
  });
});

test("the hull of a square with points inside is the square", () => {
  expect(outlineHull([0, 0, 1, 0.5, 2, 0, 2, 2, 1, 1, 0, 2])).toEqual([0, 0, 2, 0, 2, 2, 0, 2]);
});
