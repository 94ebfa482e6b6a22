import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_CAPTURE } from "./capture-parameters.ts";
import { electrodeShape, estimateCaptureThreshold, judgeCapture } from "./capture-threshold.ts";

const PULSE = { pulseWidth_ms: 0.5 };

describe("capture thresholds", () => {
  test.each([
    [0.3, 0.42],
    [0.7, 0.78],
    [1, 1.12],
    [1.5, 1.83],
    [2, 2.72],
    [3, 5.0],
    [4, 7.98],
  ])("viable muscle %d mm away needs %d V at 0.5 ms", (distanceToViable_mm, threshold_V) => {
    expect(estimateCaptureThreshold({ distanceToViable_mm, ...PULSE })).toBeCloseTo(threshold_V, 1);
  });

  test("the best electrode has the radius of its distance", () => {
    const at = (tipRadius_mm: number) =>
      estimateCaptureThreshold({ distanceToViable_mm: 1, ...PULSE }, { ...DEFAULT_CAPTURE, tipRadius_mm });
    expect(at(1)).toBeLessThan(at(0.95));
    expect(at(1)).toBeLessThan(at(1.05));
  });

  test("the kind of the vector changes a threshold by at most a tenth", () => {
    const reference = estimateCaptureThreshold({ distanceToViable_mm: 1, ...PULSE });
    for (const kind of ["bipolar", "unipolar", "extendedBipolar"] as const) {
      const ratio = estimateCaptureThreshold({ distanceToViable_mm: 1, ...PULSE, kind }) / reference;
      expect(Math.abs(ratio - 1)).toBeLessThanOrEqual(0.1);
    }
  });

  test("LV1 is a tip, all others are rings", () => {
    expect(electrodeShape("LV1")).toBe("tip");
    expect(electrodeShape("LV4")).toBe("ring");
  });

  test("muscle out of reach is no capture, and so is none at all", () => {
    expect(judgeCapture(estimateCaptureThreshold({ distanceToViable_mm: 6, ...PULSE }))).toEqual({
      kind: "noCapture",
      maximumOutput_V: 7,
    });
    const nowhere = estimateCaptureThreshold({ distanceToViable_mm: Infinity, ...PULSE });
    expect(nowhere).toBe(Infinity);
    expect(judgeCapture(nowhere).kind).toBe("noCapture");
    expect(judgeCapture(0.8)).toEqual({ kind: "captures", threshold_V: 0.8 });
  });

  test("the threshold rises with distance and falls with width", () => {
    const distance = fc.double({ min: 0, max: 10, noNaN: true });
    const width = fc.double({ min: 0.05, max: 1.9, noNaN: true });
    fc.assert(
      fc.property(distance, distance, width, (a, b, pulseWidth_ms) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        const at = (distanceToViable_mm: number, t: number) =>
          estimateCaptureThreshold({ distanceToViable_mm, pulseWidth_ms: t });
        expect(at(near, pulseWidth_ms)).toBeLessThanOrEqual(at(far, pulseWidth_ms));
        expect(at(near, 1.1 * pulseWidth_ms)).toBeLessThan(at(near, pulseWidth_ms));
      }),
    );
  });
});
