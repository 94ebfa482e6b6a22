import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Vector3 } from "../numerics/vector3.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import { DEFAULT_PHRENIC } from "./phrenic-parameters.ts";
import {
  estimatePhrenicThreshold,
  judgePhrenicThreshold,
  type PhrenicElectrode,
  phrenicThresholdAtFollowUp,
} from "./phrenic-threshold.ts";
import { createStraightNerve } from "./straight-nerve.fixture.ts";

const CATHODE: PhrenicElectrode = { position_mm: [0, 0, 0], axis: [1, 0, 0] };
const NERVE = createStraightNerve(2.5, radiansFromDegrees(100));
const POINTS = { ...DEFAULT_PHRENIC, ringLength_mm: 0 };

function anodeAt(spacing_mm: number): PhrenicElectrode {
  return { position_mm: [spacing_mm, 0, 0], axis: [1, 0, 0] };
}

function threshold(spacing_mm: number | undefined, nerve = NERVE, parameters = DEFAULT_PHRENIC): number {
  const anode = spacing_mm === undefined ? undefined : anodeAt(spacing_mm);
  return estimatePhrenicThreshold({ cathode: CATHODE, ...(anode && { anode }) }, nerve, 0.5, parameters);
}

describe("the phrenic threshold", () => {
  test("a nerve that crosses at 100 degrees 2.5 mm away is stimulated at 1.3 V", () => {
    expect(threshold(undefined)).toBeCloseTo(1.3, 2);
    expect(threshold(undefined, NERVE, POINTS)).toBeCloseTo(1.3, 3);
  });

  test.each([
    ["rings", DEFAULT_PHRENIC],
    ["points", POINTS],
  ])("there a bipole of 1 mm raises it by 4.2 V and one of 20 mm by less than 0.2 V: %s", (_name, parameters) => {
    const unipolar_V = threshold(undefined, NERVE, parameters);
    expect(Math.abs(threshold(1, NERVE, parameters) - unipolar_V - 4.2)).toBeLessThan(0.42);
    expect(threshold(20, NERVE, parameters) - unipolar_V).toBeLessThan(0.2);
  });

  // Ratios of point sources over the threshold of one alone, for a nerve that crosses at a right angle.
  test.each([
    [2, 20, 1],
    [2, 2, 1.6],
    [2, 1.3, 2.4],
    [2, 1, 3.5],
    [3, 2, 2.4],
    [3, 1, 6.8],
    [5, 2, 5],
    [5, 1, 17.5],
  ])("%d mm away a bipole of %d mm needs %d times the unipolar threshold", (height_mm, spacing_mm, ratio) => {
    const nerve = createStraightNerve(height_mm, Math.PI / 2);
    const found = threshold(spacing_mm, nerve, POINTS) / threshold(undefined, nerve, POINTS);
    expect(Math.abs(found / ratio - 1)).toBeLessThan(0.06);
  });

  test("along the lead the nerve gains little from a bipole: 1.0 times at 2 mm, 1.7 times at 1 mm", () => {
    const nerve = createStraightNerve(3, 0);
    const ratio = (spacing_mm: number) => threshold(spacing_mm, nerve, POINTS) / threshold(undefined, nerve, POINTS);
    expect(ratio(2)).toBeCloseTo(1.0, 1);
    expect(ratio(1)).toBeCloseTo(1.7, 1);
  });

  test("a unipolar threshold grows with the third power of the distance, or with the exponent set", () => {
    const at = (height_mm: number, parameters = POINTS) =>
      threshold(undefined, createStraightNerve(height_mm, Math.PI / 2), parameters);
    expect(at(5) / at(2.5)).toBeCloseTo(8, 2);
    expect(at(5, { ...POINTS, distanceExponent: 2 }) / at(2.5)).toBeCloseTo(4, 2);
  });

  test("a shorter pulse raises the threshold of the nerve less than that of muscle", () => {
    const at = (width_ms: number) => estimatePhrenicThreshold({ cathode: CATHODE }, NERVE, width_ms);
    const muscle = (1 + 0.3 / 0.2) / (1 + 0.3 / 0.5);
    expect(at(0.2) / at(0.5)).toBeGreaterThan(1);
    expect(at(0.2) / at(0.5)).toBeLessThan(muscle);
  });

  test("breathing brings a nerve over an electrode that lies aside of it by less than the excursion", () => {
    const aside = createStraightNerve(2.5, Math.PI / 2, 6);
    expect(threshold(undefined, aside)).toBeCloseTo(threshold(undefined, createStraightNerve(2.5, Math.PI / 2)), 2);
    expect(threshold(undefined, aside, { ...DEFAULT_PHRENIC, excursion_mm: 0 })).toBeGreaterThan(20);
  });

  test("a nerve drawn inside the vein counts as lying on it", () => {
    const inside = createStraightNerve(-1, Math.PI / 2);
    const touching = createStraightNerve(DEFAULT_PHRENIC.leastDistance_mm, Math.PI / 2);
    expect(threshold(undefined, inside)).toBeCloseTo(threshold(undefined, touching), 9);
  });

  test("an anode under the nerve stimulates it at five times the cathode's threshold", () => {
    const nerve = createStraightNerve(2.5, Math.PI / 2, 40);
    const parameters = { ...POINTS, excursion_mm: 0 };
    const unipolar_V = threshold(undefined, createStraightNerve(2.5, Math.PI / 2), parameters);
    expect(threshold(40, nerve, parameters) / unipolar_V).toBeCloseTo(4.94, 1);
  });

  test("a far nerve is reached by no output of a test", () => {
    expect(judgePhrenicThreshold(threshold(undefined, createStraightNerve(8, 1)))).toEqual({
      kind: "noneBelowTestOutput",
      testOutput_V: 10,
    });
    expect(judgePhrenicThreshold(1.3)).toEqual({ kind: "stimulates", threshold_V: 1.3 });
  });

  test("5.1 V at implant are 2.8 V at follow-up", () => {
    expect(phrenicThresholdAtFollowUp(5.1)).toBeCloseTo(2.8, 1);
  });

  test("turning lead and nerve together changes nothing, and a wider bipole is never worse off than the nerve alone", () => {
    const angle = fc.double({ min: 0, max: Math.PI, noNaN: true });
    fc.assert(
      fc.property(angle, angle, fc.double({ min: 1, max: 20, noNaN: true }), (crossing, turn, spacing_mm) => {
        const nerve = createStraightNerve(3, crossing + turn);
        const direction: Vector3 = [Math.cos(turn), Math.sin(turn), 0];
        const anode = { position_mm: [spacing_mm * direction[0], spacing_mm * direction[1], 0] as Vector3 };
        const turned = estimatePhrenicThreshold({ cathode: { position_mm: [0, 0, 0] }, anode }, nerve, 0.5);
        const straight = estimatePhrenicThreshold(
          { cathode: { position_mm: [0, 0, 0] }, anode: { position_mm: [spacing_mm, 0, 0] } },
          createStraightNerve(3, crossing),
          0.5,
        );
        expect(turned / straight).toBeCloseTo(1, 6);
      }),
    );
  });
});
