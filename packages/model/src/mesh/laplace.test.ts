import { describe, expect, test } from "vitest";
import { createBoxMesh } from "./box-mesh.ts";
import { computeElementGradients } from "./element-gradient.ts";
import { solveLaplace, solveLaplaceFamily } from "./laplace.ts";
import { countNodes, type TetrahedralMesh } from "./mesh.ts";
import { extractBoundaryTriangles } from "./mesh-topology.ts";
import { assembleStiffness } from "./stiffness.ts";

function sampleNodes(mesh: TetrahedralMesh, f: (x: number, y: number, z: number) => number): Float64Array {
  return Float64Array.from({ length: countNodes(mesh) }, (_, i) =>
    f(mesh.points_mm[3 * i]!, mesh.points_mm[3 * i + 1]!, mesh.points_mm[3 * i + 2]!),
  );
}

/** Largest error of the solution of a box whose whole boundary carries a harmonic function. */
function solveHarmonic(cellCount: number): number {
  const mesh = createBoxMesh({ size_mm: [1, 1, 1], cellCount: [cellCount, cellCount, cellCount] });
  const exact = sampleNodes(mesh, (x, y, z) => Math.sin(x) * Math.exp(y) + Math.sin(2 * y) * Math.exp(2 * z));
  const given = new Float64Array(exact.length).fill(Number.NaN);
  for (const node of extractBoundaryTriangles(mesh)) given[node] = exact[node]!;
  const { values } = solveLaplace(assembleStiffness(mesh), given);
  return values.reduce((worst, value, i) => Math.max(worst, Math.abs(value - exact[i]!)), 0);
}

describe("computeElementGradients", () => {
  test("the gradient of a linear field is exact", () => {
    const mesh = createBoxMesh({ size_mm: [2, 3, 4], cellCount: [2, 2, 2] });
    const gradient = new Float64Array((3 * mesh.tetrahedra.length) / 4);
    computeElementGradients(
      gradient,
      mesh,
      sampleNodes(mesh, (x, y, z) => 3 * x - 2 * y + 0.5 * z + 7),
    );
    for (let i = 0; i < gradient.length; i += 3) {
      expect(gradient[i]).toBeCloseTo(3, 12);
      expect(gradient[i + 1]).toBeCloseTo(-2, 12);
      expect(gradient[i + 2]).toBeCloseTo(0.5, 12);
    }
  });
});

describe("assembleStiffness", () => {
  test("the corner tetrahedron of unit legs has 1/2 at the corner, 1/6 at the others and -1/6 to the corner", () => {
    const mesh = {
      points_mm: Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1),
      tetrahedra: Uint32Array.of(0, 1, 2, 3),
    };
    const { values } = assembleStiffness(mesh);
    const expected = [1 / 2, -1 / 6, -1 / 6, -1 / 6, -1 / 6, 1 / 6, 0, 0, -1 / 6, 0, 1 / 6, 0, -1 / 6, 0, 0, 1 / 6];
    for (const [i, value] of expected.entries()) expect(values[i]).toBeCloseTo(value, 14);
  });
});

describe("solveLaplace", () => {
  test("between plates at 0 and 1 the field is linear, and free sides carry no flux", () => {
    const mesh = createBoxMesh({ size_mm: [5, 2, 2], cellCount: [10, 3, 3] });
    const given = sampleNodes(mesh, (x) => (x === 0 ? 0 : x === 5 ? 1 : Number.NaN));
    const { values, status } = solveLaplace(assembleStiffness(mesh), given);
    expect(status.status).toBe("converged");
    for (let i = 0; i < values.length; i++) expect(values[i]).toBeCloseTo(mesh.points_mm[3 * i]! / 5, 7);
  });

  test("the error of a harmonic function falls with the square of the edge", () => {
    const coarse = solveHarmonic(4);
    const fine = solveHarmonic(8);
    expect(coarse / fine).toBeGreaterThan(3.2);
    expect(coarse / fine).toBeLessThan(4.8);
  });

  test("a family solved together equals the fields solved alone", () => {
    const mesh = createBoxMesh({ size_mm: [4, 4, 4], cellCount: [4, 4, 4] });
    const stiffness = assembleStiffness(mesh);
    const first = sampleNodes(mesh, (x, y) => (x === 0 ? y : x === 4 ? 1 : Number.NaN));
    const second = sampleNodes(mesh, (x, _, z) => (x === 0 ? z * z : x === 4 ? 0 : Number.NaN));
    const family = solveLaplaceFamily(stiffness, [first, second]);
    const alone = solveLaplace(stiffness, second);
    for (let i = 0; i < second.length; i++) expect(family[1]!.values[i]).toBeCloseTo(alone.values[i]!, 8);
  });
});
