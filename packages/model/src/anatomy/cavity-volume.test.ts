import { expect, test } from "vitest";
import { type HeartMesh, SURFACE_LABEL } from "../mesh/mesh.ts";
import { measureLeftCavityVolume_mL } from "./cavity-volume.ts";

/** A box of 20 x 30 x 40 mm without its lid, as the endocardium of a heart that has no other surface. */
function openBox(): Pick<HeartMesh, "points_mm" | "boundaryTriangles" | "boundaryLabels"> {
  const points_mm = Float64Array.from(
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((i) => [i & 1 ? 20 : 0, i & 2 ? 30 : 0, i & 4 ? 40 : 0]),
  );
  const sides = [
    [0, 2, 3, 1],
    [0, 1, 5, 4],
    [1, 3, 7, 5],
    [3, 2, 6, 7],
    [2, 0, 4, 6],
  ];
  const boundaryTriangles = Uint32Array.from(sides.flatMap(([a, b, c, d]) => [a!, b!, c!, a!, c!, d!]));
  return { points_mm, boundaryTriangles, boundaryLabels: new Uint8Array(10).fill(SURFACE_LABEL.lvEndocardium) };
}

test("the cavity is closed by the plane of its rim", () => {
  expect(measureLeftCavityVolume_mL(openBox() as HeartMesh)).toBeCloseTo(24, 9);
});

test("a surface without a rim has no cavity volume that a heart could fill", () => {
  const box = openBox();
  const boundaryTriangles = Uint32Array.from([...box.boundaryTriangles, 4, 5, 7, 4, 7, 6]);
  const boundaryLabels = new Uint8Array(12).fill(SURFACE_LABEL.lvEndocardium);
  expect(measureLeftCavityVolume_mL({ ...box, boundaryTriangles, boundaryLabels } as HeartMesh)).toBeUndefined();
});
