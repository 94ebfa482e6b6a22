import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, doubles, errorOf, readsOrRefuses } from "../bytes/test-helpers.fixture.ts";
import {
  readTetgenFaces,
  readTetgenNodes,
  readTetgenTetrahedra,
  writeTetgenFaces,
  writeTetgenNodes,
  writeTetgenTetrahedra,
} from "./tetgen.ts";

const indices = (length: number, pointCount: number): fc.Arbitrary<Uint32Array> =>
  fc.array(fc.nat(pointCount - 1), { minLength: length, maxLength: length }).map((list) => Uint32Array.from(list));
const markersOf = (length: number): fc.Arbitrary<Int32Array | undefined> =>
  fc.option(fc.int32Array({ minLength: length, maxLength: length }), { nil: undefined });

const nodesOf = (pointCount: number, attributeCount: number) =>
  fc.record({
    points: doubles(3 * pointCount),
    attributeCount: fc.constant(attributeCount),
    attributes: doubles(attributeCount * pointCount),
    markers: markersOf(pointCount),
    firstIndex: fc.constantFrom(0 as const, 1 as const),
  });

const mesh = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 3 }), fc.nat(2), fc.nat(2))
  .chain(([pointCount, count, nodeAttributes, attributeCount]) =>
    fc.record({
      nodes: nodesOf(pointCount, nodeAttributes),
      elements: fc.record({
        tetrahedra: indices(4 * count, pointCount),
        attributes: doubles(attributeCount * count),
        attributeCount: fc.constant(attributeCount),
      }),
      faces: fc.record({ triangles: indices(3 * count, pointCount), markers: markersOf(count) }),
    }),
  );

describe("TetGen", () => {
  test("points, tetrahedra and faces come back unchanged, numbered from 0 or from 1", () => {
    fc.assert(
      fc.property(mesh, ({ nodes, elements, faces }) => {
        expect(readTetgenNodes(writeTetgenNodes(nodes), "a.node")).toEqual(nodes);
        const ele = writeTetgenTetrahedra(elements, nodes.firstIndex);
        expect(readTetgenTetrahedra(ele, "a.ele", nodes)).toEqual(elements);
        const face = writeTetgenFaces(faces, nodes.firstIndex);
        expect(readTetgenFaces(face, "a.face", nodes)).toEqual(faces);
      }),
      { numRuns: 200 },
    );
  });

  test("comments and points numbered from 1 are read", () => {
    const nodes = readTetgenNodes(
      bytesOf("# made by hand\n4 3 1 1 # four points\n1 0 0 0 0.5 7\n2 1 0 0 1 7\n3 0 1 0 2 7\n4 0 0 1 3 8\n# end\n"),
      "a.node",
    );
    expect(nodes.firstIndex).toBe(1);
    expect([...nodes.attributes]).toEqual([0.5, 1, 2, 3]);
    expect([...nodes.markers!]).toEqual([7, 7, 7, 8]);
    const ele = readTetgenTetrahedra(bytesOf("1 4 0\n1 1 2 3 4\n"), "a.ele", nodes);
    expect([...ele.tetrahedra]).toEqual([0, 1, 2, 3]);
  });

  test("a wrong dimension, point number, index, count, NaN and a cut are refused with their line", () => {
    const nodes = readTetgenNodes(bytesOf("2 3 0 0\n0 0 0 0\n1 1 1 1\n"), "a.node");
    expect(errorOf(() => readTetgenNodes(bytesOf("2 2 0 0\n0 0 0\n1 1 1\n"), "a.node")).why).toContain("found 2");
    expect(errorOf(() => readTetgenNodes(bytesOf("2 3 0 0\n0 0 0 0\n3 1 1 1\n"), "a.node")).where).toBe(
      "a.node, line 3",
    );
    expect(errorOf(() => readTetgenNodes(bytesOf("1 3 0 0\n0 0 nan 0\n"), "a.node"))).toMatchObject({
      code: "points-not-finite",
      where: "a.node, point 0",
    });
    expect(errorOf(() => readTetgenNodes(bytesOf("2 3 0 0\n0 0 0 0\n"), "a.node")).code).toMatch(/file/);
    expect(errorOf(() => readTetgenNodes(bytesOf("4000000000 3 0 0\n0 0 0 0\n"), "a.node")).code).toBe(
      "array-larger-than-file",
    );
    const index = errorOf(() => readTetgenTetrahedra(bytesOf("1 4 0\n0 0 1 1 2\n"), "a.ele", nodes));
    expect(index.where).toBe("a.ele, line 2");
    expect(index.why).toContain("found 2; expected the number of a point, an integer from 0 to 1");
    expect(errorOf(() => readTetgenFaces(bytesOf("1 0\n0 0 1 5\n"), "a.face", nodes)).why).toContain("found 5");
  });

  test("with any byte changed gives a mesh or a TributaryError", () => {
    const whole = bytesOf("2 3 1 1\n1 0.5 1e-3 0 2 7\n2 1 1 1 3 7\n");
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) =>
        readsOrRefuses(() => readTetgenNodes(whole.with(at, value), "a.node")),
      ),
    );
  });
});
