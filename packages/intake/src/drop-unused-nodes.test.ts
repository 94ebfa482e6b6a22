import { expect, test } from "vitest";
import { dropUnusedNodes } from "./drop-unused-nodes.ts";

test("a node that no tetrahedron uses goes, and the later ones move up", () => {
  const points_mm = Float64Array.of(0, 0, 0, 9, 9, 9, 1, 0, 0, 0, 1, 0, 0, 0, 1);
  const { mesh, newNumbers } = dropUnusedNodes({ points_mm, tetrahedra: Uint32Array.of(0, 2, 3, 4) });
  expect([...mesh.tetrahedra]).toEqual([0, 1, 2, 3]);
  expect([...mesh.points_mm]).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1]);
  expect([0, 2, 3, 4].map((node) => newNumbers[node])).toEqual([0, 1, 2, 3]);
});
