import { describe, expect, test } from "vitest";
import { createBoxMesh } from "./box-mesh.ts";
import type { TetrahedralMesh } from "./mesh.ts";
import { checkTetrahedralMesh } from "./mesh-check.ts";

const BOX = createBoxMesh({ size_mm: [3, 3, 3], cellCount: [3, 3, 3] });

describe("checkTetrahedralMesh", () => {
  test("a box passes", () => {
    expect(checkTetrahedralMesh(BOX)).toEqual({ unusedNodeCount: 0 });
  });

  test("a node that no element uses is counted, not refused", () => {
    const padded = { ...BOX, points_mm: Float64Array.from([...BOX.points_mm, 9, 9, 9]) };
    expect(checkTetrahedralMesh(padded).unusedNodeCount).toBe(1);
  });

  test("an inverted element is named with its volume", () => {
    const tetrahedra = BOX.tetrahedra.slice();
    [tetrahedra[40], tetrahedra[41]] = [tetrahedra[41]!, tetrahedra[40]!];
    expectParts({ ...BOX, tetrahedra }, "mesh-inverted", /element 10,/, /-1\.67e-1 mm³/);
  });

  test("a flat element is degenerate", () => {
    const tetrahedra = Uint32Array.from([...BOX.tetrahedra, 0, 1, 4, 5]);
    expectParts({ ...BOX, tetrahedra }, "mesh-degenerate", /element 162/, /volume 0/);
  });

  test("not-a-number is found at its node", () => {
    const points_mm = BOX.points_mm.slice();
    points_mm[31] = Number.NaN;
    expectParts({ ...BOX, points_mm }, "mesh-not-finite", /node 10/, /coordinate y is NaN/);
  });

  test("a node number beyond the nodes is found at its element", () => {
    const tetrahedra = BOX.tetrahedra.slice();
    tetrahedra[9] = 64;
    expectParts({ ...BOX, tetrahedra }, "mesh-index", /element 2/, /node 64; there are 64 nodes/);
  });

  test("pieces that share only an edge are disconnected", () => {
    const mesh = {
      points_mm: Float64Array.from([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, -1, 0, 0, 0, -1]),
      tetrahedra: Uint32Array.from([0, 1, 2, 3, 0, 1, 4, 5]),
    };
    expectParts(mesh, "mesh-disconnected", /element 1/, /2 pieces of 1, 1 elements/);
  });

  test("no element at all is refused", () => {
    expectParts({ ...BOX, tetrahedra: new Uint32Array(0) }, "mesh-index", /tetrahedra/, /0 indices/);
  });
});

function expectParts(mesh: TetrahedralMesh, code: string, where: RegExp, why: RegExp): void {
  expect(() => checkTetrahedralMesh(mesh)).toThrow(
    expect.objectContaining({ code, where: expect.stringMatching(where), why: expect.stringMatching(why) }),
  );
}
