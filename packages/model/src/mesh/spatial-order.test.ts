import { expect, test } from "vitest";
import { createBoxMesh } from "./box-mesh.ts";
import { computeMeshVolume } from "./mesh-volume.ts";
import { orderAlongCurve, orderMeshSpatially } from "./spatial-order.ts";

test("the curve visits an 8 x 8 x 8 grid by steps of one", () => {
  const points_mm = Float64Array.from(Array.from({ length: 512 }, (_, i) => [i & 7, (i >> 3) & 7, i >> 6]).flat());
  const order = orderAlongCurve(points_mm);
  expect(new Set(order).size).toBe(512);
  for (let i = 1; i < 512; i++) {
    const steps = [0, 1, 2].map((axis) =>
      Math.abs(points_mm[3 * order[i]! + axis]! - points_mm[3 * order[i - 1]! + axis]!),
    );
    expect(steps[0]! + steps[1]! + steps[2]!).toBe(1);
  }
});

test("ordering keeps the elements and drops a node that none of them uses", () => {
  const box = createBoxMesh({ size_mm: [3, 4, 5], cellCount: [3, 4, 5] });
  const padded = { ...box, points_mm: Float64Array.from([...box.points_mm, 99, 99, 99]) };
  const ordered = orderMeshSpatially(padded);
  expect(ordered.points_mm.length).toBe(box.points_mm.length);
  expect(ordered.tetrahedra.length).toBe(box.tetrahedra.length);
  expect(computeMeshVolume(ordered)).toBeCloseTo(60, 9);
});
