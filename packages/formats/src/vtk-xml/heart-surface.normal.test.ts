import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { outsideDataPath } from "../../../../house/outside-data.ts";
import { labelTrianglesFromPoints } from "../surface-labels/label-triangles-from-points.ts";
import { findArray } from "../vtk-data/vtk-data.ts";
import { readVtkXml } from "./read-vtk-xml.ts";

const path = outsideDataPath("biv-surface-geo1/heart.vtp");

describe.skipIf(!path)("the real human heart biv-surface-geo1", () => {
  const surface = path ? readVtkXml(readFileSync(path), "heart.vtp") : undefined;
  if (surface && surface.kind !== "polyData") throw new Error("heart.vtp is poly data");

  test("has 24991 points and 49978 triangles of a closed surface", () => {
    expect(surface!.points.length / 3).toBe(24_991);
    expect(surface!.polygons.offsets.length - 1).toBe(49_978);
    expect(surface!.polygons.connectivity.length).toBe(3 * 49_978);
    // Euler: points - 3/2 triangles + triangles = 2 for a closed surface without handles.
    expect(24_991 - 49_978 / 2).toBe(2);
  });

  test("has the published number of points in each class", () => {
    const classes = findArray(surface!.pointData, "class")!;
    const counts = [0, 0, 0, 0, 0];
    for (const value of classes.values) counts[value]!++;
    expect(counts).toEqual([0, 510, 11_396, 5736, 7349]);
  });

  test("has coordinates within the range that the file states", () => {
    const norms = Array.from({ length: 24_991 }, (_, i) => Math.hypot(...surface!.points.subarray(3 * i, 3 * i + 3)));
    expect(Math.min(...norms)).toBeCloseTo(11.748665768, 5);
    expect(Math.max(...norms)).toBeCloseTo(81.954290584, 5);
  });

  test("gives every triangle one of the four labels", () => {
    const labels = labelTrianglesFromPoints(
      findArray(surface!.pointData, "class")!.values,
      surface!.polygons.connectivity,
    );
    const counts = [0, 0, 0, 0, 0];
    for (const label of labels) counts[label]!++;
    expect(counts[0]).toBe(0);
    expect(counts.slice(1).every((count) => count > 500)).toBe(true);
    expect(labels.length).toBe(49_978);
  });
});
