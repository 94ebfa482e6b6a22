import { describe, expect, test } from "vitest";
import { millimetersFromFrench, radiansFromDegrees } from "../units/convert.ts";
import { measureArc } from "./centerline.ts";
import { arcOfDiameter, fatGap, tributaryDiameter, trunkDiameter } from "./lumen-law.ts";
import { computeVeinReach, GUIDE_LUMEN_RATIO, LEAD_LUMEN_RATIO, type PushedBody, tabulateReach } from "./reach.ts";
import { listPoints } from "./vein-branch.ts";
import { TRIBUTARY_FIGURES } from "./vein-statistics.ts";
import type { VeinBranch, VenousTree } from "./venous-tree.ts";

const POSTERIOR = TRIBUTARY_FIGURES.posteriorVein;
const OSTIUM_mm = POSTERIOR.ostiumDiameter_mm.mean;
const TAPER_perMm = POSTERIOR.taperRate_perMm.mean;

/** A straight vein along x (or along y) with a lumen by arc. */
function straightVein(
  name: string,
  length_mm: number,
  lumen: (arc_mm: number) => number,
  along: "x" | "y",
): VeinBranch {
  const arc_mm = Float64Array.from({ length: length_mm + 1 }, (_, i) => i);
  return {
    name,
    parent: undefined,
    junctionArc_mm: 0,
    points_mm: Float64Array.from([...arc_mm].flatMap((arc) => (along === "x" ? [arc, 0, 0] : [40, -arc, 0]))),
    arc_mm,
    diameter_mm: arc_mm.map(lumen),
    gap_mm: arc_mm.map(() => 0),
    ab: arc_mm.map(() => 0.5),
    rt: arc_mm.map(() => 0.25),
    takeOffAngle_rad: undefined,
    source: "explicit",
  };
}

function meanPosteriorTree(takeOff_deg = 70): VenousTree {
  const sinus = straightVein("coronarySinus", 60, () => 8, "x");
  const posterior = straightVein("posteriorVein", 80, (arc) => tributaryDiameter(OSTIUM_mm, TAPER_perMm, arc), "y");
  const received = { parent: "coronarySinus", junctionArc_mm: 40, takeOffAngle_rad: radiansFromDegrees(takeOff_deg) };
  return { branches: [sinus, { ...posterior, ...received }], valves: [] };
}

function lead(size_F: number): PushedBody {
  return { diameter_mm: millimetersFromFrench(size_F), leastLumenRatio: LEAD_LUMEN_RATIO };
}

function guide(size_F: number): PushedBody {
  return { diameter_mm: millimetersFromFrench(size_F), leastLumenRatio: GUIDE_LUMEN_RATIO };
}

describe("the lumen of a mean posterior vein", () => {
  test.each([
    [0, 4.0],
    [30, 2.94],
    [50, 2.4],
  ])("%d mm from the mouth it is %d mm wide", (arc_mm, diameter_mm) => {
    expect(Math.abs(tributaryDiameter(OSTIUM_mm, TAPER_perMm, arc_mm) - diameter_mm)).toBeLessThan(0.01);
  });

  test.each(["posteriorVein", "leftMarginalVein", "anteriorInterventricularVein"] as const)(
    "the mean %s has its published lumen 50 mm on",
    (name) => {
      const { ostiumDiameter_mm, taperRate_perMm } = TRIBUTARY_FIGURES[name];
      const published_mm = { posteriorVein: 2.4, leftMarginalVein: 2.3, anteriorInterventricularVein: 2.4 }[name];
      const lumen_mm = tributaryDiameter(ostiumDiameter_mm.mean, taperRate_perMm.mean, 50);
      expect(Math.abs(lumen_mm - published_mm)).toBeLessThan(0.01);
    },
  );

  test("a 9 F guide, which does not stretch the vein, stops at 28 mm", () => {
    const exact_mm = arcOfDiameter(OSTIUM_mm, TAPER_perMm, 3);
    const { reach_mm, limit } = computeVeinReach(meanPosteriorTree(), "posteriorVein", guide(9), 0);
    expect(Math.abs(reach_mm - 28)).toBeLessThan(1);
    expect(reach_mm).toBeCloseTo(exact_mm, 1);
    expect(limit.kind).toBe("lumen");
  });

  test("a 5.3 F lead passes 50 mm", () => {
    const { reach_mm } = computeVeinReach(meanPosteriorTree(), "posteriorVein", lead(5.3), 0);
    expect(reach_mm).toBeGreaterThan(50);
  });

  test("a 6 F lead reaches farther than a 7 F inner catheter", () => {
    const ofLead = computeVeinReach(meanPosteriorTree(), "posteriorVein", lead(6), 0).reach_mm;
    const ofCatheter = computeVeinReach(meanPosteriorTree(), "posteriorVein", guide(7), 0).reach_mm;
    expect(ofLead).toBeGreaterThan(ofCatheter);
  });
});

describe("what stops a lead", () => {
  test("a hairpin take-off, until the tools for it are at hand", () => {
    const tree = meanPosteriorTree(140);
    const without = computeVeinReach(tree, "posteriorVein", lead(4), 2);
    expect(without).toMatchObject({ reach_mm: 0, isEntered: false, limit: { kind: "turn-angle", toolLevel: 3 } });
    expect(computeVeinReach(tree, "posteriorVein", lead(4), 3).isEntered).toBe(true);
  });

  test("a valve across the trunk, until it is dilated", () => {
    const valves = [{ name: "valve of Vieussens", branch: "coronarySinus", arc_mm: 30, state: "obstructive" }] as const;
    const tree = { ...meanPosteriorTree(), valves };
    const without = computeVeinReach(tree, "posteriorVein", lead(4), 3);
    expect(without).toMatchObject({ isEntered: false, limit: { kind: "valve", valve: "valve of Vieussens" } });
    expect(computeVeinReach(tree, "posteriorVein", lead(4), 4).isEntered).toBe(true);
  });

  test("a valve beyond the mouth of the vein stops nothing", () => {
    const valves = [{ name: "valve of Vieussens", branch: "coronarySinus", arc_mm: 50, state: "obstructive" }] as const;
    expect(computeVeinReach({ ...meanPosteriorTree(), valves }, "posteriorVein", lead(4), 0).isEntered).toBe(true);
  });

  test("a trunk too narrow for it, named as such", () => {
    const tree = meanPosteriorTree();
    const narrow = { ...tree.branches[0]!, diameter_mm: tree.branches[0]!.arc_mm.map((arc) => (arc > 20 ? 1 : 8)) };
    const reach = computeVeinReach({ ...tree, branches: [narrow, tree.branches[1]!] }, "posteriorVein", lead(6), 6);
    expect(reach).toMatchObject({ isEntered: false, limit: { kind: "lumen", branch: "coronarySinus" } });
  });

  test("windings, counted over chords of 10 mm", () => {
    const tree = meanPosteriorTree();
    const vein = tree.branches[1]!;
    const points_mm = vein.points_mm.map((value, i) => (i % 3 === 0 ? 40 + 12 * Math.sin(i / 3 / 6) : value));
    const arc_mm = measureArc(listPoints({ ...vein, points_mm }));
    const reach = computeVeinReach(
      { ...tree, branches: [tree.branches[0]!, { ...vein, points_mm, arc_mm }] },
      "posteriorVein",
      lead(4),
      0,
    );
    expect(reach.limit).toMatchObject({ kind: "bends" });
    expect(reach.reach_mm).toBeGreaterThan(0);
  });

  test("the end of the vein, for a thin body", () => {
    const reach = computeVeinReach(meanPosteriorTree(), "posteriorVein", lead(2.6), 0);
    expect(reach).toMatchObject({ reach_mm: 80, limit: { kind: "end-of-vein" } });
  });

  test("a thinner body never reaches less", () => {
    const rows = tabulateReach(meanPosteriorTree(), 2).filter(({ vein }) => vein === "posteriorVein");
    for (let i = 1; i < rows.length; i++) expect(rows[i]!.reach_mm).toBeLessThanOrEqual(rows[i - 1]!.reach_mm);
  });

  test("an unknown vein is an error that names the nearest", () => {
    expect(() => computeVeinReach(meanPosteriorTree(), "posteriorvien", lead(4), 0)).toThrowError(
      expect.objectContaining({ code: "unknown-vein", fix: expect.stringContaining("posteriorVein") }),
    );
  });
});

test("the trunk is at least as wide as the tributaries it still receives", () => {
  const trunk = { knotArc_mm: [0, 100], knotDiameter_mm: [8, 3], mouths: [{ arc_mm: 80, diameter_mm: 5 }] };
  expect(trunkDiameter(trunk, 0)).toBe(8);
  expect(trunkDiameter(trunk, 80)).toBe(5);
  expect(trunkDiameter(trunk, 81)).toBeLessThan(5);
});

test("fat is one depth to 15 mm, another from 20 mm", () => {
  expect([0, 15, 17.5, 20, 60].map((arc) => fatGap(3, 1, arc))).toEqual([3, 3, 2, 1, 1]);
});
