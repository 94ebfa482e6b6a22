import { describe, expect, test } from "vitest";
import { createBoxMesh } from "./box-mesh.ts";
import { buildFaceNeighbors, buildNodeElements, extractBoundaryTriangles, NO_NEIGHBOR } from "./mesh-topology.ts";
import { computeMeshVolume } from "./mesh-volume.ts";

const ONE_TETRAHEDRON = {
  points_mm: Float64Array.from([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1]),
  tetrahedra: Uint32Array.from([0, 1, 2, 3]),
};

describe("mesh topology", () => {
  test("a tetrahedron is bounded by its four faces, outward", () => {
    const triangles = extractBoundaryTriangles(ONE_TETRAHEDRON);
    expect(triangles.length).toBe(12);
    expect(enclosedVolume_mm3(ONE_TETRAHEDRON.points_mm, triangles)).toBeCloseTo(1 / 6, 12);
  });

  test("two tetrahedra that share a face are each other's neighbor and have six boundary faces", () => {
    const mesh = {
      points_mm: Float64Array.from([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1]),
      tetrahedra: Uint32Array.from([0, 1, 2, 3, 1, 2, 3, 4]),
    };
    const neighbors = buildFaceNeighbors(mesh);
    expect([neighbors[0], neighbors[7]]).toEqual([1, 0]);
    expect([...neighbors].filter((element) => element === NO_NEIGHBOR).length).toBe(6);
    expect(extractBoundaryTriangles(mesh).length).toBe(18);
  });

  test("the boundary of a box encloses the volume of its elements", () => {
    const mesh = createBoxMesh({ size_mm: [4, 5, 6], cellCount: [3, 4, 2], origin_mm: [10, -3, 2] });
    const triangles = extractBoundaryTriangles(mesh);
    expect(triangles.length / 3).toBe(4 * (3 * 4 + 4 * 2 + 3 * 2));
    expect(enclosedVolume_mm3(mesh.points_mm, triangles)).toBeCloseTo(computeMeshVolume(mesh), 9);
  });

  test("every element is listed once at each of its nodes", () => {
    const mesh = createBoxMesh({ size_mm: [1, 1, 1], cellCount: [2, 2, 2] });
    const { offsets, elements } = buildNodeElements(mesh);
    expect(offsets.at(-1)).toBe(mesh.tetrahedra.length);
    for (let node = 0; node + 1 < offsets.length; node++) {
      for (const element of elements.subarray(offsets[node], offsets[node + 1])) {
        expect(mesh.tetrahedra.subarray(4 * element, 4 * element + 4)).toContain(node);
      }
    }
  });
});

function enclosedVolume_mm3(points_mm: Float64Array, triangles: Uint32Array): number {
  let volume_mm3 = 0;
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => points_mm.subarray(3 * triangles[i + k]!, 3 * triangles[i + k]! + 3));
    volume_mm3 += a![0]! * (b![1]! * c![2]! - b![2]! * c![1]!);
    volume_mm3 += a![1]! * (b![2]! * c![0]! - b![0]! * c![2]!);
    volume_mm3 += a![2]! * (b![0]! * c![1]! - b![1]! * c![0]!);
  }
  return volume_mm3 / 6;
}
