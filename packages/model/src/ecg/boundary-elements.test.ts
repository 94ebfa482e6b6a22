import { expect, test } from "vitest";
import { createIcosphere } from "../mesh/icosphere.ts";
import { pointAt, type Vector3 } from "../numerics/vector3.ts";
import { buildBoundaryElements, solveSurfaceAdjoint, solveSurfacePotential } from "./boundary-elements.ts";
import { comparePotentials } from "./compare-potentials.ts";
import { computeInfiniteDipolePotential, computeSphereDipolePotential, type SphereProblem } from "./sphere-dipole.ts";

const SPHERE = createIcosphere(100, 3);
const ELEMENTS = buildBoundaryElements(SPHERE);

function atNodes(valueAt: (node_mm: Vector3) => number): Float64Array {
  return Float64Array.from({ length: SPHERE.points_mm.length / 3 }, (_, node) =>
    valueAt(pointAt(SPHERE.points_mm, node)),
  );
}

function problemAt(source_mm: Vector3, dipole_uAmm: Vector3): SphereProblem {
  return { radii_mm: [100], conductivities_SPerM: [0.2], source_mm, dipole_uAmm };
}

test.each([
  ["radial, at 0.5 R", [0, 30, 40], [0, 600, 800]],
  ["tangential, at 0.5 R", [0, 30, 40], [1000, 0, 0]],
  ["oblique, at 0.2 R", [-20, 0, 0], [300, -400, 500]],
] as const)("642 nodes give the potential of a dipole within 2 %% (%s)", (_, source_mm, dipole_uAmm) => {
  const infinite = atNodes((at) => computeInfiniteDipolePotential(at, source_mm, dipole_uAmm, 0.2));
  const exact = atNodes((at) => computeSphereDipolePotential(at, problemAt(source_mm, dipole_uAmm)));
  const { relativeDifference, magnification } = comparePotentials(solveSurfacePotential(ELEMENTS, infinite), exact);
  expect(relativeDifference).toBeLessThan(0.02);
  expect(Math.abs(magnification - 1)).toBeLessThan(0.02);
});

test("one adjoint solve measures what a direct solve gives, to rounding", () => {
  const infinite = atNodes((at) => computeInfiniteDipolePotential(at, [10, 20, -30], [100, -200, 300], 0.2));
  const measurement = new Float64Array(infinite.length);
  measurement[5] = 1;
  measurement[300] = -1;
  const direct = solveSurfacePotential(ELEMENTS, infinite);
  const adjoint = solveSurfaceAdjoint(ELEMENTS, measurement);
  const reciprocal = adjoint.reduce((sum, value, node) => sum + value * infinite[node]!, 0);
  expect(Math.abs(reciprocal / (direct[5]! - direct[300]!) - 1)).toBeLessThan(1e-9);
});

test("a surface with inward normals, or a hole, is refused", () => {
  const small = createIcosphere(100, 1);
  const inward = { ...small, triangles: small.triangles.slice().reverse() };
  expect(() => buildBoundaryElements(inward)).toThrow(expect.objectContaining({ code: "body-surface-not-closed" }));
  const open = { ...small, triangles: small.triangles.subarray(3) };
  expect(() => buildBoundaryElements(open)).toThrow(expect.objectContaining({ code: "body-surface-not-closed" }));
});
