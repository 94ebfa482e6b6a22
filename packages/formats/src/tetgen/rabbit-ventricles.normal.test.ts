import { describe, expect, test } from "vitest";
import { readFixture } from "../../../../fixtures/read-fixture.ts";
import { readTetrahedra } from "../tetrahedra/read-tetrahedra.ts";
import { readTetgenFaces, readTetgenNodes } from "./tetgen.ts";

describe("the rabbit ventricles of Chaste", () => {
  const [node, ele, face] = ["node", "ele", "face"].map((extension) =>
    readFixture(`rabbit-ventricles/UCSD_heart_decimated_173nodes.${extension}.gz`),
  );
  const files = [
    { name: "rabbit.node", bytes: node! },
    { name: "rabbit.ele", bytes: ele! },
  ];

  test("have 173 points, 610 tetrahedra of positive volume and 314 boundary faces", () => {
    const mesh = readTetrahedra(files, "cm");
    expect(mesh.points_mm.length / 3).toBe(173);
    expect(mesh.tetrahedra.length / 4).toBe(610);
    expect(mesh.mirroredOrder).toBe(false);
    const nodes = readTetgenNodes(node!, "rabbit.node");
    const faces = readTetgenFaces(face!, "rabbit.face", nodes);
    expect(faces.triangles.length / 3).toBe(314);
    expect(Math.max(...mesh.points_mm)).toBeCloseTo(20.0111, 3);
  });

  test("are refused without a unit, and cm is named", () => {
    expect(() => readTetrahedra(files, undefined)).toThrow(/in cm it would be 33 mm/);
  });
});
