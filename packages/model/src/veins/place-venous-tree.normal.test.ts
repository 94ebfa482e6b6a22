import { describe, expect, test } from "vitest";
import { findHeartPreset } from "../anatomy/heart-presets.ts";
import { createParametricHeart } from "../anatomy/parametric-heart.ts";
import { computeVentricularCoordinates } from "../anatomy/ventricular-coordinates.ts";
import { meshImplicitShape } from "../mesh/mesh-implicit-shape.ts";
import { createRandom } from "../numerics/random.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import { createHeartEpicardialMap } from "./epicardial-map.ts";
import { placeVenousTree } from "./place-venous-tree.ts";
import { sampleVenousTree } from "./sample-venous-tree.ts";
import { measureGrooveArc } from "./trunk-course.ts";
import { branchLength, findBranch, placeInVein } from "./venous-tree.ts";

const { geometry } = findHeartPreset("dcm-lbbb-male")!;
const parametric = createParametricHeart(geometry);
const { heart } = meshImplicitShape(parametric.shape, { edgeLength_mm: 3 });
const map = createHeartEpicardialMap(heart, computeVentricularCoordinates(heart));
const grooveArc_mm = measureGrooveArc(map);
const TREES = [1, 2, 3, 4].map((seed) => {
  const sampled = sampleVenousTree(createRandom(seed), { group: "noCoronaryDisease", grooveArc_mm });
  return { sampled, placed: placeVenousTree(map, sampled) };
});

describe("a venous tree on the meshed dilated heart with left bundle-branch block", () => {
  test("the AV groove is 152 to 160 mm long", () => {
    expect(grooveArc_mm).toBeGreaterThan(152);
    expect(grooveArc_mm).toBeLessThan(160);
  });

  test("every free-wall place is on the heart, and comes back with its coordinates", () => {
    for (let i = 0; i < 300; i++) {
      const ab = 0.05 + 0.9 * ((i * 0.618) % 1);
      const rt = 0.02 + 0.62 * ((i * 0.414) % 1);
      const { point_mm, offHeart_mm } = map.locate(ab, rt);
      const back = map.project(point_mm);
      expect(offHeart_mm).toBe(0);
      expect(Math.abs(back.ab - ab)).toBeLessThan(0.01);
      expect(Math.abs(back.rt - rt)).toBeLessThan(0.02);
    }
  });

  test("no vein lies in the muscle", () => {
    for (const { placed } of TREES) {
      for (const branch of placed.branches) {
        for (let i = 0; i < branch.arc_mm.length; i++) {
          const [x, y, z] = placeInVein(branch, branch.arc_mm[i]!).point_mm;
          expect(parametric.shape.signedDistance_mm(x, y, z)).toBeGreaterThan(-0.5);
        }
      }
    }
  });

  test("the middle cardiac vein runs inferior, the left marginal vein lateral, the anterior one in front", () => {
    for (const { placed } of TREES) {
      const at = (name: string) => placeInVein(findBranch(placed, name), 40).point_mm;
      expect(at("middleCardiacVein")[1]).toBeLessThan(-10);
      expect(at("anteriorInterventricularVein")[1]).toBeGreaterThan(10);
      if (placed.branches.some(({ name }) => name === "leftMarginalVein"))
        expect(at("leftMarginalVein")[0]).toBeLessThan(-15);
    }
  });

  test("tributaries take off at their angle to 10 degrees and are smooth", () => {
    for (const { sampled, placed } of TREES) {
      for (const vein of sampled.tributaries) {
        const branch = findBranch(placed, vein.name);
        const takeOff_rad = branch.takeOffAngle_rad ?? vein.takeOffAngle_rad;
        expect(Math.abs(takeOff_rad - vein.takeOffAngle_rad)).toBeLessThan(radiansFromDegrees(10));
        for (let arc = 3; arc < branchLength(branch) - 3; arc += 1) {
          const before = placeInVein(branch, arc - 1.5).tangent;
          const after = placeInVein(branch, arc + 1.5).tangent;
          const cosine = before[0] * after[0] + before[1] * after[1] + before[2] * after[2];
          expect(cosine).toBeGreaterThan(Math.cos(radiansFromDegrees(40)));
        }
      }
    }
  });
});
