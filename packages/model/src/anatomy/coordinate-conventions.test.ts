import { describe, expect, test } from "vitest";
import {
  ahaSegment,
  grooveAngleFromRt,
  longitudinalThird,
  rtFromAhaAngle,
  rtFromGrooveAngle,
} from "./coordinate-conventions.ts";

describe("coordinate conventions", () => {
  test.each([
    ["lateral", 0, 120],
    ["anterior", 90, 210],
    ["septal", 180, 300],
    ["inferior", 270, 30],
  ])("the AHA %s direction at %d degrees is %d degrees from the posterior groove", (_name, aha, theta) => {
    expect(grooveAngleFromRt(rtFromAhaAngle(aha))).toBeCloseTo(theta, 9);
  });

  test("the posterior groove is rt 0 and the anterior groove rt 2/3", () => {
    expect(rtFromGrooveAngle(0)).toBe(0);
    expect(rtFromGrooveAngle(240)).toBeCloseTo(2 / 3, 12);
    expect(rtFromGrooveAngle(360)).toBe(0);
  });

  test.each([
    [1, 210],
    [2, 270],
    [3, 330],
    [4, 30],
    [5, 90],
    [6, 150],
  ])("segment %d is centered at theta %d degrees, and the mid one below it is six higher", (segment, theta) => {
    expect(ahaSegment(0.85, rtFromGrooveAngle(theta))).toBe(segment);
    expect(ahaSegment(0.55, rtFromGrooveAngle(theta))).toBe(segment + 6);
  });

  test.each([
    [13, 210],
    [14, 300],
    [15, 30],
    [16, 120],
  ])("apical segment %d is centered at theta %d degrees", (segment, theta) => {
    expect(ahaSegment(0.25, rtFromGrooveAngle(theta))).toBe(segment);
  });

  test("the right-ventricular insertions lie on the borders 1|2 and 3|4", () => {
    const anterior = 2 / 3;
    expect([ahaSegment(0.8, anterior - 1e-9), ahaSegment(0.8, anterior + 1e-9)]).toEqual([1, 2]);
    expect([ahaSegment(0.8, 1 - 1e-9), ahaSegment(0.8, 0)]).toEqual([3, 4]);
  });

  test("the published early-activation roots land in segments 10, 1 and 14", () => {
    expect(ahaSegment(0.46, 0.101)).toBe(10);
    expect(ahaSegment(0.9, 0.528)).toBe(1);
    expect(ahaSegment(0.33, 0.821)).toBe(14);
  });

  test("thirds cut at 1/3 and 2/3 and are not the segment levels", () => {
    expect([0.2, 0.35, 0.69, 0.71].map(longitudinalThird)).toEqual(["apical", "mid", "basal", "basal"]);
    expect(ahaSegment(0.69, 0.1)).toBe(10);
  });
});
