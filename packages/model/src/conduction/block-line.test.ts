import { expect, test } from "vitest";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import { countNodes, countTetrahedra } from "../mesh/mesh.ts";
import { markBlockLine } from "./block-line.ts";

/** A flat wall 12 x 12 x 3 mm: ab runs 0-1 along x, rt 0.30-0.42 along y. */
function createFlatWall() {
  const mesh = createBoxMesh({ size_mm: [12, 12, 3], cellCount: [8, 8, 2] });
  const nodes = Array.from({ length: countNodes(mesh) }, (_, node) => node);
  const angles_rad = nodes.map((node) => 2 * Math.PI * (0.3 + mesh.points_mm[3 * node + 1]! / 100));
  return {
    mesh,
    coordinates: {
      ab: Float64Array.from(nodes, (node) => mesh.points_mm[3 * node]! / 12),
      rtSin: Float64Array.from(angles_rad, Math.sin),
      rtCos: Float64Array.from(angles_rad, Math.cos),
      tv: new Uint8Array(nodes.length),
    },
  };
}

function collectReachable(mesh: ReturnType<typeof createBoxMesh>, blocked: Uint8Array, from: number): Set<number> {
  const reached = new Set([from]);
  for (let grown = true; grown; ) {
    grown = false;
    for (let element = 0; element < blocked.length; element++) {
      if (blocked[element]) continue;
      const corners = mesh.tetrahedra.subarray(4 * element, 4 * element + 4);
      if (!corners.some((node) => reached.has(node))) continue;
      for (const node of corners) {
        if (!reached.has(node)) grown = true;
        reached.add(node);
      }
    }
  }
  return reached;
}

test("a full-length line of block separates the two sides without a gap", () => {
  const { mesh, coordinates } = createFlatWall();
  const blocked = new Uint8Array(countTetrahedra(mesh));
  markBlockLine(blocked, mesh, coordinates, { rt: 0.357, abFrom: 0, abTo: 1, kind: "fixed" });
  const reached = collectReachable(mesh, blocked, 0);
  for (const node of reached) expect(mesh.points_mm[3 * node + 1]!).toBeLessThan(5.7);
});

test("a shorter line lets the front pass round its end", () => {
  const { mesh, coordinates } = createFlatWall();
  const blocked = new Uint8Array(countTetrahedra(mesh));
  markBlockLine(blocked, mesh, coordinates, { rt: 0.357, abFrom: 0, abTo: 0.7, kind: "functional" });
  expect(collectReachable(mesh, blocked, 0).size).toBe(countNodes(mesh));
});

test("the meridian on the far side of the heart is not cut", () => {
  const { mesh, coordinates } = createFlatWall();
  const blocked = new Uint8Array(countTetrahedra(mesh));
  markBlockLine(blocked, mesh, coordinates, { rt: 0.857, abFrom: 0, abTo: 1, kind: "fixed" });
  expect(blocked.every((value) => value === 0)).toBe(true);
});
