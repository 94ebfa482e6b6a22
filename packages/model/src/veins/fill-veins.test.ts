import fc from "fast-check";
import { expect, test } from "vitest";
import { type FillableVein, fillVeins, findTrunk } from "./fill-veins.ts";

/** A straight tube; 4 mm wide it holds 1.2566 mL in 100 mm. */
function tube(name: string, length_mm: number, parent?: string, junctionArc_mm = 0, diameter_mm = 4): FillableVein {
  return {
    name,
    parent,
    junctionArc_mm,
    arc_mm: [0, length_mm / 2, length_mm],
    diameter_mm: Array(3).fill(diameter_mm),
  };
}

const TRUNK = tube("trunk", 100);
const BEFORE = tube("before", 50, "trunk", 10);
const BEYOND = tube("beyond", 50, "trunk", 60);
const TREE = [TRUNK, BEFORE, BEYOND];
const AREA_mm2 = Math.PI * 4;

test("half a tube's volume fills half of it", () => {
  const { stretches, room_mL } = fillVeins([TRUNK], { vein: "trunk", arc_mm: 0 }, (AREA_mm2 * 50) / 1000);
  expect(room_mL).toBeCloseTo((AREA_mm2 * 100) / 1000, 9);
  expect(stretches).toEqual([{ name: "trunk", from_mm: 0, to_mm: expect.closeTo(50, 6) }]);
});

test("what drains before the balloon stays empty; branches beyond it fill as far as the trunk does", () => {
  const { stretches } = fillVeins(TREE, { vein: "trunk", arc_mm: 40 }, (AREA_mm2 * 40) / 1000);
  expect(stretches).toEqual([
    { name: "trunk", from_mm: 40, to_mm: expect.closeTo(70, 6) },
    { name: "beyond", from_mm: 0, to_mm: expect.closeTo(10, 6) },
  ]);
});

test("more than the veins hold is told as excess", () => {
  const { stretches, excess_mL } = fillVeins(TREE, { vein: "trunk", arc_mm: 0 }, 10);
  expect(stretches.map(({ to_mm }) => to_mm)).toEqual([100, 50, 50]);
  expect(excess_mL).toBeCloseTo(10 - (AREA_mm2 * 200) / 1000, 9);
});

test("the filled lumen is the volume given, and grows with it", () => {
  const filled_mL = (volume_mL: number) =>
    fillVeins(TREE, { vein: "trunk", arc_mm: 5 }, volume_mL).stretches.reduce(
      (sum, { from_mm, to_mm }) => sum + (AREA_mm2 * (to_mm - from_mm)) / 1000,
      0,
    );
  fc.assert(
    fc.property(fc.double({ min: 0, max: 2, noNaN: true }), (volume_mL) => {
      expect(filled_mL(volume_mL)).toBeCloseTo(volume_mL, 6);
    }),
  );
});

test("the trunk is what drains the others", () => {
  expect(findTrunk([tube("own mouth", 40), ...TREE])).toBe(TRUNK);
  expect(findTrunk([])).toBeUndefined();
});
