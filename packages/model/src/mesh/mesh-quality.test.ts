import { expect, test } from "vitest";
import { createBoxMesh } from "./box-mesh.ts";
import { measureMeshQuality } from "./mesh-quality.ts";

test("a regular tetrahedron has dihedral angles of acos(1/3)", () => {
  const quality = measureMeshQuality({
    points_mm: Float64Array.from([1, 1, 1, -1, -1, 1, -1, 1, -1, 1, -1, -1]),
    tetrahedra: Uint32Array.from([0, 1, 3, 2].reverse()),
  });
  expect(quality.minDihedral_rad).toBeCloseTo(Math.acos(1 / 3), 12);
  expect(quality.maxDihedral_rad).toBeCloseTo(Math.acos(1 / 3), 12);
  expect(quality.meanEdge_mm).toBeCloseTo(Math.sqrt(8), 12);
  expect(Math.abs(quality.minVolume_mm3)).toBeCloseTo(8 / 3, 12);
});

test("a cube cut in six has dihedral angles of 45 to 90 degrees and edges of 1, √2 and √3", () => {
  const quality = measureMeshQuality(createBoxMesh({ size_mm: [2, 2, 2], cellCount: [2, 2, 2] }));
  expect(quality.minDihedral_rad).toBeCloseTo(Math.PI / 4, 12);
  expect(quality.maxDihedral_rad).toBeCloseTo(Math.PI / 2, 12);
  expect(quality.minEdge_mm).toBeCloseTo(1, 12);
  expect(quality.maxEdge_mm).toBeCloseTo(Math.sqrt(3), 12);
  expect(quality.minVolume_mm3).toBeCloseTo(1 / 6, 12);
});
