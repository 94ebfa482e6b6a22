import { expect, test } from "vitest";
import type { CandidateCathode } from "../placements/candidate-cathodes.ts";
import { blendFields, type Knot, layKnots } from "./knots.ts";

function cathodesAt(...arcs_mm: number[]): CandidateCathode[] {
  return arcs_mm.map((arc_mm) => ({ vein: "posteriorVein", arc_mm, uses: [] }) as unknown as CandidateCathode);
}

const straight = ({ arc_mm }: Knot) => [arc_mm, 0, 0] as const;

test("a cathode on the grid is a knot, one between two is blended from them", () => {
  const { knots, blends } = layKnots(cathodesAt(4, 5), 2, straight);
  expect(knots.map(({ arc_mm }) => arc_mm)).toEqual([4, 6]);
  expect(blends).toEqual([
    { lower: 0, upper: 0, blend: 0 },
    { lower: 0, upper: 1, blend: 0.5 },
  ]);
});

test("a cathode that acts off the line between its knots gets a knot of its own", () => {
  const jumping = ({ arc_mm }: Knot) => [arc_mm, arc_mm === 5 ? 0.3 : 0, 0] as const;
  const { knots, blends } = layKnots(cathodesAt(5, 7), 2, jumping);
  expect(knots.map(({ arc_mm }) => arc_mm)).toEqual([5, 6, 8]);
  expect(blends[0]).toEqual({ lower: 0, upper: 0, blend: 0 });
});

test("blending is linear, and what neither knot reaches stays unreached", () => {
  const out = new Float32Array(2);
  blendFields(out, Float32Array.of(10, Infinity), Float32Array.of(14, Infinity), { blend: 0.25, scale: 2 });
  expect([...out]).toEqual([22, Infinity]);
});
