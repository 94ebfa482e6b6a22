import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom, type Random } from "../numerics/random.ts";
import { orderDependencies } from "./dependency-order.ts";
import { solveUpwind } from "./solve-upwind.ts";
import type { UpwindStencil } from "./upwind-stencil.ts";

function createStencil(upwind: readonly (readonly [number, number][])[], step_mm: readonly number[]): UpwindStencil {
  const upwindNodes = new Uint32Array(3 * upwind.length);
  const weights = new Float64Array(3 * upwind.length);
  for (const [node, list] of upwind.entries()) {
    for (const [k, [other, weight]] of list.entries()) {
      upwindNodes[3 * node + k] = other;
      weights[3 * node + k] = weight;
    }
  }
  const steepest = Uint32Array.from(step_mm, (_, node) => node);
  const steepestStep_mm = new Float64Array(step_mm.length);
  return { upwindNodes, weights, step_mm: Float64Array.from(step_mm), steepest, steepestStep_mm, edgeNodeCount: 0 };
}

describe("orderDependencies", () => {
  test("puts what is needed first and keeps a circle together", () => {
    // 0 needs 1; 1 and 2 need each other; 2 needs 3; an entry without weight does not count.
    const needed = Uint32Array.of(1, 0, 0, 2, 0, 0, 1, 3, 0, 0, 0, 0);
    const weights = Float64Array.of(1, 0, 0, 1, 0, 0, 0.5, 0.5, 0, 0, 0, 0);
    const { items, offsets } = orderDependencies(needed, weights);
    const sets = Array.from({ length: offsets.length - 1 }, (_, set) => [
      ...items.subarray(offsets[set], offsets[set + 1]).toSorted(),
    ]);
    expect(sets).toEqual([[3], [1, 2], [0]]);
  });

  test("on any graph no item needs one of a later set, and every item stands in one set", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const random = createRandom(seed);
        const itemCount = 1 + Math.floor(60 * random.uniform());
        const needed = Uint32Array.from({ length: 3 * itemCount }, () => Math.floor(itemCount * random.uniform()));
        const weights = Float64Array.from(needed, () => (random.uniform() < 0.4 ? 1 : 0));
        const { items, offsets } = orderDependencies(needed, weights);
        expect([...items].sort((a, b) => a - b)).toEqual(Array.from({ length: itemCount }, (_, item) => item));
        const setOf = new Uint32Array(itemCount);
        for (let set = 0; set + 1 < offsets.length; set++) {
          for (const item of items.subarray(offsets[set], offsets[set + 1])) setOf[item] = set;
        }
        for (const [entry, other] of needed.entries()) {
          if (weights[entry]! > 0) expect(setOf[other]!).toBeLessThanOrEqual(setOf[Math.floor(entry / 3)]!);
        }
      }),
    );
  });
});

describe("solveUpwind", () => {
  test("two nodes that lean on each other are solved at once, however weakly they lean on the source", () => {
    // d1 = 1 + 0.999 d2 + 0.001 d0, d2 = 1 + d1, d0 = 0: d1 = 1.999 / 0.001.
    const stencil = createStencil(
      [
        [],
        [
          [2, 0.999],
          [0, 0.001],
        ],
        [[1, 1]],
      ],
      [0, 1, 1],
    );
    const distance_mm = Float64Array.of(0, 3, 3);
    expect(solveUpwind(distance_mm, stencil)).toBe("converged");
    expect(distance_mm[1]).toBeCloseTo(1999, 8);
    expect(distance_mm[2]).toBeCloseTo(2000, 8);
  });

  test("nodes that lean on each other only keep what they had, and the status says so", () => {
    const distance_mm = Float64Array.of(0, 3, 4);
    expect(solveUpwind(distance_mm, createStencil([[], [[2, 1]], [[1, 1]]], [0, 1, 1]))).toBe("loop-unsolved");
    expect([...distance_mm]).toEqual([0, 3, 4]);
  });

  test("leaves no residual on any stencil whose nodes all lean on the source", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const random = createRandom(seed);
        const stencil = drawStencil(random);
        const distance_mm = new Float64Array(stencil.step_mm.length);
        expect(solveUpwind(distance_mm, stencil)).toBe("converged");
        for (let node = 1; node < distance_mm.length; node++) {
          let value_mm = stencil.step_mm[node]!;
          for (let k = 0; k < 3; k++) {
            value_mm += stencil.weights[3 * node + k]! * distance_mm[stencil.upwindNodes[3 * node + k]!]!;
          }
          expect(Math.abs(value_mm - distance_mm[node]!)).toBeLessThan(1e-9);
        }
      }),
    );
  });
});

function drawStencil(random: Random): UpwindStencil {
  const nodeCount = 2 + Math.floor(30 * random.uniform());
  const upwind = Array.from({ length: nodeCount }, (_, node): [number, number][] => {
    const other = Math.floor(nodeCount * random.uniform());
    if (node === 0) return [];
    return other === node
      ? [[0, 1]]
      : [
          [other, 0.9],
          [0, 0.1],
        ];
  });
  return createStencil(
    upwind,
    upwind.map((_, node) => (node === 0 ? 0 : 0.5 + random.uniform())),
  );
}
