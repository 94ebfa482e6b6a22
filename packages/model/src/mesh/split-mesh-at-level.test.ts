import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createBoxMesh } from "./box-mesh.ts";
import { type HeartMesh, SURFACE_LABEL } from "./mesh.ts";
import { extractBoundaryTriangles } from "./mesh-topology.ts";
import { computeElementVolume, computeMeshVolume } from "./mesh-volume.ts";
import { extendNodeField, splitMeshAtLevel } from "./split-mesh-at-level.ts";

function createBoxHeart(cellCount: number): HeartMesh {
  const mesh = createBoxMesh({ size_mm: [1, 1, 1], cellCount: [cellCount, cellCount, cellCount] });
  const boundaryTriangles = extractBoundaryTriangles(mesh);
  const boundaryLabels = new Uint8Array(boundaryTriangles.length / 3).fill(SURFACE_LABEL.epicardium);
  return { ...mesh, boundaryTriangles, boundaryLabels };
}

const nodeField = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 27, maxLength: 27 })
  .map((values) => Float64Array.from(values));

describe("splitMeshAtLevel", () => {
  test("a plane through the box makes two halves of equal volume", () => {
    const heart = createBoxHeart(3);
    const x = Float64Array.from({ length: heart.points_mm.length / 3 }, (_, i) => heart.points_mm[3 * i]!);
    const split = splitMeshAtLevel(heart, x, 0.5);
    expect(computeMeshVolume(split, (element) => split.isAbove[element] === 1)).toBeCloseTo(0.5, 12);
    expect(computeMeshVolume(split)).toBeCloseTo(1, 12);
    for (let node = 0; node < split.isOnLevel.length; node++) {
      expect(split.isOnLevel[node]).toBe(split.points_mm[3 * node] === 0.5 ? 1 : 0);
    }
  });

  test("whatever the field, volume is kept, no piece is inverted and none lies on both sides", () => {
    const heart = createBoxHeart(2);
    fc.assert(
      fc.property(nodeField, (field) => {
        const split = splitMeshAtLevel(heart, field, 0.1);
        const values = extendNodeField(field, 1, split.newNodeEdges, split.newNodeFractions);
        for (let element = 0; element < split.isAbove.length; element++) {
          expect(computeElementVolume(split, element)).toBeGreaterThan(0);
          for (let k = 0; k < 4; k++) {
            const node = split.tetrahedra[4 * element + k]!;
            if (!split.isOnLevel[node]) expect(values[node]! > 0.1).toBe(split.isAbove[element] === 1);
          }
        }
        expect(computeMeshVolume(split)).toBeCloseTo(1, 9);
      }),
      { numRuns: 50 },
    );
  });

  test("pieces match across faces: the boundary of the pieces is the split boundary", () => {
    const heart = createBoxHeart(2);
    fc.assert(
      fc.property(nodeField, (field) => {
        const split = splitMeshAtLevel(heart, field, 0);
        expect(listFaces(extractBoundaryTriangles(split))).toEqual(listFaces(split.boundaryTriangles));
      }),
      { numRuns: 50 },
    );
  });
});

function listFaces(triangles: Uint32Array): string[] {
  const faces: string[] = [];
  for (let i = 0; i < triangles.length; i += 3)
    faces.push([...triangles.subarray(i, i + 3)].sort((a, b) => a - b).join());
  return faces.sort();
}
