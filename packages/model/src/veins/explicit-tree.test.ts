import { describe, expect, test } from "vitest";
import { createRandom } from "../numerics/random.ts";
import { createEllipsoidEpicardium, NORMAL_MALE } from "./ellipsoid-epicardium.fixture.ts";
import { createEpicardialMap } from "./epicardial-map.ts";
import { buildExplicitTree, type ExplicitVein } from "./explicit-tree.ts";
import { placeVenousTree } from "./place-venous-tree.ts";
import { sampleVenousTree } from "./sample-venous-tree.ts";
import { measureGrooveArc } from "./trunk-course.ts";
import { branchLength, findBranch } from "./venous-tree.ts";

const map = createEpicardialMap(createEllipsoidEpicardium(NORMAL_MALE));
const generated = placeVenousTree(
  map,
  sampleVenousTree(createRandom(12), { group: "noCoronaryDisease", grooveArc_mm: measureGrooveArc(map) }),
);
const given: ExplicitVein[] = generated.branches.map(({ name, points_mm, diameter_mm }) => ({
  name,
  points_mm,
  radius_mm: diameter_mm.map((diameter) => diameter / 2),
}));

describe("a tree from centerlines", () => {
  test("a generated tree read back, in another order, is the same tree", () => {
    const tree = buildExplicitTree(map, { branches: [...given].reverse() }, "centerline");
    expect(tree.branches.map(({ name }) => name).sort()).toEqual(given.map(({ name }) => name).sort());
    for (const branch of generated.branches) {
      const back = findBranch(tree, branch.name);
      expect(back.source).toBe("centerline");
      expect(back.parent).toBe(branch.parent);
      expect(Math.abs(back.junctionArc_mm - branch.junctionArc_mm)).toBeLessThan(0.5);
      expect(Math.abs(branchLength(back) - branchLength(branch))).toBeLessThan(0.5);
      expect(Math.abs(back.diameter_mm[0]! - branch.diameter_mm[0]!)).toBeLessThan(1e-6);
      if (branch.takeOffAngle_rad !== undefined)
        expect(Math.abs(back.takeOffAngle_rad! - branch.takeOffAngle_rad)).toBeLessThan(0.1);
    }
  });

  test("without a coronary sinus the widest vein is the trunk", () => {
    const renamed = given.map((vein) => (vein.name === "coronarySinus" ? { ...vein, name: "CS" } : vein));
    expect(buildExplicitTree(map, { branches: renamed }, "explicit").branches[0]!.name).toBe("CS");
  });

  test("a vein that starts far from every other has its own mouth", () => {
    const alone = { ...given.find(({ name }) => name === "posteriorVein")!, name: "alone" };
    const from = 3 * Math.floor(alone.radius_mm.length / 2);
    const lower = {
      ...alone,
      points_mm: Array.from(alone.points_mm).slice(from),
      radius_mm: Array.from(alone.radius_mm).slice(from / 3),
    };
    const tree = buildExplicitTree(map, { branches: [given[0]!, lower] }, "explicit");
    expect(findBranch(tree, "alone").parent).toBeUndefined();
  });
});

describe("centerlines that cannot be used", () => {
  const good = given[2]!;
  const count = good.radius_mm.length;
  const shifted = Array.from(good.points_mm, (value, i) => (i >= 15 && i % 3 === 0 ? value + 200 : value));

  test("a vein off the heart is named with its point and distance", () => {
    expect(() => buildExplicitTree(map, { branches: [{ ...good, points_mm: shifted }] }, "explicit")).toThrowError(
      expect.objectContaining({
        code: "vein-off-the-heart",
        where: `vein "${good.name}", point 5`,
        why: expect.stringMatching(/^\d+\.\d mm from the epicardium; at most 15 mm/),
      }),
    );
  });

  const bad: [string, ExplicitVein[]][] = [
    ["no veins", []],
    ["one point", [{ ...good, points_mm: [0, 0, 0], radius_mm: [1] }]],
    ["a radius too few", [{ ...good, radius_mm: Array.from(good.radius_mm).slice(1) }]],
    ["not a number", [{ ...good, points_mm: Array.from(good.points_mm, (v, i) => (i === 7 ? Number.NaN : v)) }]],
    ["a radius of nothing", [{ ...good, radius_mm: new Float64Array(count) }]],
    ["a name twice", [good, good]],
    ["no length", [{ ...good, points_mm: new Array(6).fill(good.points_mm[0]), radius_mm: [1, 1] }]],
  ];
  test.each(bad)("%s: refused with all five parts", (_name, branches) => {
    try {
      buildExplicitTree(map, { branches }, "explicit");
      expect.unreachable();
    } catch (error) {
      const parts = error as Record<string, string>;
      expect(["bad-vein-centerline", "vein-off-the-heart"]).toContain(parts["code"]);
      for (const part of ["what", "where", "why", "fix"]) expect(parts[part]!.length).toBeGreaterThan(3);
    }
  });
});
