import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MEASURES } from "../plan.ts";
import { checkWeights, DEFAULT_WEIGHTS, weighOnly } from "../weights.ts";
import { type MeasureValues, markPareto, scoreValues } from "./score.ts";
import { rateValue } from "./utilities.ts";

const GOOD: MeasureValues = {
  resynchronization: 40,
  workBalance: 15,
  pressureRise: 30,
  electricalDelay: 0.8,
  viableMuscle: 1,
  captureMargin: 0.8,
  phrenicMargin: 5,
  reachAndStability: 1,
};

describe("the score", () => {
  test("is 1 where every measure is at its best and 0 where each is at its worst", () => {
    expect(scoreValues(GOOD, DEFAULT_WEIGHTS)).toBeCloseTo(1, 12);
    const bad = {
      resynchronization: -5,
      workBalance: -1,
      pressureRise: -3,
      electricalDelay: 0.1,
      viableMuscle: 0,
      captureMargin: 6,
      phrenicMargin: -1,
      reachAndStability: 0,
    };
    expect(scoreValues(bad, DEFAULT_WEIGHTS)).toBe(0);
  });

  test("depends on the ratios of the weights only", () => {
    const tripled = Object.fromEntries(MEASURES.map((measure) => [measure, 3 * DEFAULT_WEIGHTS[measure]]));
    const values = { ...GOOD, resynchronization: 13, phrenicMargin: 1.7 };
    expect(scoreValues(values, tripled as typeof DEFAULT_WEIGHTS)).toBeCloseTo(
      scoreValues(values, DEFAULT_WEIGHTS),
      12,
    );
  });

  test("falls in capture threshold and rises in every other measure", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MEASURES),
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (measure, a, b) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          const rise = rateValue(measure, high) - rateValue(measure, low);
          expect(measure === "captureMargin" ? -rise : rise).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test("what is not known is no merit", () => {
    expect(rateValue("electricalDelay", NaN)).toBe(0);
  });
});

describe("the Pareto set", () => {
  test("leaves out what another is better than in one measure and not worse in any", () => {
    const worse = { ...GOOD, phrenicMargin: 1 };
    const other = { ...GOOD, phrenicMargin: 1, captureMargin: 3, resynchronization: 40 };
    expect(markPareto([GOOD, worse, other], DEFAULT_WEIGHTS)).toEqual([true, false, false]);
  });

  test("keeps equals, and trades of one measure for another", () => {
    const a = { ...GOOD, phrenicMargin: 1 };
    const b = { ...GOOD, captureMargin: 2 };
    expect(markPareto([a, b, a], DEFAULT_WEIGHTS)).toEqual([true, true, true]);
  });

  test("looks at measures of some weight only", () => {
    const slow = { ...GOOD, resynchronization: 10 };
    expect(markPareto([GOOD, slow], weighOnly("phrenicMargin"))).toEqual([true, true]);
  });
});

describe("weights", () => {
  test("what is left out keeps its default", () => {
    expect(checkWeights({ phrenicMargin: 0.5 })).toEqual({ ...DEFAULT_WEIGHTS, phrenicMargin: 0.5 });
  });

  test.each([
    ["negative", { phrenicMargin: -1 }, "weights.phrenicMargin"],
    ["not a number", { phrenicMargin: "1" }, "weights.phrenicMargin"],
    ["of a measure nobody knows", { position: 1 }, "weights.position"],
    ["all zero", Object.fromEntries(MEASURES.map((measure) => [measure, 0])), "weights"],
    ["a list", [1, 2], "weights"],
  ])("that are %s are refused with the place", (_name, value, where) => {
    expect(() => checkWeights(value)).toThrow(expect.objectContaining({ code: "bad-weights", where }));
  });
});
