import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ahaSegment, grooveAngleFromRt, rtFromGrooveAngle } from "../anatomy/coordinate-conventions.ts";
import { createRandom } from "../numerics/random.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import { measureTortuosity } from "./centerline.ts";
import { createEllipsoidEpicardium, DILATED_MALE, NORMAL_MALE } from "./ellipsoid-epicardium.fixture.ts";
import { createEpicardialMap } from "./epicardial-map.ts";
import { ANTERIOR_CORNER_mm, placeVenousTree } from "./place-venous-tree.ts";
import { type SampledVenousTree, sampleVenousTree } from "./sample-venous-tree.ts";
import { measureGrooveArc } from "./trunk-course.ts";
import { listPoints } from "./vein-branch.ts";
import { branchLength, findBranch, placeInVein, type VenousTree } from "./venous-tree.ts";

const map = createEpicardialMap(createEllipsoidEpicardium(DILATED_MALE));
const grooveArc_mm = measureGrooveArc(map);

function draw(seed: number): SampledVenousTree {
  return sampleVenousTree(createRandom(seed), { group: "noCoronaryDisease", grooveArc_mm });
}

const SEEDS = [1, 2, 3, 4, 5, 6];
const PAIRS = SEEDS.map((seed) => ({ sampled: draw(seed), placed: placeVenousTree(map, draw(seed)) }));

describe("a placed venous tree", () => {
  test("the trunk runs over the groove for the length of the sampled one, less the corner into the anterior vein", () => {
    for (const { sampled, placed } of PAIRS) {
      const trunk_mm =
        branchLength(findBranch(placed, "coronarySinus")) + branchLength(findBranch(placed, "greatCardiacVein"));
      expect(Math.abs((trunk_mm + ANTERIOR_CORNER_mm) / sampled.trunkLength_mm - 1)).toBeLessThan(0.02);
    }
  });

  test("every parent comes before its tributaries, which start on it", () => {
    for (const { placed } of PAIRS) {
      for (const branch of placed.branches) {
        if (branch.parent === undefined) continue;
        const parent = findBranch(placed, branch.parent);
        expect(placed.branches.indexOf(parent)).toBeLessThan(placed.branches.indexOf(branch));
        const mouth = placeInVein(parent, branch.junctionArc_mm).point_mm;
        const start = placeInVein(branch, 0).point_mm;
        expect(Math.hypot(mouth[0] - start[0], mouth[1] - start[1], mouth[2] - start[2])).toBeLessThan(0.2);
      }
    }
  });

  test("veins lie over the muscle, never in it, and their lumen never widens away from the mouth", () => {
    for (const { placed } of PAIRS) {
      for (const branch of placed.branches) {
        for (let i = 0; i < branch.arc_mm.length; i++) {
          const [x, y, z] = placeInVein(branch, branch.arc_mm[i]!).point_mm;
          const { radius_mm, apex_mm } = DILATED_MALE;
          const inside = z < DILATED_MALE.base_mm && (x * x + y * y) / radius_mm ** 2 + z ** 2 / apex_mm ** 2 < 0.99;
          expect(inside).toBe(false);
          if (i > 0) expect(branch.diameter_mm[i]).toBeLessThanOrEqual(branch.diameter_mm[i - 1]!);
        }
      }
    }
  });

  test("tributaries take off at their turn angle to 10 degrees", () => {
    for (const { sampled, placed } of PAIRS) {
      for (const vein of sampled.tributaries) {
        const angle_rad = findBranch(placed, vein.name).takeOffAngle_rad;
        if (angle_rad === undefined) continue;
        expect(Math.abs(angle_rad - vein.takeOffAngle_rad)).toBeLessThan(radiansFromDegrees(10));
      }
    }
  });

  test("courses pass their rt at ab 0.3 and end at their reach", () => {
    for (const { sampled, placed } of PAIRS) {
      for (const vein of sampled.tributaries) {
        const branch = findBranch(placed, vein.name);
        expect(Math.abs(branch.ab.at(-1)! - vein.reachAb)).toBeLessThan(0.03);
        if (vein.tortuosity > 1.2) continue;
        const i = branch.ab.findIndex((ab) => ab <= 0.32);
        if (i < 0) continue;
        const turn = branch.rt[i]! - vein.lowerRt;
        expect(Math.abs(turn - Math.round(turn))).toBeLessThan(0.03);
      }
    }
  });

  test("fat under the vein is the sampled one beyond 20 mm", () => {
    for (const { sampled, placed } of PAIRS) {
      for (const vein of sampled.tributaries) {
        const branch = findBranch(placed, vein.name);
        const gap_mm = placeInVein(branch, Math.min(45, branchLength(branch) - 5)).gap_mm;
        expect(Math.abs(gap_mm - vein.fatGapDistal_mm)).toBeLessThan(0.4);
      }
    }
  });

  test("a vein that should wind does, to 15 % of its tortuosity", () => {
    for (const { sampled, placed } of PAIRS) {
      for (const vein of sampled.tributaries) {
        const tortuosity = measureTortuosity(listPoints(findBranch(placed, vein.name)));
        expect(tortuosity).toBeGreaterThan(0.85 * vein.tortuosity);
      }
    }
  });
});

describe("landmarks", () => {
  test("posterior groove to anterior groove: the middle cardiac vein lies inferior, the anterior one in front", () => {
    const { placed } = PAIRS[0]!;
    const middle = placeInVein(findBranch(placed, "middleCardiacVein"), 40);
    const anterior = placeInVein(findBranch(placed, "anteriorInterventricularVein"), 40);
    expect(middle.point_mm[1]).toBeLessThan(0);
    expect(anterior.point_mm[1]).toBeGreaterThan(0);
    expect([3, 4, 9, 10]).toContain(ahaSegment(middle.ab, middle.rt));
    expect([1, 2, 7, 8]).toContain(ahaSegment(anterior.ab, anterior.rt));
  });

  test("on a mirrored heart the same tree has its middle cardiac vein in front, which the test above refuses", () => {
    const mirrored = createEpicardialMap(createEllipsoidEpicardium({ ...DILATED_MALE, handedness: -1 }));
    const placed = placeVenousTree(mirrored, draw(1));
    expect(placeInVein(findBranch(placed, "middleCardiacVein"), 40).point_mm[1]).toBeGreaterThan(0);
  });

  test("with the mean distances the posterior vein leaves at 80 and the left marginal at 155 degrees", () => {
    const normal = createEpicardialMap(createEllipsoidEpicardium(NORMAL_MALE));
    const sampled = sampleVenousTree(createRandom(1), { group: "noCoronaryDisease", grooveArc_mm: 127.7 });
    const at = { posteriorVein: 79.7, leftMarginalVein: 154.7 } as const;
    const tributaries = sampled.tributaries.map((vein) => {
      const theta_deg = at[vein.name as keyof typeof at];
      if (theta_deg === undefined) return vein;
      return { ...vein, grooveRt: rtFromGrooveAngle(theta_deg), lowerRt: rtFromGrooveAngle(theta_deg) };
    });
    const placed: VenousTree = placeVenousTree(normal, { ...sampled, tributaries });
    for (const [name, theta_deg] of Object.entries(at)) {
      if (!placed.branches.some((branch) => branch.name === name)) continue;
      const place = placeInVein(findBranch(placed, name), 0);
      expect(Math.abs(grooveAngleFromRt(place.rt) - theta_deg)).toBeLessThan(1);
    }
  });
});

test("any sampled tree can be placed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (seed) => {
      const placed = placeVenousTree(map, draw(seed));
      for (const branch of placed.branches) {
        expect(branch.points_mm.every(Number.isFinite)).toBe(true);
        expect(branch.gap_mm.every((gap) => gap >= 0)).toBe(true);
      }
    }),
    { numRuns: 10 },
  );
});
