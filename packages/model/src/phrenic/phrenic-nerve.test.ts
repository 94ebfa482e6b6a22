import { describe, expect, test } from "vitest";
import { grooveAngleFromRt } from "../anatomy/coordinate-conventions.ts";
import { createRandom } from "../numerics/random.ts";
import { pointAt } from "../numerics/vector3.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import { createEllipsoidEpicardium, NORMAL_MALE } from "../veins/ellipsoid-epicardium.fixture.ts";
import { createEpicardialMap } from "../veins/epicardial-map.ts";
import { phrenicRt, samplePhrenicCourse } from "./phrenic-course.ts";
import { measurePhrenicMargin } from "./phrenic-margin.ts";
import { createPhrenicNerve } from "./phrenic-nerve.ts";
import { DEFAULT_PHRENIC } from "./phrenic-parameters.ts";
import { samplePhrenicParameters } from "./sample-phrenic-parameters.ts";

const map = createEpicardialMap(createEllipsoidEpicardium(NORMAL_MALE));
const draws = Array.from({ length: 4000 }, (_, i) => samplePhrenicCourse(createRandom(3).stream(i)));

describe("the course of the phrenic nerve", () => {
  test.each([
    ["lateral", 1, 225],
    ["lateral", 0.5, 145],
    ["lateral", 0.15, 45],
    ["anterior", 1, 245],
    ["anterior", 0.15, 160],
  ] as const)("%s at ab %d it lies %d degrees from the posterior groove", (course, ab, theta_deg) => {
    const rt = phrenicRt({ course, offset_rad: 0, gap_mm: 4 }, ab);
    expect(grooveAngleFromRt(rt)).toBeCloseTo(theta_deg, 9);
    const turned = phrenicRt({ course, offset_rad: radiansFromDegrees(10), gap_mm: 4 }, ab);
    expect(grooveAngleFromRt(turned)).toBeCloseTo(theta_deg + 10, 9);
  });

  test("the nerve lies off the epicardium by its gap, with neighbors about a millimeter apart", () => {
    const { points_mm, normals } = createPhrenicNerve(map, { course: "lateral", offset_rad: 0, gap_mm: 5 });
    for (let i = 1; i < points_mm.length / 3; i++) {
      expect(map.project(pointAt(points_mm, i)).distance_mm).toBeCloseTo(5, 0);
      const step = Math.hypot(...[0, 1, 2].map((axis) => points_mm[3 * i + axis]! - points_mm[3 * i - 3 + axis]!));
      expect(step).toBeLessThan(2);
      expect(Math.hypot(...pointAt(normals, i))).toBeCloseTo(1, 9);
    }
  });

  test("four of five people have it over the obtuse margin, with 15 degrees of spread and a gap of 2 to 10 mm", () => {
    const lateral = draws.filter(({ course }) => course === "lateral").length / draws.length;
    expect(Math.abs(lateral - 0.79)).toBeLessThan(0.02);
    const deviation = Math.sqrt(draws.reduce((sum, { offset_rad }) => sum + offset_rad ** 2, 0) / draws.length);
    expect(deviation).toBeCloseTo(radiansFromDegrees(15), 1);
    const gaps = draws.map(({ gap_mm }) => gap_mm);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10);
  });

  test("drawn excitability is spread about the usual one", () => {
    const logs = Array.from({ length: 2000 }, (_, i) => {
      const { referenceThreshold_V } = samplePhrenicParameters(createRandom(8).stream(i));
      return Math.log(referenceThreshold_V / DEFAULT_PHRENIC.referenceThreshold_V);
    });
    const deviation = Math.sqrt(logs.reduce((sum, value) => sum + value ** 2, 0) / logs.length);
    expect(deviation).toBeCloseTo(DEFAULT_PHRENIC.thresholdSpread_ln, 1);
  });
});

test.each([
  [4.5, 1, true],
  [2.6, 1, true],
  [5, 2.4, false],
  [Infinity, 3, true],
])(
  "a phrenic threshold of %d V over a capture threshold of %d V is room enough: %s",
  (phrenic_V, capture_V, isSafe) => {
    expect(measurePhrenicMargin(phrenic_V, capture_V).isSafe).toBe(isSafe);
  },
);
