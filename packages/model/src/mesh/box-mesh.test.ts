import { describe, expect, test } from "vitest";
import { TributaryError } from "../errors/tributary-error.ts";
import { createBoxMesh } from "./box-mesh.ts";
import { countNodes, countTetrahedra } from "./mesh.ts";
import { computeElementVolume, computeMeshVolume } from "./mesh-volume.ts";

describe("createBoxMesh", () => {
  test("one cell is six tetrahedra of a sixth of its volume each", () => {
    const mesh = createBoxMesh({ size_mm: [1, 2, 3], cellCount: [1, 1, 1] });
    expect(countNodes(mesh)).toBe(8);
    expect(countTetrahedra(mesh)).toBe(6);
    for (let element = 0; element < 6; element++) expect(computeElementVolume(mesh, element)).toBeCloseTo(1, 12);
  });

  test("a box starts at its origin and is filled without gap", () => {
    const mesh = createBoxMesh({ size_mm: [20, 7, 3], cellCount: [5, 4, 3], origin_mm: [-1, 2, 4] });
    expect([...mesh.points_mm.subarray(0, 3)]).toEqual([-1, 2, 4]);
    expect([...mesh.points_mm.subarray(-3)]).toEqual([19, 9, 7]);
    expect(computeMeshVolume(mesh)).toBeCloseTo(420, 9);
  });

  test("a cell count of zero is refused with the counts named", () => {
    expect(() => createBoxMesh({ size_mm: [1, 1, 1], cellCount: [1, 0, 1] })).toThrow(TributaryError);
  });
});
