import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grooveAngleFromRt } from "../anatomy/coordinate-conventions.ts";
import { createRandom } from "../numerics/random.ts";
import { REFERENCE_GROOVE_ARC_mm } from "./groove-spacing.ts";
import { trunkDiameter } from "./lumen-law.ts";
import { sampleVenousTree } from "./sample-venous-tree.ts";
import { FREE_WALL_VEINS } from "./vein-name.ts";
import { CORONARY_GROUPS, type CoronaryGroup } from "./vein-presence.ts";

const HEART_COUNT = 20_000;

function countPresence(sampledGroup: CoronaryGroup, seed: number) {
  const random = createRandom(seed);
  const rates = { marginal: 0, posterior: 0, neither: 0, none: 0 };
  for (let i = 0; i < HEART_COUNT; i++) {
    const tree = sampleVenousTree(random, { group: sampledGroup, grooveArc_mm: REFERENCE_GROOVE_ARC_mm });
    const names = new Set(tree.tributaries.map(({ name }) => name));
    const marginal = names.has("leftMarginalVein");
    const posterior = names.has("posteriorVein");
    if (marginal) rates.marginal += 1 / HEART_COUNT;
    if (posterior) rates.posterior += 1 / HEART_COUNT;
    if (!marginal && !posterior) rates.neither += 1 / HEART_COUNT;
    if (!FREE_WALL_VEINS.some((name) => names.has(name as never))) rates.none += 1 / HEART_COUNT;
  }
  return rates;
}

const MARGINAL_LIMITS: Record<CoronaryGroup, readonly [number, number]> = {
  noCoronaryDisease: [0.7, 0.72],
  coronaryDisease: [0.6, 0.62],
  anteriorInfarction: [0.205, 0.235],
  lateralInfarction: [0, 0],
};
const POSTERIOR_RATE: Record<CoronaryGroup, number> = {
  noCoronaryDisease: 0.96,
  coronaryDisease: 0.84,
  anteriorInfarction: 0.82,
  lateralInfarction: 0.82,
};

describe("presence of veins in 20 000 sampled hearts", () => {
  test.each(CORONARY_GROUPS.map((group) => [group] as const))("%s: the published rates", (group) => {
    const rates = countPresence(group, 20240);
    expect(rates.marginal).toBeGreaterThanOrEqual(MARGINAL_LIMITS[group][0]);
    expect(rates.marginal).toBeLessThanOrEqual(MARGINAL_LIMITS[group][1]);
    expect(Math.abs(rates.posterior - POSTERIOR_RATE[group])).toBeLessThanOrEqual(0.01);
    expect(rates.none).toBeGreaterThanOrEqual(0.0005);
    expect(rates.none).toBeLessThanOrEqual(0.02);
    if (group === "noCoronaryDisease") expect(Math.abs(rates.neither - 0.012)).toBeLessThanOrEqual(0.003);
  });

  test("a sampler blind to the scar would be caught", () => {
    const blind = countPresence("noCoronaryDisease", 7);
    for (const group of ["anteriorInfarction", "lateralInfarction"] as const) {
      expect(blind.marginal).toBeGreaterThan(MARGINAL_LIMITS[group][1]);
    }
  });
});

describe("where the veins leave the groove", () => {
  const random = createRandom(5);
  const trees = Array.from({ length: 2000 }, () =>
    sampleVenousTree(random, { group: "noCoronaryDisease", grooveArc_mm: REFERENCE_GROOVE_ARC_mm }),
  );

  function meanTheta_deg(name: string): number {
    const veins = trees.flatMap((tree) => tree.tributaries.filter((vein) => vein.name === name));
    return veins.reduce((sum, vein) => sum + 360 * vein.grooveRt, 0) / veins.length;
  }

  test("the middle cardiac vein is at 0 and the anterior interventricular one at 240 degrees", () => {
    expect(Math.abs(meanTheta_deg("middleCardiacVein"))).toBeLessThan(1);
    for (const tree of trees) {
      expect(grooveAngleFromRt(tree.tributaries.at(-1)!.grooveRt)).toBeCloseTo(240, 9);
      expect(tree.tributaries.at(-1)!.name).toBe("anteriorInterventricularVein");
    }
  });

  test("mouths follow one another and the trunk never widens away from its ostium", () => {
    for (const tree of trees.slice(0, 300)) {
      const arcs = tree.tributaries.map(({ trunkArc_mm }) => trunkArc_mm);
      expect(arcs).toEqual([...arcs].sort((a, b) => a - b));
      let previous = Number.POSITIVE_INFINITY;
      for (let arc = 0; arc <= tree.trunkLength_mm; arc += 1) {
        const diameter = trunkDiameter(tree.trunkLumen, arc);
        expect(diameter).toBeLessThanOrEqual(previous);
        previous = diameter;
      }
    }
  });
});

test("the same seed gives the same tree, at any size and group", () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.constantFrom(...CORONARY_GROUPS),
      fc.double({ min: 80, max: 220, noNaN: true }),
      (seed, group, grooveArc_mm) => {
        const first = sampleVenousTree(createRandom(seed), { group, grooveArc_mm });
        const second = sampleVenousTree(createRandom(seed), { group, grooveArc_mm });
        expect(second).toEqual(first);
        for (const vein of first.tributaries) {
          expect(vein.ostiumDiameter_mm).toBeGreaterThan(0);
          expect(vein.takeOffAngle_rad).toBeGreaterThan(0);
          expect(vein.takeOffAngle_rad).toBeLessThan(Math.PI);
          expect(vein.reachAb).toBeLessThan(0.6);
        }
      },
    ),
    { numRuns: 200 },
  );
});
