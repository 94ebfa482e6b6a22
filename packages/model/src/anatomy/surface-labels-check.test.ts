import { expect, test } from "vitest";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import { SURFACE_LABEL } from "../mesh/mesh.ts";
import { extractBoundaryTriangles } from "../mesh/mesh-topology.ts";
import { checkSurfaceLabels } from "./surface-labels-check.ts";
import { computeVentricularCoordinates } from "./ventricular-coordinates.ts";

function createBox(label: number) {
  const mesh = createBoxMesh({ size_mm: [10, 10, 10], cellCount: [1, 1, 1] });
  const boundaryTriangles = extractBoundaryTriangles(mesh);
  return { ...mesh, boundaryTriangles, boundaryLabels: new Uint8Array(boundaryTriangles.length / 3).fill(label) };
}

test("coordinates of a mesh without cavity labels are refused, naming the labels that are missing", () => {
  const heart = createBox(SURFACE_LABEL.epicardium);
  let caught: unknown;
  try {
    computeVentricularCoordinates(heart);
  } catch (error) {
    caught = error;
  }
  expect(caught).toMatchObject({
    code: "surface-labels-missing",
    where: "boundaryLabels",
    why: "no boundary triangle is labeled base (1), lvEndocardium (3), rvEndocardium (4); found: epicardium (2); needed: base (1), epicardium (2), lvEndocardium (3), rvEndocardium (4)",
  });
});

test("labels that are there pass", () => {
  expect(() => checkSurfaceLabels(createBox(SURFACE_LABEL.base), ["base"], "This")).not.toThrow();
});
